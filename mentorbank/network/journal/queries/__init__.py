"""What was said about meetings, whom to ask, and which pairs somebody should look at."""

from .attention import Attention, Reason, attention, number_to_look_at, partnerships_to_look_at
from .reports import (
    MeetingAnswers,
    answers_of,
    first_told,
    meeting_to_report,
    meetings_just_over,
    meetings_with_answers,
    standing_reports,
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
    "number_to_look_at",
    "partnerships_to_look_at",
    "standing_reports",
]
