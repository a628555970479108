"""What every criterion can be asked, and the two small reckonings several of them share."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Protocol

import numpy as np

from mentorbank.engine.bank import Column, Numbers
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe

UNKNOWN = -1
WHOLE = 10_000


class Criterion(Protocol):
    """One way in which a mentor can suit a mentee."""

    name: str

    def used(self, mentee: Mentee) -> bool:
        """Whether the mentee stated anything this criterion could compare."""
        ...

    def key(self, mentee: Mentee) -> Hashable:
        """Everything of the mentee that the shares depend on: equal keys, equal shares."""
        ...

    def prepare(self, values: Sequence[Any]) -> Any:
        """What can be reckoned once per bank from the column's distinct values."""
        ...

    def shares(self, mentee: Mentee, prepared: Any, recipe: Recipe) -> Numbers:
        """One integer per distinct value: 0 to 10,000, or UNKNOWN."""
        ...

    def reason(self, mentee: Mentee, value: Any, share: int) -> Reason:
        """Why one mentor's known value got this share."""
        ...

    def gaps(self, mentee: Mentee, value: Any) -> tuple[Reason, ...]:
        """What is missing in a mentor's value, seen by this mentee."""
        ...


def prepared(criterion: Criterion, column: Column) -> Any:
    """The criterion's preparation of a column, made once and kept with it."""
    if criterion.name not in column.prepared:
        column.prepared[criterion.name] = criterion.prepare(column.values)
    return column.prepared[criterion.name]


def digits(codes: Iterable[str | None], width: int = 4) -> Numbers:
    """Codes as rows of digits, padded with -1; an unknown code is all -1."""
    rows = [[int(digit) for digit in (code or "")[:width]] for code in codes]
    return np.array([row + [-1] * (width - len(row)) for row in rows], dtype=np.int8).reshape(-1, width)


def shared_digits(code: str, rows: Numbers) -> Numbers:
    """How many leading digits each row shares with a code; a row that has the whole of it counts as all."""
    wanted = digits([code], rows.shape[1])[0]
    alike = (rows == wanted) & (wanted >= 0)
    common = np.cumprod(alike, axis=1).sum(axis=1)
    shared: Numbers = np.where(common == len(code), rows.shape[1], common)
    return shared


def common_digits(hers: str, theirs: str) -> int:
    """The same for a single pair of codes."""
    count = 0
    while count < min(len(hers), len(theirs), 4) and hers[count] == theirs[count]:
        count += 1
    return 4 if count == len(hers) else count


def masks(values: Iterable[Iterable[str]]) -> tuple[dict[str, int], Numbers]:
    """Sets of codes as bits: the bit of each code, and one unsigned integer per set (at most 64 codes)."""
    sets = [frozenset(each) for each in values]
    codes = sorted(set().union(*sets)) if sets else []
    if len(codes) > 64:
        raise ValueError(f"{len(codes)} different codes in one column; a set criterion holds at most 64")
    bits = {code: 1 << place for place, code in enumerate(codes)}
    return bits, np.array([sum(bits[code] for code in each) for each in sets], dtype=np.uint64)


def common_codes(wanted: Iterable[str], bits: dict[str, int], rows: Numbers) -> Numbers:
    """How many of the wanted codes each row holds."""
    mask = np.uint64(sum(bits.get(code, 0) for code in set(wanted)))
    common: Numbers = np.bitwise_count(rows & mask).astype(np.int64)
    return common
