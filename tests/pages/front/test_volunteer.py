"""A mentor signs up, and the pages anybody may read."""

import pytest
from django.core.cache import cache
from django.test import Client

from mentorbank.network.letters.models import Letter
from mentorbank.network.organisation.models import Network
from mentorbank.network.people.models import Mentor
from tests.builders import a_division, a_partnership, a_programme

pytestmark = pytest.mark.django_db

STEPS = {
    "contact": {"address": "kirsten@example.org", "name": "Kirsten Holm"},
    "work": {
        "occupation_words": "tandlæge",
        "employer": "Klinik 7",
        "years": "12",
        "education_words": "",
        "languages": "dansk, engelsk",
        "postcode": "8000",
    },
    "offer": {
        "offers": ["danish", "own_network"],
        "times": ["evening"],
        "places": "2",
        "motivation": "Fordi.",
    },
    "send": {"consent": "on"},
}


def volunteer(client: Client) -> None:
    for key, told in STEPS.items():
        client.post(f"/volunteer/{key}/", told)


def test_four_steps_make_a_mentor_who_has_applied():
    a_division()
    a_programme()

    volunteer(Client())

    mentor = Mentor.objects.get()
    assert (mentor.state, mentor.employer, mentor.years) == ("applied", "Klinik 7", 12)
    assert mentor.offers == ["danish", "own_network"]
    assert mentor.places.count() == 2
    assert Letter.objects.get().kind == "welcome-mentor"


def test_the_same_mentor_twice_is_told_by_letter_and_nowhere_else():
    a_division()
    a_programme()
    volunteer(Client())

    volunteer(Client())

    assert Mentor.objects.count() == 1
    assert Letter.objects.latest("pk").kind == "known-already"


def test_years_are_a_number_and_the_sentence_says_so():
    client = Client()
    client.cookies["language"] = "en"
    client.post("/volunteer/contact/", STEPS["contact"])

    page = client.post("/volunteer/work/", STEPS["work"] | {"years": "many"}).content.decode()

    assert page.count("Write the years as a number, like 12.") == 2


def test_public_pages_open_in_every_language():
    cache.clear()
    Network.objects.create(name="Netværket", phone="+4586123456", email="hej@example.org")
    a_division()
    a_programme()

    for language in ("da", "en", "nb", "ar"):
        client = Client()
        client.cookies["language"] = language
        for page in ("", "talk/", "privacy/", "accessibility/", "join/done/", "volunteer/done/"):
            answer = client.get(f"/{page}")
            assert answer.status_code == 200
            assert f'lang="{language}"' in answer.content.decode()


def test_figures_stay_away_while_they_rest_on_few():
    cache.clear()
    a_programme()

    assert "How it is counted" not in Client().get("/", headers={"accept-language": "en"}).content.decode()


def test_figures_stand_on_the_front_page_with_how_they_are_counted(monkeypatch):
    cache.clear()
    monkeypatch.setattr("mentorbank.network.outcomes.queries.public.FEWEST", 1)
    a_partnership()

    page = Client().get("/", headers={"accept-language": "en"}).content.decode()
    cache.clear()

    assert "Running partnerships" in page
    assert "How it is counted" in page
    assert "Haddad" not in page
