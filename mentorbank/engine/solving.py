"""`plan`: the best way to give mentees to mentors with places, from a table of points. Always optimal.

SciPy finds an assignment in floating point; whole-number prices then prove it. Where the proof fails
(rounding, or a table too large once every place is a column), `exact` solves in whole numbers throughout.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mentorbank.engine.bank import Numbers
from mentorbank.engine.exact import solve_exactly

LARGEST = 1 << 40
ROOM = 1 << 25
NOBODY = -1


@dataclass(frozen=True)
class Plan:
    """Who gets whom, and the proof.

    `pairs` are (mentee index, mentor index); `total` sums their points, `objective` their points and bonuses.
    `prices` are the least whole-number duals of a mentor's place: what one more place with her would bring.
    `bound` is reckoned from the prices over all pairs: no plan can do better than it.
    """

    pairs: list[tuple[int, int]]
    total: int
    objective: int
    bound: int
    prices: Numbers


def plan(points: ArrayLike, places: ArrayLike, match_bonus: int = 0) -> Plan:
    """Maximise the sum of points + match_bonus over the chosen pairs; staying alone is worth 0.

    `points`: whole numbers (mentees, mentors) up to 2^40, a negative one is a vetoed pair. `places`: whole
    numbers from 0, one per mentor. Raises ValueError, saying what was expected, for anything else.
    """
    table, free = _table(points, places)
    bonus = _bonus(match_bonus)
    values = np.maximum(table, 0) if bonus == 0 else np.where(table < 0, 0, np.maximum(table + bonus, 0))
    if not free.all():
        values[:, free == 0] = 0
    chosen, prices, bound = _solve(values, free)
    found = ((i, j) for i, j in enumerate(chosen.tolist()) if j != NOBODY and free[j])
    pairs = [(i, j) for i, j in found if table[i, j] >= 0 and table[i, j] + bonus >= 0]
    total = sum(int(table[pair]) for pair in pairs)
    return Plan(pairs, total, total + bonus * len(pairs), bound, prices)


def _table(points: ArrayLike, places: ArrayLike) -> tuple[Numbers, Numbers]:
    """Both arrays, checked: points (mentees, mentors), and places, never more than there are mentees."""
    free = _whole("places", places)
    table = _whole("points", points)
    if free.ndim != 1:
        raise ValueError(f"places: expected one number per mentor, got an array of shape {free.shape}")
    if table.size == 0 and table.ndim < 2:
        table = table.reshape(0, len(free))
    if table.ndim != 2 or table.shape[1] != len(free):
        raise ValueError(f"points: expected a table (mentees, {len(free)} mentors), got {table.shape}")
    if (free < 0).any():
        raise ValueError(f"places: expected whole numbers from 0, got {free.min()}")
    if table.size and table.max() > LARGEST:
        raise ValueError(f"points: expected at most 2^40, got {table.max()}")
    return table.astype(np.int64), np.minimum(free, len(table)).astype(np.int64)


def _whole(name: str, given: ArrayLike) -> Numbers:
    """An array of whole numbers; an empty one may have any type."""
    try:
        array: Numbers = np.asarray(given)
    except ValueError:
        raise ValueError(f"{name}: expected rows of equal length") from None
    if array.size and array.dtype.kind not in "iu":
        raise ValueError(f"{name}: expected whole numbers below 2^63, got {array.dtype}")
    return array if array.size else array.astype(np.int64)


def _bonus(match_bonus: int) -> int:
    """The bonus as a plain integer within bounds."""
    if isinstance(match_bonus, bool) or not isinstance(match_bonus, (int, np.integer)):
        raise ValueError(f"match_bonus: expected a whole number, got {match_bonus!r}")
    if abs(int(match_bonus)) > LARGEST:
        raise ValueError(f"match_bonus: expected at most 2^40, got {match_bonus}")
    return int(match_bonus)


def _solve(values: Numbers, free: Numbers) -> tuple[Numbers, Numbers, int]:
    """The mentor (or NOBODY) of each mentee, the least prices, and the bound that proves it."""
    if not values.size or not free.any():
        return np.full(len(values), NOBODY), np.zeros(len(free), dtype=np.int64), 0
    if len(values) * int(free.sum()) <= ROOM:
        chosen = _by_scipy(values, free)
        prices = least_prices(values, free, chosen)
        bound = -1 if prices is None else _bound(values, free, prices)
        if prices is not None and bound == int(_worth(values, chosen).sum()):
            return chosen, prices, bound
    chosen = solve_exactly(values, free)
    proof: Any = least_prices(values, free, chosen)
    return chosen, proof, _bound(values, free, proof)


def _by_scipy(values: Numbers, free: Numbers) -> Numbers:
    """An assignment with every place as a column of its own. A pair worth 0 stands for staying alone."""
    from scipy.optimize import linear_sum_assignment  # heavy: only when a plan is made

    owners = np.repeat(np.arange(len(free)), free)
    seats = values if len(owners) == len(free) and (free == 1).all() else values[:, owners]
    if seats.shape[0] == seats.shape[1]:
        # Mentees agree on who is good more than mentors do: asking the mentors first takes a third of the time.
        columns, rows = linear_sum_assignment(np.ascontiguousarray(seats.T), maximize=True)
    else:
        rows, columns = linear_sum_assignment(seats, maximize=True)
    chosen = np.full(len(values), NOBODY)
    chosen[rows] = owners[columns]
    return chosen


def _worth(values: Numbers, chosen: Numbers) -> Numbers:
    """What each mentee's own mentor is worth to her; 0 for nobody."""
    placed = np.flatnonzero(chosen != NOBODY)
    worth = np.zeros(len(values), dtype=np.int64)
    worth[placed] = values[placed, chosen[placed]]
    return worth


