"""What the clock does for people: seal the ledger."""

from datetime import timedelta

from django.utils import timezone

from mentorbank.network.people.actions.sealing import seal_entries

#: Entries younger than this may still have neighbours in open transactions.
SETTLED = timedelta(minutes=2)


def seal_ledger() -> None:
    """Close what was written up to two minutes ago into the chain."""
    now = timezone.now()
    seal_entries(before=now - SETTLED, now=now)
