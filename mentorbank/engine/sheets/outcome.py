"""The plan for two sheets: who gets whom and why, what it is worth, what the bank lacks."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.compare import first_come, greedy
from mentorbank.engine.criteria.profession import rung
from mentorbank.engine.everyone import Everyone, plan_everyone
from mentorbank.engine.lists import Progress, Task
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe
from mentorbank.engine.scoring import judge
from mentorbank.engine.sheets.sides import Sides
from mentorbank.engine.sheets.unnamed import NAMES
from mentorbank.engine.shortlists import Candidate, Excluded, Shortlist, candidate, shortlist
from mentorbank.engine.sparse import NOBODY

LISTED = 16


@dataclass(frozen=True)
class Lack:
    """An occupation of which more mentees ask than mentors have places (same unit group or one step)."""

    occupation: str
    mentees: int
    places: int


@dataclass(frozen=True)
class Outcome:
    """A plan over two sheets, with what is needed to explain it."""

    sides: Sides
    task: Task
    plan: Everyone

    def shortlist(self, mentee: int, top: int) -> Shortlist:
        """The best mentors of one mentee, the unnamed vetoes under their own names."""
        found = shortlist(
            self.task.mentees[mentee],
            self.task.bank,
            self.task.recipe,
            top,
            *self._given(mentee),
            prices=self.plan.prices,
        )
        rows = tuple(_with_names(row) for row in found.rows)
        return replace(found, rows=rows, excluded=tuple(_veto_name(each) for each in found.excluded))

    def chosen(self, mentee: int) -> Candidate | None:
        """The mentor of one mentee in the plan, explained; None for nobody."""
        mentor = int(self.plan.chosen[mentee])
        if mentor == NOBODY:
            return None
        one, bank = self.task.mentees[mentee], self.task.bank
        judged = judge(one, bank, self.task.recipe, *self._given(mentee))
        return _with_names(candidate(one, bank, judged, mentor, self.plan.prices))

    def _given(self, mentee: int) -> tuple[list[Numbers], Numbers]:
        """The unnamed vetoes and points of one mentee."""
        vetoes = [each.row(mentee) for each in self.task.vetoes]
        points = np.zeros(len(self.task.bank), dtype=np.int64)
        for each in self.task.extra_points:
            points = points + each.row(mentee)
        return vetoes, points

    @cached_property
    def matched(self) -> Numbers:
        """The points of everybody who gets somebody, lowest first."""
        return np.sort(self.plan.points[self.plan.chosen != NOBODY])

    @cached_property
    def first_come(self) -> Numbers:
        """Points of each mentee, had the one who waited longest chosen first; -1 for nobody."""
        return first_come(self.task, self.plan.lists)[1]

    @cached_property
    def greedy(self) -> Numbers:
        """Points of each mentee, had the best pair been made first, then the next best."""
        return greedy(self.task, self.plan.lists)[1]

    @cached_property
    def lacks(self) -> Sequence[Lack]:
        """What the bank lacks most: occupations asked for by more mentees than there are places for."""
        asked = Counter(mentee.occupations[0] for mentee in self.task.mentees if mentee.occupations)
        column = self.task.bank.columns["profession"]
        places = np.bincount(
            column.cells, weights=np.maximum(self.task.bank.places, 0), minlength=len(column.values)
        )
        found = []
        for code, mentees in asked.items():
            fits = [bool(value) and rung(code, value) in ("same", "step") for value in column.values]
            found.append(Lack(code, mentees, int(places[np.array(fits, dtype=bool)].sum())))
        short = [lack for lack in found if lack.places < lack.mentees]
        return sorted(short, key=lambda lack: (lack.places - lack.mentees, lack.occupation))


def match(
    sides: Sides, recipe: Recipe, executor: Executor | None = None, progress: Progress | None = None
) -> Outcome:
    """Plan for everybody in the mentees' sheet."""
    task = Task(
        sides.mentees, sides.bank, recipe, LISTED, vetoes=sides.vetoes, extra_points=sides.extra_points
    )
    return Outcome(sides, task, plan_everyone(task, executor=executor, progress=progress))


def _with_names(row: Candidate) -> Candidate:
    """The unnamed requirements of a row under the names this command knows them by."""
    told = [
        Reason(f"confirm-{NAMES[reason.values['given']]}") if reason.template == "confirm-given" else reason
        for reason in row.to_be_confirmed
    ]
    return replace(row, to_be_confirmed=tuple(told))


def _veto_name(veto: Excluded) -> Excluded:
    """An unnamed veto under its name."""
    return veto if veto.given is None else replace(veto, reason=Reason(f"excluded-{NAMES[veto.given]}"))
