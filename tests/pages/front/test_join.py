"""A mentee signs up on a phone."""

import pytest
from django.test import Client

from mentorbank.network.letters.models import Letter
from mentorbank.network.people.models import Consent, Mentee, Person
from tests.builders import a_division, a_programme, an_applicant

pytestmark = pytest.mark.django_db

CONTACT = {"address": "Amal@Example.org", "name": "Amal Haddad"}
HELP = {"ticks": ["job_or_study", "same_profession"]}
ABOUT = {
    "postcode": "8000",
    "occupation_words": "tandlæge",
    "education_words": "",
    "languages": "arabisk, engelsk",
    "times": ["evening"],
}
STEPS = {"contact": CONTACT, "help": HELP, "about": ABOUT, "send": {"consent": "on"}}


@pytest.fixture(autouse=True)
def _network():
    a_division()
    a_programme()


def fill(client: Client, *keys: str) -> None:
    for key in keys:
        client.post(f"/join/{key}/", STEPS[key])


def test_four_steps_make_a_mentee_and_send_the_welcome_at_once(client):
    fill(client, "contact", "help", "about")

    answer = client.post("/join/send/", STEPS["send"], headers={"accept-language": "en"})

    assert answer.url == "/join/done/"
    mentee = Mentee.objects.select_related("person").get()
    assert (mentee.person.email, mentee.person.language) == ("amal@example.org", "en")
    assert mentee.ticks == ["job_or_study", "same_profession"]
    assert set(mentee.person.languages.values_list("language", flat=True)) == {"ar", "en"}
    assert Letter.objects.get().kind == "welcome-mentee"
    assert Consent.objects.filter(person=mentee.person).exists()


def test_a_phone_number_alone_is_enough(client):
    client.post("/join/contact/", {"address": "20 12 34 56", "name": "Amal"})
    fill(client, "help", "about", "send")

    person = Person.objects.get()
    assert (person.phone, person.email, person.channel) == ("+4520123456", "", "sms")


def test_sending_twice_registers_once(client):
    fill(client, "contact", "help", "about", "send")

    again = client.post("/join/send/", STEPS["send"])

    assert again.url == "/join/done/"
    assert Mentee.objects.count() == 1
    assert Letter.objects.count() == 1


def test_two_presses_at_the_same_moment_register_once(client):
    fill(client, "contact", "help", "about")
    twin = Client()
    twin.cookies = client.cookies.copy()
    kept = dict(client.session["draft:join"])
    fill(client, "send")
    session = twin.session
    session["draft:join"] = kept  # what the second request had read before the first one was through
    session.save()

    twin.post("/join/send/", STEPS["send"])

    assert Mentee.objects.count() == Letter.objects.count() == 1


def test_going_back_keeps_what_was_typed_right_or_wrong(client):
    fill(client, "contact", "help")

    answer = client.post("/join/about/", ABOUT | {"postcode": "99999", "back": "1"})

    assert answer.url == "/join/help/"
    assert b'value="99999"' in client.get("/join/about/").content


def test_changing_language_keeps_what_was_typed(client):
    answer = client.post("/join/contact/", {"address": "amal@", "name": "Amal", "language": "ar"})

    page = client.get(answer.url).content.decode()

    assert 'dir="rtl"' in page
    assert 'value="amal@"' in page


def test_a_step_is_not_reached_before_the_ones_before_it(client):
    assert client.get("/join/about/").url == "/join/contact/"
    fill(client, "contact")
    assert client.get("/join/send/").url == "/join/help/"


def test_nobody_ticked_is_said_beside_the_question_and_in_the_summary(client):
    fill(client, "contact")

    page = client.post("/join/help/", {}, headers={"accept-language": "en"})

    assert page.status_code == 422
    assert page.content.decode().count("Choose at least one. One yes is enough.") == 2


def test_an_address_we_know_is_answered_like_a_new_one(client):
    known = an_applicant(email="amal@example.org")
    fill(client, "contact", "help", "about")

    answer = client.post("/join/send/", STEPS["send"])

    assert answer.url == "/join/done/"
    assert Mentee.objects.get() == known
    assert Letter.objects.order_by("pk").last().kind == "known-already"


def test_a_link_names_the_programme(client):
    politics = a_programme("politics", audience="women")

    client.get("/join/?programme=politics")
    fill(client, "contact")
    page = client.get("/join/help/", headers={"accept-language": "en"})
    fill(client, "help", "about", "send")

    assert "women of my profession" in page.content.decode()
    assert Mentee.objects.get().programme == politics


def test_without_the_yes_nothing_is_kept(client):
    fill(client, "contact", "help", "about")

    page = client.post("/join/send/", {})

    assert page.status_code == 422
    assert not Person.objects.exists()


@pytest.mark.parametrize("written", ["8000 Aarhus C", " 8000 ", "DK-8000", "٨٠٠٠"])
def test_a_postcode_may_come_with_its_town(client, written):
    fill(client, "contact", "help")
    client.post("/join/about/", ABOUT | {"postcode": written})
    fill(client, "send")

    assert Person.objects.get().postcode == "8000"


def test_a_language_nobody_knows_is_named_in_the_sentence(client):
    fill(client, "contact", "help")

    page = client.post(
        "/join/about/", ABOUT | {"languages": "arabisk, qqxyzzy"}, headers={"accept-language": "en"}
    )

    assert "We do not know “qqxyzzy”." in page.content.decode()


def test_a_phone_number_in_arabic_digits_is_understood(client):
    client.post("/join/contact/", {"address": "٢٠ ١٢ ٣٤ ٥٦", "name": "أمل حداد"})
    fill(client, "help", "about", "send")

    assert Person.objects.get().phone == "+4520123456"
