"""Education: fields of ISCED-F 2013, levels of ISCED 2011, and what a written education means."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, ranked
from mentorbank.codes.tables import by_code, label_in, table
from mentorbank.codes.words import EXACT, FAR, Lexicon

LEVELS = tuple(range(9))
_JOINTS = re.compile(r"^(?:i|in|of|af|indenfor|inden for)\s+|\s+(?:i|in|of|af|fra|from)$")


@dataclass(frozen=True)
class Education:
    """``field``: broad (2), narrow (3) or detailed (4 digits), empty when not told; ``level`` 0-8 or None."""

    field: str
    level: int | None = None


def fields(digits: int) -> tuple[str, ...]:
    """All codes of one level: 2 broad, 3 narrow, 4 detailed fields."""
    return tuple(row["code"] for row in table("isced_f") if len(row["code"]) == digits)


def label(field: str, lang: str) -> str:
    """The name of a field in Danish or English; Danish for every other language; the code if unknown."""
    row = by_code("isced_f").get(field)
    return label_in(row, lang)[0] if row else field


def label_lang(field: str, lang: str) -> str:
    """The language :func:`label` really answers in."""
    row = by_code("isced_f").get(field)
    return label_in(row, lang)[1] if row else lang


def level_label(level: int, lang: str) -> str:
    """The name of an ISCED level, 0 to 8."""
    row = by_code("isced_levels").get(str(level))
    return label_in(row, lang)[0] if row else str(level)


def read(words: object) -> Reading[Education]:
    """Field and level of a written education; a level without a field is never sure."""
    return _read(as_text(words).strip())


@lru_cache(maxsize=5_000)
def _read(text: str) -> Reading[Education]:
    if text in by_code("isced_f"):
        return Reading(text, Education(text), EXACT)
    level, rest = _level(text)
    found = (
        [_meaning(code, certainty, level) for code, certainty in _lexicon().meanings(rest)] if rest else []
    )
    if level is not None and not [1 for _, certainty in found if certainty >= 0.5]:
        found.append((Education("", level), 0.6))
    return ranked(text, found)


def _meaning(code: str, certainty: float, level: int | None) -> tuple[Education, float]:
    """Codes of the lexicon are ``field`` or ``field:level``; a level that was written out wins."""
    field, _, usual = code.partition(":")
    if level is None and usual:
        level = int(usual)
    return Education(field, level), round(certainty if field else min(certainty, 0.6), 3)


def _level(text: str) -> tuple[int | None, str]:
    """The level named by a degree, and the text without the degree; the whole when it names the field too."""
    folded = plain(text)
    for pattern, level in _degrees():
        if match := pattern.search(folded):
            if folded in _lexicon().phrases:
                return level, text
            rest = f"{folded[: match.start()]} {folded[match.end() :]}".strip()
            return level, _JOINTS.sub("", rest)
    return None, text


@cache
def _degrees() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = [(plain(word), int(row["level"])) for row in table("degrees") for word in row["words"].split("|")]
    longest_first = sorted(rows, key=lambda row: -len(row[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), level) for word, level in longest_first)


@cache
def _lexicon() -> Lexicon:
    """Names of the fields (the most detailed wins) and our words; a word of two fields is sure of neither."""
    phrases: dict[str, dict[str, float]] = {}
    for row in table("isced_f"):
        phrases |= {plain(row[lang]): {row["code"]: EXACT} for lang in ("da", "en")}
    ours: dict[str, dict[str, float]] = {}
    for row in table("education_words"):
        code = f"{row['code']}:{row['level']}" if row["level"] else row["code"]
        for word in row["words"].split("|"):
            ours.setdefault(plain(word), {})[code] = float(row["certainty"] or EXACT)
    shared = {word: dict.fromkeys(codes, FAR) for word, codes in ours.items() if len(codes) > 1}
    return Lexicon(phrases | ours | shared)
