"""Wishes of both sides: which mentors each of them breaks, and of which it cannot be said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mentorbank.engine.bank import Bank, Numbers
from mentorbank.engine.criteria import ALL
from mentorbank.engine.criteria.base import prepared
from mentorbank.engine.criteria.nearness import spot_kilometres
from mentorbank.engine.criteria.profession import rung
from mentorbank.engine.profiles import Mentee, Wish
from mentorbank.engine.recipe import Recipe

MET, BROKEN, UNSURE = 0, 1, -1
BETWEEN = ("same_profession", "within_km", "same_division")


@dataclass(frozen=True)
class Standing:
    """How one wish stands: MET, BROKEN or UNSURE.

    `side` is "mentee" or "mentor" (whose wish it is); `must` whether a broken one vetoes the pair. A wish of
    the mentee looks at the distinct values of one `column`, and `states` has one int8 for each of them. A
    wish of mentors stands in certain `rows` of the bank, and `states` has one int8 for each of those.
    """

    wish: Wish
    side: str
    must: bool
    states: Numbers
    column: str = ""
    rows: Numbers | None = None

    def over(self, bank: Bank) -> Numbers:
        """One state per mentor; a mentor who does not have the wish is MET."""
        if self.rows is None:
            spread: Numbers = self.states[bank.columns[self.column].cells]
            return spread
        found = np.zeros(len(bank), dtype=np.int8)
        found[self.rows] = self.states
        return found


def standings(mentee: Mentee, bank: Bank, recipe: Recipe) -> Iterator[Standing]:
    """Her wishes in the order she gave them, then those of the mentors."""
    for wish in dict.fromkeys(mentee.wishes):
        column, states = _hers(wish, mentee, bank)
        yield Standing(wish, "mentee", is_must(wish, recipe), np.array(states, dtype=np.int8), column)
    for wish, rows in bank.wishes.items():
        if wish.kind in BETWEEN:
            column, states = _between(wish, mentee, bank)
            found = np.array(states, dtype=np.int8)[bank.columns[column].cells[rows]]
        else:
            found = np.full(len(rows), _theirs(wish, mentee), dtype=np.int8)
        yield Standing(wish, "mentor", is_must(wish, recipe), found, rows=rows)


def is_must(wish: Wish, recipe: Recipe) -> bool:
    """A must is a veto only where the recipe says so; otherwise it counts as a wish."""
    return wish.strength == "must" and wish.kind in recipe.veto


def _hers(wish: Wish, mentee: Mentee, bank: Bank) -> tuple[str, Sequence[int]]:
    """Her wish against the distinct values of the column it looks at."""
    if wish.kind == "language":
        return "language", [_speaks(wish.value, dict(value)) for value in bank.columns["language"].values]
    if wish.kind == "municipality":
        return "nearness", [
            _lives(wish.value, value.municipality) for value in bank.columns["nearness"].values
        ]
    return _between(wish, mentee, bank)


def _between(wish: Wish, mentee: Mentee, bank: Bank) -> tuple[str, Sequence[int]]:
    """A wish that holds between the two, whoever has it."""
    if wish.kind == "same_profession":
        return "profession", [_same_profession(mentee, value) for value in bank.columns["profession"].values]
    column = bank.columns["nearness"]
    if wish.kind == "same_division":
        return "nearness", [_same_division(mentee, value.division) for value in column.values]
    km = spot_kilometres(mentee, prepared(ALL["nearness"], column))
    states = np.where(np.isnan(km), UNSURE, np.where(km > float(wish.value or 0), BROKEN, MET))
    return "nearness", list(states)


def _theirs(wish: Wish, mentee: Mentee) -> int:
    """A mentor's wish about the mentee alone."""
    if wish.kind == "language":
        return _speaks(wish.value, mentee.languages)
    return _lives(wish.value, mentee.municipality)


def _speaks(language: object, languages: object) -> int:
    """Unsure when nothing is known of any language."""
    if not languages:
        return UNSURE
    return MET if language in languages else BROKEN  # type: ignore[operator]


def _lives(wanted: object, municipality: str | None) -> int:
    """Unsure when the municipality is not known."""
    return UNSURE if municipality is None else MET if municipality == wanted else BROKEN


def _same_division(mentee: Mentee, division: object) -> int:
    """Unsure when either division is not known."""
    if mentee.division is None or division is None:
        return UNSURE
    return MET if mentee.division == division else BROKEN


def _same_profession(mentee: Mentee, occupation: str | None) -> int:
    """The same unit group as either of hers; unsure where a code is missing or too short to tell."""
    if not occupation or not mentee.occupations:
        return UNSURE
    if any(rung(code, occupation) == "same" for code in mentee.occupations):
        return MET
    vague = any(code.startswith(occupation) for code in mentee.occupations)
    return UNSURE if vague and len(occupation) < 4 else BROKEN
