"""One answer of a reader: what stood there, what it means, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

SURE = 0.85
LONGEST_WRITTEN = 1_000


@dataclass(frozen=True)
class Reading(Generic[T]):
    """``value`` is the likeliest meaning (None: unreadable), ``others`` the next ones, best first."""

    written: str
    value: T | None
    certainty: float
    others: tuple[tuple[T, float], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the value may be used without asking a person."""
        return self.value is not None and self.certainty >= SURE


def as_text(words: object) -> str:
    """Whatever a cell held, as text of a length one may look at; None is empty."""
    if words is None:
        return ""
    if isinstance(words, str):
        return words[:LONGEST_WRITTEN]
    return str(words)[:LONGEST_WRITTEN]


def unreadable(words: object) -> Reading[T]:
    """An answer that says: no idea."""
    return Reading(as_text(words), None, 0.0)


def ranked(words: object, meanings: Sequence[tuple[T, float]]) -> Reading[T]:
    """The best of several meanings as the value, the rest beside it; each value once."""
    best: dict[T, float] = {}
    for value, certainty in meanings:
        best[value] = max(certainty, best.get(value, 0.0))
    if not best:
        return unreadable(words)
    order = sorted(best.items(), key=lambda item: -item[1])
    return Reading(as_text(words), order[0][0], order[0][1], tuple(order[1:6]))
