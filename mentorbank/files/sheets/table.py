"""Where the table is among the lines: titles above, one line of headings, people below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mentorbank.files.sheets.refusals import Unreadable
from mentorbank.files.sheets.shapes import MAX_ABOVE, MAX_ROWS, RawRow, Row, letter

LETTER = re.compile(r"[^\W\d_]")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A table among lines: distinct headings, rows of the same width, the title lines above it."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...]
    unnamed: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many cells the table has."""
        return len(self.headings) * len(self.rows)


def find_table(raw: Sequence[RawRow]) -> Found:
    """Find the headings and the rows below them.

    `raw` holds the lines that are not empty, in order. Raises Unreadable (no_table, no_headings, no_rows,
    duplicate_headings, too_many_rows).
    """
    top = line_of_headings(raw)
    below = raw[top + 1 :]
    if len(below) > MAX_ROWS:
        raise Unreadable("too_many_rows", limit=MAX_ROWS)
    if not below:
        raise Unreadable("no_rows", line=raw[top][0])
    columns = _columns_in_use(raw[top][1], below)
    headings, unnamed = _headings(raw[top][1], columns)
    rows = tuple(Row(line, _only(columns, cells)) for line, cells in below)
    titles = tuple(cell for _line, cells in raw[:top] for cell in cells if cell)
    return Found(headings, rows, titles, unnamed)


def line_of_headings(raw: Sequence[RawRow]) -> int:
    """Where the headings stand: the first line nearly as full as the fullest, for titles fill few cells.

    Raises Unreadable (no_table, no_headings).
    """
    filled = [sum(map(bool, cells)) for _line, cells in raw[: MAX_ABOVE + 1]]
    enough = max(2.0, 0.6 * max(filled, default=0))
    top = next((place for place, count in enumerate(filled) if count >= enough), None)
    if top is None:
        raise Unreadable("no_table")
    line, cells = raw[top]
    if _looks_like_a_person(cells):
        raise Unreadable("no_headings", line=line)
    return top


def _looks_like_a_person(cells: tuple[str, ...]) -> bool:
    """An address, or numbers and dates in half of the cells: no line of headings has that."""
    filled = [cell for cell in cells if cell]
    numbers = sum(1 for cell in filled if DIGIT.search(cell) and not LETTER.search(cell))
    return any("@" in cell.strip("@") for cell in filled) or 2 * numbers >= len(filled)


def _columns_in_use(top: tuple[str, ...], below: Sequence[RawRow]) -> list[int]:
    used = {place for place, cell in enumerate(top) if cell}
    for _line, cells in below:
        # Most files have no value without a heading: look closer only where a line is not covered yet.
        used.update(place for place, cell in enumerate(cells) if cell and place not in used)
    return sorted(used)


def _headings(top: tuple[str, ...], columns: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names: list[str] = []
    unnamed: list[str] = []
    seen: dict[str, int] = {}
    for place in columns:
        name = " ".join(top[place].split()) if place < len(top) else ""
        if not name:
            name = f"({letter(place)})"
            unnamed.append(name)
        first = seen.setdefault(name.casefold(), place)
        if first != place:
            raise Unreadable("duplicate_headings", heading=name, first=letter(first), second=letter(place))
        names.append(name)
    return tuple(names), tuple(unnamed)


def _only(columns: list[int], cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    return tuple([cells[place] if place < width else "" for place in columns])
