"""Sealing the ledger: each batch's digest covers its rows and the seal before, so a changed row shows."""

from datetime import datetime

from django.db import transaction

from mentorbank.network.people.models import Entry, Seal
from mentorbank.network.people.queries import digest_of

MOST = 20_000  # rows a batch


@transaction.atomic
def seal_entries(*, before: datetime, now: datetime) -> Seal | None:
    """Seal the rows written before a moment that no seal covers yet; None when there are none."""
    previous = Seal.objects.order_by("-last").first()
    rows = list(
        Entry.objects.filter(pk__gt=previous.last if previous else 0, at__lt=before).order_by("pk")[:MOST]
    )
    if not rows:
        return None
    digest = digest_of(rows, previous.digest if previous else "")
    return Seal.objects.create(first=rows[0].pk, last=rows[-1].pk, digest=digest, sealed_at=now)
