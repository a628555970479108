"""What every step may need to write: keys that were already acted on."""

from datetime import datetime

from mentorbank.network.base.models import Once


def claim(*, key: str, now: datetime, result: str = "") -> bool:
    """Take a key inside the caller's transaction: True the first time, False ever after.

    Two at once: the second waits for the first to commit, then finds the key taken.
    """
    return Once.objects.get_or_create(key=key[:120], defaults={"at": now, "result": result[:200]})[1]
