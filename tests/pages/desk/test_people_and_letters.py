"""Registering on behalf, a person's file, and the letters that went out."""

import pytest

from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries import link_address
from mentorbank.network.letters.states import LetterState
from mentorbank.network.people.models import Mentee, Mentor, Person
from tests.builders import a_mentee, a_mentor, a_programme, a_proposal, another_division

pytestmark = pytest.mark.django_db


def form(**fields):
    a_programme()
    values = {"name": "Olena Novak", "address": "20 12 34 56", "language": "da", "postcode": "8000"}
    return values | {"programme": str(a_programme().pk), "ticks": ["talk_danish"]} | fields


def test_a_mentee_registered_on_the_phone_counts_the_same(desk):
    answer = desk.post("/desk/register/mentee/", form(languages="ukrainsk modersmål"))

    mentee = Mentee.objects.get()
    assert answer.headers["Location"] == f"/desk/mentees/{mentee.pk}/"
    assert (mentee.person.phone, mentee.person.channel, mentee.goals) == ("+4520123456", "sms", ["danish"])
    assert Letter.objects.filter(kind="welcome-mentee", to=mentee.person).exists()


def test_a_mentor_registered_on_the_phone_waits_for_a_talk(desk):
    desk.post("/desk/register/mentor/", form(address="lone@example.org", places="2", offers=["danish"]))

    mentor = Mentor.objects.get()
    assert (mentor.state, mentor.places.count()) == ("applied", 2)
    assert "Olena Novak" in desk.get("/desk/").text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "  "}, "This field is required."),
        ({"address": "not an address"}, "phone"),
        ({"address": "a@b"}, "name@example.org"),
        ({"postcode": "9999"}, "We do not know this postcode"),
        ({"ticks": []}, "One yes is enough"),
        ({"languages": "xyzzy"}, "We do not know the language"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_kept(desk, wrong, sentence):
    before = Person.objects.count()
    answer = desk.post("/desk/register/mentee/", form(**wrong))

    assert answer.status_code == 200
    assert sentence in answer.text
    assert "Olena Novak" in answer.text or "name" in wrong
    assert Person.objects.count() == before


def test_somebody_known_is_asked_about_never_made_twice(desk):
    known = a_mentor("Lone Dahl", email="lone@example.org").person
    asked = desk.post("/desk/register/mentee/", form(address="LONE@example.org"))
    assert "Lone Dahl has this address already." in asked.text

    desk.post("/desk/register/mentee/", form(address="lone@example.org", same="on"))
    assert Mentee.objects.get().person == known


def test_somebody_known_elsewhere_is_not_named(desk):
    another_division()
    a_mentor("Secret Name", email="lone@example.org", postcode="5000")
    asked = desk.post("/desk/register/mentee/", form(address="lone@example.org", same="on"))

    assert "Ask your colleagues there." in asked.text
    assert "Secret Name" not in asked.text
    assert not Mentee.objects.exists()


def test_a_persons_file_shows_letters_consents_and_who_looked(desk, coordinator):
    mentee = a_mentee()
    desk.get(f"/desk/mentees/{mentee.pk}/")
    shown = desk.get(f"/desk/people/{mentee.person_id}/").text

    assert coordinator.person.name in shown
    assert "Taking part" in shown
    assert "Held the interview" in shown


def test_details_are_corrected_and_a_wrong_address_is_said(desk):
    person = a_mentee().person
    address = f"/desk/people/{person.pk}/details/"
    values = desk.get(address).context["form"].initial
    wrong = desk.post(address, values | {"email": "nonsense"})
    assert "Write the e-mail address like name@example.org." in wrong.text

    desk.post(address, values | {"name": "Amal Al-Haddad"})
    person.refresh_from_db()
    assert person.name == "Amal Al-Haddad"


def test_staff_read_what_went_out_but_never_the_key_in_it(desk):
    a_proposal()
    for letter in Letter.objects.exclude(link=None):
        for page in (f"/desk/letters/{letter.pk}/", f"/desk/people/{letter.to_id}/", "/desk/letters/"):
            text = desk.get(page).text
            assert link_address(letter) not in text
            assert "/l/" not in text


def test_a_letter_that_could_not_be_sent_is_sent_again(desk):
    letter = Letter.objects.filter(to=a_mentee().person).first()
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.FAILED, error="550 no such user")
    assert "550 no such user" in desk.get(f"/desk/letters/{letter.pk}/").text

    desk.post(f"/desk/letters/{letter.pk}/again/")
    desk.post(f"/desk/letters/{letter.pk}/again/")
    letter.refresh_from_db()
    assert letter.state == LetterState.WAITING


def test_places_and_rest_are_set_and_a_rest_in_the_past_is_said(desk):
    mentor = a_mentor()
    desk.post(f"/desk/mentors/{mentor.pk}/places/", {"places": "3", "rest_until": "2026-12-31"})
    mentor.refresh_from_db()
    assert (mentor.places.filter(closed=False).count(), str(mentor.rest_until)) == (3, "2026-12-31")

    answer = desk.post(f"/desk/mentors/{mentor.pk}/places/", {"places": "3", "rest_until": "2026-01-01"})
    assert answer.status_code == 409
    assert "Choose a day that is not over yet." in answer.text
