"""From a phrase to the codes known for it: exactly, by its ending, by its known part, by its spelling.

Each way has its certainty; a dictionary look-up comes first, so the usual answer takes microseconds.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from mentorbank.codes.folding import plain
from mentorbank.codes.spelling import Speller
from mentorbank.codes.tables import words_of

Meaning = tuple[str, float]
Meanings = Mapping[str, Mapping[str, float]]

EXACT, INFLECTED, NEAR, FAR = 0.99, 0.95, 0.87, 0.7
SHORTEST_HEAD = 3

# Words around a title that say how someone did it, not what.
_CUTS = re.compile(
    r"\s+(?:i|hos|ved|på|paa|for|at|in|with|within|af|from|fra|inden for|indenfor|med|specialiseret i)\s+"
)
_PARTS = re.compile(r"\s*(?:[/;|\n]|,| og | and | samt | eller | or | & |\+)\s*")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_ENDINGS = ("erne", "inder", "inne", "inde", "ene", "er", "en", "et", "ne", "e", "r", "s", "n", "t")


class Lexicon:
    """A vocabulary of phrases with their codes, each with the certainty that the phrase means it.

    A phrase without codes is known to say nothing. ``heads`` are the last parts of compounds.
    """

    def __init__(self, phrases: Meanings, heads: Meanings | None = None) -> None:
        self.phrases = phrases
        self.heads = heads or {}
        self._longest = max((len(phrase.split()) for phrase in phrases), default=1)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self.phrases)

    def meanings(self, words: str) -> list[Meaning]:
        """All codes the words may mean with their certainties, in no order; none when nothing is known."""
        text = plain(words)
        if (found := self._whole(text, 1.0)) is not None:
            return found
        outside, inside = plain(_BRACKETS.sub(" ", words)), _BRACKETS.findall(words)
        for form in (f"{plain(inside[0])} {outside}", outside) if inside else ():
            if (found := self._whole(form, 0.96)) is not None:
                return found
        return (
            self._pieces(words)
            or self._misspelt(text)
            or self._contained(text)
            or self._pieces(" , ".join(inside))
        )

    def _whole(self, text: str, factor: float) -> list[Meaning] | None:
        for tried, certainty in _forms(text):
            if tried in self.phrases:
                return _times(self.phrases[tried], certainty * factor)
        return None

    def _pieces(self, words: str) -> list[Meaning]:
        """A title followed by where or for whom; or several titles, of which the first counts most."""
        cut = [part for part in _PARTS.split(_BRACKETS.sub(" ", words)) if part.strip()][:6]
        parts = [part for part in cut if not _noise().issuperset(plain(part).split())]
        found: list[Meaning] = []
        for part in parts:
            hits = self._piece(part, alone=len(parts) == 1)
            factor = 1.0 if len(parts) == 1 else 0.75 if not found else 0.6
            found += [(code, certainty * factor) for code, certainty in hits]
        return found

    def _piece(self, part: str, alone: bool) -> list[Meaning]:
        text = plain(part)
        head = plain(_CUTS.split(f" {part} ", maxsplit=1)[0])
        hits = self._whole(text, 0.95) or (self._whole(head, 0.95) if head != text else None)
        if hits is None:
            hits = self._ending(head) or ([] if alone else self._misspelt(text))
        return hits

    def _ending(self, text: str) -> list[Meaning]:
        """The last part of a compound says what it is: an *intensivsygeplejerske* is a *sygeplejerske*."""
        *before, last = text.split() or [""]
        if last in self.heads and before:
            return _times(self.heads[last], 0.8 if _another_rank().intersection(before) else 0.98)
        for start in range(2, len(last) - SHORTEST_HEAD + 1):
            tail = last[start:]
            if tail in self.heads:
                return _times(self.heads[tail], 1.0)
            if len(tail) > SHORTEST_HEAD and tail in self.phrases:
                return _times(self.phrases[tail], FAR)
        return []

    def _misspelt(self, text: str) -> list[Meaning]:
        """Words within a few edits; sure only when one slip in a long word leads to one meaning."""
        near = self._speller.near(text)
        found: dict[str, float] = {}
        for word, edits in near:
            slip = NEAR if edits == 1 and len(text) >= 8 else FAR
            for code, own in self.phrases[word].items():
                found[code] = max(found.get(code, 0.0), own * slip - 0.1 * (edits - near[0][1]))
        if sum(certainty >= FAR for certainty in found.values()) > 1:
            return [(code, min(certainty, FAR)) for code, certainty in found.items()]
        return list(found.items())

    def _contained(self, text: str) -> list[Meaning]:
        """The longest known phrase among the words; the more words it leaves out, the less sure."""
        tokens = text.split()[:12]
        for length in range(min(self._longest, len(tokens)), 0, -1):
            for start in range(len(tokens) - length, -1, -1):
                phrase = " ".join(tokens[start : start + length])
                if len(phrase) > 2 and self.phrases.get(phrase):
                    return _times(self.phrases[phrase], 0.4 + 0.4 * len(phrase) / len(text))
        return []


def _times(codes: Mapping[str, float], factor: float) -> list[Meaning]:
    return [(code, own * factor) for code, own in codes.items()]


def _forms(text: str) -> Iterator[tuple[str, float]]:
    """The text, and forms that mean the same: without words of manner, in the singular, undivided."""
    yield text, 1.0
    kept = " ".join(word for word in text.split() if word not in _noise())
    if not kept:
        return
    for form, certainty in ((kept, 0.97), (kept.replace(" ", ""), 0.95), (kept.replace(" ", "s"), 0.93)):
        yield form, certainty
        for ending in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_HEAD:
                stem = form[: -len(ending)]
                yield stem, INFLECTED
                yield stem + "e", INFLECTED
                yield stem + "er", 0.9


def _noise() -> frozenset[str]:
    """Words around a title that say how someone did it, not what."""
    around = words_of("noise_words")
    return around["manner"] | around["when"] | around["work"] | around["who"]


def _another_rank() -> frozenset[str]:
    """Words that make another occupation of the one they stand before: a *chief nurse* leads."""
    return words_of("noise_words")["rank"]
