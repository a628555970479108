"""Goals: how many of the mentee's goal areas the mentor offers."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.criteria.base import UNKNOWN, WHOLE, common_codes, masks
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe


class Goals:
    """Share: areas offered of areas wanted. A mentor without any offer is unknown."""

    name = "goals"

    def used(self, mentee: Mentee) -> bool:
        """She named at least one goal area."""
        return bool(mentee.goals)

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return mentee.goals

    def prepare(self, values: Sequence[frozenset[str]]) -> tuple[dict[str, int], Numbers]:
        """Offers as bits."""
        return masks(values)

    def shares(self, mentee: Mentee, prepared: tuple[dict[str, int], Numbers], recipe: Recipe) -> Numbers:
        """See the class."""
        bits, rows = prepared
        share = common_codes(mentee.goals, bits, rows) * WHOLE // len(mentee.goals)
        return np.where(rows == 0, UNKNOWN, share)

    def reason(self, mentee: Mentee, value: frozenset[str], share: int) -> Reason:
        """All, some or none of her goals."""
        common = tuple(sorted(mentee.goals & value))
        if not common:
            return Reason("goals-none", {"areas": tuple(sorted(mentee.goals))})
        template = "goals-all" if len(common) == len(mentee.goals) else "goals-some"
        return Reason(template, {"areas": common, "count": len(common), "of": len(mentee.goals)})

    def gaps(self, mentee: Mentee, value: Any) -> tuple[Reason, ...]:
        """Nothing is known of a mentor without offers."""
        return () if value else (Reason("missing-goals"),)
