"""The shortlist of one mentee: the best mentors with points, reasons, what is missing and what excludes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.text import capfirst

from mentorbank import engine
from mentorbank.engine.scoring import Judged, judge
from mentorbank.engine.shortlists import candidate
from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Mentee, Mentor, Place, Wish

from .bank import places_count, places_free
from .profiles import MentorRow, bank_rows, mentee_profile
from .recipes import recipe_of
from .vetoes import BROKEN, SoftWish, Veto, as_matrix, soft_wishes, vetoes, wish_points
from .words import CRITERIA_NAMES, in_words

BEST = 10


@dataclass(frozen=True)
class CriterionPoints:
    code: str
    points: int  # of 10,000 in all
    of: int

    @property
    def name(self) -> Any:
        return CRITERIA_NAMES[self.code]


@dataclass(frozen=True)
class Advice:
    """What speaks for and against one mentor for one mentee; sentences in the reader's language."""

    mentor: Mentor
    total: int  # of 10,000
    points: list[CriterionPoints]
    speaks_for: list[str]
    speaks_against: list[str]
    missing: list[str]
    to_be_confirmed: list[str]
    recipe_version: int
    reasons: dict[str, list[list[Any]]]  # (template id, values), as a proposal keeps them
    excluded_by: tuple[str, ...] = ()

    def as_kept(self, confirmed: bool) -> dict[str, Any]:
        """Points and reasons as a proposal keeps them: codes and numbers."""
        criteria = {each.code: [each.points, each.of] for each in self.points}
        return {"total": self.total, "criteria": criteria, "confirmed": confirmed, **self.reasons}


@dataclass(frozen=True)
class MentorShortlist:
    """The best mentors for one mentee and what became of the others.

    The numbers of `excluded` and `possible` add up to `mentors`; `elsewhere` counts the bank of other
    divisions, whose people the reader does not see.
    """

    rows: list[Advice]
    mentors: int
    possible: int
    elsewhere: int
    excluded: list[tuple[str, int]]
    recipe: engine.Recipe
    recipe_version: int
    unused: list[Any]  # names of the criteria the mentee stated nothing for


class _Table:
    """Everything the engine needs for one mentee, read once."""

    def __init__(self, mentee: Mentee, reader: Actor, now: datetime) -> None:
        self.recipe, self.version = recipe_of(mentee.programme)
        wishes: list[Wish] = list(mentee.wishes.all())
        seen = Mentor.objects.visible_to(reader)
        self.rows: list[MentorRow] = bank_rows(seen, now)
        self.mentee = mentee_profile(mentee, wishes, now)
        self.bank = engine.Bank.of(row.profile for row in self.rows)
        self.vetoes: list[Veto] = vetoes(mentee, wishes, self.rows, self.recipe)
        self.soft: list[SoftWish] = soft_wishes(wishes, self.rows, self.recipe)
        self.given = as_matrix(self.vetoes, len(self.rows))
        self.extra = wish_points(self.soft, len(self.rows), self.recipe)

    def advice(self, found: engine.Candidate, mentor: Mentor) -> Advice:
        soft = [(wish, wish.states[found.index]) for wish in self.soft]
        return Advice(
            mentor=mentor,
            total=found.total,
            points=[CriterionPoints(code, found.points[code], of) for code, of in found.maxima.items() if of],
            speaks_for=in_words(found.reasons_for)
            + [capfirst(wish.met) for wish, state in soft if state == 0],
            speaks_against=in_words(found.reasons_against)
            + [capfirst(wish.broken) for wish, state in soft if state == BROKEN],
            missing=in_words(found.missing),
            to_be_confirmed=self._to_be_confirmed(found.to_be_confirmed),
            recipe_version=self.version,
            reasons={
                "for": _plain(found.reasons_for),
                "against": _plain(found.reasons_against),
                "missing": _plain(found.missing),
                "to_be_confirmed": _plain(found.to_be_confirmed),
            },
        )

    def _to_be_confirmed(self, reasons: Sequence[engine.Reason]) -> list[str]:
        """In words; those of the network's own vetoes say what they ask for."""
        own = [
            self.vetoes[each.values["given"]].confirm for each in reasons if each.template == "confirm-given"
        ]
        return in_words(each for each in reasons if each.template != "confirm-given") + [
            capfirst(words) for words in own if words
        ]

    def excluded_by(self, judged: Judged, index: int) -> tuple[str, ...]:
        """Which vetoes one mentor breaks, worded as *mentors who …*."""
        own = [veto.excludes for veto in self.vetoes if veto.states[index] == BROKEN]
        broken = [each for each in judged.standings if each.must and each.state[index] == BROKEN]
        reasons = [
            engine.Reason(f"excluded-{each.wish.kind.replace('_', '-')}", {"value": each.wish.value})
            if each.side == "mentee"
            else engine.Reason("excluded-their-wishes")
            for each in broken
        ]
        return tuple(own + [_small([words]) for words in in_words(reasons)])

    def excluded(self, found: Sequence[engine.Excluded]) -> list[tuple[str, int]]:
        return [
            (
                self.vetoes[each.given].excludes
                if each.given is not None
                else _small(in_words([each.reason])),
                each.first,
            )
            for each in found
            if each.first
        ]


def shortlist(mentee: Mentee, reader: Actor, now: datetime, best: int = BEST) -> MentorShortlist:
    """The exact best mentors among those the reader may see."""
    table = _Table(mentee, reader, now)
    found = engine.shortlist(
        table.mentee, table.bank, table.recipe, k=best, vetoes=table.given, extra_points=table.extra
    )
    mentors = _mentors([row.mentor for row in found.rows])
    everywhere = Mentor.objects.in_bank().count()
    return MentorShortlist(
        rows=[table.advice(row, mentors[row.mentor]) for row in found.rows],
        mentors=found.mentors,
        possible=found.possible,
        elsewhere=everywhere - found.mentors,
        excluded=table.excluded(found.excluded),
        recipe=table.recipe,
        recipe_version=table.version,
        unused=[CRITERIA_NAMES[code] for code, of in found.maxima.items() if not of],
    )


def advice_about(mentee: Mentee, mentor: Mentor, reader: Actor, now: datetime) -> Advice | None:
    """What speaks for and against one mentor; None when she is not in the bank the reader sees.

    `excluded_by` names what rules her out; no free place is not among it, for that may change at any moment.
    """
    table = _Table(mentee, reader, now)
    index = next((at for at, row in enumerate(table.rows) if row.profile.id == mentor.pk), None)
    if index is None:
        return None
    judged = judge(table.mentee, table.bank, table.recipe, table.given, table.extra)
    advice = table.advice(candidate(table.mentee, table.bank, judged, index), mentor)
    return replace(advice, excluded_by=table.excluded_by(judged, index))


def _mentors(ids: Sequence[Any]) -> dict[int, Mentor]:
    """The mentors of a shortlist with what a row shows (2 queries)."""
    mentors = Mentor.objects.select_related("person__division").prefetch_related("person__languages")
    mentors = mentors.annotate(free=places_free(), room=places_count(Place.objects.filter(closed=False)))
    return mentors.in_bulk(list(ids))


def _plain(reasons: Sequence[engine.Reason]) -> list[list[Any]]:
    """Reasons as JSON: template id and values."""
    return [[each.template, {key: _json(value) for key, value in each.values.items()}] for each in reasons]


def _json(value: Any) -> Any:
    return list(value) if isinstance(value, (tuple, frozenset)) else value


def _small(words: Sequence[str]) -> str:
    return words[0][:1].lower() + words[0][1:]
