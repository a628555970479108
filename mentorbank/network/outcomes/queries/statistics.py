"""The arithmetic of figures: shares with their uncertainty, waiting times with those who still wait."""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

Z95 = 1.959964  # of the normal distribution: 95 % lie within


def wilson(numerator: int, denominator: int, z: float = Z95) -> tuple[float, float] | None:
    """The 95 % interval of a share (E. B. Wilson, 1927), as two shares; None without anybody to count."""
    if denominator <= 0:
        return None
    share, n = numerator / denominator, denominator
    middle = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def still_waiting(spells: Iterable[tuple[int, bool, int]]) -> list[tuple[int, float]]:
    """Kaplan and Meier's curve: (day, share still waiting after it), beginning with (0, 1.0).

    A spell is (days, came to its end, how many such). Whoever still waits counts until her last known day.
    """
    ended: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for days, done, number in spells:
        ended[days] += number if done else 0
        left[days] += number
    waiting, share = sum(left.values()), 1.0
    curve = [(0, 1.0)]
    for day in sorted(left):
        if ended[day]:
            share *= 1 - ended[day] / waiting
            curve.append((day, share))
        waiting -= left[day]
    return curve


def day_when(curve: Iterable[tuple[int, float]], share_done: float) -> int | None:
    """The first day on which at least this share has come to its end; None while that is not reached."""
    return next((day for day, waiting in curve if waiting <= 1 - share_done + 1e-9), None)
