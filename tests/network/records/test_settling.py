"""What is unsure is asked, what is known is not doubled, and nothing is put right in silence."""

import pytest

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.people.models import Mentor, Person
from mentorbank.network.records.actions import (
    choose_columns,
    choose_entering,
    import_rows,
    leave_out,
    settle_row,
    take_back,
    type_row,
)
from mentorbank.network.records.queries import read_upload_row
from tests.builders import NOW, a_coordinator, a_mentor, a_network_leader, a_person, another_division
from tests.network.records.lists import mentees, mentors, row, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return a_coordinator()


def only_doubt(upload, line=2):
    one = row(upload, line)
    return one, read_upload_row(upload, one).doubts[0]


def settled(upload, choice, by, line=2, **more):
    one, doubt = only_doubt(upload, line)
    return settle_row(row=one, doubt=doubt.key, choice=choice, by=by, now=NOW, **more)


def test_the_same_words_are_settled_together(by):
    upload = mentors(
        by,
        *(
            {"Stilling": words, "Mail": f"m{n}@example.org", "Mobil": ""}
            for n, words in enumerate(["Forsker"] * 3)
        ),
        {"Stilling": "Syerske", "Navn": "Pia Bo", "Mail": "pia@example.org", "Mobil": ""},
    )
    for line in (3, 4):
        settled(upload, "another", by, line)

    assert settled(upload, "2310", by, alike=True) == 3
    assert standing(upload) == {"sure": 3, "unsure": 1}


def test_an_answer_that_was_not_offered_is_refused(by):
    upload = mentors(by, {"Stilling": "Forsker"})

    with pytest.raises(NotNow):
        settled(upload, "9999", by)
    assert standing(upload) == {"unsure": 1}


def test_words_may_stay_without_a_profession(by):
    upload = mentors(by, {"Stilling": "Blomsterdame"})

    settled(upload, "-", by)
    import_rows(upload=upload, by=by, now=NOW)

    mentor = Mentor.objects.get()
    assert (mentor.occupation, mentor.occupation_words) == ("", "Blomsterdame")


def test_a_row_without_name_or_address_waits_for_them_to_be_typed(by):
    upload = mentors(by, {"Navn": "", "Mail": "not-an-address", "Mobil": ""})
    assert standing(upload) == {"unreadable": 1}

    with pytest.raises(NotNow, match="cannot be read"):
        type_row(row=row(upload), typed={"name": "Pia Bo", "email": "pia at home"}, by=by, now=NOW)
    type_row(row=row(upload), typed={"name": "Pia Bo", "email": "pia@example.org"}, by=by, now=NOW)

    assert [person.name for person in import_rows(upload=upload, by=by, now=NOW)] == ["Pia Bo"]


def test_a_typed_address_of_somebody_known_is_asked_about(by):
    known = a_person(email="known@example.org")
    upload = mentors(by, {"Mail": "", "Mobil": ""})

    type_row(row=row(upload), typed={"email": "known@example.org"}, by=by, now=NOW)

    assert row(upload).state == "known" and row(upload).resembles["people"] == [known.pk]


@pytest.mark.parametrize(
    "known",
    [
        {"email": "aase@example.org"},
        {"phone": "+45 20 12 34 56", "email": ""},
        {"name": "Aase Lund", "postcode": "8000"},
    ],
)
def test_somebody_known_is_recognised_by_mail_phone_or_name_and_postcode(by, known):
    a_person(**known)

    upload = mentors(by)

    assert standing(upload) == {"known": 1}
    with pytest.raises(NotNow):
        import_rows(upload=upload, by=by, now=NOW)


def test_the_same_person_gets_the_part_and_keeps_what_is_known(by):
    known = a_person("Åse Lund", email="aase@example.org", postcode="8200")
    upload = mentors(by)

    settled(upload, f"same:{known.pk}", by)
    import_rows(upload=upload, by=by, now=NOW)

    assert Mentor.objects.get().person == known
    known.refresh_from_db()
    assert known.postcode == "8200"


def test_who_is_a_mentor_already_is_left_out_when_staff_say_so(by):
    known = a_mentor(email="aase@example.org").person
    upload = mentors(by)

    settled(upload, f"same:{known.pk}", by)

    assert standing(upload) == {"left_out": 1}


