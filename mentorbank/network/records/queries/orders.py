"""Days that cannot stand in the order they were written in, with what may have been meant.

Nothing is put right in silence: each order is a warning with proposals, and a person chooses.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from mentorbank.codes.values import read_date

Proposal = dict[str, Any]
_DAY = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./ -]+(\d{4}))?(?!\d)")


def day_of_file(titles: Iterable[str], today: date) -> date | None:
    """The day a list says it is of ("pr. 20/11"); without a year the last such day."""
    for match in (found for title in titles for found in _DAY.finditer(title)):
        years = (int(match[3]),) if match[3] else (today.year, today.year - 1)
        for year in years:
            day = read_date(f"{match[1]}/{match[2]} {year}").value
            if day and day <= today:
                return day
    return None


def impossible_orders(
    values: Mapping[str, Any], today: date, file_on: date | None = None
) -> Iterator[tuple[str, list[Proposal]]]:
    """Warnings and their proposals (new values by meaning); `values` may be changed between two of them."""
    registered = values.get("registered_on")
    if registered and registered > min(today, file_on or today):
        yield "registered_late", list(_registered_late(registered, today))
    interviewed = values.get("interviewed_on")
    if interviewed and interviewed > today:
        yield "interview_to_come", [*_turned("interviewed_on", interviewed, today), {"interviewed_on": None}]
    registered, interviewed = values.get("registered_on"), values.get("interviewed_on")
    if registered and interviewed and interviewed < registered:
        yield "interview_first", _interview_first(registered, interviewed)
    arrival, registered = values.get("arrival"), values.get("registered_on")
    if arrival and _is_after(arrival, today):
        yield "arrival_to_come", [{"arrival": None}]
    elif arrival and registered and _is_after(arrival, registered):
        yield "arrived_later", [{"arrival": arrival}, {"arrival": None}]


def _registered_late(registered: date, today: date) -> Iterator[Proposal]:
    yield from _turned("registered_on", registered, today)
    if registered <= today:
        yield {"registered_on": registered}
    yield {"registered_on": None}


def _turned(meaning: str, day: date, today: date) -> list[Proposal]:
    """The same day with day and month exchanged, where that is a day that has been."""
    if day.day > 12 or day.day == day.month:
        return []
    turned = day.replace(month=day.day, day=day.month)
    return [{meaning: turned}] if turned <= today else []


def _interview_first(registered: date, interviewed: date) -> list[Proposal]:
    return [
        {"registered_on": interviewed, "interviewed_on": registered},
        {"registered_on": interviewed, "interviewed_on": interviewed},
        {"registered_on": registered, "interviewed_on": None},
    ]


def _is_after(arrival: date | int, day: date) -> bool:
    return arrival > day if isinstance(arrival, date) else arrival > day.year
