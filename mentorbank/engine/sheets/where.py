"""Where somebody lives, from a postcode, a town, a municipality or coordinates."""

from typing import Any

from mentorbank.codes import places, values
from mentorbank.codes.reading import Reading
from mentorbank.engine.sheets.cells import Cells


def where(cells: Cells) -> dict[str, Any]:
    """Coordinates and municipality: from the postcode, else the town; written coordinates go before both."""
    spot, municipality = _spot(cells, "postcode" if cells.text("postcode") else "town")
    latitude, longitude = (cells.read(name, _degrees) for name in ("latitude", "longitude"))
    given = (latitude, longitude) if latitude is not None and longitude is not None else None
    return {"place": given or spot, "municipality": municipality}


def _spot(cells: Cells, meaning: str) -> tuple[tuple[float, float] | None, str | None]:
    """Coordinates and municipality of a postcode or town; the middle of its postcodes for a municipality."""
    text = cells.text(meaning)
    reading = places.read(text)
    named = places.municipality_named(text) if text and reading.value is None else None
    if named:
        inside = [place for code in places.postcodes_in(named.code) if (place := places.place(code))]
        if inside:
            cells.doubt(meaning, text, f"read as the middle of {named.name}")
            many = len(inside)
            return (sum(p.lat for p in inside) / many, sum(p.lon for p in inside) / many), named.code
    code = cells.settle(meaning, reading) if text else None
    place = places.place(code) if code else None
    return ((place.lat, place.lon), place.municipality) if place else (None, None)


def _degrees(text: str) -> Reading[float]:
    """A coordinate in degrees, with point or comma."""
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return Reading(text, None, 0.0)
    return Reading(text, found if abs(found) <= 180 else None, 1.0)


def kilometres(text: str) -> Reading[float]:
    """A distance such as "25" or "25 km"."""
    found = values.read_whole_number(text.lower().removesuffix("km"), 20_000)
    return Reading(text, None if found.value is None else float(found.value), found.certainty)
