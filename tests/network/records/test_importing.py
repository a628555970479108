"""All rows or none, letters only when asked for, and nothing kept longer than a day."""

from datetime import timedelta

import pytest
from django.db import connection

from mentorbank.codes import headings
from mentorbank.files.sheets import read_sheet
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.intake.models import Screening
from mentorbank.network.letters.models import Letter
from mentorbank.network.people.actions.participants import MOST_PLACES
from mentorbank.network.people.models import Mentor, Person
from mentorbank.network.records import jobs
from mentorbank.network.records.actions import (
    choose_entering,
    import_rows,
    importing,
    remove_upload,
    settle_row,
)
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries import readers, rest_file
from tests.builders import NOW, OPERATOR, a_coordinator, a_person, an_administrator, as_
from tests.network.records.lists import a_list, mentees, mentors, received, row, standing, the_pilots

pytestmark = pytest.mark.django_db
THREE = [
    {"Navn": f"Bo {name}", "Mail": f"{name}@example.org", "Mobil": ""} for name in ("Ask", "Birk", "Elm")
]


@pytest.fixture
def by():
    return a_coordinator()


def test_a_refusal_in_the_middle_leaves_nothing_behind(by, monkeypatch):
    upload, people = mentors(by, *THREE), Person.objects.count()
    screened = importing.record_screening

    def refuses_birk(*, mentor, **given):
        if "Birk" in mentor.person.name:
            raise NotNow("No.")
        return screened(mentor=mentor, **given)

    monkeypatch.setattr(importing, "record_screening", refuses_birk)
    choose_entering(upload=upload, chosen={"no_course": "in_bank"}, by=by, now=NOW)
    with pytest.raises(NotNow, match="Row 3"):
        import_rows(upload=upload, by=by, now=NOW)
    assert Person.objects.count() == people and not Mentor.objects.exists() and not Letter.objects.exists()
    assert standing(upload) == {"sure": 3}


def test_importing_twice_brings_nobody_in_twice(by):
    upload = mentors(by, *THREE)

    import_rows(upload=upload, by=by, now=NOW)
    with pytest.raises(NotNow):
        import_rows(upload=upload, by=by, now=NOW)

    assert Mentor.objects.count() == 3


def test_the_same_file_again_is_all_known(by):
    import_rows(upload=mentors(by, *THREE), by=by, now=NOW)

    assert standing(mentors(by, *THREE)) == {"known": 3}


@pytest.mark.parametrize(
    ("make", "row_", "kinds"),
    [
        (mentors, {"Kursus taget": "ja"}, ["mentor-in-bank"]),
        (mentors, {"Kursus taget": "nej"}, ["welcome-mentor"]),
        (mentees, {}, ["welcome-mentee"]),
        (mentees, {"Samtale holdt": "1/7 2026"}, ["mentee-ready"]),
    ],
)
def test_a_letter_goes_out_only_when_ticked_and_fits_the_state(by, make, row_, kinds):
    upload = make(by, row_)
    if make is mentees:
        choose_entering(upload=upload, chosen={"held": "ready"}, by=by, now=NOW)

    import_rows(upload=upload, by=by, now=NOW, letters=True)

    assert [letter.kind for letter in Letter.objects.all()] == kinds


def test_the_operator_brings_people_in_without_anybody_signed_in():
    a_person("Helle Bo", email="ask@example.org", postcode="8000")
    upload = received(a_list(*THREE), OPERATOR)

    choose_entering(upload=upload, chosen={"no_course": "in_bank"}, by=OPERATOR, now=NOW)
    import_rows(upload=upload, by=OPERATOR, now=NOW)

    assert standing(upload) == {"known": 1, "entered": 2}
    assert [each.held_by for each in Screening.objects.all()] == [None, None]
    assert not Letter.objects.exists()


def test_whoever_has_taken_the_course_is_screened_by_importing(by):
    import_rows(upload=mentors(by, {"Kursus taget": "ja"}), by=by, now=NOW)

    screening = Screening.objects.get()
    assert screening.course_taken and screening.promised_confidentiality and screening.held_by == by.person


def test_only_staff_who_work_with_people_bring_lists_in():
    for somebody in (an_administrator(), as_(a_person())):
        with pytest.raises(NotAllowed):
            received(a_list({}), somebody)


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 x", b"PK\x03\x04broken", b"hello"]
)
def test_what_is_no_list_is_refused_in_words(by, data):
    with pytest.raises(NotNow) as refusal:
        received(data, by, name="liste.xlsx")

    assert refusal.value.field == "file" and "liste.xlsx" in str(refusal.value)
    assert not Upload.objects.exists()


def test_a_list_too_long_for_one_transaction_is_refused_with_its_length(by):
    with pytest.raises(NotNow, match="The list has 1001 rows; at most 1000"):
        received(a_list(*({"Navn": f"Bo {n}"} for n in range(1001))), by)


def test_a_list_rests_encrypted(by):
    mentors(by)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cells, settled, doubts, resembles FROM {UploadRow._meta.db_table}")
        kept = str(cursor.fetchall())
    assert "aase" not in kept.casefold() and "20123456" not in kept


def test_a_list_is_forgotten_after_a_day_and_its_people_stay(by, time_machine):
    upload = mentors(by)
    import_rows(upload=upload, by=by, now=NOW)

    for hours, kept in ((23, 1), (25, 0)):
        time_machine.move_to(NOW + timedelta(hours=hours))
        jobs.forget_old_uploads()
        assert Upload.objects.count() == kept
    assert Mentor.objects.count() == 1 and not UploadRow.objects.exists()


def test_a_list_can_be_forgotten_at_once(by):
    remove_upload(upload=mentors(by), by=by, now=NOW)

    assert not Upload.objects.exists()


def test_what_stays_out_comes_back_as_a_file_that_can_be_read_again(by):
    upload = mentors(
        by,
        {"Mail": "", "Mobil": ""},
        {"Navn": "=1+1", "Mail": "bo@example.org", "Mobil": ""},
        {"Navn": "Ida"},
    )

    data, ending = rest_file(upload, "en")

    sheet = read_sheet("rest.csv", data)
    assert ending == "csv" and [each.cells[0] for each in sheet.rows] == ["Åse Lund", "=1+1"]
    assert sheet.headings[:-1] == tuple(column["heading"] for column in upload.columns)
    assert "e-mail address or a phone number" in sheet.rows[0].cells[-1]
    assert headings.guess(sheet.headings[-1]).value is None


def test_a_workbook_comes_back_as_a_workbook(by):
    upload = received(the_pilots("mentees.xlsx"), by, kind="mentees", name="mentees.xlsx")

    data, ending = rest_file(upload, "da")

    assert ending == "xlsx" and len(read_sheet("rest.xlsx", data).rows) == 7


def test_a_list_allows_as_many_places_as_a_mentor_may_have(by):
    assert readers.MOST_PLACES == MOST_PLACES
    assert row(mentors(by, {"Antal mentees": "14"})).doubts[0].startswith("places/")


def test_who_has_no_postcode_belongs_where_the_list_came_from(by):
    upload = mentors(by, {"Postnr.": ""})

    settle_row(row=row(upload), doubt=row(upload).doubts[0], choice="-", by=by, now=NOW)

    assert import_rows(upload=upload, by=by, now=NOW)[0].division_id in by.divisions
