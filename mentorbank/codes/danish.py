"""Danish: tests and modules of the language schools, and what they say of writing and speaking."""

import re
from dataclasses import dataclass
from functools import cache

from mentorbank.codes import languages
from mentorbank.codes.folding import fold, plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.tables import by_code, table


@dataclass(frozen=True)
class DanishSkill:
    """Level per skill (A1 to C2, B1+, ``native``; None: not told), the test or module, the year passed."""

    written: str | None
    oral: str | None
    test: str | None = None
    year: int | None = None


TESTS = ("PD1", "PD2", "PD3", "SP")

_TEST = re.compile(r"\b(?:pd|proeve i dansk|prove i dansk|dansk ?proeve|danish test)\s*\.?\s*([123])\b")
_STUDY_TEST = re.compile(r"\bstudieproeven?\b|\bstudieprove\b|\bsp\b(?=\s*(?:bestaaet|\d|$))")
_COURSE = re.compile(r"\b(?:du|danskuddannelse|dansk uddannelse|dansk)[\s-]*([123])\b")
_SHORT = re.compile(r"(?<!\d)([123])[.,]([1-6])(?!\d)")
_MODULE = re.compile(r"\b(?:modul|module|mod|m)\.?\s*([1-6])\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CEFR = re.compile(r"\b([abc][12])(\+|\b)")
_PASSED = (
    "bestaaet",
    "bestod",
    "passed",
    "taget",
    "gennemfoert",
    "afsluttet",
    "faerdig",
    "completed",
    "done",
)
_NOT_PASSED = (
    "ikke bestaaet",
    "ikke taget",
    "skal til",
    "skal op",
    "tilmeldt",
    "dumpet",
    "failed",
    "not passed",
    "mangler",
)


def for_cefr(level: str | None) -> str | None:
    """The level without a plus: what the engine compares."""
    return level.rstrip("+-") if level else None


def read(words: object) -> Reading[DanishSkill]:
    """Level per skill from "PD1 bestået 2024", "DU2 modul 5", "A2", "begynder", "taler fint dansk"."""
    written = as_text(words).strip()
    text = fold(written)
    for way in (_test, _module, _cefr, _phrase):
        if reading := way(text, written):
            return reading
    return unreadable(written)


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def _test(text: str, written: str) -> Reading[DanishSkill] | None:
    numbers = ["PD" + match[1] for match in _TEST.finditer(text)]
    name = "SP" if _STUDY_TEST.search(text) else max(numbers, default="")
    if not name:
        return None
    row = by_code("danish_levels")[name]
    passed = any(word in text for word in _PASSED)
    certainty = 0.98 if passed else 0.88
    if any(word in text for word in _NOT_PASSED) or "?" in text:
        certainty = 0.5
    return Reading(written, DanishSkill(row["written"], row["oral"], name, _year(text)), certainty)


def _module(text: str, written: str) -> Reading[DanishSkill] | None:
    """A course with its module; without one the course alone says little."""
    course, module = _COURSE.search(text), _MODULE.search(text)
    if course and (short := _SHORT.search(text)) and not module:
        course, number = short, short[2]
    elif not course:
        return None
    else:
        number = module[1] if module else ""
    done = any(word in text for word in _PASSED) and not any(word in text for word in _NOT_PASSED)
    code = f"DU{course[1]}.{number or 3}"
    row = by_code("danish_levels")[code]
    skill = DanishSkill(row["written_done" if done else "written"], row["oral_done" if done else "oral"])
    test = f"DU{course[1]} modul {number}" if number else f"DU{course[1]}"
    certainty = (0.86 if not done else 0.88) if number else 0.4
    return Reading(written, DanishSkill(skill.written, skill.oral, test, _year(text)), certainty)


def _cefr(text: str, written: str) -> Reading[DanishSkill] | None:
    """Levels as such: one for both skills, or one each when the words say which."""
    found = [(match[1].upper() + match[2].strip(), match.start()) for match in _CEFR.finditer(text)]
    if not found:
        return None
    levels = [level for level, _ in found]
    if len(levels) == 1:
        whole = 0.97 if len(plain(text)) <= 14 else 0.87
        return Reading(written, DanishSkill(levels[0], levels[0]), whole)
    spoken, wrote = text.find("mundt"), text.find("skrift")
    if spoken >= 0 and wrote >= 0 and len(levels) == 2:
        oral, paper = levels if spoken < wrote else levels[::-1]
        return Reading(written, DanishSkill(paper, oral), 0.93)
    low, high = min(levels), max(levels)
    return Reading(written, DanishSkill(low, low), 0.6, ((DanishSkill(high, high), 0.5),))


def _phrase(text: str, written: str) -> Reading[DanishSkill] | None:
    """Words of praise or doubt: likely meanings, never sure unless the words name a level."""
    whole = plain(text)
    rows = _phrases()
    if whole in rows:
        return _said(written, rows[whole], 0.0)
    for phrase in sorted(rows, key=len, reverse=True):
        if f" {phrase} " in f" {whole} ":
            return _said(written, rows[phrase], 0.1)
    if level := languages.read_level(whole):
        return Reading(written, DanishSkill(level, level), 0.6)
    return None


def _said(written: str, row: dict[str, str], doubt: float) -> Reading[DanishSkill]:
    certainty = float(row["certainty"]) - doubt
    other = tuple((DanishSkill(level, level), 0.3) for level in row["others"].split())
    return Reading(written, DanishSkill(row["level"], row["level"]), round(certainty, 2), other)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return {plain(word): row for row in table("danish_phrases") for word in row["words"].split("|")}
