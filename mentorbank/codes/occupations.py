"""Occupations: the groups of ISCO-08 with their names, and which of them a title means."""

import re
from functools import cache, lru_cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, ranked, unreadable
from mentorbank.codes.tables import by_code, codes_in, label_in, table
from mentorbank.codes.words import EXACT, Lexicon

_CODE = re.compile(r"(?:isco(?:-?08)?[: ]*)?([0-9]{4})\Z", re.IGNORECASE)


def groups(digits: int) -> tuple[str, ...]:
    """All codes of one level: 1 major, 2 sub-major, 3 minor, 4 unit groups."""
    return tuple(row["code"] for row in table("isco08") if len(row["code"]) == digits)


def parent(code: str) -> str | None:
    """The group that holds this one; None above a major group."""
    return code[:-1] if len(code) > 1 else None


def known(code: str) -> bool:
    """Whether ISCO-08 has this group."""
    return code in by_code("isco08")


def label(code: str, lang: str) -> str:
    """The name of a group in Danish or English; Danish for every other language; the code if unknown."""
    row = by_code("isco08").get(code)
    return label_in(row, lang)[0] if row else code


def label_lang(code: str, lang: str) -> str:
    """The language :func:`label` really answers in."""
    row = by_code("isco08").get(code)
    return label_in(row, lang)[1] if row else lang


def read(words: object, lang: str | None = None) -> Reading[str]:
    """The unit group a title means. ``lang`` helps with words that mean two things in two languages."""
    text = as_text(words).strip()
    if match := _CODE.match(text):
        return Reading(text, match[1], EXACT) if known(match[1]) else unreadable(text)
    return _read(text, lang)


@lru_cache(maxsize=5_000)
def _read(text: str, lang: str | None) -> Reading[str]:
    ours = _in_language(lang).get(plain(text)) if lang else None
    if ours:
        return Reading(text, ours, EXACT)
    return ranked(text, [(code, round(certainty, 3)) for code, certainty in lexicon().meanings(text)])


@cache
def lexicon() -> Lexicon:
    """Every title we know in any language, the official group names, and the last parts of compounds."""
    phrases: dict[str, dict[str, float]] = {}
    for row in table("isco08"):
        if len(row["code"]) == 4:
            phrases |= {plain(row[lang]): {row["code"]: EXACT} for lang in ("da", "en")}
    for row in table("occupation_words"):
        phrases |= {plain(word): {row["code"]: EXACT} for word in row["words"].split("|")}
    phrases |= {plain(row["word"]): codes_in(row) for row in table("occupation_doubts")}
    heads = {
        plain(word): codes_in(row) for row in table("occupation_heads") for word in row["words"].split("|")
    }
    return Lexicon(phrases, heads)


@cache
def _in_language(lang: str) -> dict[str, str]:
    """Words that mean one thing in this language and another elsewhere, as *chef* in English."""
    return {
        plain(row["word"]): row["code"] for row in table("occupation_false_friends") if row["lang"] == lang
    }


def search(text: str, lang: str, limit: int = 10) -> list[tuple[str, str]]:
    """Unit groups for a search box, as (code, label): what the words mean, then names that hold them."""
    wanted = plain(text)
    if not wanted:
        return []
    reading = read(text, lang)
    codes = [reading.value, *(code for code, _ in reading.others)] if reading.value else []
    for starts in (True, False):
        codes += [code for phrase, code in _names() if _has(phrase, wanted, starts) and code not in codes]
        if len(codes) >= limit:
            break
    return [(code, label(code, lang)) for code in dict.fromkeys(codes) if code][:limit]


def _has(phrase: str, wanted: str, starts: bool) -> bool:
    return phrase.startswith(wanted) if starts else wanted in phrase


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple(
        (phrase, code)
        for phrase, codes in lexicon().phrases.items()
        for code, certainty in codes.items()
        if certainty > 0.5
    )
