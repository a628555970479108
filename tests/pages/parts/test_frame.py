"""What stands around every page: languages, navigation, comfort, and the pages that say sorry."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from mentorbank.network.organisation.models import Network
from mentorbank.pages.parts import navigation
from mentorbank.pages.parts.languages import offered
from tests.builders import a_coordinator


@pytest.fixture
def staff_client(db: None, client: Client) -> Client:
    client.force_login(a_coordinator().person.user)
    client.cookies["language"] = "en"
    return client


def codes(path: str) -> list[str]:
    return [code for code, _name in offered(path)]


def test_staff_pages_are_offered_in_two_languages_and_all_others_in_four():
    assert codes("/desk/waiting-list/") == codes("/parts/") == codes("/sign-in/keys/") == ["da", "en"]
    assert codes("/") == codes("/sign-in/") == codes("/l/x/") == ["da", "en", "nb", "ar"]


def test_each_language_calls_itself_by_its_own_name():
    assert dict(offered("/"))["ar"] == "العربية"


def test_navigation_lists_only_what_exists():
    names = (("here", "Here", "parts"), ("nowhere", "Nowhere", "no:such"))
    assert [item.key for item in navigation.items(names, "/parts/")] == ["here"]


def test_the_page_we_are_on_is_marked():
    assert navigation.is_current("bank", "/desk/mentors/", "/desk/mentors/7/")
    assert navigation.is_current("today", "/desk/", "/desk/")
    assert not navigation.is_current("today", "/desk/", "/desk/mentors/")


def test_the_living_page_shows_every_state_to_staff(staff_client: Client):
    html = staff_client.get("/parts/").content.decode()
    for state in (
        "Nobody waits",
        "One moment…",
        "Both have the letter.",
        "The place was taken a moment ago.",
    ):
        assert state in html
    assert '<html lang="en" dir="ltr"' in html


def test_a_reader_keeps_colours_and_keys_on_this_device(staff_client: Client):
    answer = staff_client.post("/parts/comfort/", {"theme": "dark", "shortcuts": "off", "next": "/parts/"})
    assert answer.headers["Location"] == "/parts/"
    html = staff_client.get("/parts/").content.decode()
    assert 'data-theme="dark"' in html
    assert 'data-shortcuts="off"' in html


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_comfort_never_leads_to_another_house(staff_client: Client, elsewhere: str):
    answer = staff_client.post("/parts/comfort/", {"theme": "purple", "next": elsewhere})
    assert answer.headers["Location"] == "/"
    assert "theme" not in answer.cookies


def test_a_networks_name_and_accent_are_on_every_page(staff_client: Client):
    Network.objects.update_or_create(pk=1, defaults={"name": "Netværket <3", "accent": "#336699"})
    html = staff_client.get("/parts/").content.decode()
    assert "Netværket &lt;3" in html
    assert 'href="/accent.css"' in html


def test_without_an_accent_there_is_no_second_stylesheet(staff_client: Client):
    Network.objects.filter(pk=1).update(accent="")
    assert "/accent.css" not in staff_client.get("/parts/").content.decode()


@pytest.mark.parametrize("code", [400, 403, 404, 409, 429, 500])
def test_a_page_that_says_sorry_needs_nobody_else(code: int):
    html = render_to_string(f"{code}.html", {})
    assert "<h1>" in html
    assert "Mentorbank" in html


def test_sorry_is_said_from_right_to_left_where_people_read_so():
    with translation.override("ar"):
        assert 'lang="ar" dir="rtl"' in render_to_string("500.html", {})


def test_a_refusal_says_why():
    assert "The place is taken." in render_to_string("409.html", {"message": "The place is taken."})


def test_a_missing_page_tells_nothing_about_what_was_asked(staff_client: Client):
    one = staff_client.get("/parts/no-such-page/?who=amal")
    other = staff_client.get("/parts/another/12/")
    assert one.status_code == other.status_code == 404
    assert one.content == other.content
