"""Figures that anybody may read: sums over the whole network, and none that rests on few people."""

from datetime import datetime

from mentorbank.network.outcomes.queries.counting import COUNTERS, EVERYTHING, Figure

FEWEST = 20  # people or pairs a public figure rests on


def public_figures(now: datetime) -> list[Figure]:
    """The network's figures that say nothing about single people."""
    counted = (count(EVERYTHING, now) for count in COUNTERS.values())
    return [figure for figure in counted if figure.value is not None and figure.denominator >= FEWEST]
