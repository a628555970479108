"""Why a file cannot be read, said once, in plain words, with what to do instead.

Pages translate: `gettext(REASONS[refusal.reason]).format(**refusal.values)`.
"""


def _(text: str) -> str:
    """Mark a text for the catalogues; it is translated where it is shown."""
    return text


REASONS = {
    "empty": _("{file} is empty. Choose the file that holds the list."),
    "too_big": _("{file} is {size} MB and the limit is {limit} MB. Divide the list into smaller files."),
    "too_big_unpacked": _(
        "{file} would unpack to {size} MB and the limit is {limit} MB. "
        "Copy only the cells of the list into a new workbook and use that."
    ),
    "too_many_rows": _("{file} has more than {limit} rows. Divide the list into smaller files."),
    "too_many_columns": _(
        "{file} has values to the right of column {limit} (line {line}). "
        "Copy only the columns of the list into a new file."
    ),
    "picture": _("{file} is a picture. Choose the list itself, saved as .xlsx or .csv."),
    "document": _("{file} is a document ({kind}), not a table. Save the list as .xlsx or .csv."),
    "archive": _("{file} is a packed folder ({kind}). Unpack it and choose the list inside."),
    "web_page": _("{file} is a web page, not a table. Open it as a spreadsheet, save it as .xlsx or .csv."),
    "other_workbook": _("{file} is another kind of workbook ({kind}). Open it and save it as .xlsx or .csv."),
    "locked": _("{file} is locked with a password. Save it without the password and choose it again."),
    "damaged": _("{file} is damaged or ends in the middle. Fetch it again or save it as .xlsx or .csv."),
    "unsafe": _("{file} contains instructions that no list needs (a DTD). Save it anew as .xlsx or .csv."),
    "cut_off": _("{file} ends in the middle of line {line}. Fetch the whole file and choose it again."),
    "quote_open": _('In {file}, a quotation mark (") in line {line} is never closed. Close or remove it.'),
    "cell_too_long": _(
        "In {file}, line {line} has a cell of more than {limit} characters. "
        'Shorten it, or look for a quotation mark (") that is never closed.'
    ),
    "not_text": _("{file} is not a table that can be read. Save the list as .xlsx or .csv."),
    "no_table": _(
        "No table was found in {file}. "
        "Put the headings in one line, at least two of them, and the people below."
    ),
    "no_headings": _(
        "Line {line} of {file} looks like a person, not like headings. "
        "Put one line of headings above the list."
    ),
    "no_rows": _("{file} has headings in line {line} and nothing below them."),
    "duplicate_headings": _(
        "{file} has the heading “{heading}” twice (columns {first} and {second}). "
        "Give each column its own heading."
    ),
    "sheet_missing": _("{file} has no sheet named “{sheet}”. It has: {sheets}."),
}


class Unreadable(Exception):
    """The file is refused: `reason` is a key of REASONS, `values` fill its text, str() is it in English."""

    def __init__(self, reason: str, **values: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        """The refusal in English, `file` standing for an unknown name."""
        return REASONS[self.reason].format(**{"file": "The file", **self.values})

    def about(self, file: str) -> "Unreadable":
        """The same refusal with the file's name in it."""
        self.values["file"] = file
        return self
