"""Two plainer ways to give out mentors, to see what a plan is worth beside them."""

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.lists import Lists, Task

NOBODY = -1


def first_come(task: Task, lists: Lists) -> tuple[Numbers, Numbers]:
    """Who waited longest chooses first, each the best mentor left. Chosen mentors and points (-1 for nobody)."""
    weeks = np.array([mentee.weeks_waited for mentee in task.mentees], dtype=np.int64)
    return _in_turn(task, lists, np.argsort(-weeks, kind="stable"))


def greedy(task: Task, lists: Lists) -> tuple[Numbers, Numbers]:
    """The best pair there is first, then the next best, over the lists; who is left over chooses in turn."""
    left = np.maximum(np.asarray(task.bank.places, dtype=np.int64), 0)
    chosen, points = np.full(len(lists), NOBODY), np.full(len(lists), -1)
    rows = lists.rows
    for entry in np.argsort(-lists.totals, kind="stable"):
        mentee, mentor = rows[entry], lists.mentors[entry]
        if chosen[mentee] == NOBODY and left[mentor] > 0:
            chosen[mentee], points[mentee] = mentor, lists.totals[entry]
            left[mentor] -= 1
    waiting = np.flatnonzero((chosen == NOBODY) & (lists.edges >= 0))
    return _in_turn(task, lists, waiting, left, chosen, points)


def _in_turn(
    task: Task,
    lists: Lists,
    order: Numbers,
    left: Numbers | None = None,
    chosen: Numbers | None = None,
    points: Numbers | None = None,
) -> tuple[Numbers, Numbers]:
    """One after another, each the best mentor left; the whole bank is asked when a list is used up."""
    left = np.maximum(np.asarray(task.bank.places, dtype=np.int64), 0) if left is None else left
    chosen = np.full(len(lists), NOBODY) if chosen is None else chosen
    points = np.full(len(lists), -1) if points is None else points
    for mentee in order:
        mentors, totals = lists.of(int(mentee))
        free = np.flatnonzero(left[mentors] > 0) if len(mentors) else mentors
        if not len(free) and lists.edges[mentee] >= 0:
            whole = np.where(left > 0, task.folded(int(mentee)).totals(task.bank), -1)
            mentors, totals, free = np.array([int(whole.argmax())]), np.array([whole.max()]), np.array([0])
            free = free[totals >= 0]
        if len(free):
            chosen[mentee], points[mentee] = mentors[free[0]], totals[free[0]]
            left[chosen[mentee]] -= 1
    return chosen, points
