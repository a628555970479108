"""Signing in by a code: for whom we know, without telling anybody whom we know."""

import re
from datetime import UTC, datetime
from time import monotonic

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from mentorbank.network.letters.jobs import post_due_letters
from mentorbank.network.letters.models import CodeAsk, Letter
from mentorbank.network.people.models import Person, User
from tests.builders import a_person

ADDRESS = "amal@example.org"


@pytest.fixture(autouse=True)
def at_once(settings):
    settings.SIGN_IN_SECONDS = 0


@pytest.fixture
def amal(db) -> Person:
    return a_person("Amal Haddad", email=ADDRESS, phone="+4520123456", now=datetime.now(UTC))


def ask(client: Client, address: str, path: str = "/sign-in/"):
    return client.post(path, {"address": address})


def the_code() -> str:
    post_due_letters()
    return re.search(r"\b\d{8}\b", mail.outbox[-1].body)[0]


def give(client: Client, code: str):
    return client.post("/sign-in/code/", {"code": code})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_code_by_mail_signs_in_and_leads_to_the_readers_own_page(client, amal):
    assert ask(client, " Amal@Example.org ").url == "/sign-in/code/"

    assert give(client, the_code()).url == "/in/"
    assert client.get("/in/").url == "/mine/"


def test_a_code_goes_to_the_phone_it_was_asked_for(client, amal):
    ask(client, "20 12 34 56")

    letter = Letter.objects.get()
    assert (letter.channel, letter.address) == ("sms", "+4520123456")


@pytest.mark.parametrize("write", [lambda code: f" {code[:4]} {code[4:]} ",
                                   lambda code: code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))])
def test_a_code_may_be_typed_with_spaces_or_in_the_digits_of_another_script(client, amal, write):
    ask(client, ADDRESS)
    give(client, write(the_code()))

    assert signed_in(client)


def test_whoever_wanted_a_page_arrives_there_and_never_elsewhere(client, amal):
    ask(client, ADDRESS, "/sign-in/?next=/mine/who-looked/")
    response = client.post("/sign-in/code/?next=/mine/who-looked/", {"code": the_code()})
    assert response.url == "/mine/who-looked/"

    client.post("/sign-in/out/")
    ask(client, ADDRESS)
    assert client.post("/sign-in/code/?next=https://evil.example/", {"code": the_code()}).url == "/in/"


def pages(address: str) -> list[str]:
    """What somebody reads who asks for a code for this address and then guesses one."""
    client = Client()
    answers = [ask(client, address), client.get("/sign-in/code/"), give(client, "00000000")]
    changing = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|(\+?45|\b2)[\d\s]{7,}')
    bodies = [changing.sub("", answer.content.decode()).replace(address, "") for answer in answers]
    return [f"{answer.status_code} {body}" for answer, body in zip(answers, bodies, strict=True)]


def test_an_unknown_address_reads_the_same_as_a_known_one(amal):
    assert pages("nobody@example.net") == pages(ADDRESS)
    assert pages("+4521000000") == pages("+4520123456")


def test_a_person_who_was_shut_out_is_a_stranger(client, amal):
    strangers = pages("nobody@example.net")
    User.objects.update(is_active=False)

    assert pages(ADDRESS) == strangers
    assert not Letter.objects.exists()


def test_every_answer_takes_as_long_whether_we_know_the_address_or_not(amal, settings):
    settings.SIGN_IN_SECONDS = 0.5
    for address in (ADDRESS, "nobody@example.org"):
        started = monotonic()
        ask(Client(), address)
        assert 0.5 <= monotonic() - started < 2


def test_nobody_gets_an_account_by_asking(client, amal):
    ask(client, "new@example.org")

    assert User.objects.count() == 1


def test_the_fifth_wrong_code_ends_it_even_for_the_right_one(client, amal):
    ask(client, ADDRESS)
    code = the_code()
    for _ in range(5):
        give(client, "00000000" if code != "00000000" else "11111111")

    assert give(client, code).url == "/sign-in/"
    assert not signed_in(client)


def test_guessing_from_several_places_at_once_shares_the_five_tries(client, amal):
    ask(client, ADDRESS)
    code = the_code()
    CodeAsk.objects.update(tries=5)  # as other processes would have counted by now

    give(client, code)

    assert not signed_in(client)


@pytest.mark.parametrize("address", [ADDRESS, "nobody@example.org"])
def test_an_eleventh_code_is_refused_beside_the_field(amal, address):
    answers = [ask(Client(), address).status_code for _ in range(11)]

    assert answers == [302] * 10 + [200]


def test_a_code_works_once(client, amal):
    ask(client, ADDRESS)
    code = the_code()
    give(client, code)
    client.post("/sign-in/out/")

    give(client, code)
    assert not signed_in(client)


def test_the_session_gets_a_new_key_when_somebody_signs_in(client, amal):
    ask(client, ADDRESS)
    before = client.session.session_key
    give(client, the_code())

    assert client.session.session_key != before


def test_half_signed_in_is_not_signed_in(client, amal):
    ask(client, ADDRESS)

    assert client.get("/mine/").url.startswith("/sign-in/")


def test_a_session_dies_with_its_account(client, amal):
    client.force_login(amal.user)
    assert client.get("/mine/").status_code == 200
    User.objects.update(is_active=False)

    assert client.get("/mine/").url.startswith("/sign-in/")


def test_a_mistyped_address_can_be_put_right(client, amal):
    ask(client, "amall@example.org")

    assert client.get("/sign-in/").status_code == 200


@pytest.mark.parametrize("address", ["", "Amal", "a@", "12", "\u202e", "x" * 5000, "\x00@example.org"])
def test_what_is_no_address_is_refused_beside_the_field(client, db, address):
    response = ask(client, address)

    assert response.status_code == 200
    assert response.context["form"].errors["address"]


@pytest.mark.parametrize(
    "name", ["account_signup", "account_change_password", "account_reset_password", "account_email"]
)
def test_the_routes_of_allauth_that_we_do_not_use_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
