"""What a sheet is once it has been read, and how large it may be."""

from collections.abc import Iterator
from dataclasses import dataclass

MAX_ROWS = 150_000  # rows of people below the headings
MAX_COLUMNS = 500
MAX_BYTES = 30 * 1024 * 1024  # of the file, and of everything in it once unzipped
MAX_CELL = 131_072  # characters; Excel itself allows 32,767
MAX_ABOVE = 100  # lines that may stand above the headings

RawRow = tuple[int, tuple[str, ...]]  # line number in the file, cells from column A on


@dataclass(frozen=True, slots=True)
class Row:
    """One line below the headings: its number in the file, counted from 1, and its cells as text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """How the file was understood, for the person who checks it.

    `encoding` and `separator` are empty for workbooks, `sheet` and `other_sheets` for text files.
    `unnamed` lists columns that hold values but have no heading: they are called by letter, "(C)".
    """

    encoding: str = ""
    separator: str = ""
    titles: tuple[str, ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: every row has as many cells as there are headings, and headings are distinct and not empty."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: Notes

    def records(self) -> Iterator[dict[str, str]]:
        """The rows as dictionaries by heading, in the order of the file."""
        return (dict(zip(self.headings, row.cells, strict=True)) for row in self.rows)

    def column(self, heading: str) -> tuple[str, ...]:
        """All values under one heading. Raises ValueError when there is no such heading."""
        place = self.headings.index(heading)
        return tuple(row.cells[place] for row in self.rows)


def letter(column: int) -> str:
    """The letters a spreadsheet shows for a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
