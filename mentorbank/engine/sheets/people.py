"""Rows of a sheet as mentees and mentors, with every reading that was not sure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentorbank.codes import danish, education, languages, values
from mentorbank.engine.profiles import Wish
from mentorbank.engine.sheets.cells import Cells, Doubt
from mentorbank.engine.sheets.refused import Refused
from mentorbank.engine.sheets.where import where
from mentorbank.files.sheets import Sheet

UNNAMED = ("gender", "not_employer")


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
