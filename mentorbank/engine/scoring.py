"""From shares to points: the maxima of a mentee's row, what silence counts, and what wishes take away."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mentorbank.engine.bank import Bank, Column, Numbers
from mentorbank.engine.criteria import ALL, UNKNOWN
from mentorbank.engine.criteria.base import prepared
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.recipe import WHOLE, Recipe
from mentorbank.engine.wishes import BROKEN, UNSURE, Standing, standings


def maxima(mentee: Mentee, recipe: Recipe) -> dict[str, int]:
    """The most each criterion can give this mentee: unused ones are shared out over the rest.

    The sum is 10,000 (largest remainder; of equal remainders the recipe's earlier criterion gets the point),
    or 0 for a mentee who stated nothing at all.
    """
    used = tuple(bool(points) and ALL[name].used(mentee) for name, points in recipe.points.items())
    return dict(zip(recipe.points, _shared_out(tuple(recipe.points.values()), used), strict=True))


@lru_cache(maxsize=1_000)
def _shared_out(points: tuple[int, ...], used: tuple[bool, ...]) -> tuple[int, ...]:
    """Points of the used ones, raised to 10,000 together."""
    kept = [each if use else 0 for each, use in zip(points, used, strict=True)]
    whole = sum(kept)
    found = [each * WHOLE // max(whole, 1) for each in kept]
    left = WHOLE - sum(found) if whole else 0
    for at in sorted(range(len(kept)), key=lambda each: -(kept[each] * WHOLE % max(whole, 1)))[:left]:
        found[at] += 1
    return tuple(found)


MOST_KEPT = 8_000_000


@dataclass(frozen=True)
class Row:
    """One mentee's points per distinct value: `tables[name][cell]`, silence already counted as the median.

    `shares[name][cell]` is the criterion's own answer (ten-thousandths or UNKNOWN).
    """

    maxima: dict[str, int]
    tables: dict[str, Numbers]
    shares: dict[str, Numbers]


@dataclass
class Memory:
    """Shares and tables already reckoned for one bank and recipe: mentees resemble each other."""

    kept: dict[Hashable, tuple[Numbers, Numbers]] = field(default_factory=dict)
    cells: int = 0

    def keep(self, key: Hashable, value: tuple[Numbers, Numbers]) -> None:
        """Keep one; forget everything when it gets too much."""
        self.cells += len(value[0])
        if self.cells > MOST_KEPT:
            self.kept.clear()
            self.cells = len(value[0])
        self.kept[key] = value


def row(mentee: Mentee, bank: Bank, recipe: Recipe, memory: Memory | None = None) -> Row:
    """Points of one mentee against the distinct values of the bank, for the criteria she uses."""
    most = maxima(mentee, recipe)
    tables, shares = {}, {}
    memory = Memory() if memory is None else memory
    for name, maximum in most.items():
        if not maximum:
            continue
        key = (name, maximum, ALL[name].key(mentee))
        found = memory.kept.get(key)
        if found is None:
            answers = ALL[name].shares(mentee, prepared(ALL[name], bank.columns[name]), recipe)
            found = answers, table(answers, maximum, bank.columns[name])
            memory.keep(key, found)
        shares[name], tables[name] = found
    return Row(most, tables, shares)


def table(shares: Numbers, maximum: int, column: Column) -> Numbers:
    """Points per distinct value; an unknown one counts as the median over the mentors who are known."""
    points = maximum * shares // WHOLE
    known = shares != UNKNOWN
    found: Numbers = np.where(known, points, median(points[known], column.counts[known])).astype(np.int32)
    return found


def median(values: Numbers, counts: Numbers) -> int:
    """The median, rounded down, of whole values that occur so often; 0 when there are none."""
    order = np.argsort(values, kind="stable")
    upto = np.cumsum(counts[order])
    if not len(upto) or not upto[-1]:
        return 0
    middle = np.searchsorted(upto, [(upto[-1] - 1) // 2, upto[-1] // 2], side="right")
    return int(values[order][middle].sum() // 2)


def criteria_points(row: Row, bank: Bank) -> Numbers:
    """The sum over the criteria for every mentor, as int32."""
    total = np.zeros(len(bank), dtype=np.int32)
    for name, points in row.tables.items():
        total += points[bank.columns[name].cells]
    return total


@dataclass(frozen=True)
class Judged:
    """One mentee against every mentor of a bank; what looks at the whole bank is reckoned when asked for.

    `totals` are points from 0 to 10,000; `vetoed` and `unsure` are yes or no per mentor; `wishes` is what
    broken wishes take (0 or less); `extra` what the caller added; `standings` and `vetoes` are kept for the
    reasons.
    """

    bank: Bank
    recipe: Recipe
    row: Row
    extra: Numbers
    standings: Sequence[tuple[Standing, Numbers]]
    vetoes: Numbers

    @cached_property
    def wishes(self) -> Numbers:
        """What broken wishes take from each mentor."""
        soft = [wish_points(states, self.recipe) for each, states in self.standings if not each.must]
        return np.sum(soft, axis=0) if soft else _nothing(self.bank)

    @cached_property
    def totals(self) -> Numbers:
        """All points of each mentor."""
        found = criteria_points(self.row, self.bank).astype(np.int64)
        return np.clip(found + self.wishes + self.extra, 0, WHOLE)

    def total(self, index: int) -> int:
        """All points of one mentor."""
        cells = ((table, self.bank.columns[name].cells[index]) for name, table in self.row.tables.items())
        found = sum(int(table[cell]) for table, cell in cells)
        return min(max(found + int(self.wishes[index]) + int(self.extra[index]), 0), WHOLE)

    @cached_property
    def vetoed(self) -> Numbers:
        """Who is full or breaks a must."""
        return _any(self._musts, BROKEN, self.bank) | (np.asarray(self.bank.places) <= 0)

    @cached_property
    def unsure(self) -> Numbers:
        """Of whom some must is not known."""
        return _any(self._musts, UNSURE, self.bank)

    @property
    def _musts(self) -> list[Numbers]:
        """The states of all musts, the caller's vetoes included."""
        return [states for each, states in self.standings if each.must] + list(self.vetoes)


def judge(
    mentee: Mentee,
    bank: Bank,
    recipe: Recipe,
    vetoes: ArrayLike | None = None,
    extra_points: ArrayLike | None = None,
) -> Judged:
    """Score one mentee against the whole bank.

    `vetoes` is (any number of vetoes, mentors) of 1 broken, 0 fine, -1 not known; `extra_points` one integer
    per mentor, added to the points. Raises ValueError when a shape does not fit the bank.
    """
    given = _fitting("vetoes", np.int8, vetoes, bank, 2)
    extra = (
        _nothing(bank) if extra_points is None else _fitting("extra_points", np.int64, extra_points, bank, 1)
    )
    found = [(each, each.over(bank)) for each in standings(mentee, bank, recipe)]
    return Judged(bank, recipe, row(mentee, bank, recipe), extra, found, given)


def _nothing(bank: Bank) -> Numbers:
    """Zero for every mentor, without taking room."""
    return np.broadcast_to(np.int64(0), (len(bank),))


def wish_points(states: Numbers, recipe: Recipe, counts: Numbers | None = None) -> Numbers:
    """What one wish takes from those who break it; the silent count as the median of the known.

    `counts` says how many mentors each state stands for; one each when it is None.
    """
    points = -recipe.wish_points * (states == BROKEN).astype(np.int64)
    known = states != UNSURE
    many = np.ones(len(states), dtype=np.int64) if counts is None else counts
    found: Numbers = np.where(known, points, median(points[known], many[known]))
    return found


def _any(states: Sequence[Numbers], wanted: int, bank: Bank) -> Numbers:
    """Which mentors have this state in any of the musts."""
    found = np.zeros(len(bank), dtype=bool)
    for state in states:
        found |= state == wanted
    return found


def _fitting(name: str, kind: Any, given: ArrayLike | None, bank: Bank, dimensions: int) -> Numbers:
    """An array of the caller, checked against the bank; none given is all zero (or no veto at all)."""
    shape: tuple[int, ...] = (0, len(bank)) if dimensions == 2 else (len(bank),)
    array = np.zeros(shape, dtype=kind) if given is None else np.asarray(given)
    if dimensions == 2 and array.size == 0:
        array = np.zeros(shape, dtype=kind)
    if array.ndim != dimensions or array.shape[-1] != len(bank):
        raise ValueError(
            f"{name}: expected {len(bank)} mentors in the last of {dimensions} axes, got {array.shape}"
        )
    if array.dtype.kind not in "iub":
        raise ValueError(f"{name}: expected whole numbers, got {array.dtype}")
    return array.astype(kind)
