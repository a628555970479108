"""What every answer has in common: language, privacy, refusals in our own look."""

import pytest
from django.test import Client, RequestFactory

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.project.middleware import Refusals, wanted_language
from tests.builders import a_person


@pytest.mark.parametrize(
    ("cookie", "own", "accepts", "language"),
    [
        ("", "", "", "da"),
        ("", "", "ar-SY,ar;q=0.9,en;q=0.5", "ar"),
        ("", "", "no,nn;q=0.9", "nb"),
        ("", "", "fr,zz;q=0.1", "da"),
        ("", "ar", "en", "ar"),
        ("en", "ar", "da", "en"),
        ("tlh", "so", "nb", "nb"),
    ],
)
def test_the_language_is_the_one_chosen_then_ones_own_then_the_browsers(
    cookie, own, accepts, language, settings
):
    settings.LANGUAGE_CODE = "da"
    request = RequestFactory().get("/", HTTP_ACCEPT_LANGUAGE=accepts)
    request.COOKIES["language"] = cookie
    request.reader = Actor(person=type("Person", (), {"language": own})() if own else None)

    assert wanted_language(request) == language


def test_a_page_says_which_language_it_is_in(client, db):
    answer = client.get("/", headers={"accept-language": "ar"})

    assert answer.headers["Content-Language"] == "ar"
    assert "Cookie" in answer.headers["Vary"]
    assert 'dir="rtl"' in answer.content.decode()


def test_the_language_switch_remembers_and_leads_nowhere_else(client, db):
    assert client.post("/language/", {"language": "ar", "next": "https://evil.example/"}).url == "/"
    assert client.get("/").headers["Content-Language"] == "ar"


@pytest.mark.parametrize("path", ["/mine/", "/", "/in/"])
def test_pages_of_who_is_signed_in_are_kept_nowhere(client, db, path):
    client.force_login(a_person().user)

    assert client.get(path).headers["Cache-Control"] == "no-store, private"


def test_pages_behind_a_letters_link_are_kept_nowhere(client, db):
    answer = client.get("/l/nothing/")

    assert answer.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(("refusal", "status"), [(NotAllowed("Ask Bente."), 403), (NotNow("Too late."), 409)])
def test_a_refusal_is_a_page_with_its_sentence(rf, db, refusal, status):
    request = rf.get("/")
    request.user, request.reader = None, Actor()

    answer = Refusals(lambda request: None).process_exception(request, refusal)

    assert answer.status_code == status
    assert str(refusal) in answer.content.decode()


@pytest.mark.parametrize("path", ["/join/%00/", "/?q=%00", "/nothing%00"])
def test_signs_no_database_can_hold_are_a_bad_request(client, db, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere/", 404), ("/mine/proposals/99999999999999999999999/", 302)]
)
def test_what_is_not_there_is_said_in_our_own_look(client, db, path, status):
    assert client.get(path).status_code == status


def test_a_number_no_database_can_hold_is_not_found(client, db):
    client.force_login(a_person().user)

    assert client.get("/mine/proposals/99999999999999999999999/").status_code in (400, 404)


def test_a_form_that_was_open_too_long_is_refused_with_a_way_out(db):
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"address": "amal@example.org"})

    assert answer.status_code == 403
    assert "for længe" in answer.content.decode() or "too long" in answer.content.decode()


def test_no_page_may_run_or_load_what_is_not_ours(client, db):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_mistake_of_ours_is_a_page_of_ours(db, monkeypatch):
    from mentorbank.project import views

    monkeypatch.setattr(views, "the_network", lambda: 1 / 0)
    answer = Client(raise_request_exception=False).get("/logo")

    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.content.decode()
    assert '<html lang="' in answer.content.decode()


@pytest.mark.parametrize(
    "form", [{f"field{number}": "x" for number in range(1200)}, {"address": "x" * 10_000_000}]
)
def test_a_form_that_is_far_too_big_is_a_bad_request(db, form):
    assert Client(raise_request_exception=False).post("/sign-in/", form).status_code == 400


def test_an_unknown_host_is_a_bad_request(client, db):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
