"""The best assignment over lists: SciPy's sparse solver, and the least prices that prove it over them."""

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.lists import Lists

NOBODY = -1


def assign(lists: Lists, values: Numbers, places: Numbers) -> Numbers:
    """The mentor of each mentee (NOBODY for none) with the highest sum of `values`, one per entry of the
    lists.

    Only entries worth 0 or more are used; staying alone is worth 0.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    many = len(lists)
    if not many:
        return np.zeros(0, dtype=np.int64)
    rows, columns, worth, owners = _seats(lists, values, places)
    # Everybody may also sit alone, on a seat of her own. SciPy takes a cost of 0 for no edge, hence the 1.
    highest = int(worth.max(initial=0)) + 1
    rows = np.concatenate([rows, np.arange(many)])
    columns = np.concatenate([columns, len(owners) + np.arange(many)])
    costs = highest - np.concatenate([worth, np.zeros(many, dtype=np.int64)])
    table = csr_array((costs.astype(float), (rows, columns)), shape=(many, len(owners) + many))
    who, seats = min_weight_full_bipartite_matching(table)
    chosen = np.full(many, NOBODY)
    taken = seats < len(owners)
    chosen[who[taken]] = owners[seats[taken]]
    return chosen


def _seats(lists: Lists, values: Numbers, places: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Edges to single seats: (mentee, seat, value), and the mentor who owns each seat.

    A mentor never needs more seats than mentees list her.
    """
    useful = (values >= 0) & (places[lists.mentors] > 0)
    rows, mentors, worth = lists.rows[useful], lists.mentors[useful], values[useful]
    listed, where, counts = np.unique(mentors, return_inverse=True, return_counts=True)
    seats = np.minimum(places[listed], counts).astype(np.int64)
    first = np.concatenate([[0], np.cumsum(seats)]).astype(np.int64)
    each = seats[where]
    step = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    columns = np.repeat(first[where], each) + step
    return np.repeat(rows, each), columns, np.repeat(worth, each), np.repeat(listed, seats)


def least_prices(lists: Lists, values: Numbers, places: Numbers, chosen: Numbers) -> Numbers | None:
    """The lowest prices at which every mentee likes her own best of her list; None when not optimal."""
    rows = lists.rows
    prices = np.zeros(len(places), dtype=np.int64)
    worth = own_values(lists, values, chosen)
    placed = chosen != NOBODY
    changed = np.ones(len(lists), dtype=bool)
    for _ in range(len(lists) + 2):
        surplus = worth - np.where(placed, prices[np.maximum(chosen, 0)] if len(places) else 0, 0)
        if len(surplus) and surplus.min() < 0:
            return None
        entries = np.flatnonzero(changed[rows] & (places[lists.mentors] > 0))
        raised = prices.copy()
        np.maximum.at(raised, lists.mentors[entries], values[entries] - surplus[rows[entries]])
        risen = raised > prices
        if not risen.any():
            spare = np.bincount(chosen[placed], minlength=len(places)) < places
            return None if (prices[spare] > 0).any() else prices
        prices = raised
        changed = placed & risen[np.maximum(chosen, 0)]
    return None


def own_values(lists: Lists, values: Numbers, chosen: Numbers) -> Numbers:
    """What each mentee's own mentor is worth to her; 0 for nobody."""
    rows = lists.rows
    own = (lists.mentors == chosen[rows]) if len(rows) else np.zeros(0, dtype=bool)
    worth = np.zeros(len(lists), dtype=np.int64)
    worth[rows[own]] = values[own]
    return worth
