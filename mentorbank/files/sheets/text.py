"""Text files with separators: which encoding, which separator, which lines."""

import codecs
import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mentorbank.files.sheets.refusals import Unreadable
from mentorbank.files.sheets.shapes import MAX_ABOVE, MAX_CELL, MAX_COLUMNS, MAX_ROWS, RawRow

SEPARATORS = (";", ",", "\t", "|")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
HINT = re.compile(r'^"?sep=([;,\t|])"?\s*$', re.IGNORECASE)  # Excel's own first line
LONGEST_LINE = 1_000_000
CHUNK = 1 << 16
END = "\x00end of the file"  # no cell can be this: files with NUL are refused
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠]")  # as written by write_csv, so that it comes back as it was
AS_TEXT = re.compile(r'="([^"]*)"')  # Excel's trick to keep zeros: ="0150"


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a text file that are not empty, and how they were understood."""

    rows: list[RawRow]
    encoding: str
    separator: str


def read_text(data: bytes) -> Text:
    """Read CSV in any of the usual encodings with `;`, `,`, tab or `|`.

    Raises Unreadable (not_text, cut_off, quote_open, cell_too_long, too_many_rows, too_many_columns).
    """
    encoding = encoding_of(data)
    head = _head(data, encoding)
    if BINARY.search(head):
        raise Unreadable("not_text")
    separator = separator_of(head)
    if max(data.count(b"\n"), data.count(b"\r")) > MAX_ROWS:
        # Counted before anything is kept: a file that is too long must not cost memory.
        _limit(sum(1 for _ in _records(data, encoding, separator)))
    widths: Counter[int] = Counter()
    rows: list[RawRow] = []
    line, width = 0, 0
    for line, cells in _records(data, encoding, separator):
        width = len(cells)
        widths[width] += 1
        if width > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
            raise Unreadable("too_many_columns", limit=MAX_COLUMNS, line=line)
        cleaned = tuple([_clean(cell) for cell in cells[:MAX_COLUMNS]])
        if any(cleaned):
            rows.append((line, cleaned))
    _refuse_if_cut_off(data, widths, line, width)
    return Text(rows, encoding, separator)


def encoding_of(data: bytes) -> str:
    """The encoding, by its mark, by zeros (UTF-16 without mark), by trying.

    Raises Unreadable (cut_off, not_text).
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            if not _decodes(data, name):
                raise Unreadable("cut_off", line=_last_line(data))
            return name
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    if even + odd > len(data[:4000]) // 10:
        name = "utf-16-le" if odd > even else "utf-16-be"
        if not _decodes(data, name):
            raise Unreadable("cut_off" if len(data) % 2 else "not_text", line=_last_line(data))
        return name
    if _is_utf8(data):
        return "utf-8"
    return "cp1252" if _decodes(data, "cp1252") else "latin-1"


def separator_of(head: str) -> str:
    """The separator that divides most lines, into the same number of cells, the first line too."""
    hint = HINT.match(head.split("\n", 1)[0])
    return hint[1] if hint else max(SEPARATORS, key=lambda separator: _fitness(head, separator))


def _fitness(head: str, separator: str) -> float:
    widths = [len(cells) for cells in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if any(cells)]
    divided = [width for width in widths if width > 1]
    if not divided:
        return 0.0
    usual, often = Counter(divided).most_common(1)[0]
    # Lists within cells ("dansk, engelsk") divide many lines as well, but seldom evenly and never the headings.
    headings = 1.3 if widths[0] > 1 else 1.0
    return len(divided) / len(widths) * often / len(widths) * (1 - 1 / (2 * usual)) * headings


def _head(data: bytes, encoding: str) -> str:
    """The first whole lines, enough to judge by."""
    head = io.TextIOWrapper(io.BytesIO(data), encoding, newline="").read(CHUNK)
    return head if len(head) < CHUNK else head[: max(head.rfind("\n"), head.rfind("\r")) + 1] or head


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether the bytes are valid, tried in pieces so that no second copy of the file is made."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), CHUNK):
            decoder.decode(data[start : start + CHUNK], start + CHUNK >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    if _decodes(data, "utf-8"):
        return True
    # Cut within a letter: all before is UTF-8 with letters beyond ASCII, only the last 1-3 bytes hang loose.
    for loose in (1, 2, 3):
        rest = data[:-loose]
        if data[-loose:][0] >= 0xC0 and not rest.isascii() and _decodes(rest, "utf-8"):
            raise Unreadable("cut_off", line=_last_line(data))
    return False


def _last_line(data: bytes) -> int:
    return max(data.count(b"\n"), data.count(b"\r")) + 1


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    """Lines of bounded length, then END."""
    reader = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    number = 0
    while line := reader.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE:
            raise Unreadable("cell_too_long", line=number, limit=MAX_CELL)
        if number == 1 and HINT.match(line):
            line = "\n"
        yield line
    yield "\n"  # the last line may lack its end
    yield END


def _records(data: bytes, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not empty, with the line each begins in."""
    reader = csv.reader(_lines(data, encoding), delimiter=separator)
    begins, count = 1, 0
    try:
        for cells in reader:
            if cells and cells[-1].endswith(END):
                if cells != [END]:  # an open quotation mark swallowed the end
                    raise Unreadable("quote_open", line=begins)
                return
            if any(cells):
                count += 1
                _limit(count)
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise Unreadable("cell_too_long", line=begins, limit=MAX_CELL) from None


def _limit(count: int) -> None:
    if count > MAX_ROWS + MAX_ABOVE:
        raise Unreadable("too_many_rows", limit=MAX_ROWS)


def _clean(cell: str) -> str:
    cell = cell.strip()
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell.startswith("'") and GUARDED.match(cell):
        return cell[1:]
    if cell.startswith('="') and (kept := AS_TEXT.fullmatch(cell)):
        return kept[1].strip()
    return cell


def _refuse_if_cut_off(data: bytes, widths: Counter[int], line: int, width: int) -> None:
    """A last line without an end and with fewer cells than (nearly) all others was cut."""
    if data.rstrip(b"\x00")[-1:] in b"\r\n":
        return
    usual, often = widths.most_common(1)[0] if widths else (0, 0)
    others = sum(widths.values()) - 1
    if width < usual and others >= 2 and often >= math.ceil(0.9 * others):
        raise Unreadable("cut_off", line=line)
