"""Verbs of the way in."""

from .changing import change_application
from .deciding import (
    pause_mentee,
    record_interview,
    record_screening,
    refer_on,
    resume_mentee,
    withdraw_mentee,
)
from .registering import register_mentee, register_mentor
from .staffing import invite_staff

__all__ = [
    "change_application",
    "invite_staff",
    "pause_mentee",
    "record_interview",
    "record_screening",
    "refer_on",
    "register_mentee",
    "register_mentor",
    "resume_mentee",
    "withdraw_mentee",
]
