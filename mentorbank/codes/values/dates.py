"""Dates in every spelling; day before month, as in Denmark and Norway."""

import math
import re
from datetime import date, datetime, timedelta

from mentorbank.codes.folding import fold
from mentorbank.codes.reading import Reading, as_text, unreadable

_MONTHS = (
    ("jan", "januar", "january"),
    ("feb", "februar", "february", "febr"),
    ("mar", "marts", "march", "mars", "mrt"),
    ("apr", "april"),
    ("maj", "may", "mai"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "september", "sept"),
    ("okt", "oktober", "october", "oct"),
    ("nov", "november"),
    ("dec", "december", "des", "desember"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_ISO = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ].*)?\Z")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)\Z")
_DAY_FIRST = re.compile(
    r"(?:d\.?|den)?\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ,]\s*(\d{4}|\d{2})(?:[t ,].*)?\Z"
)
_NAMED = re.compile(
    r"(?:[a-z]+dag,? )?(?:d\.?|den)?\s*(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of )?([a-z]+)\.?,?\s*(\d{4}|\d{2})\Z"
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z")
_MONTH_YEAR = re.compile(r"(?:([a-z]+)\.?|(\d{1,2}))[\s/.-]+(\d{4})\Z")
_YEAR = re.compile(r"(?<!\d)(19[0-9]{2}|20[0-9]{2})(?!\d)")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 73_050  # spreadsheet days: 1954 to the end of 2099


def read_date(value: object) -> Reading[date]:
    """The day in a cell: "1/2 2026" is 1 February; "6/17/2026" can only be June, but is unsure."""
    if isinstance(value, datetime):
        return Reading(as_text(value), value.date(), 0.99)
    if isinstance(value, date):
        return Reading(as_text(value), value, 0.99)
    if isinstance(value, int | float):
        return _serial(value)
    written = as_text(value).strip()
    text = fold(written)
    for way in (_numbers, _named, _only_month):
        if reading := way(text, written):
            return reading
    return unreadable(written)


def _serial(value: float) -> Reading[date]:
    """The number a spreadsheet keeps for a day, when its format got lost."""
    if isinstance(value, bool) or not math.isfinite(value) or not _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return unreadable(value)
    return Reading(as_text(value), date(1899, 12, 30) + timedelta(days=int(value)), 0.7)


def _numbers(text: str, written: str) -> Reading[date] | None:
    if match := _ISO.match(text) or _COMPACT.match(text):
        return _day(written, int(match[1]), int(match[2]), int(match[3]), 0.99)
    if not (match := _DAY_FIRST.match(text)):
        return None
    first, second, year = int(match[1]), int(match[2]), _full_year(match[3])
    certainty = 0.97 if len(match[3]) == 4 else 0.86
    if second > 12 >= first:
        return _day(written, year, first, second, 0.7)
    return _day(written, year, second, first, certainty)


def _named(text: str, written: str) -> Reading[date] | None:
    if (match := _NAMED.match(text)) and match[2] in MONTHS:
        return _day(written, _full_year(match[3]), MONTHS[match[2]], int(match[1]), 0.98)
    if (match := _MONTH_FIRST.match(text)) and match[1] in MONTHS:
        return _day(written, int(match[3]), MONTHS[match[1]], int(match[2]), 0.97)
    return None


def _only_month(text: str, written: str) -> Reading[date] | None:
    """A month without a day: its first day, unsure."""
    if not (match := _MONTH_YEAR.match(text)):
        return None
    month = MONTHS.get(match[1] or "", 0) or int(match[2] or 0)
    return _day(written, int(match[3]), month, 1, 0.6)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else 2000 + year if year < 70 else 1900 + year


def _day(written: str, year: int, month: int, day: int, certainty: float) -> Reading[date]:
    try:
        found = date(year, month, day)
    except ValueError:
        return unreadable(written)
    return Reading(written, found, certainty if 1900 <= year <= 2100 else 0.4)


def read_year(value: object) -> Reading[int]:
    """The year in a cell that holds a year or a whole date (arrival, birth)."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 1900 <= value <= 2100:
        return Reading(as_text(value), int(value), 0.99)
    day = read_date(value)
    if day.value:
        return Reading(day.written, day.value.year, max(day.certainty, 0.9) if day.certainty > 0.5 else 0.5)
    found = list(dict.fromkeys(int(year) for year in _YEAR.findall(as_text(value))))
    if not found:
        return unreadable(value)
    alone = len(found) == 1
    certainty = 0.98 if as_text(value).strip() == str(found[0]) else 0.86 if alone else 0.5
    return Reading(as_text(value), found[0], certainty, tuple((year, 0.4) for year in found[1:4]))
