"""A plan for everybody who waits, solved over lists and proven over all pairs.

Each mentee brings a list of her best mentors. The best assignment over the lists has prices; at these prices
a mentee whose list left somebody out might still prefer one of those. She is asked again, over the whole
bank, and what she finds joins her list, until what a plan over all pairs could still win is nothing, or too
little to matter.
"""

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from mentorbank.engine import solver
from mentorbank.engine.bank import Numbers
from mentorbank.engine.lists import Lists, Progress, Task, build
from mentorbank.engine.scoring import judge
from mentorbank.engine.sparse import NOBODY, own_values

TOLERANCE = 0.000_1
MOST_ROUNDS = 60


@dataclass(frozen=True)
class Everyone:
    """Who gets whom, and the certificate.

    Per mentee: `chosen` mentor or NOBODY, `points` with her (-1 for nobody), `possible` mentors, and `best`,
    the most points any mentor would give her (-1: none possible). Per mentor: `prices`, what one more place
    with her would bring. `objective` is the sum of points and `bonus` over the pairs; no plan over all pairs
    can have more than `bound`. `rounds` counts how often the lists were solved.
    """

    chosen: Numbers
    points: Numbers
    possible: Numbers
    best: Numbers
    bonus: Numbers
    prices: Numbers
    objective: int
    bound: int
    rounds: int
    lists: Lists

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """(mentee index, mentor index) of everybody who gets somebody."""
        return [
            (mentee, int(self.chosen[mentee])) for mentee in np.flatnonzero(self.chosen != NOBODY).tolist()
        ]

    @property
    def loses(self) -> Numbers:
        """How many points each loses against her own best mentor, so that others get theirs; -1 for nobody."""
        return np.where(self.chosen == NOBODY, -1, self.best - self.points)

    @property
    def rather(self) -> int:
        """How many pairs on the lists would both rather have each other than what the plan gives them.

        A mentee who gets more points with a mentor, and a mentor whose weakest pair has fewer. To be shown, not to
        be prevented: a plan for everybody is not a plan for each.
        """
        weakest = np.full(len(self.prices), np.iinfo(np.int64).max)
        paired = np.flatnonzero(self.chosen != NOBODY)
        np.minimum.at(weakest, self.chosen[paired], self.points[paired])
        rows, mentors, totals = self.lists.rows, self.lists.mentors, self.lists.totals
        return int(((totals > self.points[rows]) & (totals > weakest[mentors])).sum())

    @property
    def total(self) -> int:
        """The sum of points over the pairs."""
        return int(self.points[self.chosen != NOBODY].sum())

    @property
    def gap(self) -> float:
        """How far, at most, this plan is from the best one: a share of the bound."""
        return (self.bound - self.objective) / self.bound if self.bound else 0.0


def plan_everyone(
    task: Task,
    locked: Mapping[int, int] | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
    tolerance: float = TOLERANCE,
) -> Everyone:
    """Match all mentees of a task at once, so that points and bonuses sum to the most.

    `locked` pairs (mentee index -> mentor index) stand whatever the points; they use up places. The result
    may be short of the best by `tolerance` of the bound, and says so. Raises ValueError for locks beyond the
    places.
    """
    locked = dict(locked or {})
    places = _places_left(task, locked)
    lists = build(task, executor, progress=progress)
    bonus = bonuses(task, lists.possible)
    waiting = np.array([mentee not in locked for mentee in range(len(lists))], dtype=bool)
    for rounds in range(1, MOST_ROUNDS + 1):
        values = np.where(waiting[lists.rows], lists.totals + bonus[lists.rows], -1)
        chosen, prices = solver.solve(lists, values, places)
        worth = own_values(lists, values, chosen)
        surplus = worth - np.where(chosen == NOBODY, 0, prices[np.maximum(chosen, 0)] if len(prices) else 0)
        unproven = np.flatnonzero(waiting & (lists.edges >= 0) & (lists.edges + bonus > surplus))
        more = _asked_again(task, unproven, prices, executor)
        missed = _missed(more, bonus[unproven] - surplus[unproven], prices)
        bound = int(worth.sum()) + missed
        if missed <= tolerance * bound or rounds == MOST_ROUNDS:
            break
        lists = _grown(lists, more, unproven)
    return _result(task, locked, lists, bonus, chosen, prices, missed, rounds)


