"""From a phrase to the codes known for it: exactly, by its ending, by its known part, by its spelling.

Each way has its certainty; a dictionary look-up comes first, so the usual answer takes microseconds.
"""

import re
from collections.abc import Iterable, Mapping

from mentorbank.codes.folding import plain
from mentorbank.codes.spelling import Speller

Meanings = Mapping[str, Mapping[str, float]]

EXACT, INFLECTED, KNOWN_ENDING, NEAR, FAR = 0.99, 0.93, 0.87, 0.86, 0.7
SHORTEST_HEAD = 4

# Words around a title that say how someone did it, not what.
NOISE = frozenset(
    "senior junior erfaren uddannet utdannet faguddannet faglaert tidligere tidl fhv forhenv pensioneret "
    "selvstaendig freelance freelancer deltid fuldtid vikar timeloennet autoriseret aut aut. chef- ledende "
    "nyuddannet nyutdannet former retired self employed certified qualified licensed experienced lead "
    "principal trainee female kvindelig mandlig som en et a an the jeg er ba ma bsc msc m k f d x mk fm dk "
    "i/r fra hjemlandet hjemland".split()
)
_CUTS = re.compile(
    r"\s+(?:i|hos|ved|på|paa|for|at|in|with|within|af|from|fra|inden for|indenfor|med|specialiseret i)\s+"
)
_PARTS = re.compile(r"\s*(?:[/;|\n]|,| og | and | samt | eller | or | & |\+)\s*")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_ENDINGS = ("erne", "inder", "inne", "inde", "ene", "ske", "er", "en", "et", "ne", "e", "r", "s", "n", "t")


class Lexicon:
    """A vocabulary of phrases with their codes, each with the certainty that the phrase means it."""

    def __init__(self, phrases: Meanings, heads: Iterable[str] = ()) -> None:
        self.phrases = phrases
        self.heads = frozenset(heads)
        self._speller = Speller(phrases)
        self._longest = max((len(phrase.split()) for phrase in phrases), default=1)

    def meanings(self, words: str) -> list[tuple[str, float]]:
        """All codes the words may mean with their certainties, in no order; none when nothing is known."""
        text = plain(words)
        if found := self._whole(text, 1.0):
            return found
        outside, inside = plain(_BRACKETS.sub(" ", words)), _BRACKETS.findall(words)
        if inside and outside and (found := self._whole(outside, 0.96)):
            return found
        if found := self._pieces(words):
            return found
        return self._misspelt(text) or self._contained(text) or self._pieces(" , ".join(inside))

    def _whole(self, text: str, factor: float) -> list[tuple[str, float]]:
        for tried, certainty in self._forms(text):
            if tried in self.phrases:
                return [(code, own * certainty * factor) for code, own in self.phrases[tried].items()]
        return []

    def _forms(self, text: str) -> Iterable[tuple[str, float]]:
        yield text, 1.0
        kept = " ".join(word for word in text.split() if word not in NOISE)
        if kept and kept != text:
            yield kept, 0.95
        for form in (kept, kept.replace(" ", "")):
            yield form, 0.95
            for ending in _ENDINGS:
                if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_HEAD:
                    stem = form[: -len(ending)]
                    yield stem, INFLECTED
                    yield stem + "e", INFLECTED
                    yield stem + "er", 0.9

    def _pieces(self, words: str) -> list[tuple[str, float]]:
        """A title followed by where or for whom; or several titles, of which the first counts most."""
        parts = [part for part in _PARTS.split(_BRACKETS.sub(" ", words)) if part.strip()][:6]
        found: list[tuple[str, float]] = []
        for part in parts:
            text = plain(part)
            hits = self._whole(text, 0.95) or self._before_the_place(part) or self._ending(text)
            if not hits and len(parts) > 1:
                hits = self._misspelt(text)
            factor = 1.0 if len(parts) == 1 else 0.75 if not found else 0.6
            found += [(code, certainty * factor) for code, certainty in hits]
        return found

    def _before_the_place(self, part: str) -> list[tuple[str, float]]:
        head = plain(_CUTS.split(f" {part} ", maxsplit=1)[0])
        return (self._whole(head, 0.92) or self._ending(head)) if head != plain(part) else []

    def _ending(self, text: str) -> list[tuple[str, float]]:
        """The last part of a compound says what it is: an *intensivsygeplejerske* is a *sygeplejerske*."""
        last = text.split()[-1] if text else ""
        if last in self.heads:
            return [(code, own * KNOWN_ENDING) for code, own in self.phrases[last].items()]
        for start in range(2, len(last) - SHORTEST_HEAD + 1):
            if (tail := last[start:]) in self.phrases:
                certainty = KNOWN_ENDING if tail in self.heads else FAR
                return [(code, own * certainty) for code, own in self.phrases[tail].items()]
        return []

    def _misspelt(self, text: str) -> list[tuple[str, float]]:
        near = self._speller.near(text)
        found: dict[str, float] = {}
        for word, edits in near:
            lead = near[0][1]
            certainty = NEAR if edits == 1 and len(text) >= 8 else FAR
            for code, own in self.phrases[word].items():
                found[code] = max(found.get(code, 0.0), own * certainty - 0.1 * (edits - lead))
        if len([code for code, certainty in found.items() if certainty >= NEAR * 0.9]) > 1:
            return [(code, min(certainty, FAR)) for code, certainty in found.items()]
        return list(found.items())

    def _contained(self, text: str) -> list[tuple[str, float]]:
        """The longest known phrase among the words; the more words it leaves out, the less sure."""
        tokens = text.split()[:12]
        for length in range(min(self._longest, len(tokens)), 0, -1):
            for start in range(len(tokens) - length, -1, -1):
                phrase = " ".join(tokens[start : start + length])
                if len(phrase) > 2 and phrase in self.phrases:
                    share = len(phrase) / max(len(text), 1)
                    return [(code, own * (0.4 + 0.4 * share)) for code, own in self.phrases[phrase].items()]
        return []
