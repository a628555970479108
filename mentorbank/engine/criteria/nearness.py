"""Nearness: great-circle kilometres where both places are known, else the division."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentorbank.engine.bank import Numbers, Spot
from mentorbank.engine.criteria.base import UNKNOWN, WHOLE
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe

EARTH_KM = 6371.0088
SAME_DIVISION = 7_500


@dataclass(frozen=True)
class Spots:
    """The distinct spots as arrays; NaN (for divisions -1) where unknown. `radians` is (spots, 2)."""

    radians: Numbers
    travel_km: Numbers
    online: Numbers
    divisions: Numbers
    division_codes: dict[Hashable, int]
    values: Sequence[Spot]


def kilometres(place: tuple[float, float] | None, radians: Numbers) -> Numbers:
    """Great-circle distances from a place in degrees (haversine); NaN where either is unknown."""
    if place is None:
        return np.full(len(radians), np.nan)
    latitude, longitude = np.radians(place)
    half = np.sin((radians[:, 0] - latitude) / 2) ** 2
    half = half + np.cos(latitude) * np.cos(radians[:, 0]) * np.sin((radians[:, 1] - longitude) / 2) ** 2
    distances: Numbers = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distances


class Nearness:
    """Share: whole up to `full_km`, falling in a straight line to nothing at `none_km`.

    Beyond the mentor's travel radius nothing; a mentor who meets online never gets less than the recipe's
    `online`. Without both places the division decides: the same one, whole (three quarters when the mentee's
    own place is known, for then more could be known), or nothing. Neither place nor division: unknown.
    """

    name = "nearness"

    def used(self, mentee: Mentee) -> bool:
        """She has a place or a division."""
        return mentee.place is not None or mentee.division is not None

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return (mentee.place, mentee.division)

    def prepare(self, values: Sequence[Spot]) -> Spots:
        """Coordinates in radians, travel radius, online."""
        places = [spot.place or (np.nan, np.nan) for spot in values]
        travel = [np.inf if spot.travel_km is None else spot.travel_km for spot in values]
        online = np.array([bool(spot.online) for spot in values], dtype=bool)
        codes: dict[Hashable, int] = {}
        divisions = [
            -1 if spot.division is None else codes.setdefault(spot.division, len(codes)) for spot in values
        ]
        radians = np.radians(np.array(places, dtype=float).reshape(-1, 2))
        return Spots(radians, np.array(travel), online, np.array(divisions, dtype=np.int64), codes, values)

    def shares(self, mentee: Mentee, prepared: Spots, recipe: Recipe) -> Numbers:
        """See the class."""
        km = kilometres(mentee.place, prepared.radians)
        fall = (recipe.none_km - km) / (recipe.none_km - recipe.full_km)
        by_km = np.where(km > prepared.travel_km, 0, np.floor(WHOLE * np.clip(fall, 0, 1)))
        share = np.where(np.isnan(km), self._by_division(mentee, prepared), by_km).astype(np.int64)
        return np.where(prepared.online & (share >= 0), np.maximum(share, recipe.online), share)

    def _by_division(self, mentee: Mentee, prepared: Spots) -> Numbers:
        """The share where kilometres are unknown."""
        if mentee.division is None:
            return np.full(len(prepared.values), UNKNOWN)
        same = SAME_DIVISION if mentee.place else WHOLE
        hers = prepared.division_codes.get(mentee.division, -2)
        by_division = np.where(prepared.divisions == hers, same, 0)
        return np.where(prepared.divisions < 0, UNKNOWN, by_division)

    def reason(self, mentee: Mentee, value: Spot, share: int) -> Reason:
        """Kilometres, else the division; that they can meet online where that is what helps."""
        km = kilometres(mentee.place, np.radians(np.array([value.place or (np.nan, np.nan)], dtype=float)))[0]
        if np.isnan(km):
            same = value.division == mentee.division
            return Reason("division-same" if same else "division-other", {"division": value.division})
        if value.travel_km is not None and km > value.travel_km:
            values = {"km": round(float(km)), "travel_km": round(value.travel_km)}
            return Reason("beyond-travel-online" if value.online else "beyond-travel", values)
        template = "near" if share >= WHOLE // 2 else "far-online" if value.online else "far"
        return Reason(template, {"km": round(float(km))})

    def gaps(self, mentee: Mentee, value: Spot) -> tuple[Reason, ...]:
        """No place that could be compared."""
        comparable = (value.place and mentee.place) or (
            value.division is not None and mentee.division is not None
        )
        return () if comparable else (Reason("missing-nearness"),)


def spot_kilometres(mentee: Mentee, values: Any) -> Numbers:
    """Kilometres from the mentee to each prepared spot, for wishes about distance."""
    return kilometres(mentee.place, values.radians)
