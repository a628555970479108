"""Danish places: postcodes with town, municipality and coordinates; distances as the crow flies."""

import math
import re
from dataclasses import dataclass
from functools import cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, unreadable
from mentorbank.codes.spelling import Speller
from mentorbank.codes.tables import table

EARTH_KM = 6371.0088
_DISTRICT = re.compile(r" (?:c|k|v|n|s|oe|m|j|nv|noe|sv|soe|oest)$")
_DIGITS = re.compile(r"(?<!\d)(?:DK[\s-]*)?(\d{4})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A postcode: its town, the code of the municipality that holds the town, degrees north and east."""

    postcode: str
    town: str
    municipality: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Municipality:
    """A municipality by its official three-digit code."""

    code: str
    name: str


@cache
def places() -> dict[str, Place]:
    """All places by postcode."""
    rows = table("postcodes")
    return {
        row["postcode"]: Place(
            row["postcode"], row["town"], row["municipality"], float(row["lat"]), float(row["lon"])
        )
        for row in rows
    }


def place(postcode: str) -> Place | None:
    """The place of a postcode; None if there is no such postcode."""
    return places().get(postcode.strip()) if len(postcode) < 100 else None


@cache
def municipalities() -> dict[str, Municipality]:
    """All municipalities by code."""
    return {row["code"]: Municipality(row["code"], row["name"]) for row in table("municipalities")}


def municipality_name(code: str) -> str:
    """The name of a municipality; the code if unknown."""
    found = municipalities().get(code)
    return found.name if found else code


def postcodes_in(municipality: str) -> tuple[str, ...]:
    """The postcodes whose town lies in a municipality (by its code)."""
    return tuple(found.postcode for found in places().values() if found.municipality == municipality)


def municipality_named(text: str) -> Municipality | None:
    """The municipality of that name, or the one that holds the town: a city means the whole of it."""
    name = _core(text)
    if not name:
        return None
    if name not in _by_name():
        near = _speller().near(name)
        if not near or near[0][1] > 1 or len(name) < 6:
            return None
        name = near[0][0]
    return municipalities()[_by_name()[name]]


_AROUND = frozenset({"kommune", "by", "municipality", "city", "omraadet", "omegn"})


def _core(text: str) -> str:
    """The name without the words around it: "Odense Kommune" → "odense", "Aarhus by" → "aarhus"."""
    name = " ".join(word for word in plain(text).split() if word not in _AROUND)
    short = name.removesuffix("s")
    return short if short in _by_name() and name not in _by_name() else name


@cache
def _by_name() -> dict[str, str]:
    """Municipalities first, then towns (a postal district without its letter too), then other languages."""
    found = {plain(entry.name): entry.code for entry in municipalities().values()}
    for one in places().values():
        found.setdefault(plain(one.town), one.municipality)
    for one in places().values():
        found.setdefault(_DISTRICT.sub("", plain(one.town)), one.municipality)
    for row in table("place_names"):
        found.setdefault(plain(row["name"]), row["municipality"])
    return found


@cache
def _speller() -> Speller:
    return Speller(_by_name())


def label(postcode: str, lang: str = "da") -> str:
    """Postcode and town as on an envelope; Danish towns keep their name in every language."""
    found = place(postcode)
    return f"{found.postcode} {found.town}" if found else postcode


def distance_km(a: Place, b: Place) -> float:
    """Kilometres between two places along the great circle."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    d_lat, d_lon = lat_b - lat_a, math.radians(b.lon - a.lon)
    h = math.sin(d_lat / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(d_lon / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def read(words: object) -> Reading[str]:
    """The postcode in "2100", "DK-2100 København Ø", 2100.0, "Risskov"."""
    text = re.sub(r"\.0+\Z", "", as_text(words).strip())
    codes = [match[1] for match in _DIGITS.finditer(text)]
    known = [code for code in codes if code in places()]
    if known:
        alone = len(known) == 1
        return Reading(text, known[0], 0.98 if alone else 0.5, tuple((code, 0.4) for code in known[1:]))
    return unreadable(text) if codes else _read_town(text)


def _read_town(text: str) -> Reading[str]:
    """A town with one postcode names it; one with several leaves a choice."""
    name = plain(text)
    exact = [one.postcode for one in places().values() if plain(one.town) == name] if name else []
    if len(exact) == 1:
        return Reading(text, exact[0], 0.9)
    if exact:
        return Reading(text, exact[0], 0.5, tuple((code, 0.4) for code in exact[1:6]))
    whole = [one.postcode for one in places().values() if name and plain(one.town).startswith(f"{name} ")]
    return (
        Reading(text, whole[0], 0.5, tuple((code, 0.3) for code in whole[1:6])) if whole else unreadable(text)
    )
