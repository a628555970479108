"""Counts and yes or no."""

import math
import re
from functools import cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.tables import words_of

MOST_PLACES = 20
_RANGE = re.compile(r"(\d{1,2})\s*(?:-|–|—|/|til|to|eller|or|à|a)\s*(\d{1,2})\b")


def read_whole_number(value: object, most: int = 1_000) -> Reading[int]:
    """A count such as years in the trade: 12, "12 år", 12.0; words for small ones."""
    if isinstance(value, bool):
        return unreadable(value)
    if isinstance(value, int | float):
        fits = math.isfinite(value) and value == int(value) and 0 <= value <= most
        return Reading(as_text(value), int(value), 0.99) if fits else unreadable(value)
    text = as_text(value).strip()
    if re.fullmatch(r"[0-9]{1,9}(?:[.,]0+)?", text) and int(re.split("[.,]", text)[0]) <= most:
        return Reading(text, int(re.split("[.,]", text)[0]), 0.99)
    if plain(text) in _words():
        return Reading(text, _words()[plain(text)], 0.95)
    found = [
        int(digits)
        for digits in re.findall(r"(?<![\d.,])[0-9]{1,6}(?![\d.,]\d)", text)
        if int(digits) <= most
    ]
    if not found:
        return unreadable(value)
    certainty = 0.88 if len(found) == 1 else 0.5
    return Reading(text, found[0], certainty, tuple((other, 0.4) for other in dict.fromkeys(found[1:4])))


@cache
def _words() -> dict[str, int]:
    return {word: int(code) for code, words in words_of("small_numbers").items() for word in words}


def read_number_of_places(value: object) -> Reading[int]:
    """How many mentees a mentor takes; "1-2" is unsure: two, or one."""
    text = as_text(value).strip()
    if match := _RANGE.search(text):
        low, high = sorted((int(match[1]), int(match[2])))
        if high <= MOST_PLACES and low != high:
            return Reading(
                text, high, 0.6, tuple((count, 0.5) for count in range(high - 1, max(low, high - 4) - 1, -1))
            )
    reading = read_whole_number(value, MOST_PLACES)
    if reading.value is None:
        first = next((word for word in plain(text).split() if word in _words()), "")
        return Reading(text, _words()[first], 0.6) if first else reading
    return reading


def read_yes_no(value: object) -> Reading[bool]:
    """Yes or no in da, en, nb, ar, or a tick; with other words beside it, unsure."""
    if isinstance(value, bool):
        return Reading(as_text(value), value, 0.99)
    text = as_text(value).strip()
    words = plain(text).split() or text.split()
    if not words:
        return unreadable(value)
    number = re.sub(r"\.0+\Z", "", text)
    answers = words_of("answer_words")
    for answer, known in ((True, answers["yes"]), (False, answers["no"])):
        if words[0] in known or number in known:
            return Reading(text, answer, 0.98 if len(words) == 1 else 0.7)
    return unreadable(value)
