"""Participants' Danish, measured: LIX over 30 or a sentence over 14 words is listed, with its reason if it has one.

LIX is words per sentence plus the share of words over six letters (Björnsson 1968); under 30 is easy reading. A text
of fewer than eight words is a label: it has no LIX, only the length of its sentence counts.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house_rules.fences import catalogues

LIX_AT_MOST = 30
WORDS_AT_MOST = 14
A_LABEL = 8
#: The sentence, as it begins, to the reason why it stays as it is.
REASONS = Path(__file__).with_name("words.toml")
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>|https?://\S+")
END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True)
class Said:
    """One text a participant can read, and where it comes from."""

    text: str
    place: str

    @property
    def sentences(self) -> list[list[str]]:
        """Its sentences as words; a hole counts as one word of three letters."""
        whole = HOLE.sub(" hul ", self.text)
        return [words for part in END.split(whole) if (words := WORD.findall(part))]

    @property
    def lix(self) -> float:
        words = [word for sentence in self.sentences for word in sentence]
        if len(words) < A_LABEL:
            return 0.0
        return len(words) / len(self.sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)

    @property
    def longest(self) -> int:
        return max(map(len, self.sentences), default=0)

    @property
    def hard(self) -> bool:
        return self.lix > LIX_AT_MOST or self.longest > WORDS_AT_MOST


def participants_danish(root: Path) -> Iterator[Said]:
    """Every Danish text of the pages and letters that participants read."""
    wanted = catalogues.index(catalogues.sentences(root))
    for message in catalogues.load(catalogues.catalogue_of(root, "da"), "da"):
        found = wanted.get(catalogues.key(message)) if message.id else None
        if found is not None and catalogues.for_participants(found):
            said = message.string if isinstance(message.string, tuple | list) else (message.string,)
            yield from (Said(text, str(found.locations[0][0])) for text in dict.fromkeys(said))
    letters = root / "mentorbank" / "network" / "letters" / "texts" / "da.toml"
    for kind, texts in tomllib.loads(letters.read_text(encoding="utf-8")).items():
        yield from (
            Said(text, f"letter {kind} {part}") for part, text in texts.items() if kind not in ("staff",)
        )


def reasons() -> dict[str, str]:
    return tomllib.loads(REASONS.read_text(encoding="utf-8"))["reasons"]


def reason_for(said: Said) -> str:
    return next((why for begin, why in reasons().items() if said.text.startswith(begin)), "")


def listed(root: Path) -> tuple[list[str], bool]:
    """A line for each hard text, hardest first, and whether every one has its reason."""
    hard = sorted((said for said in participants_danish(root) if said.hard), key=lambda said: -said.lix)
    lines = [
        f"LIX {said.lix:2.0f}  longest {said.longest:2}  {said.place}\n    {said.text!r}\n"
        f"    {reason_for(said) or 'NO REASON: make it plainer, or give a reason in ' + REASONS.name}"
        for said in hard
    ]
    return lines, all(reason_for(said) for said in hard)
