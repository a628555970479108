"""Advice: who waits, who is in the bank, who would fit whom."""

from .bank import BANK_SORTS, languages_in_bank, mentor_bank, professions_in_bank
from .recipes import recipe_of
from .shortlists import Advice, MentorShortlist, advice_about, shortlist
from .waiting import interviews_due, waiting_list, waiting_since, with_proposals
from .words import TIME_NAMES, time_names

__all__ = [
    "BANK_SORTS",
    "TIME_NAMES",
    "Advice",
    "MentorShortlist",
    "advice_about",
    "interviews_due",
    "languages_in_bank",
    "mentor_bank",
    "professions_in_bank",
    "recipe_of",
    "shortlist",
    "time_names",
    "waiting_list",
    "waiting_since",
    "with_proposals",
]