def least_prices(values: Numbers, free: Numbers, chosen: Numbers) -> Numbers | None:
    """The lowest prices at which nobody would rather have a mentor of somebody else; None when there are none.

    Prices start at 0 and rise only as far as somebody would otherwise prefer a mentor to her own. Then no mentor
    with a place left has a price, and nobody pays more than her mentor is worth to her: where an assignment is
    optimal such prices exist. Whether a mentor whom nobody has is liked better is for the bound to say.
    """
    placed = np.flatnonzero(chosen != NOBODY)
    taken, seat = np.unique(chosen[placed], return_inverse=True)
    some, worth = values[:, taken], _worth(values, chosen)
    prices, rows = np.zeros(len(taken), dtype=np.int64), np.arange(len(values))
    for _ in range(len(values) + 2):
        surplus = worth.copy()
        surplus[placed] -= prices[seat]
        if surplus.min() < 0:
            return None
        raised = _raised(some, surplus, rows, prices)
        risen = raised > prices
        if not risen.any():
            spare = np.bincount(seat, minlength=len(taken)) < free[taken]
            found = np.zeros(len(free), dtype=np.int64)
            found[taken] = prices
            return None if (prices[spare] > 0).any() else found
        prices, rows = raised, placed[risen[seat]]
    return None


def _raised(values: Numbers, surplus: Numbers, rows: Numbers, prices: Numbers) -> Numbers:
    """Prices after these mentees made every mentor at least as dear as their own; a few rows at a time."""
    found = prices
    step = max(1, (1 << 17) // max(values.shape[1], 1))
    for start in range(0, len(rows), step):
        some = rows[start : start + step]
        found = np.maximum(found, (values[some] - surplus[some, None]).max(axis=0))
    return found


def _bound(values: Numbers, free: Numbers, prices: Numbers) -> int:
    """Weak duality: what all mentees could gain at these prices, plus what all places cost."""
    gains = 0
    step = max(1, (1 << 17) // max(values.shape[1], 1))
    for start in range(0, len(values) if values.shape[1] else 0, step):
        gains += int(np.maximum((values[start : start + step] - prices).max(axis=1), 0).sum())
    return gains + sum(int(p) * int(c) for p, c in zip(prices, free, strict=True) if p)


__all__ = ["LARGEST", "NOBODY", "Plan", "least_prices", "plan"]
