"""When someone has time, and when not."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.tables import words_of
from mentorbank.codes.values.dates import MONTHS, read_date

TIMES = ("day", "evening", "weekend")
_MOST = 60
_PARTS = re.compile(r"[,;/+&|\n]|\b(?:og|and|eller|or|samt)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Rest:
    """When a mentor rests: ``months`` (1-12) that return every year, or ``until`` a day."""

    months: tuple[int, ...] = ()
    until: date | None = None


def read_times(value: object) -> Reading[tuple[str, ...]]:
    """The times of :data:`TIMES` in a cell; "fleksibel" is all three; "ikke weekend" is unsure."""
    text = as_text(value).strip()
    kinds = {kind for part in _PARTS.split(text)[:_MOST] for kind in _kinds(plain(part).split()[:_MOST])}
    named = tuple(time for time in TIMES if time in kinds)
    if "not" in kinds:
        left = tuple(time for time in TIMES if time not in named) if named else ()
        return Reading(text, left, 0.6) if left else unreadable(value)
    if "all" in kinds and not named:
        return Reading(text, TIMES, 0.87 if "strange" in kinds else 0.97)
    if not named:
        return unreadable(value)
    return Reading(text, named, 0.7 if kinds & {"all", "strange"} else 0.97)


def _kinds(tokens: list[str]) -> set[str]:
    """What one part names: *Saturday morning* is the weekend, *weekday evenings* the evening."""
    words, kinds, at = _words(), set(), 0
    while at < len(tokens):
        many = next((n for n in (3, 2, 1) if " ".join(tokens[at : at + n]) in words), 0)
        kinds.add(words[" ".join(tokens[at : at + many])] if many else "strange")
        at += many or 1
    if "weekend" in kinds:
        return kinds - {"day", "evening", "weekday"}
    if "weekday" in kinds:
        return kinds - {"weekday"} | (set() if "evening" in kinds else {"day"})
    return kinds


@cache
def _words() -> dict[str, str]:
    return {word: code for code, words in words_of("time_words").items() for word in words}


_SEASONS = {"sommer": 7, "summer": 7, "jul": 12, "christmas": 12}
_SAYS_NO = re.compile(r"\b(?:ikke|ej|not|pauser?|fri|undtagen|except)\b")
_RESTS = re.compile(
    r"\b(?:ikke|ej|not|pauser?|holder fri|hviler|rests?|fri|undtagen|except|optaget|busy|ferie|orlov|barsel"
    r"|leave|away|til|until)\b"
)
_UNTIL = re.compile(
    r"\b(?:til|indtil|until|till|først fra|fra|from)\s+(?:og med\s+|d\.?\s*|den\s+)?([\w./ -]{4,20})",
    re.IGNORECASE,
)


def read_rest(value: object) -> Reading[Rest]:
    """When someone rests: "ikke i december" (every year), "pause til 1/3 2027" (until that day)."""
    text = as_text(value).strip()
    words = plain(text)
    if not _RESTS.search(words):
        return unreadable(value)
    if (match := _UNTIL.search(text)) and (day := read_date(match[1].strip())).value:
        return Reading(text, Rest(until=day.value), 0.9 if day.sure else 0.7)
    tokens = words.split()[:_MOST]
    if months := tuple(sorted({MONTHS[token] for token in tokens if _names_month(token)})):
        return Reading(text, Rest(months), 0.95 if _SAYS_NO.search(words) and len(tokens) <= 6 else 0.6)
    seasons = {number for token in tokens for name, number in _SEASONS.items() if token.startswith(name)}
    return Reading(text, Rest(tuple(sorted(seasons))), 0.6) if seasons else unreadable(value)


def _names_month(token: str) -> bool:
    """Short forms such as "mar" and "jul" are also other words."""
    return token in MONTHS and (len(token) > 3 or token in ("maj", "mai", "may"))
