"""What can happen in an invented network, each at its moment. Keys number people and pairs within a story."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Event:
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MentorApplies(Event):
    mentor: int
    person: dict[str, Any]
    profile: dict[str, Any]
    languages: list[dict[str, str]]
    places: int


@dataclass(frozen=True, kw_only=True)
class MentorScreened(Event):
    mentor: int
    approved: bool
    wishes: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class MenteeRegisters(Event):
    mentee: int
    person: dict[str, Any]
    profile: dict[str, Any]
    ticks: list[str]
    languages: list[dict[str, str]]


@dataclass(frozen=True, kw_only=True)
class MenteeInterviewed(Event):
    mentee: int
    decision: str
    reason: str = ""
    look_again_on: date | None = None
    wishes: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Proposed(Event):
    pair: int
    mentee: int
    mentor: int


@dataclass(frozen=True, kw_only=True)
class Reminded(Event):
    pair: int
    side: str


@dataclass(frozen=True, kw_only=True)
class Answered(Event):
    pair: int
    side: str
    answer: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Expired(Event):
    pair: int
    side: str


@dataclass(frozen=True, kw_only=True)
class Withdrew(Event):
    mentee: int


@dataclass(frozen=True, kw_only=True)
class ContractDrawn(Event):
    pair: int
    starts_on: date
    months: int
    goals: list[dict[str, Any]]
    first_meeting_at: datetime
    place: str


@dataclass(frozen=True, kw_only=True)
class Signed(Event):
    pair: int
    side: str


@dataclass(frozen=True, kw_only=True)
class AskedWhetherMet(Event):
    pair: int
    number: int  # of the meeting, from 1


@dataclass(frozen=True, kw_only=True)
class Reported(Event):
    pair: int
    number: int
    side: str
    happened: str


@dataclass(frozen=True, kw_only=True)
class Ended(Event):
    pair: int
    closure: str


@dataclass(frozen=True, kw_only=True)
class OutcomeCame(Event):
    mentee: int
    kind: str
    from_on: date
    hours: int | None
    lasting: bool
    evidence: str
