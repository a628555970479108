"""Wishes about the other one, in free words: what, and whether it must be."""

import re
from dataclasses import dataclass

from mentorbank.codes import languages, places
from mentorbank.codes.folding import clean, plain
from mentorbank.codes.reading import Reading, as_text, unreadable

KINDS = (
    "gender",
    "language",
    "municipality",
    "same_profession",
    "within_km",
    "same_division",
    "not_employer",
)
MUST, WISH = "must", "wish"


@dataclass(frozen=True)
class Wish:
    """``value``: woman/man/other, a language code, a municipality's code, kilometres, an employer's name, or ""."""

    kind: str
    value: str
    strength: str


_SENTENCES = re.compile(r"\s*(?:[;\n|•]|(?<=\w\w\w\w)\.\s)\s*")  # "max." and "km." end no sentence
_PARTS = re.compile(r"\s*(?:,(?!\d)|\bog (?=skal|gerne|helst|kun|taler|bor)|\band (?=must|speaks|lives))\s*")
_MUST = re.compile(
    r"\b(?:skal|kun|maa kun|maa vaere|krav|kraever|absolut|must|only|has to|have to|needs?|ikke|not|no)\b"
)
_WISH = re.compile(
    r"\b(?:gerne|helst|oenske[rt]?|foretraekker|bedst|hvis muligt|if possible|prefer(?:ably|red)?|would like"
    r"|wish(?:es)?|nice)\b"
)
_GENDERS = {
    "woman": r"\b(?:kvinder?|kvinner?|kvindelige?|kvinnelig|wom[ae]n|females?|damer?)\b",
    "man": r"\b(?:mand|maend|mann|menn|mandlige?|mannlig|m[ae]n|males?)\b",
    "other": r"\b(?:non ?binaer|ikke binaer|non ?binary)\b",
}
_PROFESSION = re.compile(
    r"\b(?:samme|egen|eget|same|own|mi[nt]|inden ?for mit)\s+(?:fag|faget|fagomraade|profession|branche|erhverv"
    r"|job|stilling|yrke|field|trade|occupation)\b"
)
_DIVISION = re.compile(
    r"\b(?:samme|same|egen|own)\s+(?:afdeling|avdeling|division|lokalafdeling|by|city|town|kommune|omraade)\b"
)
_KM = re.compile(r"(\d{1,3})\s*(?:km|kilometer|kilometre)\b")
_LIVES = re.compile(
    r"\b(?:bor?|boende|bosat|lives?|living|located|based|fra|from|i|in|naer|near|ved)\s+"
    r"(?:(?:i|in|naer|near|omkring)\s+)?(.+)"
)
_SPEAKS = re.compile(r"\b(?:taler?|snakker?|speak(?:s|ing)?|sprog|language|kan|kunne|knows?)\b\s*(.*)")
_EMPLOYER = re.compile(
    r"\b(?:ikke|ej|not|no one|ingen)\s+(?:være\s+|be\s+)?(?:en\s+|nogen\s+)?"
    r"(?:fra|ansat(?:te)?\s+(?:hos|i|ved|på)|from|(?:who works |working )?at|hos)\s+(.{2,80})",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:ikke|not|ingen|no)\b")
_OPPOSITE = {"woman": "man", "man": "woman"}
_SHORT_GENDERS = {"k": "woman", "f": "woman", "w": "woman", "m": "man", "x": "other"}


def read_wishes(text: object) -> list[Reading[Wish]]:
    """Each wish of a free text; a part that says nothing known stays in the list, unreadable."""
    readings: list[Reading[Wish]] = []
    for sentence in _SENTENCES.split(_fold_signs(as_text(text)))[:40]:
        strength = ""
        for part in (part.strip(" .") for part in _PARTS.split(sentence)[:10]):
            if plain(part):
                strength = _strength(plain(part)) or strength
                readings += _read_part(part, strength) or [unreadable(part)]
    return readings


def read_gender(value: object) -> Reading[str]:
    """Woman, man or other as told, in da, en, nb; also "K" and "M"."""
    text = plain(as_text(value))
    if text in _SHORT_GENDERS:
        return Reading(as_text(value), _SHORT_GENDERS[text], 0.87)
    gender = "other" if text in ("andet", "annet", "other") else _gender(text)
    certainty = 0.98 if len(text.split()) == 1 else 0.7
    return Reading(as_text(value), gender, certainty) if gender else unreadable(value)


def _fold_signs(text: str) -> str:
    return "\n".join(clean(line, 2_000) for line in text.splitlines())


def _strength(words: str) -> str:
    """A wish word beats a must word: "skal helst" is a wish."""
    return WISH if _WISH.search(words) else MUST if _MUST.search(words) else ""


def _read_part(part: str, strength: str) -> list[Reading[Wish]]:
    words = plain(part)
    found = _employer(part) or [*_simple(words), *_language(words), *_municipality(words)]
    return [_wish(part, kind, value, strength, certainty) for kind, value, certainty in found]


def _wish(part: str, kind: str, value: str, strength: str, certainty: float) -> Reading[Wish]:
    """What is only named ("samme fag") is a wish, the harmless reading; that it may be a must stands beside it."""
    if strength:
        return Reading(part, Wish(kind, value, strength), round(0.95 * certainty, 3))
    must = ((Wish(kind, value, MUST), 0.4),)
    return Reading(part, Wish(kind, value, WISH), round(0.88 * certainty, 3), must)


def _employer(part: str) -> list[tuple[str, str, float]]:
    if match := _EMPLOYER.search(part):
        return [("not_employer", match[1].strip(" ."), 0.92)]
    return []


def _simple(words: str) -> list[tuple[str, str, float]]:
    found: list[tuple[str, str, float]] = []
    if gender := _gender(words):
        negated = gender in _OPPOSITE and _NOT.search(words) is not None
        found.append(("gender", _OPPOSITE[gender] if negated else gender, 0.6 if negated else 1.0))
    if _PROFESSION.search(words):
        found.append(("same_profession", "", 1.0))
    if _DIVISION.search(words):
        found.append(("same_division", "", 1.0 if "afdeling" in words or "division" in words else 0.7))
    if match := _KM.search(words):
        found.append(("within_km", match[1], 1.0))
    return found


def _gender(words: str) -> str:
    hits = [gender for gender, pattern in _GENDERS.items() if re.search(pattern, words)]
    return "other" if "other" in hits else hits[0] if len(hits) == 1 else ""


def _language(words: str) -> list[tuple[str, str, float]]:
    match = _SPEAKS.search(words)
    for candidate in (match[1] if match else "").split()[:6]:
        reading = languages.read(candidate)
        if reading and reading[0].value and reading[0].certainty >= 0.8:
            return [("language", reading[0].value.language, reading[0].certainty)]
    return []


def _municipality(words: str) -> list[tuple[str, str, float]]:
    if _KM.search(words) or not (match := _LIVES.search(words)):
        return []
    town = match[1].split()[:4]
    for many in range(len(town), 0, -1):
        if found := places.municipality_named(" ".join(town[:many])):
            return [("municipality", found.code, 1.0 if many == len(town) else 0.85)]
    return []
