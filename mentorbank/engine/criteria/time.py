"""Time: whether the two have time at the same time."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.criteria.base import UNKNOWN, WHOLE, common_codes, masks
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe


class Time:
    """Share: common slots of the slots the tighter of the two has, so that being flexible never costs."""

    name = "time"

    def used(self, mentee: Mentee) -> bool:
        """She said when she can."""
        return bool(mentee.times)

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return mentee.times

    def prepare(self, values: Sequence[frozenset[str]]) -> tuple[dict[str, int], Numbers]:
        """Slots as bits."""
        return masks(values)

    def shares(self, mentee: Mentee, prepared: tuple[dict[str, int], Numbers], recipe: Recipe) -> Numbers:
        """See the class."""
        bits, rows = prepared
        tighter = np.minimum(np.bitwise_count(rows).astype(np.int64), len(mentee.times))
        share = common_codes(mentee.times, bits, rows) * WHOLE // np.maximum(tighter, 1)
        return np.where(rows == 0, UNKNOWN, share)

    def reason(self, mentee: Mentee, value: frozenset[str], share: int) -> Reason:
        """The slots they share, or that there are none."""
        common = tuple(sorted(mentee.times & value))
        return Reason("time-shared", {"times": common}) if common else Reason("time-none", {})

    def gaps(self, mentee: Mentee, value: Any) -> tuple[Reason, ...]:
        """Nothing is known of a mentor who named no slot."""
        return () if value else (Reason("missing-time"),)
