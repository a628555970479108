"""The criteria, one small file each: what a mentor's value is worth to a mentee, in ten-thousandths.

A criterion looks only at the distinct values of its column. `shares` answers an integer from 0 to 10,000 for
each, or `UNKNOWN`; the recipe turns shares into points.
"""

from mentorbank.engine.criteria.base import UNKNOWN, Criterion
from mentorbank.engine.criteria.education import Education
from mentorbank.engine.criteria.goals import Goals
from mentorbank.engine.criteria.language import Language
from mentorbank.engine.criteria.nearness import Nearness
from mentorbank.engine.criteria.profession import Profession
from mentorbank.engine.criteria.time import Time

ALL: dict[str, Criterion] = {
    each.name: each for each in (Profession(), Goals(), Education(), Language(), Nearness(), Time())
}

__all__ = ["ALL", "UNKNOWN", "Criterion"]
