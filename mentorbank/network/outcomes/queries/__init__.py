"""Figures that add up: what each counts, how, and the records behind it."""

from .counting import EVERYTHING, Figure, Scope, figure, figures, records
from .definitions import DEFINITIONS, EVER_IN_WORK, READY_TO_MATCH, RUNNING, Definition, Unit
from .overview import by_division, outcomes_of, stages
from .public import public_figures

__all__ = [
    "DEFINITIONS",
    "EVERYTHING",
    "EVER_IN_WORK",
    "READY_TO_MATCH",
    "RUNNING",
    "Definition",
    "Figure",
    "Scope",
    "Unit",
    "by_division",
    "figure",
    "figures",
    "outcomes_of",
    "public_figures",
    "records",
    "stages",
]
