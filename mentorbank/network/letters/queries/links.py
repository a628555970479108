"""Links: a secret made anew from the letter's id whenever it is needed, known here only by its hash."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime

from django.conf import settings
from django.utils.encoding import force_bytes

from mentorbank.network.letters.models import Letter, Link

TOKEN_BYTES = 16  # 128 bit


def token_by(letter_id: int, key: str | bytes) -> str:
    digest = hmac.digest(force_bytes(key), f"mentorbank.letters.link:{letter_id}".encode(), "sha256")
    return urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b"=").decode()


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def token_of(letter: Letter) -> str:
    """The token whose hash the link holds; the secret key may have been rotated since it was written."""
    tokens = (token_by(letter.pk, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    return next((token for token in tokens if hashed(token) == letter.link.hashed), "")


def link_address(letter: Letter) -> str:
    """The whole address: the letter's own way in, or the way everybody comes in by."""
    link = Link.objects.filter(letter=letter).first()
    if link is None:
        return f"{settings.BASE_URL}/in/"
    letter.link = link
    return f"{settings.BASE_URL}/l/{token_of(letter)}/"


def open_link(token: str, now: datetime) -> Link | None:
    """The link behind a token, unless it ended, was taken back or its person was shut out. Opening never acts."""
    return (
        Link.objects.select_related("person", "letter")
        .filter(hashed=hashed(token), expires_at__gt=now, revoked_at__isnull=True)
        .exclude(person__user__is_active=False)
        .first()
    )
