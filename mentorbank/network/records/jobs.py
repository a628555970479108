"""What the clock does for lists: none is kept longer than a day."""

from datetime import timedelta

from django.utils import timezone

from mentorbank.network.records.actions import drop_old_uploads

KEPT = timedelta(hours=24)


def forget_old_uploads() -> None:
    """Delete uploads a day after they came in."""
    now = timezone.now()
    drop_old_uploads(before=now - KEPT, now=now)
