"""The filled lines of one worksheet, read as a stream."""

from collections.abc import Sequence

from mentorbank.files.sheets.cells import Formats, as_written
from mentorbank.files.sheets.refusals import Unreadable
from mentorbank.files.sheets.shapes import MAX_ABOVE, MAX_CELL, MAX_COLUMNS, MAX_ROWS, RawRow
from mentorbank.files.sheets.stream import Listener

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class CellRows(Listener):
    """Collects `rows`: the line's number and its cells from column A to the last one with a value.

    Formula cells give the value Excel kept; without one the formula itself, so that nothing is lost silently.
    Raises Unreadable (too_many_rows, too_many_columns, cell_too_long); IndexError for an unknown shared text.
    """

    def __init__(self, texts: Sequence[str], formats: Formats) -> None:
        super().__init__()
        self.rows: list[RawRow] = []
        self._texts = texts
        self._formats = formats
        self._line = 0
        self._cells: dict[int, str] = {}
        self._column = -1
        self._columns: dict[str, int] = {}
        self._cell: dict[str, str] = {}
        self._value: list[str] = []
        self._formula: list[str] = []
        self._in_hint = False
        self.at_begin = {
            "row": self._begin_row, "c": self._begin_cell, "v": self._begin_value, "t": self._begin_value,
            "f": self._begin_formula, "rPh": self._begin_hint,
        }  # fmt: skip
        self.at_end = {
            "row": self._end_row, "c": self._end_cell, "v": self._pause, "t": self._pause, "f": self._pause,
            "rPh": self._end_hint,
        }  # fmt: skip

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._line = int(attributes.get("r") or self._line + 1)
        self._cells, self._column = {}, -1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        self._column = self._column_of(place) if place else self._column + 1
        self._cell = attributes
        self._value, self._formula = [], []

    def _begin_value(self, _attributes: dict[str, str]) -> None:
        self.into = None if self._in_hint else self._value

    def _begin_formula(self, _attributes: dict[str, str]) -> None:
        self.into = self._formula

    def _begin_hint(self, _attributes: dict[str, str]) -> None:
        self._in_hint = True

    def _end_hint(self) -> None:
        self._in_hint = False

    def _pause(self) -> None:
        self.into = None

    def _column_of(self, place: str) -> int:
        letters = place.rstrip("0123456789").upper()
        column = self._columns.get(letters)
        if column is None:
            column = 0
            for character in letters:
                column = column * 26 + LETTERS.index(character) + 1
            self._columns[letters] = column = column - 1
        return column

    def _end_cell(self) -> None:
        text = self._text()
        if not text:
            return
        if self._column >= MAX_COLUMNS:
            raise Unreadable("too_many_columns", limit=MAX_COLUMNS, line=self._line)
        if len(text) > MAX_CELL:
            raise Unreadable("cell_too_long", line=self._line, limit=MAX_CELL)
        self._cells[self._column] = text

    def _text(self) -> str:
        written = "".join(self._value)
        if not written:
            return "=" + "".join(self._formula).strip() if self._formula else ""
        kind = self._cell.get("t", "n")
        if kind == "s":
            return self._texts[int(written)]
        if kind == "n":
            return self._formats.shown(written, self._cell.get("s"))
        if kind == "b":
            return "TRUE" if written.strip() == "1" else "FALSE"
        if kind == "d":
            return written.strip().removesuffix("T00:00:00").replace("T", " ")
        return as_written(written)

    def _end_row(self) -> None:
        if not self._cells:
            return
        if len(self.rows) > MAX_ROWS + MAX_ABOVE:
            raise Unreadable("too_many_rows", limit=MAX_ROWS)
        width = max(self._cells) + 1
        self.rows.append((self._line, tuple([self._cells.get(column, "") for column in range(width)])))
        self._cells = {}
