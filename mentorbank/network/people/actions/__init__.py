"""Verbs about people. Those of `persons` and `participants` write nouns for the actions of later steps, which
record what was done; `staff` and `ledger` stand for themselves."""

from .ledger import look, record
from .participants import (
    change_mentee,
    change_mentor,
    create_mentee,
    create_mentor,
    move_mentee,
    move_mentor,
    set_languages,
    set_places,
    set_rest,
    set_wishes,
)
from .persons import change_person, create_person, give_consent, withdraw_consent
from .staff import begin_role, change_role, end_role

__all__ = [
    "begin_role",
    "change_mentee",
    "change_mentor",
    "change_person",
    "change_role",
    "create_mentee",
    "create_mentor",
    "create_person",
    "end_role",
    "give_consent",
    "look",
    "move_mentee",
    "move_mentor",
    "record",
    "set_languages",
    "set_places",
    "set_rest",
    "set_wishes",
    "withdraw_consent",
]
