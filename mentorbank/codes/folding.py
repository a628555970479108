"""One form for every spelling: ``fold("Aarhus") == fold("Århus")``."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 500

# Danish, Norwegian and Swedish letters go the way their names are spelled without them, others lose the mark.
_LETTERS = str.maketrans({
    "æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ð": "d", "þ": "th", "œ": "oe",
    "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n",
})  # fmt: skip
_SPACES = re.compile(r"\s+")
_SIGNS = re.compile(r"[^\w+#&%@]+|_")


def clean(text: str, limit: int = LONGEST) -> str:
    """Text in NFC without control, zero-width and bidi characters; runs of white space become one space."""
    text = text[:limit]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = "".join(" " if unicodedata.category(c) in ("Zl", "Zp") else c for c in text)
    if not text.isprintable():
        text = "".join(_visible(c) for c in text)
    return _SPACES.sub(" ", text).strip()


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") else char


@lru_cache(maxsize=20_000)
def _fold(text: str) -> str:
    text = clean(text).casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c))


def fold(text: str, limit: int = LONGEST) -> str:
    """Lower case, without accents, æ/ä = ae, ø/ö = oe, å = aa, single spaces."""
    return _fold(text[:limit])


def plain(text: str, limit: int = LONGEST) -> str:
    """:func:`fold` with every sign but + # & % @ as a space: the form in which words are looked up."""
    return _SPACES.sub(" ", _SIGNS.sub(" ", fold(text, limit))).strip()
