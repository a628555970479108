"""The people of a file enter the network: every row that is ready, in one transaction, or none."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor, Role
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.intake.actions import (
    record_interview,
    record_screening,
    register_mentee,
    register_mentor,
)
from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.network.letters.actions import write
from mentorbank.network.organisation.models import Division
from mentorbank.network.people.actions import create_person, record, set_rest, set_wishes
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.people.states import MenteeState, MentorState
from mentorbank.network.records.actions.settling import FIELDS, mark_anew
from mentorbank.network.records.models import ImportKind, Upload, UploadRow
from mentorbank.network.records.queries import ReadRow, entering_state, lookalikes, read_upload_row
from mentorbank.network.records.queries.entering import (
    language_of,
    mentee_profile,
    mentor_profile,
    person_fields,
    rest_of,
    skills_of,
    wishes_of,
)
from mentorbank.network.records.queries.resembling import Resembles
from mentorbank.network.records.rules import may_settle
from mentorbank.network.records.states import RowState

HERE = ZoneInfo("Europe/Copenhagen")


@transaction.atomic
def import_rows(*, upload: Upload, by: Actor, now: datetime, letters: bool = False) -> list[Person]:
    """Bring in every row that is sure or was settled: all of them, or none when one is refused.

    Gives the persons in the order of the file. A row that has come to look like somebody known since the
    upload stays out and is asked about. Raises NotNow, naming the row, when nothing or not everything fits.
    """
    if not may_settle(by, upload):
        raise NotAllowed(_("Only whoever uploaded the list decides about it."))
    upload = Upload.objects.select_for_update(of=("self",)).select_related("programme").get(pk=upload.pk)
    rows = {row.line: row for row in upload.rows.filter(state=RowState.SURE)}
    if not rows:
        raise NotNow(_("No row is ready to be imported. Settle the rows below first."))
    read = _looked_at_again(upload, rows, by)
    UploadRow.objects.bulk_update(mark_anew(rows.values(), read), FIELDS, batch_size=200)
    people: list[Person] = []
    entering = [line for line, row in rows.items() if row.state == RowState.SURE]
    home = _home_of(by)
    for line in entering:
        people.append(_enter(upload, read[line], by, now, letters, home))
        rows[line].person, rows[line].state = people[-1], RowState.ENTERED
    UploadRow.objects.bulk_update([rows[line] for line in entering], ["person", "state"], batch_size=200)
    upload.imported_at = now
    upload.save()
    record("imported a list", by=by, about=None, thing=upload, now=now, rows=len(people), letters=letters)
    return people


def _looked_at_again(upload: Upload, rows: Mapping[int, UploadRow], by: Actor) -> dict[int, ReadRow]:
    """The rows with whom they resemble by now."""
    read = {line: read_upload_row(upload, row) for line, row in rows.items()}
    readings = {line: each.reading for line, each in read.items()}
    known = lookalikes(readings, reader=by, kind=upload.kind, programme=upload.programme)
    for line, each in read.items():
        each.resembles = _with_news(each.resembles, known.get(line, {}))
        if not _answered(each, rows[line].resembles):
            each.settled = {key: value for key, value in each.settled.items() if key != "known"}
    return read


def _with_news(before: Resembles, known: Resembles) -> Resembles:
    """Whom a row resembles now; what it resembled in its own file stays."""
    by = sorted({*before.get("by", []), *known.get("by", [])})
    kept: Resembles = {**known, "prints": before.get("prints", {}), "by": by}
    return {**kept, "line": before["line"]} if "line" in before else kept


def _answered(each: ReadRow, before: Mapping[str, Any]) -> bool:
    """Whether staff knew of everybody this row resembles when they said who it is."""
    return set(each.resembles.get("people", [])) <= set(before.get("people", [])) and (
        bool(before.get("elsewhere")) or not each.resembles.get("elsewhere")
    )


def _home_of(by: Actor) -> Division | None:
    """The division of people whose row names no place: that of whoever brings them in."""
    return Division.objects.filter(pk__in=by.divisions).order_by("pk").first()


def _enter(
    upload: Upload, read: ReadRow, by: Actor, now: datetime, letters: bool, home: Division | None
) -> Person:
    enter = _enter_mentor if upload.kind == ImportKind.MENTORS else _enter_mentee
    language = language_of(read.reading)
    try:
        person = _person(read, language, now, home)
        part = enter(upload, read, person, by, now, letters)
    except NotNow as refusal:
        sentence = _("Row %(line)s: %(why)s Nothing was imported.")
        raise NotNow(sentence % {"line": read.line, "why": refusal}) from refusal
    record(
        "was brought in from a list",
        by=by,
        about=person,
        thing=part,
        now=now,
        upload=upload.pk,
        line=read.line,
    )
    return person


def _person(read: ReadRow, language: str, now: datetime, home: Division | None) -> Person:
    """Somebody new, or the person staff said this is; nothing known about her is overwritten."""
    if read.same_as:
        return Person.objects.get(pk=read.same_as)
    row = read.reading
    division = None if row.values.get("postcode") else home
    return create_person(
        name=row.values["name"], language=language, now=now, division=division, **person_fields(row)
    )


def _skills(read: ReadRow, person: Person) -> list[dict[str, str]]:
    """Languages of the row beside those already known of the person, which stay as they are."""
    if not read.same_as:
        return skills_of(read.reading)
    known = [
        {"language": each.language, "spoken": each.spoken, "written": each.written, "evidence": each.evidence}
        for each in person.languages.all()
    ]
    there = {skill["language"] for skill in known}
    return known + [skill for skill in skills_of(read.reading) if skill["language"] not in there]


def _everywhere(by: Actor) -> Actor:
    """Whoever brings a list in takes its people in for every division; afterwards she sees her own only."""
    return replace(by, roles=by.roles | {(Role.NETWORK_LEADER, None)})


def _enter_mentor(
    upload: Upload, read: ReadRow, person: Person, by: Actor, now: datetime, letters: bool
) -> Mentor:
    row, staff = read.reading, _everywhere(by)
    into_bank = entering_state(upload.kind, row.values, upload.entering) == MentorState.IN_BANK
    mentor = register_mentor(
        name=person.name,
        language=person.language,
        programme=upload.programme,
        by=staff,
        now=now,
        since=_moment(row.values.get("registered_on"), now),
        person=person,
        places=row.values.get("places", 1),
        languages=_skills(read, person),
        letter=letters and not into_bank,
        **mentor_profile(row),
    )
    assert mentor is not None  # only visitors get none
    set_wishes(owner=mentor, wishes=wishes_of(row), said_by=person, now=now)
    if rest := rest_of(row, now.date()):
        set_rest(mentor=mentor, start=rest[0], until=rest[1], by=staff, now=now)
    if into_bank:
        record_screening(
            mentor=mentor,
            held_on=now.date(),
            decision=ScreeningDecision.APPROVE,
            promised_confidentiality=True,
            course_taken=bool(row.values.get("course")),
            by=staff,
            now=now,
            letter=letters,
        )
    return mentor


def _enter_mentee(
    upload: Upload, read: ReadRow, person: Person, by: Actor, now: datetime, letters: bool
) -> Mentee:
    row, staff = read.reading, _everywhere(by)
    ready = entering_state(upload.kind, row.values, upload.entering) == MenteeState.READY
    mentee = register_mentee(
        name=person.name,
        language=person.language,
        programme=upload.programme,
        by=staff,
        now=now,
        since=_moment(row.values.get("registered_on"), now),
        person=person,
        languages=_skills(read, person),
        letter=False,  # the sign-up's letter asks for a ticked question; a list has none
        **mentee_profile(row),
    )
    assert mentee is not None  # only visitors get none
    set_wishes(owner=mentee, wishes=wishes_of(row), said_by=person, now=now)
    if ready:
        held_on = row.values["interviewed_on"]
        record_interview(
            mentee=mentee,
            held_on=held_on,
            decision=InterviewDecision.READY,
            since=_moment(held_on, now),
            by=staff,
            now=now,
            letter=letters,
        )
    elif letters:
        write(
            "welcome-mentee", to=person, about=mentee, page="application", programme=upload.programme, now=now
        )
    return mentee


def _moment(day: date | None, now: datetime) -> datetime | None:
    """Noon of a day here, and never later than now."""
    return min(datetime.combine(day, time(12), HERE).astimezone(UTC), now) if day else None
