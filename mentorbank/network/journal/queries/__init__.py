"""What was said about meetings, whom to ask, and which pairs somebody should look at."""

from .attention import Attention, Reason, attention, partnerships_to_look_at
from .reports import (
    MeetingAnswers,
    answers_of,
    first_told,
    meeting_to_report,
    meetings_just_over,
    meetings_with_answers,
)

__all__ = [
    "Attention",
    "MeetingAnswers",
    "Reason",
    "answers_of",
    "attention",
    "first_told",
    "meeting_to_report",
    "meetings_just_over",
    "meetings_with_answers",
    "partnerships_to_look_at",
]
