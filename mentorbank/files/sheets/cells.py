"""What a cell of a workbook says, as text: dates in ISO form, numbers as people wrote them."""

import re
from datetime import UTC, datetime, timedelta
from math import isfinite, nan

from mentorbank.files.sheets.stream import Listener

BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
NOT_PATTERN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # words, escapes, colours within a number format
ZEROS = re.compile(r"0{2,20}")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
FROM_1904 = datetime(1904, 1, 1, tzinfo=UTC)
FROM_1900 = datetime(1899, 12, 31, tzinfo=UTC)
LAST_DAY = 2_958_466  # 31 December 9999, as Excel counts


class Texts(Listener):
    """The shared texts of a workbook, in order; pronunciation hints are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self._parts: list[str] = []
        self._in_hint = False
        self.at_begin = {"si": self._begin, "t": self._listen, "rPh": self._begin_hint}
        self.at_end = {"si": self._end, "t": self._pause, "rPh": self._end_hint}

    def _begin(self, _attributes: dict[str, str]) -> None:
        self._parts = []

    def _listen(self, _attributes: dict[str, str]) -> None:
        self.into = None if self._in_hint else self._parts

    def _pause(self) -> None:
        self.into = None

    def _begin_hint(self, _attributes: dict[str, str]) -> None:
        self._in_hint = True

    def _end_hint(self) -> None:
        self._in_hint = False

    def _end(self) -> None:
        self.all.append(as_written("".join(self._parts)))


class Formats(Listener):
    """How numbers are shown, by the style number of a cell: as a date, with leading zeros, or plainly."""

    def __init__(self, from_1904: bool) -> None:
        super().__init__()
        self._from_1904 = from_1904
        self._patterns: dict[str, str] = {}
        self._styles: list[str] = []
        self._kinds: list[str | int] = []
        self._among_cells = False
        self.at_begin = {"numFmt": self._pattern, "cellXfs": self._begin_cells, "xf": self._style}
        self.at_end = {"cellXfs": self._end_cells}

    def _pattern(self, attributes: dict[str, str]) -> None:
        self._patterns.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))

    def _begin_cells(self, _attributes: dict[str, str]) -> None:
        self._among_cells = True

    def _style(self, attributes: dict[str, str]) -> None:
        if self._among_cells:
            self._styles.append(attributes.get("numFmtId", "0"))

    def _end_cells(self) -> None:
        self._among_cells = False
        self._kinds = [self._kind(style) for style in self._styles]

    def _kind(self, style: str) -> str | int:
        """"date", "plain", or how many digits are always shown."""
        pattern = self._patterns.get(style)
        if pattern is None:
            return "date" if style.isdigit() and int(style) in BUILT_IN_DATES else "plain"
        if ZEROS.fullmatch(pattern):
            return len(pattern)
        bare = NOT_PATTERN.sub("", pattern.split(";")[0]).lower()
        return "date" if set(bare) & set("dmyhs") and "general" not in bare else "plain"

    def shown(self, number: str, style: str | None) -> str:
        """A number cell as text. A number that its date format cannot mean stays a number."""
        kind = self._kinds[int(style)] if style and int(style) < len(self._kinds) else "plain"
        text = plain_number(number)
        if isinstance(kind, int):
            return text.zfill(kind) if text.isdigit() else text
        return (day_and_time(_float(number), self._from_1904) or text) if kind == "date" else text


def plain_number(number: str) -> str:
    """A stored number without the marks of storing: "2012.0" is 2012, "4.52E+9" is 4520000000."""
    written = number.strip()
    value = _float(written)
    if not isfinite(value) or written.lstrip("-").isdigit():
        return written
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _float(number: str) -> float:
    try:
        return float(number)
    except ValueError:
        return nan


def day_and_time(days: float, from_1904: bool) -> str:
    """Excel's count of days as "2026-02-01", "2026-02-01 14:30" or "14:30"; "" when it means no day."""
    if not 0 <= days < LAST_DAY:
        return ""
    # Excel believes in 29 February 1900, so its count is one too high after it.
    # A cell has no time zone: UTC stands for "whatever the clock there showed".
    start = FROM_1904 if from_1904 else FROM_1900 - timedelta(days=days >= 60)
    try:
        moment = start + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return ""
    clock = "" if moment.hour == moment.minute == 0 else f"{moment:%H:%M}"
    if days < 1:
        return clock or "00:00"
    return f"{moment.date().isoformat()} {clock}".rstrip()


def as_written(text: str) -> str:
    """Text as it was typed: `_x000D_` is how Excel stores what XML cannot hold."""
    if "_x" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()
