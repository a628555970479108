"""Writing a letter: a row in the transaction of the act it tells of."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parseaddr
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from mentorbank.network.base.later import later
from mentorbank.network.base.names import clean
from mentorbank.network.letters.models import Letter, Link
from mentorbank.network.letters.queries.links import hashed, token_by
from mentorbank.network.letters.queries.texts import Text, filled, frame, text_for
from mentorbank.network.letters.rules import fits_sms
from mentorbank.network.organisation.models import Division, Network, Programme
from mentorbank.network.organisation.queries import the_network
from mentorbank.network.people.models import Channel, Person

#: Stands for a link while words are counted; tokens are all of one length.
LONGEST_LINK = "{}/l/" + "x" * len(token_by(0, "any")) + "/"


@transaction.atomic
def write(
    kind: str,
    *,
    to: Person,
    now: datetime,
    about: Model | None = None,
    page: str = "",
    programme: Programme | None = None,
    division: Division | None = None,
    values: Mapping[str, str] | None = None,
    key: str | None = None,
    calendar: bytes | str = b"",
    calendar_method: str = "",
    reply_to: Person | None = None,
    expires_days: int = 30,
    channel: str = "",
    address: str = "",
) -> Letter:
    """Put a letter into the outbox and queue its posting; a key that was used already writes nothing new.

    `page` names the page its link opens (see pages.mine); without one the link leads to signing in.
    """
    key = key or _default_key(kind, to, about)
    if known := Letter.objects.filter(key=key).first():
        return known
    text = text_for(kind, to.language, programme, division or to.division)
    letter = Letter(
        to=to,
        kind=kind,
        language=text.language,
        channel=channel or to.channel,
        address=address,
        programme=programme,
        reply_to=reply_to or to.coordinator,
        calendar=calendar.decode() if isinstance(calendar, bytes) else calendar,
        calendar_method=calendar_method,
        thing=_label(about),
        thing_id=about.pk if about is not None else None,
        key=key,
        message_id=_message_id(),
        written_at=now,
        next_try_at=now,
    )
    letter.subject, letter.body = words_of(letter, text, hole_values(letter, text, the_network(), values or {}))
    letter.save()
    if page:
        _add_link(letter, page, now + timedelta(days=expires_days))
    later("letters.post_letter", letter.pk)
    return letter


def _label(about: Model | None) -> str:
    return str(about._meta.model_name) if about is not None else ""


def _default_key(kind: str, to: Person, about: Model | None) -> str:
    return f"{kind}:{_label(about)}:{about.pk}:{to.pk}" if about is not None else f"{kind}:{uuid4().hex}"


def _message_id() -> str:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid4().hex}@{host}>"


def _add_link(letter: Letter, page: str, expires_at: datetime) -> None:
    token = token_by(letter.pk, settings.SECRET_KEY)
    letter.link = Link.objects.create(
        letter=letter,
        person=letter.to,
        page=page,
        thing_id=letter.thing_id,
        hashed=hashed(token),
        expires_at=expires_at,
    )


def hole_values(
    letter: Letter, text: Text, network: Network, given: Mapping[str, str]
) -> dict[str, str]:
    """What fills the holes. A shielded person is greeted without a name, and nobody else's name is ever here."""
    around, programme = frame(text.language), letter.programme
    name = "" if letter.to.shielded else clean(letter.to.first_name)
    values = {
        "greeting": around["greeting"].replace("{name}", name) if name else around["greeting_plain"],
        "network": network.name,
        "programme": programme.name if programme else network.name,
        "coordinator": letter.reply_to.name if letter.reply_to else network.name,
        "contact": " · ".join(filter(None, (network.phone, network.email))),
    }
    values |= {name: clean(str(value)) for name, value in given.items()}
    return {name: value.replace("{", "").replace("}", "") for name, value in values.items()}


def words_of(letter: Letter, text: Text, values: Mapping[str, str]) -> tuple[str, str]:
    """Subject and body of a letter; {link} stays, until the posting."""
    if letter.channel == Channel.SMS:
        return "", short_message(text.sms, values, LONGEST_LINK.format(settings.BASE_URL))
    parts = ("{greeting}", text.body, frame(text.language)["ending"])
    body = "\n\n".join(filled(part, values).strip() for part in parts if part)
    return clean(filled(text.subject, values))[:200], body


def short_message(text: str, values: Mapping[str, str], link: str) -> str:
    """An SMS within its limit: should a long network name burst it, words go before the link does."""
    words = filled(text, values)
    while not fits_sms(words.replace("{link}", link)) and "{link}" in words:
        before, _, after = words.partition("{link}")
        if not before.strip():
            break
        words = before.rstrip()[:-1] + " {link}" + after
    return words


@transaction.atomic
def mark_opened(*, link: Link, now: datetime) -> None:
    """Remember the first opening; nothing else follows from it."""
    Link.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=now)


@transaction.atomic
def revoke_links(*, person: Person, now: datetime) -> int:
    """Take back every link a person holds, for instance when she loses her phone."""
    return Link.objects.filter(person=person, revoked_at__isnull=True).update(revoked_at=now)

