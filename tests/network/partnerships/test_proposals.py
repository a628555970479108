from datetime import timedelta

import pytest

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.models import Letter
from mentorbank.network.partnerships.actions import (
    answer_proposal,
    answer_question,
    ask_first,
    propose_match,
    withdraw_proposal,
)
from mentorbank.network.partnerships.models import Partnership, Proposal, Side
from mentorbank.network.partnerships.queries import due_sides, short_profile
from mentorbank.network.partnerships.states import Answer, PartnershipState, ProposalState
from mentorbank.network.people.actions import set_places, set_rest
from mentorbank.network.people.models import Entry
from mentorbank.network.signals.models import Signal
from tests.builders import (
    NOW,
    a_coordinator,
    a_mentee,
    a_mentor,
    a_programme,
    a_proposal,
    an_applicant,
    another_division,
    answer,
    as_,
    the_coordinator,
)

pytestmark = pytest.mark.django_db


def kinds_to(person):
    return list(Letter.objects.filter(to=person, kind__startswith="p").values_list("kind", flat=True))


def test_a_proposed_match_writes_to_both_and_settles_nothing():
    mentee, mentor = a_mentee(), a_mentor()

    propose_match(mentee=mentee, mentor=mentor, by=the_coordinator(), now=NOW)

    assert kinds_to(mentee.person) == ["proposal-mentee"]
    assert kinds_to(mentor.person) == ["proposal-mentor"]
    assert not Partnership.objects.exists()


def test_the_second_yes_makes_a_draft_partnership_and_introduces_them():
    proposal = a_proposal()
    answer(proposal, Side.MENTOR)
    assert not Partnership.objects.exists()

    proposal = answer(proposal, Side.MENTEE)

    assert proposal.state == ProposalState.ACCEPTED
    assert proposal.partnership.state == PartnershipState.DRAFT
    assert Letter.objects.filter(kind__in=["introduction-mentee", "introduction-mentor"]).count() == 2
    assert Signal.objects.standing().get().kind == "both-said-yes"


def test_a_no_needs_its_reason_gives_the_place_back_and_tells_the_other():
    proposal = a_proposal()
    mentor = as_(proposal.mentor.person)
    with pytest.raises(NotNow) as refused:
        answer_proposal(proposal=proposal, side=Side.MENTOR, answer=Answer.NO, by=mentor, now=NOW)
    assert refused.value.field == "reason"

    answer(proposal, Side.MENTOR, Answer.NO)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.DECLINED
    assert proposal.released_at == NOW
    assert kinds_to(proposal.mentee.person) == ["proposal-mentee", "proposal-closed"]
    a_proposal(a_mentee("Sara Ali"), proposal.mentor)


def test_a_place_is_held_from_the_asking_until_somebody_says_no():
    mentor = a_mentor()
    a_proposal(a_mentee("Sara Ali"), mentor)

    with pytest.raises(NotNow, match="Kirsten"):
        a_proposal(a_mentee("Amal Haddad"), mentor)


def test_two_places_hold_two_mentees():
    mentor = a_mentor(places=2)
    a_proposal(a_mentee("Sara Ali"), mentor)
    a_proposal(a_mentee("Amal Haddad"), mentor)

    assert Proposal.objects.open().count() == 2


def test_a_mentee_has_one_open_proposal():
    mentee = a_mentee()
    a_proposal(mentee, a_mentor())

    with pytest.raises(NotNow, match="open proposal"):
        a_proposal(mentee, a_mentor("Lise Mørk"))


def test_nobody_is_proposed_who_is_not_ready():
    with pytest.raises(NotNow, match="not ready"):
        a_proposal(an_applicant(), a_mentor())


def test_a_resting_mentor_is_left_in_peace():
    mentor = a_mentor()
    set_rest(mentor=mentor, until=(NOW + timedelta(days=30)).date(), by=the_coordinator(), now=NOW)

    with pytest.raises(NotNow, match="rests"):
        a_proposal(a_mentee(), mentor)


def test_a_closed_place_takes_nobody():
    mentor = a_mentor()
    set_places(mentor=mentor, number=0, by=the_coordinator(), now=NOW)

    with pytest.raises(NotNow, match="no free place"):
        a_proposal(a_mentee(), mentor)


def test_another_divisions_coordinator_proposes_nothing():
    stranger = a_coordinator(another_division(), "Søren Holt")

    with pytest.raises(NotAllowed):
        propose_match(mentee=a_mentee(), mentor=a_mentor(), by=stranger, now=NOW)


def test_only_the_one_who_was_asked_answers():
    proposal = a_proposal()
    mentor = as_(proposal.mentor.person)

    with pytest.raises(NotAllowed):
        answer_proposal(proposal=proposal, side=Side.MENTEE, answer=Answer.YES, by=mentor, now=NOW)


def test_the_same_answer_twice_changes_nothing():
    proposal = a_proposal()
    answer(proposal, Side.MENTEE)
    rows = Entry.objects.count()

    answer(proposal, Side.MENTEE)

    assert Entry.objects.count() == rows


def test_an_answer_after_the_end_is_kindly_refused():
    proposal = a_proposal()
    answer(proposal, Side.MENTOR, Answer.NO)

    with pytest.raises(NotNow, match="closed"):
        answer(proposal, Side.MENTEE)


def test_the_mentor_may_be_asked_first():
    programme = a_programme("careful", asking_order="mentor")
    proposal = a_proposal(a_mentee(programme=programme))
    assert kinds_to(proposal.mentee.person) == []

    answer(proposal, Side.MENTOR)

    assert kinds_to(proposal.mentee.person) == ["proposal-mentee"]


def test_a_question_stops_the_days_of_its_side_until_it_is_answered():
    proposal = a_proposal()
    by = as_(proposal.mentor.person)
    question = ask_first(
        proposal=proposal, side=Side.MENTOR, text="Kun aftener?", language="da", by=by, now=NOW
    )
    later = NOW + timedelta(days=5)
    assert [side for _, side in due_sides(later)] == [Side.MENTEE]

    answer_question(question=question, text="Ja, kun aftener.", by=the_coordinator(), now=later)

    proposal.refresh_from_db()
    assert proposal.mentor_asked_at == later
    assert kinds_to(proposal.mentor.person) == ["proposal-mentor", "proposal-answer"]


def test_a_withdrawn_proposal_frees_the_place_and_tells_both():
    proposal = a_proposal()

    withdraw_proposal(proposal=proposal, by=the_coordinator(), now=NOW)

    proposal.refresh_from_db()
    assert proposal.released_at == NOW
    assert kinds_to(proposal.mentor.person)[-1] == "proposal-closed"


def test_the_short_profile_shows_the_same_kind_of_thing_both_ways():
    proposal = a_proposal()

    mentee, mentor = short_profile(proposal, Side.MENTEE), short_profile(proposal, Side.MENTOR)

    assert mentee.first_name == "Amal"
    assert mentor.first_name == "Kirsten"
    assert set(vars(mentee)) == set(vars(mentor))
    assert "Haddad" not in str(mentee)
