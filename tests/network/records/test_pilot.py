"""The pilot's two files, as they are: counted by hand, imported whole."""

from collections import Counter
from datetime import date

import pytest

from mentorbank.network.intake.models import Interview
from mentorbank.network.letters.models import Letter
from mentorbank.network.people.models import Entry, Mentee, Mentor, Person
from mentorbank.network.records.actions import choose_entering, import_rows, settle_row
from mentorbank.network.records.queries import read_upload_row
from tests.builders import NOW, a_coordinator, a_division, another_division
from tests.network.records.lists import received, row, standing, the_pilots

pytestmark = pytest.mark.django_db

#: 33 titles that may mean several professions (11 Forsker, 11 Syerske, 6 It-projektleder, 5 Dataanalytiker),
#: 5 × Cand.mag. and 10 × "1-2" places, two rows counted twice: 46. Three rows repeat a name and postcode of a
#: row above, one of them a Syerske.
MENTORS = {"sure": 252, "unsure": 45, "known": 3}
#: Three interviews before the sign-up (4, 7, 14), a sign-up after the list's own day (5), an arrival after the
#: sign-up (15), and rows 12 and 13 with titles of several professions and "taler fint dansk".
MENTEES = {"sure": 5, "unsure": 7}


@pytest.fixture
def by():
    a_division(), another_division()
    return a_coordinator()


def test_the_300_mentors_are_read_as_counted_by_hand(by):
    upload = received(the_pilots("mentorer.csv"), by, name="mentorer.csv")

    assert standing(upload) == MENTORS
    assert upload.notes["encoding"] == "cp1252" and upload.notes["separator"] == ";"
    assert [column["meaning"] for column in upload.columns if not column["meaning"]] == []


def test_the_12_mentees_are_read_as_counted_by_hand(by):
    upload = received(the_pilots("mentees.xlsx"), by, kind="mentees", name="mentees.xlsx")

    assert standing(upload) == MENTEES
    assert upload.notes["other_sheets"] == ["Noter"] and upload.notes["file_on"] == "2026-11-20"
    doubts = {each.line: [key.split("/")[0] for key in each.doubts] for each in upload.rows.open()}
    assert doubts == {
        4: ["interview_first"],
        5: ["registered_late"],
        7: ["interview_first"],
        12: ["occupation", "target_occupation"],
        13: ["occupation", "target_occupation", "danish"],
        14: ["interview_first"],
        15: ["arrived_later"],
    }


def test_a_sure_mentor_enters_with_all_the_list_says(by):
    upload = received(the_pilots("mentorer.csv", 8), by)

    import_rows(upload=upload, by=by, now=NOW)

    aase = Mentor.objects.get(person__email="aase.vestergaard1006@example.org")
    assert (aase.person.phone, aase.person.postcode, aase.employer) == ("+4523173650", "2100", "DR")
    assert aase.occupation == "2642" and aase.years == 25 and aase.places.count() == 2
    assert aase.offers == ["study", "danish", "job_search", "internship"]


def test_a_month_without_time_and_wishes_come_along(by):
    upload = received(the_pilots("mentorer.csv", 8), by)

    import_rows(upload=upload, by=by, now=NOW)

    susanne = Mentor.objects.get(person__email="susanne.aagaard1004@example.org")
    assert (susanne.rest_from, susanne.rest_until) == (date(2026, 12, 1), date(2026, 12, 31))
    helle = Mentor.objects.get(person__email="helle.vestergaard1001@example.org")
    assert [(wish.kind, wish.value, wish.strength) for wish in helle.wishes.all()] == [
        ("gender", "woman", "must")
    ]


def test_each_person_is_in_the_division_of_her_postcode_and_in_the_ledger(by):
    upload = received(the_pilots("mentorer.csv", 12), by)

    people = import_rows(upload=upload, by=by, now=NOW)

    codes = dict(Person.objects.filter(mentor__isnull=False).values_list("postcode", "division__code"))
    assert codes["8240"] == "aarhus" and codes["5000"] == "odense"
    brought_in = Entry.objects.filter(verb="was brought in from a list", by=by.person)
    assert set(brought_in.values_list("about", flat=True)) == {person.pk for person in people}


def test_mentees_with_a_held_interview_wait_only_once_staff_say_so(by):
    upload = received(the_pilots("mentees.xlsx"), by, kind="mentees", name="mentees.xlsx")

    import_rows(upload=upload, by=by, now=NOW)

    assert set(Mentee.objects.values_list("state", flat=True)) == {"registered"}
    ewa = Mentee.objects.get(person__email="ewa.kowalska4@example.org")
    assert ewa.registered_at.date() == date(2025, 6, 5) and ewa.arrival_year == 2025
    assert not Interview.objects.exists()


def test_confirmed_interviews_make_ready_mentees_who_wait_since_that_day(by):
    upload = received(the_pilots("mentees.xlsx"), by, kind="mentees", name="mentees.xlsx")
    choose_entering(upload=upload, chosen={"held": "ready"}, by=by, now=NOW)

    import_rows(upload=upload, by=by, now=NOW)

    assert Counter(Mentee.objects.values_list("state", flat=True)) == {"ready": 3, "registered": 2}
    ewa = Mentee.objects.get(person__email="ewa.kowalska4@example.org")
    assert ewa.ready_at.date() == Interview.objects.get(mentee=ewa).held_on == date(2025, 11, 9)
    spoken = {each.language: (each.spoken, each.written) for each in ewa.person.languages.all()}
    assert spoken["da"] == ("B1", "B1") and spoken["tr"] == ("native", "")


def test_everybody_enters_once_all_doubts_are_settled(by):
    upload = received(the_pilots("mentorer.csv"), by, name="mentorer.csv")
    answers = 0
    while open_row := upload.rows.open().order_by("line").first():
        doubt = read_upload_row(upload, open_row).doubts[0]
        settle_row(row=open_row, doubt=doubt.key, choice=doubt.choices[0].key, alike=True, by=by, now=NOW)
        answers += 1

    assert answers == 3 + 7  # three persons, and seven words answered for all like them
    assert len(import_rows(upload=upload, by=by, now=NOW)) == Mentor.objects.count() == 300
    assert Counter(Mentor.objects.values_list("state", flat=True)) == {"in_bank": 185, "applied": 115}
    assert not Letter.objects.exists()


def test_the_row_of_two_places_or_one_takes_what_staff_chose(by):
    upload = received(the_pilots("mentorer.csv", 40), by)
    lone = row(upload, 21)

    settle_row(row=lone, doubt=lone.doubts[0], choice="1", by=by, now=NOW)
    import_rows(upload=upload, by=by, now=NOW)

    assert Mentor.objects.get(person=row(upload, 21).person).places.count() == 1
    assert row(upload, 38).state == "unsure"
