"""The hot paths compiled with numba, once, then cached; each equals its plain twin, as the tests check.

They release the interpreter lock, so that a thread pool uses every core.
"""

from typing import Any

import numba
import numpy as np

from mentorbank.engine.bank import Bank, Index, Numbers
from mentorbank.engine.folding import VETOED, Folded
from mentorbank.engine.lists import Lists
from mentorbank.engine.recipe import WHOLE

CHUNK = 2_048
# Groups are looked at in this order: how far their bound is below the best one.
LEVELS = (0, 100, 400, 1_500, 20_000)
PRUNING = {"profession", "education"}
NOBODY = -1
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


def solve(lists: Lists, values: Numbers, places: Numbers) -> tuple[Numbers, Numbers]:
    """As `solver.solve`: the mentor of each mentee, and the least prices that prove it."""
    entries = (lists.starts, lists.mentors, np.asarray(values, dtype=np.int64))
    free = np.asarray(places, dtype=np.int64)
    chosen, own = _assign(*entries, free)
    return chosen, _least_prices(*entries, free, chosen, own)


@jit
def _push(keys, items, size, key, item):  # type: ignore[no-untyped-def]
    """Add to a binary heap, growing it when full. Returns the arrays and the new size."""
    if size == len(keys):
        keys = np.concatenate((keys, np.empty(size, dtype=np.int64)))
        items = np.concatenate((items, np.empty(size, dtype=np.int64)))
    at = size
    while at > 0 and keys[(at - 1) // 2] > key:
        keys[at], items[at] = keys[(at - 1) // 2], items[(at - 1) // 2]
        at = (at - 1) // 2
    keys[at], items[at] = key, item
    return keys, items, size + 1


@jit
def _pop(keys, items, size):  # type: ignore[no-untyped-def]
    """Take the smallest off a binary heap; it is returned first."""
    key, item = keys[0], items[0]
    size -= 1
    last_key, last_item = keys[size], items[size]
    at = 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= last_key:
            break
        keys[at], items[at] = keys[child], items[child]
        at = child
    keys[at], items[at] = last_key, last_item
    return key, item, size


@jit
def _assign(starts, mentors, values, places):  # type: ignore[no-untyped-def]
    """Place one mentee after another along the cheapest chain (as `exact`, over lists and with a heap).

    Returns the mentor of each mentee and what she is worth to her.
    """
    mentees, far = len(starts) - 1, np.int64(1) << 62
    chosen, own = np.full(mentees, NOBODY), np.zeros(mentees, dtype=np.int64)
    prices, load = np.zeros(len(places), dtype=np.int64), np.zeros(len(places), dtype=np.int64)
    first, after = np.full(len(places), NOBODY), np.full(mentees, NOBODY)
    distance, before = np.full(len(places), far), np.full(len(places), NOBODY)
    settled = np.zeros(len(places), dtype=np.bool_)
    worth_to, touched = np.zeros(len(places), dtype=np.int64), np.empty(len(places), dtype=np.int64)
    keys, items = np.empty(64, dtype=np.int64), np.empty(64, dtype=np.int64)
    for mentee in range(mentees):
        size, many = 0, 0
        gain = np.int64(0)
        for e in range(starts[mentee], starts[mentee + 1]):
            if values[e] >= 0 and places[mentors[e]] > 0:
                gain = max(gain, values[e] - prices[mentors[e]])
        # Standing alone costs what one has: for the new mentee herself, or for anybody met on the way.
        limit, leaver = gain, mentee
        reached, base, mover = NOBODY, np.int64(0), mentee
        while True:
            for e in range(starts[mover], starts[mover + 1]):
                j = mentors[e]
                if values[e] < 0 or places[j] == 0 or settled[j]:
                    continue
                through = base + gain - (values[e] - prices[j])
                if through < distance[j] and through <= limit:
                    if distance[j] == far:
                        touched[many] = j
                        many += 1
                    distance[j], before[j], worth_to[j] = through, mover, values[e]
                    keys, items, size = _push(keys, items, size, through, j)
            mover = after[mover] if reached != NOBODY else NOBODY
            if mover == NOBODY:
                reached = NOBODY
                while size > 0:
                    base, j, size = _pop(keys, items, size)
                    if not settled[j] and base == distance[j]:
                        reached = j
                        break
                if reached == NOBODY or base > limit:
                    reached = NOBODY
                    break
                if load[reached] < places[reached]:
                    break
                settled[reached] = True
                mover = first[reached]
            gain = own[mover] - prices[reached]
            if base + gain < limit:
                limit, leaver = base + gain, mover
        length = limit if reached == NOBODY else base
        for t in range(many):
            j = touched[t]
            if settled[j]:
                prices[j] += length - distance[j]
        end = reached
        if end == NOBODY and leaver != mentee:
            end = _leave(chosen, own, first, after, load, leaver)
        while end != NOBODY:
            mover, worth = before[end], worth_to[end]
            left = NOBODY if mover == mentee else _leave(chosen, own, first, after, load, mover)
            chosen[mover], own[mover] = end, worth
            after[mover], first[end] = first[end], mover
            load[end] += 1
            end = left
        for t in range(many):
            distance[touched[t]], settled[touched[t]] = far, False
    return chosen, own


@jit
def _leave(chosen, own, first, after, load, mentee):  # type: ignore[no-untyped-def]
    """Take a mentee from her mentor, whom it returns."""
    mentor = chosen[mentee]
    if first[mentor] == mentee:
        first[mentor] = after[mentee]
    else:
        at = first[mentor]
        while after[at] != mentee:
            at = after[at]
        after[at] = after[mentee]
    after[mentee], chosen[mentee], own[mentee] = NOBODY, NOBODY, 0
    load[mentor] -= 1
    return mentor


@jit
def _least_prices(starts, mentors, values, places, chosen, own):  # type: ignore[no-untyped-def]
    """As `sparse.least_prices`, asking only those again whose mentor became dearer."""
    mentees = len(chosen)
    prices = np.zeros(len(places), dtype=np.int64)
    first, after = np.full(len(places), NOBODY), np.full(mentees, NOBODY)
    for i in range(mentees):
        if chosen[i] != NOBODY:
            after[i], first[chosen[i]] = first[chosen[i]], i
    queue, queued = np.arange(mentees), np.ones(mentees, dtype=np.bool_)
    head, waiting = 0, mentees
    while waiting > 0:
        i = queue[head]
        head = (head + 1) % mentees
        waiting -= 1
        queued[i] = False
        surplus = own[i] - (prices[chosen[i]] if chosen[i] != NOBODY else 0)
        for e in range(starts[i], starts[i + 1]):
            j = mentors[e]
            if values[e] < 0 or places[j] == 0 or values[e] - surplus <= prices[j]:
                continue
            prices[j] = values[e] - surplus
            other = first[j]
            while other != NOBODY:
                if not queued[other]:
                    queue[(head + waiting) % mentees] = other
                    queued[other] = True
                    waiting += 1
                other = after[other]
    return prices
