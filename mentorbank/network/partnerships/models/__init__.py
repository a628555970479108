"""Nouns of the life of a pair."""

from .contracts import Contract, Goal, Signature, SignatureMethod
from .meetings import Meeting
from .partnerships import Partnership
from .proposals import Proposal, Question, Side

__all__ = [
    "Contract",
    "Goal",
    "Meeting",
    "Partnership",
    "Proposal",
    "Question",
    "Side",
    "Signature",
    "SignatureMethod",
]
