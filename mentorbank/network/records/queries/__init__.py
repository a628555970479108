"""Questions about lists on their way in: what columns and cells mean, who is known already, what it is called."""

from .columns import guess_columns, meanings
from .entering import entering_state, usual_entering
from .reading import RowReading
from .resembling import lookalikes
from .understanding import ReadRow, UnderstoodFile, read_upload_row, understand_file
from .uploads import counts_of, people_like, programmes_in_order, rest_file

__all__ = [
    "ReadRow",
    "RowReading",
    "UnderstoodFile",
    "counts_of",
    "entering_state",
    "guess_columns",
    "lookalikes",
    "meanings",
    "people_like",
    "programmes_in_order",
    "read_upload_row",
    "rest_file",
    "understand_file",
    "usual_entering",
]
