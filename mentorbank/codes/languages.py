"""Languages: their names, the levels of the European framework, and lists as people write them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.spelling import Speller
from mentorbank.codes.tables import by_code, codes_in, label_in, table

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "he", "ckb", "ug", "yi", "sd"})

_LIST = re.compile(r"\s*(?:(?<=\))\s|[,;/|\n+&]|\bog\b|\band\b|\bsamt\b|\bund\b|،|\bو\b)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{]([^)\]}]{0,80})[)\]}]?")
_MOST = 40
_AROUND = frozenset(
    ("taler", "talar", "snakker", "speaks", "speak", "jeg", "i", "lidt", "ogsaa", "also", "sprog", "language")
)


@dataclass(frozen=True)
class Spoken:
    """A language (ISO 639 code) and how well: A1 to C2 or ``native``; None when not told."""

    language: str
    level: str | None = None


def codes() -> tuple[str, ...]:
    """All language codes we have names for."""
    return tuple(row["code"] for row in table("languages"))


def label(code: str, lang: str) -> str:
    """The name of a language in da, en, nb or ar; Danish for every other; the code if unknown."""
    row = by_code("languages").get(code)
    return label_in(row, lang)[0] if row else code


def level_label(level: str, lang: str) -> str:
    """The name of a level in da, en, nb or ar: *C1* with a word beside it, *native* as a word."""
    row = by_code("language_levels").get(level)
    return label_in(row, lang)[0] if row else level


def direction(code: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def read(words: object) -> list[Reading[Spoken]]:
    """Each language of a list such as "arabisk (modersmål), engelsk B2"; unreadable ones stay in the list."""
    parts = [part.strip() for part in _LIST.split(_keep_brackets_whole(as_text(words)))]
    readings = [reading for part in parts[:_MOST] if plain(part) for reading in _read_part(part)]
    return _together(readings)


def _read_part(part: str) -> list[Reading[Spoken]]:
    """One language; or several with only spaces between them, if every word is one."""
    reading = _read_one(part)
    tokens = part.split()
    if reading.value is None and 1 < len(tokens) <= 8 and all(plain(token) in _names() for token in tokens):
        return [_language(token, token) for token in tokens]
    return [reading]


def _keep_brackets_whole(text: str) -> str:
    return _BRACKETS.sub(lambda match: "(" + re.sub(r"[,;/|\n+&]", " ", match[1]) + ")", text)


def _together(readings: list[Reading[Spoken]]) -> list[Reading[Spoken]]:
    """A language named twice counts once, with the level if one of them has it."""
    first: dict[str, int] = {}
    kept: list[Reading[Spoken]] = []
    for reading in readings:
        code = reading.value.language if reading.value else ""
        if code in first and reading.value:
            if reading.value.level:
                kept[first[code]] = reading
            continue
        if code:
            first[code] = len(kept)
        kept.append(reading)
    return kept


def _read_one(part: str) -> Reading[Spoken]:
    if brackets := _BRACKETS.search(part):
        around = f"{part[: brackets.start()]} {part[brackets.end() :]}"
        return _with_brackets(part, around, brackets[1])
    level, rest = _level_in(part)
    return _at_level(_language(rest, part), level)


def _with_brackets(part: str, name: str, inside: str) -> Reading[Spoken]:
    """Brackets hold a level, or a closer name: "kurdisk (sorani)"; anything else makes the reading unsure."""
    if level := read_level(inside):
        return _at_level(_language(name, part), level)
    closer, reading = _language(inside, part), _language(name, part)
    if closer.sure or reading.value is None:
        return closer
    return replace(reading, certainty=round(reading.certainty * 0.8, 3))


def _at_level(reading: Reading[Spoken], level: str | None) -> Reading[Spoken]:
    if reading.value is None or level is None:
        return reading
    return replace(reading, value=replace(reading.value, level=level))


def _level_in(part: str) -> tuple[str | None, str]:
    """The level written before or after the name, and the part without it."""
    words = re.split(r"[\s:–—=-]+", part.strip())
    for many in range(min(3, len(words) - 1), 0, -1):
        for chosen, rest in ((words[-many:], words[:-many]), (words[:many], words[many:])):
            if level := read_level(" ".join(chosen)):
                return level, " ".join(rest)
    return None, part


def read_level(words: str) -> str | None:
    """The level that words name: "B2", "modersmål", "flydende", "begynder"; None if they name none."""
    return _levels().get(plain(words))


@cache
def _levels() -> dict[str, str]:
    found = {code.lower(): code for code in LEVELS}
    for row in table("language_levels"):
        for word in row["words"].split("|"):
            found[plain(word)] = row["code"]
    return found


def _language(name: str, written: str) -> Reading[Spoken]:
    text = plain(name)
    for form, certainty in ((text, 0.99), (_spoken(text), 0.9)):
        if form in _names():
            return _known(form, written, certainty)
    for near, edits in _speller().near(text):
        return _known(near, written, 0.87 if edits == 1 and len(text) > 6 else 0.7)
    return unreadable(written)


def _known(form: str, written: str, certainty: float) -> Reading[Spoken]:
    (code, own), *others = _names()[form].items()
    return Reading(written, Spoken(code), round(certainty * own, 3), tuple((Spoken(c), o) for c, o in others))


def _spoken(text: str) -> str:
    """The name without the words around it: "taler lidt tyrkisk" → "tyrkisk"."""
    return " ".join(word for word in text.split() if word not in _AROUND)


@cache
def _names() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in table("languages"):
        for name in (row["da"], row["en"], row["nb"], row["ar"], row["own"], *row["words"].split("|")):
            if plain(name):
                found.setdefault(plain(name), {})[row["code"]] = 1.0
        if len(row["code"]) == 3 or row["code"] not in ("no", "i", "is", "so", "to", "da"):
            found.setdefault(row["code"], {row["code"]: 0.9})
    return found | {plain(row["word"]): codes_in(row) for row in table("language_doubts")}


@cache
def _speller() -> Speller:
    return Speller(_names())
