"""The plan as a file, checked before the work begins and written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mentorbank.engine.sheets.refused import Refused


def writer(path: str | None) -> Callable[[Any, Any, int], None] | None:
    """What writes the plan; the place is checked before the work begins."""
    if path is None:
        return None
    if path == "-":
        return lambda report, found, top: _to_stdout(_csv(report, found, top))
    kind = Path(path).suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise Refused(path, "expected a name that ends in .csv or .xlsx, or -")
    if Path(path).is_dir() or not Path(path).parent.is_dir():
        raise Refused(path, "expected a file in a folder that exists")
    make = _csv if kind == ".csv" else _xlsx
    return lambda report, found, top: whole_or_nothing(Path(path), make(report, found, top))


def _csv(report: Any, found: Any, top: int) -> bytes:
    """The plan as CSV."""
    from mentorbank.files.sheets import write_csv

    return write_csv([report.HEADINGS, *report.table(found, top)])


def _xlsx(report: Any, found: Any, top: int) -> bytes:
    """The plan as a workbook: plan, summary, readings."""
    from mentorbank.files.sheets import Table, write_xlsx

    readings = [[d.file, d.line, d.column, d.written, d.used] for d in report.doubts(found)]
    notes = [[line] for line in (*report.summary(found), *report.ignored(found))]
    return write_xlsx(
        [
            Table("Plan", report.HEADINGS, report.table(found, top)),
            Table("Summary", ["summary"], notes),
            Table("Readings", ["file", "line", "column", "written", "used"], readings),
        ]
    )


def _to_stdout(data: bytes) -> None:
    """Bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def whole_or_nothing(path: Path, data: bytes) -> None:
    """Write beside the place, then move there: a file is never half there."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o644 & ~_umask())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused(str(path), f"cannot be written ({error.strerror or error})") from None


def _umask() -> int:
    """The mask new files are made with."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
