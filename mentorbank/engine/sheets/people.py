"""Rows of a sheet as mentees and mentors, with every reading that was not sure."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentorbank.codes import danish, education, goals, languages, occupations, places, values
from mentorbank.codes.reading import Reading
from mentorbank.engine.profiles import Wish
from mentorbank.engine.sheets.refused import Refused
from mentorbank.files.sheets import Sheet

UNNAMED = ("gender", "not_employer")
LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Doubt:
    """A value that was not surely read: where it stands, what stood there, and how it was used."""

    file: str
    line: int
    column: str
    written: str
    used: str


@dataclass
class Cells:
    """The cells of one row by meaning, and where doubts about them go."""

    file: str
    line: int
    by_meaning: Mapping[str, tuple[str, str]]
    doubts: list[Doubt]

    def text(self, meaning: str) -> str:
        """What stands there, "" for nothing."""
        return self.by_meaning.get(meaning, ("", ""))[1].strip()

    def read(self, meaning: str, reader: Callable[[str], Reading[Any]]) -> Any:
        """The likeliest value, None when there is none; an unsure or unreadable one is noted."""
        text = self.text(meaning)
        return self.settle(meaning, reader(text)) if text else None

    def settle(self, meaning: str, reading: Reading[Any]) -> Any:
        """The value of a reading, noted when it was not sure."""
        if reading.value is None:
            self.doubt(meaning, reading.written, "not understood, counts as unknown")
        elif not reading.sure:
            self.doubt(meaning, reading.written, f"read as {shown(reading.value)}")
        return reading.value

    def settle_all(self, meaning: str, readings: Iterable[Reading[Any]]) -> list[Any]:
        """The values of a list of readings, those without one left out."""
        found = [self.settle(meaning, reading) for reading in readings]
        return [value for value in found if value is not None]

    def doubt(self, meaning: str, written: str, used: str) -> None:
        """Note how a value was used."""
        heading = self.by_meaning[meaning][0]
        self.doubts.append(Doubt(self.file, self.line, heading, written[:LONGEST_SHOWN], used))


@dataclass(frozen=True)
class Side:
    """What one file says of its people beside their profiles: what the engine itself must not know.

    One entry per person: `genders` (woman, man, other or None), `employers` (as written or None), `asked`, the
    wishes about those, and `registered`, the day.
    """

    file: str
    ids: list[Hashable] = field(default_factory=list)
    genders: list[str | None] = field(default_factory=list)
    employers: list[str | None] = field(default_factory=list)
    asked: list[tuple[values.Wish, ...]] = field(default_factory=list)
    registered: list[date | None] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def shown(value: Any) -> str:
    """A reading in short, for people."""
    if isinstance(value, education.Education):
        level = "" if value.level is None else f", level {value.level}"
        return (education.label(value.field, "en") if value.field else "education") + level
    if isinstance(value, languages.Spoken):
        return languages.label(value.language, "en") + (f" ({value.level})" if value.level else "")
    if isinstance(value, danish.DanishSkill):
        return f"Danish: speaks {value.oral or 'unknown'}, writes {value.written or 'unknown'}"
    if isinstance(value, values.Wish):
        return f"{value.strength}: {value.kind.replace('_', ' ')} {value.value}".strip()
    if isinstance(value, str) and occupations.known(value) and len(value) == 4:
        return f"{value} {occupations.label(value, 'en')}"
    if isinstance(value, str) and value in goals.AREAS:
        return goals.label(value, "en")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def rows(file: str, sheet: Sheet, chosen: Mapping[str, str], doubts: list[Doubt]) -> list[Cells]:
    """The rows that hold anything, by meaning. Raises Refused for a missing or repeated id."""
    at = {meaning: sheet.headings.index(heading) for meaning, heading in chosen.items()}
    found: list[Cells] = []
    seen: dict[str, int] = {}
    for row in sheet.rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        by_meaning = {meaning: (chosen[meaning], row.cells[place]) for meaning, place in at.items()}
        cells = Cells(file, row.line, by_meaning, doubts)
        key = cells.text("id")
        if not key:
            raise Refused(file, "expected an id, found an empty cell", row.line, chosen["id"])
        if key in seen:
            raise Refused(
                file,
                f"expected different ids, “{key}” also stands in line {seen[key]}",
                row.line,
                chosen["id"],
            )
        seen[key] = row.line
        found.append(cells)
    if not found:
        raise Refused(file, "expected at least one row below the headings")
    return found


def common(cells: Cells, audience: str, side: Side) -> dict[str, Any]:
    """What mentees and mentors have in common, as fields of their profiles; the rest goes to `side`."""
    learned = cells.read("education", education.read)
    level = cells.read("level", lambda text: values.read_whole_number(text, 8))
    named, unnamed = wishes(cells)
    gender = cells.read("gender", values.read_gender)
    side.ids.append(cells.text("id"))
    side.genders.append(gender or {"women": "woman", "men": "man"}.get(audience))
    side.employers.append(cells.text("employer") or None)
    side.asked.append(unnamed)
    side.registered.append(cells.read("registered_on", values.read_date))
    return {
        "id": cells.text("id"),
        "field": (learned.field or None) if learned else None,
        "level": level if level is not None else learned.level if learned else None,
        "languages": spoken(cells),
        "times": frozenset(cells.read("times", values.read_times) or ()),
        "division": cells.text("division") or None,
        "wishes": named,
        **where(cells),
    }


def spoken(cells: Cells) -> dict[str, str | None]:
    """Languages with levels; the Danish of a test goes before a bare "dansk"."""
    found = {
        each.language: each.level
        for each in cells.settle_all("languages", languages.read(cells.text("languages")))
    }
    skill = cells.read("danish", danish.read)
    level = danish.for_cefr(skill.oral or skill.written) if skill else None
    return found | {"da": level} if level else found


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


def wishes(cells: Cells) -> tuple[tuple[Wish, ...], tuple[values.Wish, ...]]:
    """Wishes the engine knows, and those about a gender or an employer. Remarks may hold wishes among other words."""
    found = cells.settle_all("wishes", values.read_wishes(cells.text("wishes")))
    for reading in values.read_wishes(cells.text("remarks")):
        if reading.value is None:
            cells.doubt("remarks", reading.written, "a remark, not used")
        else:
            found.append(cells.settle("remarks", reading))
    named = [_named(wish) for wish in found if wish.kind not in UNNAMED]
    return tuple(dict.fromkeys(named)), tuple(dict.fromkeys(wish for wish in found if wish.kind in UNNAMED))


def _named(wish: values.Wish) -> Wish:
    """A wish in words as a wish of the engine."""
    value = float(wish.value) if wish.kind == "within_km" else wish.value or None
    return Wish(wish.kind, value, wish.strength)
