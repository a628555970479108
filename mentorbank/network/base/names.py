"""Names as people type them: cleaned for keeping, folded for finding."""

import unicodedata

from mentorbank.codes.folding import fold

#: Joiners that Persian, Arabic and Indic scripts need inside a word; every other format character goes.
JOINERS = "\u200c\u200d"


def clean(text: str) -> str:
    """`text` in NFC without control, zero-width and bidirectional characters, white space folded."""
    text = unicodedata.normalize("NFC", "".join(" " if c in "\t\r\n\v\f" else c for c in text))
    kept = [c for c in text if c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")]
    return " ".join("".join(kept).split()).strip(JOINERS)


def clean_text(text: str) -> str:
    """Like `clean`, for text of several lines: line breaks stay."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def name_parts(name: str) -> list[str]:
    """The folded parts of a name, each once: what one or two typed letters look among."""
    return list(dict.fromkeys(fold(name).replace("-", " ").split()))
