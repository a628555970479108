"""Known words near to a misspelt one, found through the letter triples they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

_TELLING = 9


def distance(one: str, other: str, most: int) -> int:
    """Edits from one word to the other (insert, drop, change, swap neighbours); ``most + 1`` when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i] * (len(other) + 1)
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], last[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


def allowed(length: int) -> int:
    """How many edits still make the same word: none in short ones, where each letter is another word."""
    return 0 if length < 5 else 1 if length < 9 else 2 if length < 16 else 3


class Speller:
    """Finds the words of a vocabulary within a few edits of a given one."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._by_triple: dict[str, list[str]] = defaultdict(list)
        for word in set(vocabulary):
            if len(word) >= 5:
                for triple in _triples(word):
                    self._by_triple[triple].append(word)

    def near(self, word: str) -> list[tuple[str, int]]:
        """The nearest words with their number of edits, nearest first; at most five."""
        most = allowed(len(word))
        if not most or len(word) > 60:
            return []
        known = sorted((self._by_triple[t] for t in _triples(word) if t in self._by_triple), key=len)
        shared: Counter[str] = Counter()
        for words in known[:_TELLING]:  # the rarest triples tell most and cost least
            shared.update(words)
        found = [(other, distance(word, other, most)) for other, _ in shared.most_common(12)]
        return sorted((hit for hit in found if hit[1] <= most), key=lambda hit: (hit[1], hit[0]))[:5]


def _triples(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
