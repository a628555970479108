"""A whole file understood: every row read, compared with who is known, and put into one of its states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from mentorbank.files.sheets import Sheet
from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries.columns import Column, guess_columns
from mentorbank.network.records.queries.orders import day_of_file
from mentorbank.network.records.queries.reading import Choice, Doubt, RowReading, read_row
from mentorbank.network.records.queries.resembling import Resembles, doubles, lookalikes, prints
from mentorbank.network.records.states import RowState

OUT, KNOWN = "out", "known"
#: Answers to "who is this?": somebody else, a person with an id, the person of an earlier row.
ANOTHER, SAME, TWICE = "another", "same:", "twice"


@dataclass
class ReadRow:
    """One line as understood: what it says, whom it resembles, what staff settled."""

    line: int
    reading: RowReading
    resembles: Resembles
    settled: Mapping[str, str]

    @property
    def known(self) -> Doubt | None:
        """The question whether this is somebody known; None when nobody looks like it or it was settled."""
        choices = self._identities()
        if len(choices) == 1 and not self.resembles.get("elsewhere"):
            return None
        if self.settled.get(KNOWN) in [choice.key for choice in choices]:
            return None
        return Doubt(KNOWN, KNOWN, "", tuple(choices))

    def _identities(self) -> list[Choice]:
        """Who it may be; a name alone says less than an address, so somebody else comes first then."""
        known = [Choice(f"{SAME}{pk}", pk) for pk in self.resembles.get("people", [])]
        if line := self.resembles.get("line"):
            known.append(Choice(TWICE, line))
        return (
            [*known, Choice(ANOTHER)]
            if {"email", "phone"} & {*self.resembles.get("by", [])}
            else [Choice(ANOTHER), *known]
        )

    @property
    def same_as(self) -> int | None:
        """The id of the person staff said this is."""
        chosen = self.settled.get(KNOWN, "")
        return int(chosen.removeprefix(SAME)) if chosen.startswith(SAME) else None

    @property
    def doubts(self) -> list[Doubt]:
        """Everything a person still decides, who it is first."""
        return [*([self.known] if self.known else []), *self.reading.doubts]

    @property
    def state(self) -> RowState:
        """Where the row stands."""
        if OUT in self.settled or self.settled.get(KNOWN) == TWICE:
            return RowState.LEFT_OUT
        if self.same_as in self.resembles.get("taken", []):
            return RowState.LEFT_OUT
        if self.reading.missing:
            return RowState.UNREADABLE
        if self.known:
            return RowState.KNOWN
        return RowState.UNSURE if self.reading.doubts else RowState.SURE


@dataclass
class UnderstoodFile:
    """A sheet with the meaning of its columns and its rows."""

    columns: list[Column]
    rows: list[ReadRow]
    file_on: date | None


def understand_file(
    sheet: Sheet, kind: str, *, reader: Actor, programme: Programme | None, today: date
) -> UnderstoodFile:
    """Read a whole sheet; nothing is written."""
    columns = guess_columns(sheet, kind)
    file_on = day_of_file(sheet.notes.titles, today)
    readings = {
        row.line: read_row(row.cells, columns, {}, today=today, file_on=file_on) for row in sheet.rows
    }
    resembling = whom_rows_resemble(readings, reader=reader, kind=kind, programme=programme)
    rows = [ReadRow(line, reading, resembling[line], {}) for line, reading in readings.items()]
    return UnderstoodFile(columns, rows, file_on)


def whom_rows_resemble(
    readings: Mapping[int, RowReading], *, reader: Actor, kind: str, programme: Programme | None
) -> dict[int, Resembles]:
    """For every line of a whole file whom it resembles, in the network and above it in the file."""
    known = lookalikes(readings, reader=reader, kind=kind, programme=programme)
    printed = {line: prints(reading) for line, reading in readings.items()}
    twice = doubles(printed.items())
    return {line: compared(known.get(line, {}), printed[line], twice.get(line)) for line in readings}


def compared(known: Resembles, own: dict[str, str], twice: tuple[int, list[str]] | None) -> Resembles:
    """What is kept with a row about whom it resembles."""
    resembles: Resembles = {**known, "prints": own}
    if twice:
        resembles["line"] = twice[0]
        resembles["by"] = sorted({*known.get("by", []), *twice[1]})
    return resembles


def read_upload_row(
    upload: Upload, row: UploadRow, *, columns: Sequence[Column] | None = None, **changes: Any
) -> ReadRow:
    """A stored row, read as on the day of its upload; `settled` and `resembles` may be given anew."""
    settled = changes.get("settled", row.choices)
    reading = read_row(
        row.written,
        columns or upload.columns,
        settled,
        today=upload.uploaded_at.date(),
        file_on=_file_on(upload),
    )
    return ReadRow(row.line, reading, cast(Resembles, changes.get("resembles", row.resembles)), settled)


def _file_on(upload: Upload) -> date | None:
    day = upload.notes.get("file_on")
    return date.fromisoformat(day) if day else None
