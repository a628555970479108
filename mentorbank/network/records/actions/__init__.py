"""Verbs of the way in for lists: received, settled row by row, imported as a whole."""

from .importing import import_rows
from .receiving import drop_old_uploads, receive_upload, remove_upload
from .settling import (
    choose_columns,
    choose_entering,
    leave_out,
    settle_row,
    take_back,
    type_row,
)

__all__ = [
    "choose_columns",
    "choose_entering",
    "drop_old_uploads",
    "import_rows",
    "leave_out",
    "receive_upload",
    "remove_upload",
    "settle_row",
    "take_back",
    "type_row",
]
