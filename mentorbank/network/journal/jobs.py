"""What the clock starts in the journal."""

from django.utils import timezone

from mentorbank.network.base.actor import CLOCK
from mentorbank.network.journal.actions import ask_about_meeting
from mentorbank.network.journal.queries import meetings_just_over


def ask_did_you_meet() -> None:
    """Ask both sides of every meeting that is over."""
    now = timezone.now()
    for meeting in meetings_just_over(now):
        ask_about_meeting(meeting=meeting, by=CLOCK, now=now)
