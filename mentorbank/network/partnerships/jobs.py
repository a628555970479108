"""What the clock does for pairs."""

from django.utils import timezone

from mentorbank.network.partnerships.actions import expire_side, remind_side
from mentorbank.network.partnerships.queries import due_sides


def remind_and_expire() -> None:
    """Remind the silent ones and close what waited too long."""
    now = timezone.now()
    for proposal, side in list(due_sides(now)):
        if not expire_side(proposal=proposal, side=side, now=now):
            remind_side(proposal=proposal, side=side, now=now)
