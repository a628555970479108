"""The assignment over lists, compiled with numba: once, then cached. It equals its plain twin in `sparse`."""

from typing import Any

import numba
import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.lists import Lists

NOBODY = -1
FAR = np.int64(1) << 62
jit: Any = numba.njit(cache=True, nogil=True)


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

    Returns the mentor of each mentee and what she is worth to her. `first` and `after` chain the mentees of each
    mentor; `found` holds what the search for one mentee found: distance, mentee before, her value, settled.
    """
    mentees, count = len(starts) - 1, len(places)
    lists = (starts, mentors, values, places)
    chosen, own = np.full(mentees, NOBODY), np.zeros(mentees, dtype=np.int64)
    prices, load = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    first, after = np.full(count, NOBODY), np.full(mentees, NOBODY)
    pairs = (chosen, own, first, after, load)
    found = (
        np.full(count, FAR),
        np.full(count, NOBODY),
        np.zeros(count, dtype=np.int64),
        np.zeros(count, dtype=np.bool_),
    )
    touched = np.empty(count, dtype=np.int64)
    heap = (np.empty(64, dtype=np.int64), np.empty(64, dtype=np.int64))
    for mentee in range(mentees):
        end, leaver, length, many, heap = _search(mentee, lists, prices, pairs, found, touched, heap)
        for t in range(many):
            j = touched[t]
            if found[3][j]:
                prices[j] += length - found[0][j]
        if end == NOBODY and leaver != mentee:
            end = _leave(pairs, leaver)
        _move(mentee, end, pairs, found)
        for t in range(many):
            found[0][touched[t]], found[3][touched[t]] = FAR, False
    return chosen, own


@jit
def _search(mentee, lists, prices, pairs, found, touched, heap):  # type: ignore[no-untyped-def]
    """The cheapest chain from a mentee to a free place, or to somebody (`leaver`) who then stays alone.

    Returns the free mentor at its end (NOBODY when somebody leaves), the leaver, its length, how many mentors were
    touched, and the heap.
    """
    _chosen, own, first, after, load = pairs
    distance, settled, places = found[0], found[3], lists[3]
    size, many, base, mover, reached = 0, 0, np.int64(0), mentee, NOBODY
    gain = _gain(mentee, lists, prices)
    # Standing alone costs what one has: for the new mentee herself, or for anybody met on the way.
    limit, leaver = gain, mentee
    while True:
        size, many, heap = _relax(mover, base + gain, limit, lists, prices, found, touched, many, heap, size)
        mover = after[mover] if reached != NOBODY else NOBODY
        if mover == NOBODY:
            reached, base, size = _nearest(heap, size, distance, settled)
            if reached == NOBODY or base > limit:
                return NOBODY, leaver, limit, many, heap
            if load[reached] < places[reached]:
                return reached, mentee, base, many, heap
            settled[reached] = True
            mover = first[reached]
        gain = own[mover] - prices[reached]
        if base + gain < limit:
            limit, leaver = base + gain, mover


@jit
def _gain(mentee, lists, prices):  # type: ignore[no-untyped-def]
    """What the best mentor at these prices brings a mentee; 0 is staying alone."""
    starts, mentors, values, places = lists
    gain = np.int64(0)
    for e in range(starts[mentee], starts[mentee + 1]):
        if values[e] >= 0 and places[mentors[e]] > 0:
            gain = max(gain, values[e] - prices[mentors[e]])
    return gain


@jit
def _relax(  # type: ignore[no-untyped-def]
    mover, reach, limit, lists, prices, found, touched, many, heap, size
):
    """Reach the mentors on one mentee's list through her. Returns the heap's size, the touched, and the heap."""
    starts, mentors, values, places = lists
    distance, before, worth_to, settled = found
    keys, items = heap
    for e in range(starts[mover], starts[mover + 1]):
        j = mentors[e]
        if values[e] < 0 or places[j] == 0 or settled[j]:
            continue
        through = reach - (values[e] - prices[j])
        if through < distance[j] and through <= limit:
            if distance[j] == FAR:
                touched[many] = j
                many += 1
            distance[j], before[j], worth_to[j] = through, mover, values[e]
            keys, items, size = _push(keys, items, size, through, j)
    return size, many, (keys, items)


@jit
def _nearest(heap, size, distance, settled):  # type: ignore[no-untyped-def]
    """Take the nearest unsettled mentor off the heap. Returns her (NOBODY for none), her distance, the size."""
    while size > 0:
        base, j, size = _pop(heap[0], heap[1], size)
        if not settled[j] and base == distance[j]:
            return j, base, size
    return NOBODY, np.int64(0), size


@jit
def _move(mentee, end, pairs, found):  # type: ignore[no-untyped-def]
    """Everybody on the chain moves one mentor on; nothing to do where the new mentee herself stays alone."""
    chosen, own, first, after, load = pairs
    while end != NOBODY:
        mover, worth = found[1][end], found[2][end]
        left = NOBODY if mover == mentee else _leave(pairs, mover)
        chosen[mover], own[mover] = end, worth
        after[mover], first[end] = first[end], mover
        load[end] += 1
        end = left


@jit
def _leave(pairs, mentee):  # type: ignore[no-untyped-def]
    """Take a mentee from her mentor, whom it returns."""
    chosen, own, first, after, load = pairs
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