def bonuses(task: Task, possible: Numbers) -> Numbers:
    """What matching each mentee is worth beside the points: a match, weeks waited, few who are possible."""
    recipe = task.recipe
    weeks = np.array([mentee.weeks_waited for mentee in task.mentees], dtype=np.int64)
    few = np.where(possible <= recipe.few_mentors, recipe.few_bonus, 0)
    found: Numbers = recipe.match_bonus + recipe.week_bonus * np.maximum(weeks, 0) + few
    return found


def _places_left(task: Task, locked: Mapping[int, int]) -> Numbers:
    """Places once the locked pairs have theirs."""
    places = np.maximum(np.asarray(task.bank.places, dtype=np.int64), 0)
    for mentee, mentor in locked.items():
        if not (0 <= mentee < len(task.mentees) and 0 <= mentor < len(places)):
            raise ValueError(f"locked pair ({mentee}, {mentor}): no such mentee or mentor")
        places[mentor] -= 1
        if places[mentor] < 0:
            raise ValueError(f"locked pair ({mentee}, {mentor}): the mentor has no place left")
    return places


def _asked_again(task: Task, mentees: Numbers, prices: Numbers, executor: Executor | None) -> Lists:
    """What these mentees like best over the whole bank at these prices."""
    at = {int(mentee): place for place, mentee in enumerate(mentees)}
    some = replace(
        task,
        mentees=[task.mentees[mentee] for mentee in at],
        vetoes=[replace(each, mentee_class=each.mentee_class[mentees]) for each in task.vetoes],
        extra_points=[replace(each, mentee_class=each.mentee_class[mentees]) for each in task.extra_points],
        forbidden=frozenset((at[mentee], mentor) for mentee, mentor in task.forbidden if mentee in at),
        prices=prices,
    )
    return build(some, executor if len(mentees) > 1 else None)


def _missed(more: Lists, ahead: Numbers, prices: Numbers) -> int:
    """What all of them together could still gain, over all pairs, at these prices."""
    gains = np.zeros(len(more), dtype=np.int64)
    rows = more.rows
    np.maximum.at(gains, rows, more.totals - prices[more.mentors] + ahead[rows])
    return int(gains.sum())


def _grown(lists: Lists, more: Lists, mentees: Numbers) -> Lists:
    """The lists with further entries for some mentees, none twice."""
    rows = np.concatenate([lists.rows, mentees[more.rows]])
    mentors = np.concatenate([lists.mentors, more.mentors])
    totals = np.concatenate([lists.totals, more.totals])
    order = np.lexsort((mentors, rows))
    rows, mentors, totals = rows[order], mentors[order], totals[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (mentors[1:] != mentors[:-1])
    rows, mentors, totals = rows[first], mentors[first], totals[first]
    order = np.lexsort((mentors, -totals, rows))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(lists)))]).astype(np.int64)
    return replace(lists, starts=starts, mentors=mentors[order], totals=totals[order])


def _result(
    task: Task,
    locked: Mapping[int, int],
    lists: Lists,
    bonus: Numbers,
    chosen: Numbers,
    prices: Numbers,
    missed: int,
    rounds: int,
) -> Everyone:
    """Everything about the plan in one place, locked pairs included."""
    points = np.where(chosen == NOBODY, -1, own_values(lists, lists.totals, chosen))
    for mentee, mentor in locked.items():
        chosen[mentee], points[mentee] = mentor, locked_points(task, mentee, mentor)
    best = np.full(len(lists), -1, dtype=np.int64)
    listed = np.flatnonzero(np.diff(lists.starts))
    best[listed] = lists.totals[lists.starts[listed]]
    objective = int((points + bonus)[chosen != NOBODY].sum())
    return Everyone(
        chosen, points, lists.possible, best, bonus, prices, objective, objective + missed, rounds, lists
    )


def locked_points(task: Task, mentee: int, mentor: int) -> int:
    """The points of one pair even if it is vetoed: whoever locked it knew."""
    extra = [each.row(mentee) for each in task.extra_points]
    added = np.sum(extra, axis=0, dtype=np.int64) if extra else None
    return int(judge(task.mentees[mentee], task.bank, task.recipe, None, added).totals[mentor])
