"""My page, my application, who has seen my file: in every state a person can be in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentorbank.network.people.actions import look
from mentorbank.network.people.models import Mentee
from tests.builders import (
    NOW,
    a_draft_partnership,
    a_mentee,
    a_mentor,
    a_partnership,
    a_proposal,
    a_volunteer,
    an_applicant,
    the_coordinator,
)
from tests.pages.mine.ways import signed_in, text

pytestmark = pytest.mark.django_db


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        text(client, url)
    return len(caught)


def test_my_pages_are_for_those_who_signed_in():
    assert Client().get("/mine/").url.startswith("/sign-in/")


def test_who_has_signed_up_reads_by_when_we_talk():
    page = text(signed_in(an_applicant().person), "/mine/")

    assert "First we talk with you" in page
    assert "before 7 December" in page


def test_who_waits_reads_how_long_and_why_and_never_a_place_in_a_queue():
    mentee = a_mentee(occupation_words="tandlæge", ready_at=NOW - timedelta(days=16))

    page = text(signed_in(mentee.person), "/mine/")

    assert "You have waited 2 weeks." in page
    assert "no mentor with a profession like yours is free near you" in page
    assert "Others have waited" not in page


def test_the_usual_wait_is_told_once_enough_have_waited():
    ready = NOW - timedelta(days=60)
    for days in range(10):
        mentee, mentor = a_mentee(ready_at=ready), a_mentor(in_bank_at=ready)
        a_draft_partnership(mentee, mentor, now=ready + timedelta(days=10 + 2 * days))

    page = text(signed_in(a_mentee().person), "/mine/")

    assert "between 2 and 4 weeks" in page


def test_a_free_mentor_of_the_profession_changes_the_reason():
    mentee = a_mentee(occupation_words="tandlæge")
    a_mentor(occupation_words="tandlæge")

    assert "1 mentor with a profession like yours is free near you." in text(
        signed_in(mentee.person), "/mine/"
    )


def test_an_open_proposal_is_the_next_thing_of_both():
    proposal = a_proposal()

    assert "We have found a mentor for you" in text(signed_in(proposal.mentee.person), "/mine/")
    assert "We have found a mentee for you" in text(signed_in(proposal.mentor.person), "/mine/")


def test_a_mentor_sets_places_and_a_rest_herself():
    mentor = a_mentor()
    client = signed_in(mentor.person)

    client.post("/mine/application/", {"what": "places", "places": "3"})
    client.post("/mine/application/", {"what": "rest", "rest_until": "2027-01-31"})

    page = text(client, "/mine/")
    assert "up to 3 at a time" in page
    assert "until 31 January 2027" in page
    client.post("/mine/application/", {"what": "awake"})
    assert "no rest, we may ask you" in text(client, "/mine/")


def test_a_rest_in_the_past_is_refused_kindly():
    client = signed_in(a_mentor().person)

    page = client.post("/mine/application/", {"what": "rest", "rest_until": "2020-01-01"})

    assert page.status_code == 409
    assert "Choose a day that is not over yet." in page.content.decode()


def test_who_no_longer_needs_a_mentor_leaves_with_one_press_and_a_second_changes_nothing():
    proposal = a_proposal()
    client = signed_in(proposal.mentee.person)

    for _again in range(2):
        client.post("/mine/application/", {"what": "withdraw"})

    assert Mentee.objects.get(pk=proposal.mentee_id).state == "withdrawn"
    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"


def test_i_see_who_opened_my_file_and_nobody_else_s():
    mentee, other = an_applicant("Amal Haddad"), an_applicant("Rania Aziz")
    look(by=the_coordinator(), about=mentee.person, now=NOW)
    look(by=the_coordinator(), about=other.person, now=NOW)

    page = text(signed_in(mentee.person), "/mine/who-looked/")

    assert page.count("Bente Krog") == 1
    assert "Monday 23 November 2026, 10:00" in page


def test_a_meeting_is_moved_and_called_off_from_my_page():
    pair = a_partnership()
    client, url = signed_in(pair.mentee.person), f"/mine/partnerships/{pair.pk}/meeting/"

    client.post(url, {"on": "2026-12-09", "at": "16:30", "place": "Café Viggo"})
    assert "Wednesday 9 December, 16:30" in text(client, "/mine/")

    client.post(url, {"off": "1"})
    assert "9 December" not in text(client, "/mine/")


def test_a_shielded_person_s_name_and_contact_stay_hidden_after_the_yes():
    pair = a_draft_partnership()
    person = pair.mentee.person
    person.shielded, person.alias = True, "Noor"
    person.save()

    page = text(signed_in(pair.mentor.person), f"/mine/partnerships/{pair.pk}/")

    assert "Noor" in page
    assert "Haddad" not in page
    assert person.email not in page


def test_another_pair_is_not_found():
    pair, stranger = a_partnership(), a_volunteer()
    client = signed_in(stranger.person)

    for page in ("", "contract/", "meeting/", "meetings.ics"):
        text(client, f"/mine/partnerships/{pair.pk}/{page}", 404)
    text(client, f"/mine/meetings/{pair.meetings.first().pk}/report/", 404)


def test_a_mentor_of_three_costs_no_more_queries_than_a_mentor_of_one():
    mentor = a_mentor(places=3)
    a_partnership(a_mentee(), mentor)
    client = signed_in(mentor.person)
    text(client, "/mine/")
    one = queries(client, "/mine/")
    a_partnership(a_mentee(), mentor)
    a_partnership(a_mentee(), mentor)

    assert queries(client, "/mine/") == one


def test_an_applicant_corrects_her_form_until_the_talk_and_her_words_always():
    applicant = an_applicant(occupation_words="tandlæge")
    client, url = signed_in(applicant.person), "/mine/application/?change=1"

    client.post(url, {"occupation_words": "sygeplejerske", "times": ["day"], "note": "I like cities."})

    applicant.refresh_from_db()
    assert (applicant.occupation, applicant.times, applicant.note) == ("2221", ["day"], "I like cities.")
    ready = a_mentee("Rania Aziz", occupation_words="tandlæge")
    page = text(signed_in(ready.person), url)
    assert 'name="note"' in page
    assert 'name="occupation_words"' not in page


def test_words_we_do_not_understand_lose_the_old_code():
    applicant = an_applicant(occupation_words="tandlæge")

    signed_in(applicant.person).post("/mine/application/?change=1", {"occupation_words": "xqzzy"})

    applicant.refresh_from_db()
    assert (applicant.occupation_words, applicant.occupation) == ("xqzzy", "")


def test_my_page_costs_few_queries_in_every_situation():
    pair, draft, proposal = a_partnership(), a_draft_partnership(), a_proposal()
    waiting = a_mentee(occupation_words="tandlæge")
    people = [
        pair.mentee.person,
        pair.mentor.person,
        draft.mentee.person,
        proposal.mentee.person,
        waiting.person,
    ]
    session_user_and_roles = 3

    for client in map(signed_in, people):
        text(client, "/mine/")
        assert queries(client, "/mine/") <= session_user_and_roles + 9
