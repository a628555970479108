"""The best mentors of many mentees at once, as lists: `block` reckons a range of them and knows nothing else.

A block is a pure function of its task, so that any executor can run many of them, here or on other machines.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from mentorbank.engine import speed
from mentorbank.engine.bank import Bank, Numbers
from mentorbank.engine.folding import Folded, Unnamed, fold
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.recipe import Recipe
from mentorbank.engine.scoring import Memory

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Task:
    """Everything a block needs. `prices`, one whole number per mentor, are taken off before choosing."""

    mentees: Sequence[Mentee]
    bank: Bank
    recipe: Recipe
    top: int
    vetoes: Sequence[Unnamed] = ()
    extra_points: Sequence[Unnamed] = ()
    forbidden: frozenset[tuple[int, int]] = frozenset()
    prices: Numbers | None = None

    def folded(self, mentee: int) -> Folded:
        """One mentee of the task, folded."""
        return fold(
            self.mentees[mentee],
            self.bank,
            self.recipe,
            [each.row(mentee) for each in self.vetoes],
            [each.row(mentee) for each in self.extra_points],
            self._forbidden.get(mentee, ()),
            self._memory,
        )

    @cached_property
    def _memory(self) -> Memory:
        """What similar mentees have in common, reckoned once."""
        return Memory()

    def __getstate__(self) -> dict[str, Any]:
        """What travels to other processes: all but the memory."""
        return {name: value for name, value in self.__dict__.items() if name != "_memory"}

    @cached_property
    def _forbidden(self) -> dict[int, list[int]]:
        """The forbidden mentors of each mentee."""
        found: dict[int, list[int]] = {}
        for mentee, mentor in self.forbidden:
            found.setdefault(mentee, []).append(mentor)
        return found


@dataclass(frozen=True)
class Lists:
    """Lists one after another: mentee i has `mentors[starts[i]:starts[i+1]]` and as many `totals`, best
    first.

    `possible` counts the mentors no veto excludes. `edges` is the lowest total on a list that leaves somebody
    out, so that nobody left out has more; -1 where everybody possible is on it.
    """

    starts: Numbers
    mentors: Numbers
    totals: Numbers
    edges: Numbers
    possible: Numbers

    def __len__(self) -> int:
        return len(self.edges)

    @property
    def rows(self) -> Numbers:
        """The mentee of each entry."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def of(self, mentee: int) -> tuple[Numbers, Numbers]:
        """Mentors and totals of one mentee."""
        part = slice(int(self.starts[mentee]), int(self.starts[mentee + 1]))
        return self.mentors[part], self.totals[part]


def block(task: Task, low: int, high: int) -> Lists:
    """The lists of the mentees `low` to `high` (not included) of a task."""
    found = [best_of(task, mentee) for mentee in range(low, high)]
    sizes = [len(mentors) for mentors, _, _ in found]
    empty = np.zeros(0, dtype=np.int64)
    totals = np.concatenate([empty, *(points for _, points, _ in found)])
    starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
    possible = np.array([count for _, _, count in found], dtype=np.int64)
    lows = [int(points.min()) if len(points) else -1 for _, points, _ in found]
    edges = np.where(possible > np.array(sizes, dtype=np.int64), np.array(lows, dtype=np.int64), -1)
    return Lists(starts, np.concatenate([empty, *(who for who, _, _ in found)]), totals, edges, possible)


def best_of(task: Task, mentee: int) -> tuple[Numbers, Numbers, int]:
    """The best mentors of one mentee of a task, as `best`."""
    return best(task.folded(mentee), task.bank, task.top, task.prices)


def best(folded: Folded, bank: Bank, top: int, prices: Numbers | None = None) -> tuple[Numbers, Numbers, int]:
    """The best mentors (points less price, then order), their points, and how many are possible."""
    if speed.worth_it(len(bank)):
        from mentorbank.engine import compiled  # heavy: only when it pays

        return compiled.best(folded, bank, top, prices)
    totals = folded.totals(bank)
    rows = np.flatnonzero(totals >= 0)
    worth = totals[rows].astype(np.int64)
    if prices is not None:
        worth -= prices[rows]
    chosen = rows[_order(worth, top)]
    return chosen.astype(np.int64), totals[chosen].astype(np.int64), len(rows)


def _order(worth: Numbers, top: int) -> Numbers:
    """The places of the `top` highest, highest first, earlier first among equals."""
    if top <= 0:
        return np.zeros(0, dtype=np.int64)
    places = np.arange(len(worth))
    if len(worth) > top:
        edge = np.partition(worth, len(worth) - top)[len(worth) - top]
        above, level = places[worth > edge], places[worth == edge]
        places = np.concatenate([above, level[: top - len(above)]])
    found: Numbers = places[np.lexsort((places, -worth[places]))]
    return found


def build(
    task: Task, executor: Executor | None = None, parts: int | None = None, progress: Progress | None = None
) -> Lists:
    """The lists of all mentees of a task, over an executor where one is given: the result is the same."""
    many = len(task.mentees)
    size = max(1, -(-many // (parts or (1 if executor is None and progress is None else 32))))
    spans = [(low, min(low + size, many)) for low in range(0, many, size)]
    if executor is None:
        pieces = (block(task, low, high) for low, high in spans)
    else:
        jobs = [executor.submit(block, _cut(task, low, high), 0, high - low) for low, high in spans]
        pieces = (job.result() for job in jobs)
    found = []
    for (_, high), piece in zip(spans, pieces, strict=True):
        found.append(piece)
        if progress:
            progress(high, many)
    return join(found)


def _cut(task: Task, low: int, high: int) -> Task:
    """A task with some of its mentees only, so that little travels."""
    kept = frozenset((i - low, j) for i, j in task.forbidden if low <= i < high)
    return replace(
        task,
        mentees=task.mentees[low:high],
        forbidden=kept,
        vetoes=[replace(each, mentee_class=each.mentee_class[low:high]) for each in task.vetoes],
        extra_points=[replace(each, mentee_class=each.mentee_class[low:high]) for each in task.extra_points],
    )


def join(pieces: Sequence[Lists]) -> Lists:
    """Lists one after another as one."""
    if not pieces:
        empty = np.zeros(0, dtype=np.int64)
        return Lists(np.zeros(1, dtype=np.int64), empty, empty, empty, empty)
    sizes = np.concatenate([np.diff(piece.starts) for piece in pieces])
    return Lists(
        np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        *(
            np.concatenate([getattr(p, name) for p in pieces])
            for name in ("mentors", "totals", "edges", "possible")
        ),
    )
