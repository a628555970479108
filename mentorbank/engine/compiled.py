"""The search for the best mentors, compiled with numba: once, then cached. It equals its plain twin in `lists`.

It releases the interpreter lock, so that a thread pool uses every core.
"""

from typing import Any

import numba
import numpy as np

from mentorbank.engine.bank import Bank, Index, Numbers
from mentorbank.engine.folding import VETOED, Folded
from mentorbank.engine.recipe import WHOLE

CHUNK = 2_048
# Groups are looked at in this order: how far their bound is below the best one.
LEVELS = (0, 100, 400, 1_500, 20_000)
PRUNING = {"profession", "education"}
jit: Any = numba.njit(cache=True, nogil=True)


def best(folded: Folded, bank: Bank, top: int, prices: Numbers | None) -> tuple[Numbers, Numbers, int]:
    """As `lists.best`: the best mentors, their points, and how many are possible."""
    names = list(folded.tables)
    tables = [folded.tables[name] for name in names]
    flat = np.concatenate([np.zeros(0, dtype=np.int32), *tables]).astype(np.int32)
    offsets = np.concatenate([[0], np.cumsum([len(each) for each in tables])]).astype(np.int64)
    columns = np.array([bank.names.index(name) for name in names], dtype=np.int64)
    corrected = folded.corrected(len(bank))
    dear = np.zeros(0, dtype=np.int64) if prices is None else np.asarray(prices, dtype=np.int64)
    packed, groups, possible = _groups(folded, bank, corrected)
    kept = max(0, min(top, len(bank)))
    who, points, worth = (np.zeros(kept, dtype=np.int64) for _ in range(3))
    found, met = _scan(packed, columns, flat, offsets, corrected, dear, *groups, who, points, worth)
    return who[:found], points[:found], int(met) if possible is None else possible


def _groups(
    folded: Folded, bank: Bank, corrected: Numbers
) -> tuple[Numbers, tuple[Numbers, ...], int | None]:
    """What to scan: the bank as it stands, or its index where groups can be left out.

    The groups are (rows, starts, bounds of their points). Groups are only left out when the possible mentors can be
    counted without looking at them.
    """
    possible = _possible(folded, bank) if PRUNING.intersection(folded.tables) else None
    if possible is None:
        whole = np.zeros(0, dtype=np.int64), np.array([0, len(bank)]), np.array([WHOLE])
        return bank.packed, whole, None
    index = bank.index
    return index.packed, (index.rows, index.starts, _bounds(folded, index, corrected)), possible


def _possible(folded: Folded, bank: Bank) -> int | None:
    """How many mentors no veto excludes, where the counts per value tell; else None."""
    vetoing = [name for name, table in folded.tables.items() if len(table) and table.min() < VETOED]
    if len(vetoing) > 1 or any(len(add) and add.min() < VETOED for _, add in folded.corrections):
        return None
    possible = bank.opened
    for name in vetoing:
        possible -= int(bank.open[name][folded.tables[name] < VETOED].sum())
    return possible


def _bounds(folded: Folded, index: Index, corrected: Numbers) -> Numbers:
    """The most points anybody in each group can have."""
    rest = sum(int(table.max(initial=0)) for name, table in folded.tables.items() if name not in PRUNING)
    rest += max(int(corrected.max(initial=0)), 0)
    nothing = np.zeros(1, dtype=np.int32)
    professions = folded.tables.get("profession", nothing)
    educations = folded.tables.get("education", nothing)
    found: Numbers = _sum_up(professions, educations, index.professions, index.educations, rest)
    return found


@jit
def _sum_up(professions, educations, which, other, rest):  # type: ignore[no-untyped-def]
    """Bounds from the two tables; a table of one entry holds for every group."""
    bounds = np.empty(len(which), dtype=np.int64)
    for g in range(len(which)):
        bound = rest + professions[which[g] if len(professions) > 1 else 0]
        bound += educations[other[g] if len(educations) > 1 else 0]
        bounds[g] = -1 if bound < VETOED else min(max(bound, 0), WHOLE)
    return bounds


@jit
def _scan(  # type: ignore[no-untyped-def]
    packed, columns, flat, offsets, corrected, prices, rows, starts, bounds, who, points, worth
):
    """Look at the most promising groups first, keeping the best; leave out those that cannot reach the last of them.

    Earlier rows of the bank win ties, in whatever order they are met. Returns how many are kept, and how many
    possible ones were met.
    """
    kept, found, possible = len(who), 0, 0
    sums = np.empty(CHUNK, dtype=np.int32)
    shut = packed[packed.shape[0] - 1]
    best = bounds.max() if len(bounds) else 0
    high = best + 1
    for below in LEVELS:
        low = best - below
        for g in range(len(bounds)):
            if (
                bounds[g] < 0
                or not low <= bounds[g] < high
                or (found == kept and kept > 0 and bounds[g] < worth[kept - 1])
            ):
                continue
            for start in range(starts[g], starts[g + 1], CHUNK):
                many = min(CHUNK, starts[g + 1] - start)
                for j in range(many):
                    row = rows[start + j] if len(rows) else start + j
                    sums[j] = corrected[row] if len(corrected) else 0
                for c in range(len(columns)):
                    cells, table = packed[columns[c]], flat[offsets[c] : offsets[c + 1]]
                    for j in range(many):
                        sums[j] += table[cells[start + j]]
                for j in range(many):
                    if sums[j] < VETOED or shut[start + j]:
                        continue
                    possible += 1
                    row = rows[start + j] if len(rows) else start + j
                    total = np.int64(min(max(sums[j], 0), WHOLE))
                    value = total - (prices[row] if len(prices) else 0)
                    if kept > 0:
                        found = _keep(who, points, worth, found, row, total, value)
        high = low
    return found, possible


@jit
def _keep(who, points, worth, found, row, total, value):  # type: ignore[no-untyped-def]
    """Put one mentor in her place among the best, if she has one. Returns how many there are."""
    last = len(who) - 1
    if found > last and (value < worth[last] or (value == worth[last] and row > who[last])):
        return found
    at = min(found, last)
    while at > 0 and (worth[at - 1] < value or (worth[at - 1] == value and who[at - 1] > row)):
        worth[at], who[at], points[at] = worth[at - 1], who[at - 1], points[at - 1]
        at -= 1
    worth[at], who[at], points[at] = value, row, total
    return min(found + 1, last + 1)
