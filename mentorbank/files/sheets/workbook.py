"""XLSX workbooks, opened with care: sizes are checked before anything is unpacked, then read as a stream.

Only the parts a list needs are read: names of sheets, shared texts, number formats, cells. That is why files
whose decoration other readers stumble over still go through.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import IO, Self
from xml.sax import SAXException

from defusedxml.common import DefusedXmlException

from mentorbank.files.sheets.cells import Formats, Texts
from mentorbank.files.sheets.refusals import Unreadable
from mentorbank.files.sheets.rows import CellRows
from mentorbank.files.sheets.shapes import MAX_BYTES, MAX_ROWS, RawRow
from mentorbank.files.sheets.stream import Listener, listen
from mentorbank.files.sheets.table import line_of_headings

MAX_PARTS = 2_000
CHUNK = 1 << 16
VALUE = re.compile(rb"[<:][vtf][ >]")
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may claim gigabytes before the first byte
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, SAXException, UnicodeError, NotImplementedError, KeyError,
          IndexError, ValueError, OSError)  # fmt: skip
OTHERS = {"xl/workbook.bin": ".xlsb", "content.xml": ".ods", "Index/Document.iwa": "Numbers"}


class Workbook:
    """An open workbook: `names` of its sheets in order (shown ones first), `rows(name)` their filled lines.

    Raises Unreadable (archive, damaged, document, locked, other_workbook, too_big_unpacked, unsafe).
    """

    def __init__(self, data: bytes) -> None:
        with _refusing_damage():
            self._zip = _open(data)
            self._parts = frozenset(self._zip.namelist())
            outline = self._outline()
            self._places = self._sheet_places(outline)
            self.names = tuple(self._places)
            self._formats = Formats(outline.from_1904)
            self._read_if_there("xl/styles.xml", self._formats)
            self._texts = Texts()
            self._read_if_there("xl/sharedStrings.xml", self._texts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._zip.close()

    def rows(self, name: str) -> list[RawRow]:
        """The lines of one sheet that are not empty.

        Raises Unreadable (damaged, too_many_rows, too_many_columns, cell_too_long).
        """
        with _refusing_damage():
            part = self._zip.read(self._places[name])
            filled = _filled_rows(part)
            if filled > MAX_ROWS + 1:
                self._refuse_many_rows(part, filled)
            return self._cells(_slices(part), whole=True)

    def _cells(self, pieces: Iterable[bytes], whole: bool) -> list[RawRow]:
        cells = CellRows(self._texts.all, self._formats)
        listen(pieces, cells, whole)
        return cells.rows

    def _refuse_many_rows(self, part: bytes, filled: int) -> None:
        """There may be titles above the headings: how many, the first megabyte tells."""
        above = line_of_headings(self._cells(islice(_slices(part), 16), whole=False))
        if filled - above - 1 > MAX_ROWS:
            raise Unreadable("too_many_rows", limit=MAX_ROWS)

    def _outline(self) -> "_Outline":
        outline = _Outline()
        if "xl/workbook.xml" not in self._parts:
            raise _no_workbook(self._parts)
        listen(self._pieces("xl/workbook.xml"), outline)
        return outline

    def _sheet_places(self, outline: "_Outline") -> dict[str, str]:
        links = _Links()
        self._read_if_there("xl/_rels/workbook.xml.rels", links)
        ordered = sorted(outline.sheets, key=lambda sheet: sheet[2])
        places: dict[str, str] = {}
        for name, link, _hidden in ordered:
            place = links.places.get(link, "")
            # Once each: a thousand names for one part would be a thousand times its cost.
            if place in self._parts and place not in places.values():
                places[name] = place
        return places

    def _read_if_there(self, path: str, listener: Listener) -> None:
        if path in self._parts:
            listen(self._pieces(path), listener)

    def _pieces(self, path: str) -> Iterator[bytes]:
        part: IO[bytes]
        with self._zip.open(path) as part:
            while piece := part.read(CHUNK):
                yield piece


class _Outline(Listener):
    """The sheets of workbook.xml as (name, link, hidden), and whether days are counted from 1904."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False
        self.at_begin = {"sheet": self._sheet, "workbookPr": self._properties}

    def _sheet(self, attributes: dict[str, str]) -> None:
        link = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append((attributes.get("name", ""), link, hidden))

    def _properties(self, attributes: dict[str, str]) -> None:
        self.from_1904 = attributes.get("date1904") in ("1", "true")


class _Links(Listener):
    """Which part each link of the workbook means; worksheets only (no charts, no macros)."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, str] = {}
        self.at_begin = {"Relationship": self._link}

    def _link(self, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/worksheet"):
            target = posixpath.join("/xl", attributes.get("Target", ""))
            self.places[attributes.get("Id", "")] = posixpath.normpath(target).lstrip("/")


@contextmanager
def _refusing_damage() -> Iterator[None]:
    """Turn whatever a broken or hostile file provokes into one plain refusal."""
    try:
        yield
    except Unreadable:
        raise
    except DefusedXmlException:
        raise Unreadable("unsafe") from None
    except DAMAGE:
        raise Unreadable("damaged") from None


def _open(data: bytes) -> zipfile.ZipFile:
    """Open the zip once its directory is known to be short, and check what it says it will unpack to."""
    if data.count(b"PK\x01\x02") > MAX_PARTS:
        raise Unreadable("damaged")
    archive = zipfile.ZipFile(io.BytesIO(data))
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > MAX_BYTES:
        raise Unreadable("too_big_unpacked", size=size // 1024**2 + 1, limit=MAX_BYTES // 1024**2)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("locked")
    if any(entry.compress_type not in PACKINGS for entry in entries):
        raise Unreadable("damaged")
    return archive


def _no_workbook(parts: frozenset[str]) -> Unreadable:
    for part, kind in OTHERS.items():
        if part in parts:
            return Unreadable("other_workbook", kind=kind)
    if "word/document.xml" in parts:
        return Unreadable("document", kind="Word")
    return Unreadable("damaged") if "[Content_Types].xml" in parts else Unreadable("archive", kind="zip")


def _filled_rows(part: bytes) -> int:
    """How many rows of a worksheet hold a value, by its bytes: parsing them only to refuse takes seconds."""
    if part.count(b"row>") > 4 * MAX_ROWS:
        raise Unreadable("too_many_rows", limit=MAX_ROWS)
    return sum(1 for row in part.split(b"row>") if VALUE.search(row))


def _slices(part: bytes) -> Iterator[bytes]:
    return (part[start : start + CHUNK] for start in range(0, len(part), CHUNK))
