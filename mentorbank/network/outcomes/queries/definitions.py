"""What each figure counts, in words that stand beside it. A changed rule is a new version."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Unit(StrEnum):
    COUNT = "count"
    DAYS = "days"
    SHARE = "share"


@dataclass(frozen=True)
class Definition:
    """One figure: `numerator` of `denominator`, among whom, who is left out; the words are lazy strings."""

    code: str
    version: int
    unit: Unit
    title: Any
    numerator: Any
    denominator: Any
    cohort: Any
    exclusions: Any


RUNNING = Definition(
    code="running-partnerships",
    version=1,
    unit=Unit.COUNT,
    title=_("Running partnerships"),
    numerator=_("partnerships whose contract both have signed and that run today"),
    denominator=_("partnerships that go on today: drafts, running, paused and ending ones"),
    cohort=_("All partnerships of the network, by the division of the mentee."),
    exclusions=_("Drafts, paused, ending and ended ones are not in the number."),
)

READY_TO_MATCH = Definition(
    code="days-ready-to-match",
    version=1,
    unit=Unit.DAYS,
    title=_("Days from ready to match"),
    numerator=_("mentees for whom both have said yes"),
    denominator=_("mentees who were ever ready for a mentor"),
    cohort=_(
        "The day by which half of them had a match. Those who still wait are counted in with the days they"
        " have waited (Kaplan and Meier), and so are those who left without a match, until they left."
    ),
    exclusions=_("Left out: matches from before the day somebody was ready, as in older spreadsheets."),
)

EVER_IN_WORK = Definition(
    code="ever-in-work",
    version=1,
    unit=Unit.SHARE,
    title=_("In work since the match"),
    numerator=_("mentees with an ordinary job that began on the day of their first match or later"),
    denominator=_("all mentees for whom both have ever said yes, whatever became of the partnership"),
    cohort=_("Everyone matched, also those whose partnership ended early and those we have not heard from."),
    exclusions=_("Subsidised jobs, internships and own businesses are not counted as work here."),
)

DEFINITIONS = {each.code: each for each in (RUNNING, READY_TO_MATCH, EVER_IN_WORK)}
