"""Profession: a ladder on ISCO-08, not a keyword."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.criteria.base import UNKNOWN, common_digits, digits, shared_digits
from mentorbank.engine.ladder import one_step
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import RUNGS, Recipe

Prepared = tuple[dict[str | None, int], Numbers]

RUNG_OF_DIGITS = {4: "same", 3: "minor", 2: "sub_major", 1: "major"}


class Profession:
    """Share: the recipe's worth of the highest rung between the mentor's occupation and either of hers.

    The occupation she wants and the one she had count alike. Rungs: same unit group, one step (`ladder`),
    same minor group, same sub-major group, same major group. A code of hers with fewer digits asks for no
    more.
    """

    name = "profession"

    def used(self, mentee: Mentee) -> bool:
        """She named an occupation."""
        return bool(mentee.occupations)

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return mentee.occupations

    def prepare(self, values: Sequence[str | None]) -> Prepared:
        """Where each code stands, and its digits."""
        return {code: at for at, code in enumerate(values)}, digits(values)

    def shares(self, mentee: Mentee, prepared: Prepared, recipe: Recipe) -> Numbers:
        """See the class."""
        places, rows = prepared
        worth = np.array([0] + [recipe.ladder[RUNG_OF_DIGITS[common]] for common in (1, 2, 3, 4)])
        share = np.zeros(len(rows), dtype=np.int64)
        for code in mentee.occupations:
            found = worth[shared_digits(code, rows)]
            steps = [places[other] for other in one_step(code) if other in places]
            found[steps] = np.maximum(found[steps], recipe.ladder["step"])
            share = np.maximum(share, found)
        return np.where(rows[:, 0] < 0, UNKNOWN, share)

    def reason(self, mentee: Mentee, value: str, share: int) -> Reason:
        """The highest rung, and for which of her occupations."""
        ranked = [
            (RUNGS.index(rung(code, value)), at, code)
            for at, code in enumerate(mentee.occupations)
            if rung(code, value)
        ]
        if not ranked:
            return Reason("profession-other", {"occupation": value})
        height, _, code = min(ranked)
        return Reason(f"profession-{RUNGS[height].replace('_', '-')}", {"occupation": value, "hers": code})

    def gaps(self, mentee: Mentee, value: Any) -> tuple[Reason, ...]:
        """The occupation is not known."""
        return () if value else (Reason("missing-profession"),)


def rung(hers: str, theirs: str) -> str:
    """The rung of the ladder two codes share, "" when they share none."""
    common = common_digits(hers, theirs)
    if common < 4 and theirs in one_step(hers):
        return "step"
    return RUNG_OF_DIGITS.get(common, "")
