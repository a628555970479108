"""Tables out, as CSV and XLSX: text stays text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff￾￿]")
LONGEST = 32_767  # characters Excel allows in a cell

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write: a title (the sheet's name), headings, and rows of as many values."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]


def write_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """Rows (the first one the headings) as CSV that Danish Excel opens: UTF-8 with mark, `;`, CRLF.

    A text that a spreadsheet would take for a formula gets a ' in front; `read_sheet` takes it away again.
    Days and moments are written in ISO form (moments as their clock showed), None as nothing.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_for_csv(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _for_csv(value: Value) -> str:
    if isinstance(value, str):
        text = value.replace("\x00", "")
        return "'" + text if FORMULA.match(text) else text
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "minutes")
    return "" if value is None else str(value)


def write_xlsx(tables: Iterable[Table]) -> bytes:
    """One sheet per table: bold headings in a row that stays, fitting columns, text that stays text.

    Numbers and days are numbers and days (moments without their zone, as their clock showed). Sheet names are
    cut to what Excel allows and made distinct. Raises ValueError when there is no table.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    names: set[str] = set()
    for table in tables:
        _add_sheet(book, _sheet_name(table.title, names), table)
    if not names:
        raise ValueError("a workbook needs at least one table")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Any, name: str, table: Table) -> None:
    rows = [list(row) for row in table.rows]
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_widths(table.headings, rows), start=1):
        from openpyxl.utils import get_column_letter

        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([_text_cell(sheet, heading, bold=True) for heading in table.headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, str):
        return _text_cell(sheet, value) if value else None
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return value


def _text_cell(sheet: Any, text: str, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    clean = NOT_IN_XML.sub("", text)
    cell = WriteOnlyCell(sheet, clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…")
    # openpyxl takes "=1+1" for a formula and "#N/A" for an error: say that it is text, for editing too.
    cell.data_type = "s"
    cell.number_format = "@"
    if FORMULA.match(clean):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    columns = zip(*[headings, *(row for row in rows[:200] if len(row) == len(headings))], strict=True)
    return [min(60, 2 + max(len(str(value or "")) for value in column)) for column in columns]


def _sheet_name(title: str, taken: set[str]) -> str:
    base = NOT_IN_NAMES.sub(" ", title).strip(" '")[:31] or "Sheet"
    name, number = base, 2
    while name.casefold() in taken:
        name = f"{base[:27]} {number}"
        number += 1
    taken.add(name.casefold())
    return name
