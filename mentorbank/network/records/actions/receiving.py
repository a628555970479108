"""A file comes in and is kept, encrypted, until it is imported or a day has passed."""

import json
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.files.sheets import REASONS, Sheet, Unreadable, read_sheet
from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.actions import record
from mentorbank.network.records.models import ImportKind, Upload, UploadRow
from mentorbank.network.records.queries import UnderstoodFile, understand_file, usual_entering
from mentorbank.network.records.rules import may_import, may_settle

#: Rows that enter in one transaction: nobody else can write meanwhile, so the desk's lists are shorter.
MOST_ROWS = 1_000
MOST_ROWS_BY_COMMAND = 5_000


@transaction.atomic
def receive_upload(
    *, name: str, data: bytes, kind: str, programme: Programme, by: Actor, now: datetime
) -> Upload:
    """Read a file of mentors or mentees and keep it, encrypted; nobody enters the network by that.

    Raises NotNow (field "file") with a sentence for the reader when it is not a list we can read.
    """
    if not may_import(by):
        raise NotAllowed(_("Lists are brought in by coordinators and leaders."))
    sheet = sheet_in(name, data, MOST_ROWS_BY_COMMAND if by.via == Via.COMMAND else MOST_ROWS)
    understood = understand_file(sheet, kind, reader=by, programme=programme, today=now.date())
    upload = Upload.objects.create(
        by=by.person,
        kind=ImportKind(kind),
        programme=programme,
        file_name=clean(name)[-120:] or "list",
        notes=_notes(sheet, understood),
        columns=understood.columns,
        entering=usual_entering(kind),
        uploaded_at=now,
    )
    cells = {row.line: row.cells for row in sheet.rows}
    UploadRow.objects.bulk_create(
        (
            UploadRow(
                upload=upload,
                line=row.line,
                cells=json.dumps(cells[row.line], ensure_ascii=False),
                state=row.state,
                doubts=[doubt.key for doubt in row.doubts],
                resembles=row.resembles,
            )
            for row in understood.rows
        ),
        batch_size=500,
    )
    record("uploaded a list", by=by, about=None, thing=upload, now=now, kind=kind, rows=len(understood.rows))
    return upload


def sheet_in(name: str, data: bytes, most: int = MOST_ROWS_BY_COMMAND) -> Sheet:
    """The table in a file, or NotNow with the reason in the reader's language."""
    try:
        sheet = read_sheet(clean(name)[-120:] or "list", data)
    except Unreadable as refusal:
        raise NotNow(_(REASONS[refusal.reason]).format(**refusal.values), field="file") from refusal
    if len(sheet.rows) > most:
        sentence = _("The list has %(rows)s rows; at most %(most)s can be brought in at once. Divide it.")
        raise NotNow(sentence % {"rows": len(sheet.rows), "most": most}, field="file")
    return sheet


def _notes(sheet: Sheet, understood: UnderstoodFile) -> dict[str, object]:
    notes = sheet.notes
    return {
        "encoding": notes.encoding,
        "separator": notes.separator,
        "sheet": notes.sheet,
        "other_sheets": list(notes.other_sheets),
        "file_on": understood.file_on.isoformat() if understood.file_on else "",
    }


@transaction.atomic
def remove_upload(*, upload: Upload, by: Actor, now: datetime) -> None:
    """Forget a file before its day is over; people who were imported stay."""
    if not may_settle(by, upload):
        raise NotAllowed(_("Only whoever uploaded the list decides about it."))
    record("removed a list", by=by, about=None, thing=upload, now=now)
    upload.delete()


@transaction.atomic
def drop_old_uploads(*, before: datetime, now: datetime) -> int:
    """Forget files that came in before a moment; how many."""
    old = Upload.objects.filter(uploaded_at__lt=before)
    number = old.count()
    old.delete()
    return number
