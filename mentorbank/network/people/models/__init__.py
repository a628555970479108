"""Nouns about people."""

from .ledger import Entry, Seal
from .participants import LanguageSkill, Mentee, Mentor, Place, Wish, WishKind, WishStrength
from .persons import Channel, Consent, Gender, NamePart, Person
from .staff import StaffRole, User

__all__ = [
    "Channel",
    "Consent",
    "Entry",
    "Gender",
    "LanguageSkill",
    "Mentee",
    "Mentor",
    "NamePart",
    "Person",
    "Place",
    "Seal",
    "StaffRole",
    "User",
    "Wish",
    "WishKind",
    "WishStrength",
]
