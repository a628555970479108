"""Which reader of `codes` reads which column, and what of its answers a person's file can hold."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mentorbank.codes import danish, education, goals, languages, occupations, places
from mentorbank.codes.reading import Reading, unreadable
from mentorbank.codes.values import (
    read_date,
    read_email,
    read_gender,
    read_name,
    read_number_of_places,
    read_phone,
    read_rest,
    read_times,
    read_whole_number,
    read_wishes,
    read_year,
    read_yes_no,
)
from mentorbank.network.base.names import clean

Reader = Callable[[str], list[Reading[Any]]]
LONGEST_NAME = 120
MOST_YEARS = 80
MOST_PLACES = 10  # as people.actions.set_places allows


@dataclass(frozen=True)
class Remark:
    """Words of a remark that are neither a wish nor a rest."""

    text: str


def _one(read: Callable[[str], Reading[Any]]) -> Reader:
    return lambda text: [read(text)]


def _words(text: str) -> list[Reading[str]]:
    return [Reading(text, clean(text), 1.0)]


def _name(text: str) -> list[Reading[str]]:
    reading = read_name(text)
    return [unreadable(text) if len(reading.value or "") > LONGEST_NAME else reading]


def _email(text: str) -> list[Reading[str]]:
    """Only addresses that mail can be sent to."""
    reading = read_email(text)
    meant = [(value, sure) for value, sure in ((reading.value, reading.certainty), *reading.others) if value]
    likely = [(value, sure) for value, sure in meant if _mails(value)]
    if not likely:
        return [unreadable(text)]
    return [Reading(text, likely[0][0], likely[0][1], tuple(likely[1:]))]


def _mails(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 254


def _places(text: str) -> list[Reading[int]]:
    reading = read_number_of_places(text)
    if reading.value is not None and reading.value > MOST_PLACES:
        return [Reading(text, MOST_PLACES, 0.5)]
    return [reading]


def _arrival(text: str) -> list[Reading[Any]]:
    """A day where one was written, else the year."""
    day = read_date(text)
    return [day if day.sure else read_year(text)]


def _wishes(text: str) -> list[Reading[Any]]:
    """Wishes, rests, and what is neither: that stays as words, for a person to decide about."""
    whole = read_rest(text)
    if whole.sure:
        return [whole]
    return [reading if reading.value else _rest_or_words(reading.written) for reading in read_wishes(text)]


def _rest_or_words(text: str) -> Reading[Any]:
    rest = read_rest(text)
    return rest if rest.value else Reading(text, Remark(clean(text)), 0.5)


READERS: dict[str, Reader] = {
    "name": _name,
    "email": _email,
    "phone": _one(read_phone),
    "postcode": _one(places.read),
    "country": _words,
    "employer": _words,
    "sector": _words,
    "arrival": _arrival,
    "birth_year": _one(read_year),
    "gender": _one(read_gender),
    "occupation": _one(occupations.read),
    "target_occupation": _one(occupations.read),
    "education": _one(education.read),
    "years": _one(lambda text: read_whole_number(text, MOST_YEARS)),
    "languages": lambda text: list(languages.read(text)),
    "danish": _one(danish.read),
    "goals": lambda text: list(goals.read(text)),
    "offers": lambda text: list(goals.read(text)),
    "times": _one(read_times),
    "places": _places,
    "wishes": _wishes,
    "remarks": _wishes,
    "course": _one(read_yes_no),
    "registered_on": _one(read_date),
    "interviewed_on": _one(read_date),
}
#: Cells that hold several answers, each with its own certainty.
LISTS = frozenset({"languages", "goals", "offers", "wishes", "remarks"})