def test_another_divisions_person_is_only_known_elsewhere(by):
    another_division()
    a_person("Hemmelige Hanne", email="aase@example.org", postcode="5000")

    upload = mentors(by)

    assert row(upload).resembles["elsewhere"] is True and row(upload).resembles["people"] == []
    assert [choice.key for choice in only_doubt(upload)[1].choices] == ["another"]


def test_a_person_twice_in_a_file_is_asked_about_once(by):
    upload = mentors(
        by, {}, {"Mail": "other@example.org"}, {"Navn": "Bo Friis", "Mail": "", "Mobil": "30123456"}
    )

    assert [row(upload, line).state for line in (2, 3, 4)] == ["sure", "known", "sure"]
    settled(upload, "twice", by, line=3)
    assert len(import_rows(upload=upload, by=by, now=NOW)) == 2


def test_somebody_who_came_in_meanwhile_stays_out_and_is_asked_about(by):
    upload = mentors(by, {}, {"Navn": "Bo Friis", "Mail": "bo@example.org", "Mobil": ""})
    a_person(email="aase@example.org")

    people = import_rows(upload=upload, by=by, now=NOW)

    assert [person.name for person in people] == ["Bo Friis"]
    assert standing(upload) == {"known": 1, "entered": 1}


@pytest.mark.parametrize(
    ("days", "warning", "proposed"),
    [
        ({"Samtale holdt": "1/2 2026"}, "interview_first", "2026-02-01,2026-06-01"),
        ({"Tilmeldt": "1/6 2031"}, "registered_late", "-"),
        ({"Tilmeldt": "12-01-2027"}, "registered_late", "-"),
        ({"Samtale holdt": "1/12 2026"}, "interview_to_come", "2026-01-12"),
        ({"Ankomst": "2027"}, "arrival_to_come", ""),
        ({"Ankomst": "5/7 2026"}, "arrived_later", "2026-07-05"),
    ],
)
def test_days_in_an_impossible_order_are_warned_about_with_a_proposal(by, days, warning, proposed):
    one, doubt = only_doubt(upload := mentees(by, days))

    assert (standing(upload), doubt.about) == ({"unsure": 1}, warning)
    if proposed != "-":
        assert doubt.choices[0].key == proposed
    assert one.choices == {}


def test_a_chosen_order_is_what_enters(by):
    upload = mentees(by, {"Samtale holdt": "1/2 2026"})

    settled(upload, "2026-02-01,2026-06-01", by)
    choose_entering(upload=upload, chosen={"held": "ready"}, by=by, now=NOW)
    person = import_rows(upload=upload, by=by, now=NOW)[0]

    mentee = person.mentees.get()
    assert mentee.registered_at.date().isoformat() == "2026-02-01"
    assert mentee.ready_at.date().isoformat() == "2026-06-01"


def test_a_postcode_of_another_town_is_asked_about(by):
    upload = mentors(by, {"By": "Odense"})

    assert only_doubt(upload)[1].written == "8000 Odense"


def test_columns_can_be_given_another_meaning(by):
    upload = mentors(by, {"Sted": "Lego"})
    chosen = [column["meaning"] for column in upload.columns]
    chosen[-1] = "employer"

    choose_columns(upload=upload, chosen=chosen, by=by, now=NOW)
    import_rows(upload=upload, by=by, now=NOW)

    assert Mentor.objects.get().employer == "Lego"


def test_two_columns_cannot_hold_the_same(by):
    upload = mentors(by)

    with pytest.raises(NotNow, match="Two columns"):
        choose_columns(upload=upload, chosen=["name", "name", "phone", "postcode", ""], by=by, now=NOW)
    with pytest.raises(NotNow, match="for each column"):
        choose_columns(upload=upload, chosen=["name"], by=by, now=NOW)


def test_a_row_can_be_left_out_and_asked_about_again(by):
    upload = mentors(by)

    leave_out(row=row(upload), by=by, now=NOW)
    assert standing(upload) == {"left_out": 1}
    take_back(row=row(upload), by=by, now=NOW)
    assert standing(upload) == {"sure": 1}


def test_nobody_settles_the_list_of_another(by):
    upload = mentors(by)

    for act in (leave_out, take_back):
        with pytest.raises(NotAllowed):
            act(row=row(upload), by=a_network_leader(), now=NOW)
    with pytest.raises(NotAllowed):
        import_rows(upload=upload, by=a_network_leader(), now=NOW)
    assert not Person.objects.filter(source="import").exists()
