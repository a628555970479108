"""Names as people type them: cleaned for keeping, folded for finding."""

import unicodedata
from collections.abc import Iterator

from mentorbank.codes.folding import fold

#: Joiners that Persian, Arabic and Indic scripts need inside a word; every other format character goes.
JOINERS = "\u200c\u200d"
#: Marks stacked on one letter beyond this are noise; no script in use needs more after composition.
MARKS = 3


def clean(text: str) -> str:
    """`text` in NFC without control, zero-width and bidirectional characters, white space folded."""
    spaced = "".join(" " if c in "\t\r\n\v\f" else c for c in text)
    kept = "".join(_few_marks(c for c in unicodedata.normalize("NFC", spaced) if _belongs(c)))
    return " ".join(kept.split()).strip(JOINERS)


def _belongs(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _few_marks(chars: Iterator[str]) -> Iterator[str]:
    stacked = 0
    for char in chars:
        stacked = stacked + 1 if unicodedata.combining(char) else 0
        if stacked <= MARKS:
            yield char


def clean_text(text: str) -> str:
    """Like `clean`, for text of several lines: line breaks stay."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def name_parts(name: str) -> list[str]:
    """The folded parts of a name, each once and at most 60 letters: what one or two letters look among."""
    return list(dict.fromkeys(part[:60] for part in fold(name).replace("-", " ").split()))
