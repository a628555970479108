"""Staff settle what a file left in doubt: its columns, single rows, all rows like one."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.codes.folding import plain
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.people.actions import record
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries import ReadRow, lookalikes, meanings, read_upload_row
from mentorbank.network.records.queries.entering import ENTERING
from mentorbank.network.records.queries.reading import TYPED, Doubt
from mentorbank.network.records.queries.resembling import doubles, prints
from mentorbank.network.records.queries.understanding import OUT, compared, whom_rows_resemble
from mentorbank.network.records.rules import may_settle
from mentorbank.network.records.states import RowState

#: What staff may type for one row.
TYPABLE = ("name", "email", "phone", "postcode")
FIELDS = ["settled", "state", "doubts", "resembles"]


@transaction.atomic
def choose_columns(*, upload: Upload, chosen: Sequence[str], by: Actor, now: datetime) -> None:
    """Say what each column means and read all rows anew; what was settled about other columns stays.

    `chosen` has one meaning per column, in their order, "" for one that is not imported. NotNow when a
    meaning is unknown or given twice.
    """
    _check_right(by, upload)
    if len(chosen) != len(upload.columns) or not set(chosen) <= {"", *meanings(upload.kind)}:
        raise NotNow(_("Choose for each column what it holds."), field="columns")
    named = [meaning for meaning in chosen if meaning]
    if len(named) != len(set(named)):
        raise NotNow(_("Two columns cannot hold the same. Choose another meaning for one."), field="columns")
    changed = {
        meaning
        for column, new in zip(upload.columns, chosen, strict=True)
        for meaning in (column["meaning"], new)
        if column["meaning"] != new
    }
    upload.columns = [
        column
        if column["meaning"] == new
        else {"heading": column["heading"], "meaning": new, "certainty": 1.0}
        for column, new in zip(upload.columns, chosen, strict=True)
    ]
    upload.save()
    _read_anew(upload, changed, by)
    record("chose the columns of a list", by=by, about=None, thing=upload, now=now)


def _read_anew(upload: Upload, changed: set[str], by: Actor) -> None:
    rows = list(upload.rows.exclude(state=RowState.ENTERED))
    settled = {row.line: _without(row.choices, changed) for row in rows}
    read = {row.line: read_upload_row(upload, row, settled=settled[row.line]) for row in rows}
    readings = {line: each.reading for line, each in read.items()}
    resembling = whom_rows_resemble(readings, reader=by, kind=upload.kind, programme=upload.programme)
    for row in rows:
        _put(row, ReadRow(row.line, readings[row.line], resembling[row.line], settled[row.line]))
    UploadRow.objects.bulk_update(rows, FIELDS, batch_size=200)


def _without(settled: dict[str, str], changed: set[str]) -> dict[str, str]:
    """What was settled, but for answers about columns that mean something else now."""
    dropped = changed | {"known"} if changed else changed
    about = {key: key.split("/")[0].removeprefix(TYPED) for key in settled}
    return {key: value for key, value in settled.items() if about[key] not in dropped}


@transaction.atomic
def choose_entering(*, upload: Upload, chosen: Mapping[str, str], by: Actor, now: datetime) -> None:
    """Say in which state each group of rows enters; NotNow for a state it cannot enter in."""
    _check_right(by, upload)
    groups = ENTERING[upload.kind]
    for group, state in chosen.items():
        if state not in groups.get(group, ()):
            raise NotNow(_("Choose in which state these people enter."), field=group)
    upload.entering = {**upload.entering, **chosen}
    upload.save()
    record("chose how a list enters", by=by, about=None, thing=upload, now=now, **upload.entering)


@transaction.atomic
def settle_row(
    *, row: UploadRow, doubt: str, choice: str, by: Actor, now: datetime, alike: bool = False
) -> int:
    """Choose one of the likely answers to a doubt, with `alike` for every row that has the same one.

    Gives the number of rows that were settled. NotNow when the doubt is not open or has no such answer.
    """
    upload = _open(row, by)
    if not any(each.key == doubt and _allows(each, choice) for each in read_upload_row(upload, row).doubts):
        raise NotNow(_("Row %(line)s changed meanwhile. Look at it again.") % {"line": row.line})
    rows = [row]
    if alike and "/" in doubt:
        ids = upload.rows.exclude(pk=row.pk).open().values_list("pk", "doubts")
        rows += upload.rows.filter(pk__in=[pk for pk, doubts in ids if doubt in doubts])
    for each in rows:
        _settle(upload, each, {**each.choices, doubt: choice})
    UploadRow.objects.bulk_update(rows, FIELDS, batch_size=200)
    record("settled a row", by=by, about=None, thing=upload, now=now, line=row.line, rows=len(rows))
    return len(rows)


def _allows(doubt: Doubt, choice: str) -> bool:
    return any(each.key == choice for each in doubt.choices)


@transaction.atomic
def type_row(*, row: UploadRow, typed: Mapping[str, str], by: Actor, now: datetime) -> None:
    """Write a name, an address or a postcode in place of what stood there; blank fields change nothing."""
    upload = _open(row, by)
    written = {key: clean(typed.get(key) or "")[:300] for key in TYPABLE}
    written = {key: text for key, text in written.items() if plain(text)}
    if not written:
        raise NotNow(_("Write what is missing in row %(line)s.") % {"line": row.line}, field="typed")
    settled = {**_without(row.choices, set(written)), **{TYPED + key: text for key, text in written.items()}}
    read = read_upload_row(upload, row, settled=settled)
    for key, text in written.items():
        if key not in read.reading.values and not any(doubt.about == key for doubt in read.doubts):
            sentence = _("“%(text)s” cannot be read. Write it in full.") % {"text": text}
            raise NotNow(sentence, field=key)
    resembles = _resembles_now(upload, read, by)
    _settle(upload, row, settled, resembles)
    row.save()
    record("settled a row", by=by, about=None, thing=upload, now=now, line=row.line, rows=1)


def _resembles_now(upload: Upload, read: ReadRow, by: Actor) -> Any:
    """Whom a row resembles after its name or address changed: the network and the other rows."""
    known = lookalikes({read.line: read.reading}, reader=by, kind=upload.kind, programme=upload.programme)
    own = prints(read.reading)
    others = upload.rows.exclude(line=read.line).order_by("line").values_list("line", "resembles")
    printed = [*((line, kept.get("prints", {})) for line, kept in others), (read.line, own)]
    return compared(known.get(read.line, {}), own, doubles(printed).get(read.line))


@transaction.atomic
def leave_out(*, row: UploadRow, by: Actor, now: datetime) -> None:
    """This row does not enter the network."""
    upload = _open(row, by)
    _settle(upload, row, {**row.choices, OUT: OUT})
    row.save()
    record("left a row out", by=by, about=None, thing=upload, now=now, line=row.line)


@transaction.atomic
def take_back(*, row: UploadRow, by: Actor, now: datetime) -> None:
    """Forget what was settled about a row: it is as it was uploaded."""
    upload = _open(row, by)
    read = read_upload_row(upload, row, settled={})
    _settle(upload, row, {}, _resembles_now(upload, read, by))
    row.save()
    record("took a row's answers back", by=by, about=None, thing=upload, now=now, line=row.line)


def _settle(upload: Upload, row: UploadRow, settled: dict[str, str], resembles: Any = None) -> None:
    read = read_upload_row(
        upload, row, settled=settled, resembles=row.resembles if resembles is None else resembles
    )
    _put(row, read)


def _put(row: UploadRow, read: ReadRow) -> None:
    row.settled = json.dumps(dict(read.settled), ensure_ascii=False)
    row.state = read.state
    row.doubts = [doubt.key for doubt in read.doubts]
    row.resembles = read.resembles


def _open(row: UploadRow, by: Actor) -> Upload:
    """The upload of a row that may still be settled."""
    upload = row.upload
    _check_right(by, upload)
    if row.state == RowState.ENTERED:
        raise NotNow(_("Row %(line)s was imported already.") % {"line": row.line})
    return upload


def _check_right(by: Actor, upload: Upload) -> None:
    if not may_settle(by, upload):
        raise NotAllowed(_("Only whoever uploaded the list decides about it."))


def mark_anew(rows: Iterable[UploadRow], read: Mapping[int, ReadRow]) -> list[UploadRow]:
    """Put rows where they stand now; those whose state changed."""
    changed = [row for row in rows if read[row.line].state != row.state]
    for row in changed:
        _put(row, read[row.line])
    return changed
