"""The way in that a letter carries: for one person, to one thing, until a day."""

from datetime import timedelta

import pytest

from mentorbank.network.letters.actions import mark_opened, revoke_links
from mentorbank.network.letters.queries import link_address, open_link, token_of
from mentorbank.network.people.models import User

from .conftest import NOW


def test_a_link_opens_what_its_letter_was_about(a_letter, person):
    letter = a_letter()

    link = open_link(token_of(letter), NOW)

    assert (link.person, link.page, link.thing_id) == (person, "application", person.pk)
    assert link_address(letter) == f"http://testserver/l/{token_of(letter)}/"


@pytest.mark.parametrize(("days", "open_still"), [(29, True), (31, False)])
def test_a_link_ends_after_a_month(a_letter, days, open_still):
    assert bool(open_link(token_of(a_letter()), NOW + timedelta(days=days))) == open_still


def test_opening_a_link_changes_nothing(a_letter):
    token = token_of(a_letter())

    assert open_link(token, NOW) == open_link(token, NOW)
    assert open_link(token, NOW).opened_at is None


def test_the_first_opening_is_remembered_once(a_letter):
    token = token_of(a_letter())
    for minutes in (0, 5):
        mark_opened(link=open_link(token, NOW), now=NOW + timedelta(minutes=minutes))

    assert open_link(token, NOW).opened_at == NOW


def test_links_of_a_person_can_be_taken_back(a_letter, person):
    token = token_of(a_letter())
    revoke_links(person=person, now=NOW)

    assert open_link(token, NOW) is None


def test_links_of_a_person_who_was_shut_out_are_dead(a_letter, person):
    token = token_of(a_letter())
    User.objects.create(person=person, email=person.email, is_active=False, date_joined=NOW)

    assert open_link(token, NOW) is None


@pytest.mark.parametrize("token", ["", "x", "\x00", "ø" * 300, "../../etc"])
def test_a_guessed_token_opens_nothing(db, token):
    assert open_link(token, NOW) is None


def test_a_link_survives_a_new_secret_key(a_letter, settings):
    letter = a_letter()
    old = token_of(letter)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, as long as a key should be, and a bit longer than that"

    assert token_of(letter) == old


def test_two_letters_never_share_a_token(a_letter):
    assert token_of(a_letter()) != token_of(a_letter("mentee-ready"))
