"""What the clock does for the work itself."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.utils import timezone

from mentorbank.network.base.actions import drop_old_work

KEPT = timedelta(days=7)


def forget_old_work() -> None:
    """Keep the queue and the clock's notes small."""
    drop_old_work(before=timezone.now() - KEPT)


def forget_old_sessions() -> None:
    """Drop sessions that ended, of people and of passers-by."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
