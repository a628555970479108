"""What a column holds, guessed from its heading (da, en, nb) and from what its values look like."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from mentorbank.codes import danish, goals, languages, occupations, places
from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, ranked, unreadable
from mentorbank.codes.spelling import Speller
from mentorbank.codes.tables import table
from mentorbank.codes.values import read_date, read_email, read_phone, read_times, read_year

MEANINGS = (
    "number", "name", "given_name", "family_name", "email", "phone", "postcode", "town", "country",
    "arrival", "occupation", "target_occupation", "employer", "sector", "education", "years", "languages",
    "danish", "goals", "offers", "times", "places", "wishes", "remarks", "course", "registered_on",
    "interviewed_on", "birth_year", "gender",
)  # fmt: skip

# Meanings that only one side has; the other side's word stands in their place.
_SIDES = {
    "mentor": {"goals": "offers", "target_occupation": "occupation"},
    "mentee": {"offers": "goals"},
}
_LOOKED_AT = 50


def guess(heading: object, values: Sequence[object] = (), kind: str | None = None) -> Reading[str]:
    """The likeliest meaning of a column of ``kind`` "mentors" or "mentees" (None: not known).

    The heading says most; values that contradict it (an e-mail column without an @) make it unsure.
    """
    written = as_text(heading).strip()
    said = {_for_kind(meaning, kind): certainty for meaning, certainty in _by_words(plain(written)).items()}
    shown = {_for_kind(meaning, kind): certainty for meaning, certainty in _by_values(values).items()}
    scores: dict[str, float] = {}
    for meaning, certainty in said.items():
        scores[meaning] = _weighed(meaning, certainty, values, shown)
    for meaning, certainty in shown.items():
        scores[meaning] = max(scores.get(meaning, 0.0), certainty)
    return ranked(written, list(scores.items())) if scores else unreadable(written)


def _for_kind(meaning: str, kind: str | None) -> str:
    for side, replaced in _SIDES.items():
        if (kind or "").startswith(side):
            return replaced.get(meaning, meaning)
    return meaning


def _weighed(meaning: str, certainty: float, values: Sequence[object], shown: dict[str, float]) -> float:
    looks = _LOOKS.get(meaning)
    sample = _sample(values)
    if not looks or not sample:
        return certainty
    share = sum(1 for value in sample if looks(value)) / len(sample)
    if share >= 0.5:
        return min(0.99, certainty + 0.05)
    return round(certainty * (0.5 + share * 0.7), 3)


def _by_words(text: str) -> dict[str, float]:
    if not text:
        return {}
    if text in _words():
        return dict(_words()[text])
    tight = text.replace(" ", "")
    if tight in _words():
        return dict(_words()[tight])
    for near, edits in _speller().near(text):
        return {
            meaning: certainty * (0.92 if edits == 1 else 0.7)
            for meaning, certainty in _words()[near].items()
        }
    return _contained(text)


def _contained(text: str) -> dict[str, float]:
    """The longest known heading inside a longer one: "Telefon (privat)" is a phone."""
    tokens = text.split()[:14]
    for length in range(min(5, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            phrase = " ".join(tokens[start : start + length])
            if phrase in _words() and len(phrase) > 1:
                return {meaning: certainty * 0.8 for meaning, certainty in _words()[phrase].items()}
    return {}


@cache
def _words() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in table("heading_words"):
        for word in row["words"].split("|"):
            found.setdefault(plain(word), {})[row["code"]] = float(row["certainty"] or 0.94)
    return found


@cache
def _speller() -> Speller:
    return Speller(_words())


def _sample(values: Sequence[object]) -> list[object]:
    return [value for value in list(values[:1_000]) if as_text(value).strip()][:_LOOKED_AT]


def _by_values(values: Sequence[object]) -> dict[str, float]:
    """What the values alone say; only shapes that hardly anything else has."""
    sample = _sample(values)
    if not sample:
        return {}
    found = {}
    for meaning, certainty in (
        ("email", 0.9),
        ("phone", 0.8),
        ("postcode", 0.8),
        ("languages", 0.75),
        ("times", 0.7),
    ):
        share = sum(1 for value in sample if _LOOKS[meaning](value)) / len(sample)
        if share >= 0.8:
            found[meaning] = round(certainty * share, 3)
    share = sum(1 for value in sample if occupations.read(value).sure) / len(sample) if not found else 0.0
    return found | {"occupation": round(0.65 * share, 3)} if share >= 0.7 else found


def _is_phone(value: object) -> bool:
    digits = re.sub(r"\D", "", as_text(value))
    return 8 <= len(digits) <= 15 and read_phone(value).value is not None


def _is_number(value: object) -> bool:
    return bool(
        re.fullmatch(r"\s*\d{1,2}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,2})?(?:\s*\w{1,8})?\s*", as_text(value))
    )


def _speaks(value: object) -> bool:
    readings = languages.read(value)
    return bool(readings) and readings[0].sure


def _wants(value: object) -> bool:
    readings = goals.read(value)
    return bool(readings) and readings[0].sure


_LOOKS: dict[str, Callable[[object], bool]] = {
    "email": lambda value: read_email(value).value is not None,
    "phone": _is_phone,
    "postcode": lambda value: (
        bool(re.search(r"\d{4}", as_text(value))) and places.read(value).value is not None
    ),
    "languages": _speaks,
    "times": lambda value: read_times(value).value is not None,
    "danish": lambda value: danish.read(value).value is not None,
    "goals": _wants,
    "offers": _wants,
    "places": _is_number,
    "years": _is_number,
    "registered_on": lambda value: read_date(value).value is not None,
    "interviewed_on": lambda value: read_date(value).value is not None,
    "arrival": lambda value: read_year(value).value is not None,
    "birth_year": lambda value: read_year(value).value is not None,
}
