"""A preview as the page shows it: counts, rows with their questions, what the file is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries import ReadRow, entering_state, people_like, read_upload_row
from mentorbank.network.records.queries.reading import Doubt
from mentorbank.network.records.queries.wording import MEANINGS, Wording
from mentorbank.network.records.states import OPEN_STATES, RowState
from mentorbank.pages.desk.imports.forms import STATES

ROWS = 25
ENCODINGS = {
    "cp1252": gettext_lazy("Windows Danish"),
    "latin-1": gettext_lazy("Latin-1"),
    "utf-8": gettext_lazy("UTF-8"),
    "utf-8-sig": gettext_lazy("UTF-8"),
    "utf-16": gettext_lazy("UTF-16"),
}
SEPARATORS = {
    ";": gettext_lazy("Semicolons"),
    ",": gettext_lazy("Commas"),
    "\t": gettext_lazy("Tabs"),
    "|": gettext_lazy("Bars"),
}
#: What of a row that is ready the page repeats, so that a person can check it.
TOLD = (
    "occupation",
    "postcode",
    "languages",
    "danish",
    "offers",
    "goals",
    "times",
    "places",
    "wishes",
    "remarks",
)
TYPES = {"name": "text", "email": "text", "phone": "tel", "postcode": "text"}


@dataclass
class Question:
    """One doubt with the answers to choose from."""

    doubt: Doubt
    about: str
    choices: list[tuple[str, str]]
    alike: int = 0

    @property
    def typable(self) -> str:
        """The field one may write instead, where nothing likely was found."""
        return self.doubt.about if self.doubt.about in TYPES and len(self.doubt.choices) < 2 else ""


@dataclass
class ShownRow:
    """One line of the file."""

    line: int
    state: RowState
    name: str
    missing: str
    inputs: list[tuple[str, str, str]]
    questions: list[Question]
    resemblance: str
    told: list[tuple[str, str]] = field(default_factory=list)
    enters: str = ""
    settled: bool = False

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES


def shown_rows(request: HttpRequest, upload: Upload, page: Page) -> list[ShownRow]:
    """The rows of one page, read and worded; two queries, however many rows."""
    wording = Wording(get_language() or "da")
    read = [(row, read_upload_row(upload, row)) for row in page.object_list]
    people = people_like(
        upload, (pk for _row, each in read for pk in each.resembles.get("people", [])), request.reader
    )
    alike = alike_counts(upload) if any(each.doubts for _row, each in read) else Counter()
    return [_shown(upload, row, each, wording, people, alike) for row, each in read]


def alike_counts(upload: Upload) -> Counter[str]:
    """How many open rows have the same doubt; one query."""
    rows: Iterable[list[str]] = upload.rows.open().values_list("doubts", flat=True)
    return Counter(key for doubts in rows for key in doubts if "/" in key)


def _shown(
    upload: Upload,
    row: UploadRow,
    read: ReadRow,
    wording: Wording,
    people: dict[int, Any],
    alike: Counter[str],
) -> ShownRow:
    state = RowState(row.state)
    shown = ShownRow(
        line=row.line,
        state=state,
        name=read.reading.name,
        missing=wording.missing(read),
        inputs=_inputs(read),
        questions=[_question(doubt, wording, people, alike) for doubt in read.doubts],
        resemblance=wording.resemblance(read) if read.known else "",
        settled=bool(read.settled),
    )
    if state in (RowState.SURE, RowState.ENTERED):
        shown.told = _told(read, wording)
        shown.enters = str(STATES[entering_state(upload.kind, read.reading.values, upload.entering)])
    return shown


def _question(doubt: Doubt, wording: Wording, people: dict[int, Any], alike: Counter[str]) -> Question:
    choices = [(choice.key, wording.choice(doubt, choice, people)) for choice in doubt.choices]
    return Question(doubt, wording.about(doubt), choices, alike[doubt.key] if alike[doubt.key] > 1 else 0)


def _inputs(read: ReadRow) -> list[tuple[str, str, str]]:
    """What has to be written before the row can enter: field, label, what stands there."""
    wanted = [each for each in ("name", "email", "phone") if each in read.reading.missing]
    if "address" in read.reading.missing:
        wanted += ["email", "phone"]
    return [(each, str(MEANINGS[each]), read.reading.texts.get(each, "")) for each in wanted]


def _told(read: ReadRow, wording: Wording) -> list[tuple[str, str]]:
    values = read.reading.values
    return [
        (str(MEANINGS[each]), _in_words(each, values[each], wording)) for each in TOLD if values.get(each)
    ]


def _in_words(about: str, value: Any, wording: Wording) -> str:
    many = value if isinstance(value, list) else [value]
    return ", ".join(wording.value(about, each) for each in many)


def how_read(upload: Upload) -> str:
    """Semicolons, Windows Danish: how the file was taken."""
    notes = upload.notes
    if notes.get("encoding"):
        parts = [SEPARATORS.get(notes["separator"], ""), ENCODINGS.get(notes["encoding"], notes["encoding"])]
        return ", ".join(str(part) for part in parts if part)
    if notes.get("other_sheets"):
        values = {"sheet": notes["sheet"], "others": ", ".join(notes["other_sheets"])}
        return _("Sheet “%(sheet)s”; not read: %(others)s") % values
    return _("Sheet “%(sheet)s”") % {"sheet": notes.get("sheet", "")}
