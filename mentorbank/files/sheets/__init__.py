"""Spreadsheets, read from whatever people have and written so that they open everywhere.

`read_sheet(name, data)` gives a `Sheet` (headings, rows with their line numbers, notes) or raises
`Unreadable` with a reason in plain words. `write_csv` and `write_xlsx` write text that stays text.
"""

from mentorbank.files.sheets.reading import read_sheet
from mentorbank.files.sheets.refusals import REASONS, Unreadable
from mentorbank.files.sheets.shapes import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Notes, Row, Sheet
from mentorbank.files.sheets.writing import Table, write_csv, write_xlsx

__all__ = [
    "MAX_BYTES", "MAX_COLUMNS", "MAX_ROWS", "REASONS", "Notes", "Row", "Sheet", "Table", "Unreadable",
    "read_sheet", "write_csv", "write_xlsx",
]
