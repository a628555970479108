"""Assignment with places in whole numbers throughout: one mentee after another along the cheapest chain.

Slower than SciPy's solver and never rounded. A chain lets a mentee take a full mentor whose mentee moves on
to another, and so on, to a place that is free or to somebody who gains nothing by staying matched.
"""

import numpy as np

from mentorbank.engine.bank import Numbers

FAR = np.iinfo(np.int64).max // 4


def solve_exactly(values: Numbers, free: Numbers) -> Numbers:
    """The mentor of each mentee, -1 for nobody: the highest sum of values (from 0) within the places."""
    mentees, mentors = values.shape
    # The last column stands for nobody: worth nothing and never full.
    table = np.concatenate([values, np.zeros((mentees, 1), dtype=np.int64)], axis=1)
    places = np.append(free, mentees)
    state = _State(table, places)
    for mentee in range(mentees):
        state.place(mentee)
    return np.where(state.chosen == mentors, -1, state.chosen)


class _State:
    """Assignment and prices while mentees are placed one by one."""

    def __init__(self, table: Numbers, places: Numbers) -> None:
        self.table, self.places = table, places
        self.chosen = np.full(len(table), -1)
        self.members: list[list[int]] = [[] for _ in places]
        self.prices = np.zeros(len(places), dtype=np.int64)

    def place(self, mentee: int) -> None:
        """Find the cheapest chain for one mentee (Dijkstra over mentors), raise prices, move along it."""
        gains = self.table[mentee] - self.prices
        distance = np.where(self.places > 0, gains.max(initial=0, where=self.places > 0) - gains, FAR)
        before = np.full(len(self.places), mentee)
        settled = np.zeros(len(self.places), dtype=bool)
        while True:
            end = self._nearest(distance, settled)
            if len(self.members[end]) < self.places[end]:
                break
            settled[end] = True
            self._spread(end, distance, before, settled)
        self.prices[settled] += distance[end] - distance[settled]
        self._move(mentee, end, before)

    def _nearest(self, distance: Numbers, settled: Numbers) -> int:
        """The nearest unsettled mentor."""
        return int(np.argmin(np.where(settled, FAR, distance)))

    def _spread(self, mentor: int, distance: Numbers, before: Numbers, settled: Numbers) -> None:
        """Reach further mentors through those this one has."""
        for other in self.members[mentor]:
            gains = self.table[other] - self.prices
            through = distance[mentor] + gains[mentor] - gains
            nearer = (through < distance) & ~settled & (self.places > 0)
            distance[nearer] = through[nearer]
            before[nearer] = other

    def _move(self, mentee: int, end: int, before: Numbers) -> None:
        """Everybody on the chain moves one mentor on."""
        while True:
            mover = int(before[end])
            left = int(self.chosen[mover])
            self.chosen[mover] = end
            self.members[end].append(mover)
            if mover == mentee:
                return
            self.members[left].remove(mover)
            end = left
