"""What the clock does for the work itself."""

from datetime import timedelta

from django.utils import timezone

from mentorbank.network.base.actions import drop_old_work

KEPT = timedelta(days=7)


def forget_old_work() -> None:
    """Keep the queue and the clock's notes small."""
    drop_old_work(before=timezone.now() - KEPT)
