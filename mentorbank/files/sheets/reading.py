"""One door for every list: bytes or a path in, a `Sheet` out."""

from pathlib import Path, PurePath

from mentorbank.files.sheets.kinds import is_workbook, refuse_other_kinds
from mentorbank.files.sheets.refusals import Unreadable
from mentorbank.files.sheets.shapes import MAX_BYTES, Notes, Sheet
from mentorbank.files.sheets.table import Found, find_table
from mentorbank.files.sheets.text import read_text
from mentorbank.files.sheets.workbook import Workbook


def read_sheet(name: str, data: bytes | Path, sheet: str | None = None) -> Sheet:
    """Read the table in a CSV or XLSX file.

    `name` is what the person calls the file (it stands in refusals and is the title of a sheet that has
    none); `data` its bytes or where it lies; `sheet` chooses one sheet of a workbook by name instead of
    the one with the largest table. Cells are text: dates as ISO ("2026-02-01"), numbers without ".0".

    Raises Unreadable when the file is no table, too large, damaged or unclear; OSError when the path cannot be
    opened.
    """
    shown = PurePath(name.replace("\\", "/")).name or name
    try:
        return _read(shown, _bytes_of(data), sheet)
    except Unreadable as refusal:
        raise refusal.about(shown) from None


def _bytes_of(data: bytes | Path) -> bytes:
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size > MAX_BYTES:
        raise Unreadable("too_big", size=size // 1024**2 + 1, limit=MAX_BYTES // 1024**2)
    content = data.read_bytes() if isinstance(data, Path) else data
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty")
    return content


def _read(name: str, data: bytes, sheet: str | None) -> Sheet:
    if is_workbook(data):
        return _from_workbook(name, data, sheet)
    refuse_other_kinds(data)
    return _from_text(name, data)


def _from_text(name: str, data: bytes) -> Sheet:
    text = read_text(data)
    found = find_table(text.rows)
    notes = Notes(
        encoding=text.encoding, separator=text.separator, titles=found.titles, unnamed=found.unnamed
    )
    return Sheet((*found.titles, PurePath(name).stem)[0], found.headings, found.rows, notes)


def _from_workbook(name: str, data: bytes, wanted: str | None) -> Sheet:
    with Workbook(data) as book:
        chosen, found = _best(book, wanted)
        others = tuple(other for other in book.names if other != chosen)
    notes = Notes(titles=found.titles, sheet=chosen, other_sheets=others, unnamed=found.unnamed)
    return Sheet((*found.titles, chosen)[0], found.headings, found.rows, notes)


def _best(book: Workbook, wanted: str | None) -> tuple[str, Found]:
    """The sheet asked for, or the one with the most cells; the first telling refusal if none has any."""
    if wanted is not None and wanted not in book.names:
        raise Unreadable("sheet_missing", sheet=wanted, sheets=", ".join(book.names))
    best: tuple[str, Found] | None = None
    refusal: Unreadable | None = None
    for name in book.names if wanted is None else (wanted,):
        try:
            found = find_table(book.rows(name))
        except Unreadable as why:
            refusal = _more_telling(refusal, why)
            continue
        if best is None or found.size > best[1].size:
            best = name, found
    if best is None:
        raise refusal or Unreadable("no_table")
    return best


def _more_telling(one: Unreadable | None, other: Unreadable) -> Unreadable:
    """A sheet that is almost a table explains more than one that is none."""
    return other if one is None or one.reason == "no_table" else one
