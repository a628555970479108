"""The mentors as columns: each column keeps its distinct values once and, per mentor, the number of hers.

A criterion then looks at some hundred distinct values instead of a million mentors, and one indexing pass
spreads the result over the bank.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mentorbank.engine.profiles import Mentor, Wish

Numbers = NDArray[Any]


@dataclass(frozen=True)
class Spot:
    """Where a mentor can meet: the distinct value behind the nearness criterion."""

    place: tuple[float, float] | None = None
    division: Hashable | None = None
    municipality: str | None = None
    travel_km: float | None = None
    online: bool | None = None


@dataclass(frozen=True)
class Column:
    """One property of all mentors: `values[cells[j]]` is that of mentor j."""

    cells: Numbers
    values: tuple[Any, ...]
    prepared: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, values: Iterable[Hashable]) -> "Column":
        """Number the distinct values in the order of their first appearance."""
        seen: dict[Hashable, int] = {}
        cells = [seen.setdefault(value, len(seen)) for value in values]
        return cls(np.array(cells, dtype=smallest(len(seen))), tuple(seen))

    def at(self, mentor: int) -> Any:
        """The value of one mentor."""
        return self.values[int(self.cells[mentor])]

    @cached_property
    def counts(self) -> Numbers:
        """How many mentors share each distinct value."""
        return np.bincount(self.cells, minlength=len(self.values))


def smallest(distinct: int) -> Any:
    """The narrowest unsigned integer type that numbers so many values: a bank then travels light."""
    return np.min_scalar_type(max(distinct - 1, 0))


@dataclass(frozen=True)
class Bank:
    """All mentors of a bank, one row each, in the order given.

    Values of the columns: profession `str | None` (ISCO-08) · education `(field, level)` · language a
    sorted tuple of `(code, level)` · goals and time a frozenset of codes · nearness a `Spot`. `wishes` maps
    each distinct wish of a mentor to the rows of those who have it.
    """

    ids: Sequence[Hashable]
    places: Numbers
    columns: dict[str, Column]
    wishes: dict[Wish, Numbers]

    def __len__(self) -> int:
        return len(self.ids)

    def __getstate__(self) -> dict[str, Any]:
        """What travels to other processes: everything but what can be made again there."""
        made = ("packed", "index", "open", "opened")
        return {name: value for name, value in self.__dict__.items() if name not in made}

    @property
    def names(self) -> list[str]:
        """The columns in the order in which they are packed."""
        return list(self.columns)

    @cached_property
    def packed(self) -> Numbers:
        """All cells as one table (columns, mentors), and in its last row whether a mentor is full."""
        kind = np.uint16 if all(len(each.values) <= 1 << 16 for each in self.columns.values()) else np.uint32
        full = (np.asarray(self.places) <= 0).astype(kind)
        return np.stack([*(column.cells.astype(kind) for column in self.columns.values()), full])

    @cached_property
    def index(self) -> "Index":
        """The mentors sorted by profession and education."""
        return Index.of(self)

    @cached_property
    def opened(self) -> int:
        """How many mentors have a free place."""
        return int((np.asarray(self.places) > 0).sum())

    @cached_property
    def open(self) -> dict[str, Numbers]:
        """How many mentors with a free place have each distinct value, per column."""
        free = np.asarray(self.places) > 0
        return {
            name: np.bincount(column.cells[free], minlength=len(column.values))
            for name, column in self.columns.items()
        }

    @classmethod
    def of(cls, mentors: Iterable[Mentor]) -> "Bank":
        """Columns from mentors one by one; their order is kept and breaks ties."""
        rows = list(mentors)
        return cls(
            ids=[row.id for row in rows],
            places=np.array([row.places for row in rows], dtype=np.int64),
            columns={name: Column.of(map(read, rows)) for name, read in READERS.items()},
            wishes=_rows_by_wish(rows),
        )


@dataclass(frozen=True)
class Index:
    """Mentors in groups of the same profession and education, so that most groups need not be looked at.

    Group g is `rows[starts[g]:starts[g+1]]` (rows of the bank, ascending) and has the cells `professions[g]` and
    `educations[g]`; `packed` is the bank's packed table in this order.
    """

    rows: Numbers
    starts: Numbers
    professions: Numbers
    educations: Numbers
    packed: Numbers

    @classmethod
    def of(cls, bank: Bank) -> "Index":
        """Sort a bank into groups."""
        profession, education = bank.columns["profession"], bank.columns["education"]
        keys = profession.cells.astype(np.int64) * len(education.values) + education.cells
        rows = np.argsort(keys, kind="stable")
        groups, starts = np.unique(keys[rows], return_index=True)
        return cls(
            rows,
            np.append(starts, len(rows)),
            groups // max(len(education.values), 1),
            groups % max(len(education.values), 1),
            np.ascontiguousarray(bank.packed[:, rows]),
        )


def _rows_by_wish(rows: Sequence[Mentor]) -> dict[Wish, Numbers]:
    """Which rows hold each distinct wish."""
    found: dict[Wish, list[int]] = {}
    for index, row in enumerate(rows):
        for wish in dict.fromkeys(row.wishes):
            found.setdefault(wish, []).append(index)
    return {wish: np.array(indices, dtype=np.int64) for wish, indices in found.items()}


READERS = {
    "profession": lambda row: row.occupation,
    "goals": lambda row: frozenset(row.offers),
    "education": lambda row: (row.field, row.level),
    "language": lambda row: tuple(sorted(row.languages.items(), key=lambda item: item[0])),
    "nearness": lambda row: Spot(row.place, row.division, row.municipality, row.travel_km, row.online),
    "time": lambda row: frozenset(row.times),
}
