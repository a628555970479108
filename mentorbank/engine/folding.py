"""One mentee against a bank, folded into one small table per column: the form in which whole lists are
reckoned.

Points, her wishes and vetoes all depend on distinct values only, so they fold into one number per value; a
sum below `VETOED` is a veto. What depends on single mentors (their own wishes) stands apart as corrections.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from mentorbank.engine.bank import Bank, Numbers
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.recipe import WHOLE, Recipe
from mentorbank.engine.scoring import Memory, Row, row, wish_points
from mentorbank.engine.wishes import BROKEN, Standing, standings

VETO = -(1 << 24)
VETOED = VETO // 2
# Far beyond all points, and so far from a veto that many together are none.
MOST_EXTRA = 100_000


@dataclass(frozen=True)
class Unnamed:
    """A matrix over all pairs whose meaning only the caller knows, by classes of mentees and of mentors.

    `table[mentee_class[i], mentor_class[j]]` is 1 broken, 0 fine, -1 not known for a veto, and a whole number
    of points for extra points. A full matrix is one class each: `Unnamed.of(matrix)`.
    """

    mentee_class: Numbers
    mentor_class: Numbers
    table: Numbers

    @classmethod
    def of(cls, matrix: ArrayLike) -> "Unnamed":
        """From a matrix (mentees, mentors) of whole numbers."""
        table = np.asarray(matrix)
        if table.ndim != 2 or table.dtype.kind not in "iub":
            raise ValueError(f"expected whole numbers (mentees, mentors), got {table.dtype} {table.shape}")
        return cls(np.arange(table.shape[0]), np.arange(table.shape[1]), table)

    def row(self, mentee: int) -> Numbers:
        """One number per mentor, for one mentee."""
        found: Numbers = self.table[int(self.mentee_class[mentee])][self.mentor_class]
        return found


@dataclass(frozen=True)
class Folded:
    """`tables` to be summed over their columns, then `corrections` to single mentors, kept within 0 and
    10,000.

    A column is a name of the bank's columns; `corrections` are (rows or None for all, what to add).
    """

    tables: dict[str, Numbers]
    corrections: Sequence[tuple[Numbers | None, Numbers]]

    def totals(self, bank: Bank) -> Numbers:
        """Points per mentor as int32; -1 is a veto."""
        total = np.where(bank.places > 0, 0, VETO).astype(np.int32)
        for name, table in self.tables.items():
            total += table[bank.columns[name].cells]
        if self.corrections:
            total += self.corrected(len(bank))
        return np.where(total < VETOED, -1, np.clip(total, 0, WHOLE))

    def corrected(self, mentors: int) -> Numbers:
        """All corrections in one int32 per mentor; empty when there are none."""
        total = np.zeros(mentors if self.corrections else 0, dtype=np.int32)
        for rows, add in self.corrections:
            if rows is None:
                total += add
            else:
                total[rows] += add
        return total


def fold(
    mentee: Mentee,
    bank: Bank,
    recipe: Recipe,
    vetoes: Sequence[Numbers] = (),
    extra_points: Sequence[Numbers] = (),
    forbidden: Sequence[int] = (),
    memory: Memory | None = None,
    points: Row | None = None,
) -> Folded:
    """Fold one mentee; `vetoes` and `extra_points` are rows of unnamed matrices, one number per mentor.

    `memory` and `points` are what was reckoned before, where there is any.
    """
    tables = dict((points or row(mentee, bank, recipe, memory)).tables)
    corrections: list[tuple[Numbers | None, Numbers]] = []
    for standing in standings(mentee, bank, recipe):
        if standing.rows is None:
            cost = _cost(standing, recipe, bank.columns[standing.column].counts)
            tables[standing.column] = (tables.get(standing.column, 0) + cost).astype(np.int32)
        elif standing.states.any():
            corrections.append(_correction(standing, bank, recipe))
    corrections += [
        (None, np.where(np.asarray(states) == BROKEN, VETO, 0).astype(np.int32)) for states in vetoes
    ]
    corrections += [
        (None, np.clip(np.asarray(points), -MOST_EXTRA, MOST_EXTRA).astype(np.int32))
        for points in extra_points
    ]
    if len(forbidden):
        rows = np.unique(np.asarray(forbidden, dtype=np.int64))
        corrections.append((rows, np.full(len(rows), VETO, dtype=np.int32)))
    return Folded(tables, corrections)


def _cost(standing: Standing, recipe: Recipe, counts: Numbers | None) -> Numbers:
    """What a wish takes per state: a veto, or points."""
    if standing.must:
        return np.where(standing.states == BROKEN, VETO, 0)
    return wish_points(standing.states, recipe, counts)


def _correction(standing: Standing, bank: Bank, recipe: Recipe) -> tuple[Numbers | None, Numbers]:
    """What a wish of some mentors takes; a soft one may change the median of all who are silent."""
    if standing.must:
        return standing.rows, _cost(standing, recipe, None).astype(np.int32)
    return None, wish_points(standing.over(bank), recipe).astype(np.int32)
