"""The shortlist of one mentee: the best mentors with points, reasons, what is missing and what excludes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.utils.text import capfirst

from mentorbank import engine
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
        seen = Mentor.objects.in_bank().visible_to(reader)
        self.rows: list[MentorRow] = bank_rows(seen, now)
        self.mentee = mentee_profile(mentee, wishes, now)
        self.bank = engine.Bank.of(row.profile for row in self.rows)
        self.vetoes: list[Veto] = vetoes(mentee, wishes, self.rows, self.recipe)
        self.soft: list[SoftWish] = soft_wishes(wishes, self.rows, self.recipe)
        self.given = as_matrix(self.vetoes, len(self.rows))
        self.extra = wish_points(self.soft, len(self.rows), self.recipe)

    def ask(self, best: int, given: Any) -> engine.Shortlist:
        return engine.shortlist(
            self.mentee, self.bank, self.recipe, k=best, vetoes=given, extra_points=self.extra
        )

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

    def excluded(self, found: Sequence[engine.Excluded]) -> list[tuple[str, int]]:
        return [
            (
                self.vetoes[each.given].excludes
                if each.given is not None
                else _small(in_words([each.reason])),
                each.first,
            )
            for each in found
            if each.first and (each.given is None or each.given < len(self.vetoes))
        ]


def shortlist(mentee: Mentee, reader: Actor, now: datetime, best: int = BEST) -> MentorShortlist:
    """The exact best mentors among those the reader may see."""
    table = _Table(mentee, reader, now)
    found = table.ask(best, table.given)
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


def advice_about(
    mentee: Mentee, mentor: Mentor, reader: Actor, now: datetime
) -> tuple[Advice | None, list[str]]:
    """What speaks for and against one mentor, or else what rules her out, worded as *mentors who …*.

    Both are empty for a mentor who is not in the bank the reader sees.
    """
    table = _Table(mentee, reader, now)
    index = next((at for at, row in enumerate(table.rows) if row.profile.id == mentor.pk), None)
    if index is None:
        return None, []
    # the whole bank stays, for what is unknown counts as its median; all others are vetoed
    others = np.ones((1, len(table.rows)), dtype=np.int8)
    others[0, index] = 0
    found = table.ask(1, np.vstack([table.given, others]))
    if found.rows:
        return table.advice(found.rows[0], mentor), []
    alone = engine.Bank.of([table.rows[index].profile])
    given = table.given[:, index : index + 1]
    ruled_out = engine.shortlist(table.mentee, alone, table.recipe, vetoes=given).excluded
    return None, [words for words, _number in table.excluded(ruled_out)]


def _mentors(ids: Sequence[Any]) -> dict[Any, Any]:
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
