"""When someone has time, and when not."""

import re
from dataclasses import dataclass
from datetime import date

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.values.dates import MONTHS, read_date

TIMES = ("day", "evening", "weekend")
_WORDS = {
    "day": "dag|dage|dagtid|dagtimer|dagtimerne|formiddag|formiddage|eftermiddag|eftermiddage|morgen|hverdage|hverdag"
    "|hverdager|om dagen|paa dagen|dagtimene|day|days|daytime|morning|mornings|afternoon|afternoons|weekdays|weekday",
    "evening": "aften|aftener|aftenen|om aftenen|kveld|kvelder|kveldstid|evening|evenings|after work|efter arbejde"
    "|efter arbejdstid|etter jobb|fyraften|night|nights",
    "weekend": "weekend|weekender|weekenden|weekends|loerdag|soendag|loerdage|soendage|helg|helger|helgen|saturday"
    "|sunday|saturdays|sundays|loerdager|soendager",
}
_KNOWN = {word: code for code, words in _WORDS.items() for word in words.split("|")}
_ALL = frozenset(
    "fleksibel fleksibelt fleksible flexible flexibel alle altid hele always any anytime naarsomhelst alle tider "
    "uansett hvornaarsomhelst".split()
)
_NOT = frozenset("ikke not ej undtagen except ingen no unntatt".split())
_OPEN = {"naar som helst", "alle tider", "when ever", "any time", "hele tiden", "alle tidspunkter"}


@dataclass(frozen=True)
class Rest:
    """When a mentor rests: ``months`` (1-12) that return every year, or ``until`` a day."""

    months: tuple[int, ...] = ()
    until: date | None = None


def read_times(value: object) -> Reading[tuple[str, ...]]:
    """The times of :data:`TIMES` in a cell; "fleksibel" is all three; "ikke weekend" is unsure."""
    text = as_text(value).strip()
    words = plain(text)
    if not words:
        return unreadable(value)
    tokens = words.split()[:60]
    pairs = {" ".join(pair) for pair in zip(tokens, tokens[1:], strict=False)}
    named = {_KNOWN[token] for token in (*tokens, *pairs) if token in _KNOWN}
    whole = bool(_ALL.intersection(tokens) or pairs & _OPEN)
    if _NOT.intersection(tokens):
        left = tuple(time for time in TIMES if time not in named) if named else ()
        return Reading(text, left, 0.6) if left else unreadable(value)
    if whole and not named:
        return Reading(text, TIMES, 0.97 if len(tokens) == 1 else 0.87)
    if not named:
        return unreadable(value)
    strange = [
        token
        for token in tokens
        if token not in _KNOWN and token not in ("og", "and", "om", "i", "paa", "eller", "or")
    ]
    return Reading(text, tuple(t for t in TIMES if t in named), 0.7 if strange or whole else 0.97)


_SEASONS = {
    "sommeren": (7,), "sommerferien": (7,), "sommer": (7,), "summer": (7,), "juleferien": (12,), "jul": (12,),
    "julen": (12,), "christmas": (12,),
}  # fmt: skip
_RESTS = re.compile(
    r"\b(?:ikke|ej|not|pause|pauser|holder fri|hviler|rest|rests|fri|undtagen|except|optaget|busy|ferie|orlov|barsel|leave|away|til|until)\b"
)
_UNTIL = re.compile(
    r"(?i)\b(?:til|indtil|until|till|først fra|fra|from)\s+(?:og med\s+|d\.?\s*|den\s+)?([\w./ -]{4,20})"
)


def read_rest(value: object) -> Reading[Rest]:
    """When someone rests: "ikke i december" (every year), "pause til 1/3 2027" (until that day)."""
    text = as_text(value).strip()
    words = plain(text)
    if not _RESTS.search(words):
        return unreadable(value)
    if (match := _UNTIL.search(text)) and (day := read_date(match[1].strip())).value:
        return Reading(text, Rest(until=day.value), 0.9 if day.sure else 0.7)
    tokens = words.split()[:60]
    months = sorted(
        {
            MONTHS[token]
            for token in tokens
            if token in MONTHS and len(token) > 3 or token in ("maj", "mai", "may")
        }
    )
    if months:
        plainly = re.search(r"\b(?:ikke|not|pause|fri|undtagen|except)\b", words)
        return Reading(text, Rest(tuple(months)), 0.95 if plainly and len(tokens) <= 6 else 0.6)
    seasons = sorted({month for token in tokens for month in _SEASONS.get(token, ())})
    return Reading(text, Rest(tuple(seasons)), 0.6) if seasons else unreadable(value)
