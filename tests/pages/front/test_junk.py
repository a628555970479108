"""Whatever a visitor posts, the sign-up answers with a page."""

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.network.people.models import Person
from tests.builders import a_division, a_programme

pytestmark = pytest.mark.django_db

NASTY = [
    "",
    "\x00",
    "\u202e\u202b",
    "é" * 5000,
    "<script>alert(1)</script>",
    "+4520123456",
    "a@b",
    "a@b.dk\nBcc: c@d.dk",
]
NASTY += [
    "8000",
    "٨٠٠٠",
    "9" * 400,
    "-1",
    "1e9",
    "job_or_study",
    "on",
    "\ud7ff",
    "ar",
    "اللغة العربية",
    "=1+1",
]
NAMES = [
    "address",
    "name",
    "ticks",
    "postcode",
    "occupation_words",
    "education_words",
    "languages",
    "times",
    "consent",
    "back",
    "language",
]
NAMES += ["employer", "years", "offers", "places", "motivation", "programme", "unknown"]
TOLD = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NASTY) | st.text(max_size=30), max_size=3), max_size=9
)
STEPS = ["join/contact", "join/help", "join/about", "join/send", "join", "join/nothing"]
STEPS += ["volunteer/contact", "volunteer/work", "volunteer/offer", "volunteer/send"]
FINE = {200, 302, 400, 409, 422}


def test_junk_is_never_a_breakdown():
    a_division()
    a_programme()

    @settings(max_examples=40)
    @given(st.lists(st.tuples(st.sampled_from(STEPS), TOLD), max_size=6))
    def visited(walk):
        client = Client()
        for step, told in walk:
            assert client.post(f"/{step}/", told).status_code in FINE, (step, told)
            assert client.get(f"/{step}/").status_code in FINE, step

    visited()


def test_a_header_hidden_in_an_address_is_refused():
    client = Client()

    page = client.post("/join/contact/", {"address": "a@b.dk\nBcc: c@d.dk", "name": "Amal"})

    assert page.status_code == 422
    assert not Person.objects.exists()


@pytest.mark.parametrize("code", ["nothing", "%00", "é" * 200, "<script>"])
def test_a_programme_nobody_knows_is_the_first_one(code):
    assert Client().get(f"/join/?programme={code}").status_code in {302, 400}


def test_a_network_without_programmes_says_when_to_come_back():
    a_division()
    client = Client()
    client.cookies["language"] = "en"
    client.post("/join/contact/", {"address": "amal@example.org", "name": "Amal"})
    client.post("/join/help/", {"ticks": "new_here"})
    client.post("/join/about/", {"postcode": "8000", "languages": "arabisk"})

    page = client.post("/join/send/", {"consent": "on"})

    assert page.status_code == 409
    assert "Please come back in some days." in page.content.decode()
