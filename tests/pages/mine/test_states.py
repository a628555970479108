"""My page has words for every state a person, a proposal or a pair can be in."""

import pytest

from mentorbank.network.intake.actions import pause_mentee, record_screening
from mentorbank.network.intake.models import ScreeningDecision
from mentorbank.network.partnerships.actions import end_partnership, withdraw_proposal
from mentorbank.network.partnerships.states import ClosureReason
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.people.states import MenteeState, MentorState
from tests.builders import (
    NOW,
    TODAY,
    a_mentee,
    a_partnership,
    a_person,
    a_proposal,
    a_volunteer,
    an_applicant,
    the_coordinator,
)
from tests.pages.mine.ways import link, signed_in, text, visitor

pytestmark = pytest.mark.django_db

LANGUAGES = ("da", "en", "nb", "ar")


@pytest.mark.parametrize("state", list(MenteeState))
def test_every_state_of_a_mentee_opens_in_every_language(state):
    mentee = an_applicant()
    gone = state in (MenteeState.CLOSED, MenteeState.WITHDRAWN, MenteeState.REFERRED_ON)
    Mentee.objects.filter(pk=mentee.pk).update(
        state=state, ready_at=NOW if state == MenteeState.READY else None, closed_at=NOW if gone else None
    )
    client = signed_in(mentee.person)

    for language in LANGUAGES:
        client.cookies["language"] = language
        for page in ("/mine/", "/mine/application/", "/mine/application/?change=1", "/mine/who-looked/"):
            assert f'lang="{language}"' in text(client, page)


@pytest.mark.parametrize("state", list(MentorState))
def test_every_state_of_a_mentor_opens(state):
    mentor = a_volunteer()
    Mentor.objects.filter(pk=mentor.pk).update(state=state)
    client = signed_in(mentor.person)

    assert "You as a mentor" in text(client, "/mine/")
    text(client, "/mine/application/")


def test_staff_without_a_part_to_play_read_how_to_begin():
    assert "You do not take part yet" in text(signed_in(a_person()), "/mine/")


def test_a_break_is_told_as_a_break():
    mentee = a_mentee()
    pause_mentee(mentee=mentee, reason="leave", by=the_coordinator(), now=NOW)

    assert "You have a break" in text(signed_in(mentee.person), "/mine/")


def test_a_declined_mentor_reads_a_kind_sentence_and_no_reason():
    mentor = a_volunteer()
    record_screening(
        mentor=mentor,
        held_on=TODAY,
        decision=ScreeningDecision.DECLINE,
        reason="too young in the trade",
        promised_confidentiality=False,
        by=the_coordinator(),
        now=NOW,
    )

    page = text(signed_in(mentor.person), "/mine/")

    assert "You are not a mentor right now." in page
    assert "too young" not in page


def test_a_withdrawn_proposal_tells_neither_side_why():
    proposal = a_proposal()
    url = link("proposal-mentor", proposal.mentor.person)
    withdraw_proposal(proposal=proposal, by=the_coordinator(), now=NOW)

    page = text(visitor(), url)

    assert "This proposal is closed." in page
    assert proposal.mentee.person.first_name not in page.split("<main")[1]


def test_an_ended_pair_is_thanked_and_keeps_its_goals():
    pair = a_partnership()
    end_partnership(partnership=pair, closure=ClosureReason.GOAL_REACHED, by=the_coordinator(), now=NOW)

    page = text(signed_in(pair.mentee.person), f"/mine/partnerships/{pair.pk}/")

    assert "Your time together ended on 23 November 2026." in page
    assert "Find et job i et laboratorium" in page
    assert pair.mentor.person.email not in page


def test_a_pair_without_planned_meetings_is_asked_to_plan_one():
    pair = a_partnership(first_meeting_at=None)

    assert "Plan a meeting" in text(signed_in(pair.mentee.person), "/mine/")
