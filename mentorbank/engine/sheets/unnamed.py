"""Wishes about a gender or an employer, as matrices the engine reads without knowing what they are about."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mentorbank.codes.folding import plain
from mentorbank.codes.values import Wish
from mentorbank.engine.bank import Numbers
from mentorbank.engine.folding import Unnamed
from mentorbank.engine.recipe import Recipe
from mentorbank.engine.scoring import wish_points
from mentorbank.engine.sheets.people import Side
from mentorbank.engine.wishes import BROKEN, MET, UNSURE

# The vetoes in the order in which they are given to the engine; the reasons' ids end with these names.
NAMES = ("gender", "employer", "their-gender", "their-employer")
Judge = Callable[[Wish, str | None], int]


def unnamed(mentees: Side, mentors: Side, recipe: Recipe) -> tuple[list[Unnamed], list[Unnamed]]:
    """The vetoes, in the order of `NAMES`, and the points that broken wishes of these kinds take."""
    vetoes, extra = [], []
    for kind, judge in (("gender", _gender), ("not_employer", _employer)):
        musts, others = _hers(kind, judge, mentees, mentors, recipe)
        their_musts, their_others = _theirs(kind, judge, mentees, mentors, recipe)
        vetoes += [musts, their_musts]
        extra += [others, their_others]
    return [vetoes[0], vetoes[2], vetoes[1], vetoes[3]], [each for each in extra if each.table.any()]


def _hers(kind: str, judge: Judge, mentees: Side, mentors: Side, recipe: Recipe) -> tuple[Unnamed, Unnamed]:
    """The mentees' wishes: one class of mentees for each distinct set of wishes."""
    asked = [tuple(wish for wish in wishes if wish.kind == kind) for wishes in mentees.asked]
    classes, which = _classes(asked)
    known = _known(kind, mentors)
    table = [_states(wishes, known, judge, recipe) for wishes in classes]
    return _pair(which, np.arange(len(known)), table, len(known))


def _theirs(kind: str, judge: Judge, mentees: Side, mentors: Side, recipe: Recipe) -> tuple[Unnamed, Unnamed]:
    """The mentors' wishes: one class of mentees for each gender or employer of theirs."""
    classes, which = _classes(_known(kind, mentees))
    asked = [tuple(wish for wish in wishes if wish.kind == kind) for wishes in mentors.asked]
    table = []
    for value in classes:
        single = [_states(wishes, [value], judge, recipe, alone=True) for wishes in asked]
        table.append(tuple(np.array([each[part][0] for each in single], dtype=np.int64) for part in (0, 1)))
    return _pair(which, np.arange(len(asked)), table, len(asked))


def _pair(
    which: Numbers, across: Numbers, table: Sequence[Sequence[Numbers]], mentors: int
) -> tuple[Unnamed, Unnamed]:
    """Two matrices over the same classes: vetoes and points."""
    parts = [
        np.array([row[part] for row in table], dtype=np.int64).reshape(len(table), mentors) for part in (0, 1)
    ]
    return Unnamed(which, across, parts[0]), Unnamed(which, across, parts[1])


def _states(
    wishes: Sequence[Wish], known: Sequence[str | None], judge: Judge, recipe: Recipe, alone: bool = False
) -> tuple[Numbers, Numbers]:
    """Per person: the worst state of the musts (broken, else unsure), and what the broken wishes take."""
    musts, points = np.zeros(len(known), dtype=np.int64), np.zeros(len(known), dtype=np.int64)
    for wish in wishes:
        states = np.array([judge(wish, value) for value in known], dtype=np.int64)
        if wish.strength == "must" and wish.kind in recipe.veto:
            musts = np.where((musts == BROKEN) | (states == BROKEN), BROKEN, np.minimum(musts, states))
        elif alone:
            points -= recipe.wish_points * (states == BROKEN)
        else:
            points += wish_points(states, recipe)
    return musts, points


def _classes(values: Sequence[object]) -> tuple[list[Any], Numbers]:
    """Distinct values, and which of them each person has."""
    seen: dict[object, int] = {}
    which = [seen.setdefault(value, len(seen)) for value in values]
    return list(seen), np.array(which, dtype=np.int64)


def _known(kind: str, side: Side) -> Sequence[str | None]:
    """What a wish of this kind looks at."""
    return side.genders if kind == "gender" else side.employers


def _gender(wish: Wish, gender: str | None) -> int:
    """Unsure when it is not told."""
    return UNSURE if gender is None else MET if gender == wish.value else BROKEN


def _employer(wish: Wish, employer: str | None) -> int:
    """Broken when the employer is named by the wish; unsure when it is not told."""
    if employer is None:
        return UNSURE
    avoided, there = f" {plain(wish.value)} ", f" {plain(employer)} "
    return BROKEN if avoided.strip() and (avoided in there or there in avoided) else MET
