"""Education: the field on ISCED-F 2013 and the level on ISCED."""

from collections.abc import Hashable, Sequence

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.criteria.base import UNKNOWN, common_digits, digits, shared_digits
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe

Prepared = tuple[Numbers, Numbers]

# By leading digits in common: none, one (says nothing in ISCED-F), broad field, narrow field, same field.
FIELD = np.array([0, 0, 3_500, 6_500, 10_000])
# By levels the mentor is below the mentee: none, one, two, more.
LEVEL = np.array([10_000, 7_000, 4_000, 0])


class Education:
    """Share: 7 parts field and 3 parts level; where only one of the two can be compared, that one alone.

    A mentor at or above the mentee's level gets the whole of the level's part. A mentor is unknown when the
    field (or, for a mentee who stated a level only, the level) is.
    """

    name = "education"

    def used(self, mentee: Mentee) -> bool:
        """She stated a field or a level."""
        return bool(mentee.field) or mentee.level is not None

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return (mentee.field, mentee.level)

    def prepare(self, values: Sequence[tuple[str | None, int | None]]) -> Prepared:
        """Fields as digits, levels as numbers (-1 unknown)."""
        levels = np.array([UNKNOWN if level is None else level for _, level in values], dtype=np.int64)
        return digits(field for field, _ in values), levels

    def shares(self, mentee: Mentee, prepared: Prepared, recipe: Recipe) -> Numbers:
        """See the class."""
        fields, levels = prepared
        by_level = self._by_level(mentee, levels)
        if not mentee.field:
            return by_level
        by_field = FIELD[shared_digits(mentee.field, fields)]
        both = (7 * by_field + 3 * by_level) // 10
        return np.where(fields[:, 0] < 0, UNKNOWN, np.where(by_level < 0, by_field, both))

    def _by_level(self, mentee: Mentee, levels: Numbers) -> Numbers:
        """The level's own share, UNKNOWN where either side has none."""
        if mentee.level is None:
            return np.full(len(levels), UNKNOWN)
        return np.where(levels < 0, UNKNOWN, LEVEL[np.clip(mentee.level - levels, 0, 3)])

    def reason(self, mentee: Mentee, value: tuple[str | None, int | None], share: int) -> Reason:
        """The same field, a near one, another one; or the level where only that was compared."""
        field, level = value
        if not mentee.field or not field:
            return Reason("education-level" if share >= 7_000 else "education-level-below", {"level": level})
        common = common_digits(mentee.field, field)
        template = {4: "education-same", 3: "education-near", 2: "education-broad"}.get(
            common, "education-other"
        )
        return Reason(template, {"field": field})

    def gaps(self, mentee: Mentee, value: tuple[str | None, int | None]) -> tuple[Reason, ...]:
        """The field, or the level, of which nothing is known."""
        if mentee.field and not value[0]:
            return (Reason("missing-education"),)
        if mentee.level is not None and value[1] is None:
            return (Reason("missing-education-level"),)
        return ()
