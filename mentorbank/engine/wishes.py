"""Wishes of both sides: which mentors each of them breaks, and of which it cannot be said."""

from collections.abc import Iterator
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


@dataclass(frozen=True)
class Standing:
    """How one wish stands against every mentor: MET, BROKEN or UNSURE (int8, one per mentor).

    `side` is "mentee" or "mentor" (whose wish it is); `must` whether a broken one vetoes the pair.
    """

    wish: Wish
    side: str
    must: bool
    state: Numbers


def standings(mentee: Mentee, bank: Bank, recipe: Recipe) -> Iterator[Standing]:
    """Her wishes in the order she gave them, then those of the mentors."""
    for wish in dict.fromkeys(mentee.wishes):
        yield Standing(wish, "mentee", is_must(wish, recipe), _hers(wish, mentee, bank))
    for wish, rows in bank.wishes.items():
        state = np.zeros(len(bank), dtype=np.int8)
        state[rows] = _theirs(wish, mentee, bank)[rows] if needs_rows(wish) else _one(wish, mentee)
        yield Standing(wish, "mentor", is_must(wish, recipe), state)


def is_must(wish: Wish, recipe: Recipe) -> bool:
    """A must is a veto only where the recipe says so; otherwise it counts as a wish."""
    return wish.strength == "must" and wish.kind in recipe.veto


def needs_rows(wish: Wish) -> bool:
    """Whether a mentor's wish looks at both sides, not at the mentee alone."""
    return wish.kind in ("same_profession", "within_km", "same_division")


def _hers(wish: Wish, mentee: Mentee, bank: Bank) -> Numbers:
    """Her wish against every mentor."""
    if wish.kind == "language":
        column = bank.columns["language"]
        return _spread([_speaks(wish.value, dict(value)) for value in column.values], column.cells)
    if wish.kind == "municipality":
        column = bank.columns["nearness"]
        return _spread([_lives(wish.value, value.municipality) for value in column.values], column.cells)
    return _theirs(wish, mentee, bank)


def _theirs(wish: Wish, mentee: Mentee, bank: Bank) -> Numbers:
    """A wish that holds between the two, whoever has it, against every mentor."""
    if wish.kind == "same_profession":
        column = bank.columns["profession"]
        return _spread([_same_profession(mentee, value) for value in column.values], column.cells)
    column = bank.columns["nearness"]
    if wish.kind == "same_division":
        return _spread([_same_division(mentee, value.division) for value in column.values], column.cells)
    km = spot_kilometres(mentee, prepared(ALL["nearness"], column))
    state = np.where(np.isnan(km), UNSURE, np.where(km > float(wish.value or 0), BROKEN, MET))
    return _spread(state, column.cells)


def _one(wish: Wish, mentee: Mentee) -> int:
    """A mentor's wish about the mentee alone."""
    if wish.kind == "language":
        return _speaks(wish.value, mentee.languages)
    return _lives(wish.value, mentee.municipality)


def _spread(states: object, cells: Numbers) -> Numbers:
    """From distinct values to mentors."""
    found: Numbers = np.array(states, dtype=np.int8)[cells]
    return found


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
