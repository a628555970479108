"""Asked whether they want each other: the short profile, three answers, and links that never act by themselves."""

import pytest

from mentorbank.network.partnerships.models import Partnership, Proposal, Question
from mentorbank.network.partnerships.states import ProposalState
from tests.builders import a_mentee, a_mentor, a_proposal
from tests.pages.mine.ways import link, signed_in, text, visitor

pytestmark = pytest.mark.django_db


def asked() -> tuple[Proposal, str]:
    """A proposal, and the mentor's way to it."""
    mentee = a_mentee("Amal Haddad", note="I had my own clinic.", occupation_words="tandlæge")
    proposal = a_proposal(mentee, a_mentor("Kirsten Holm", occupation_words="tandlæge", employer="Klinik 7"))
    return proposal, link("proposal-mentor", proposal.mentor.person)


def test_opening_the_link_any_number_of_times_answers_nothing():
    proposal, url = asked()

    for _again in range(3):
        text(visitor(), url)

    proposal.refresh_from_db()
    assert (proposal.mentor_answer, proposal.state) == ("", "open")


def test_before_the_yes_each_sees_first_name_and_profile_but_no_surname_contact_or_employer():
    proposal, url = asked()

    mentors_page = text(visitor(), url)
    mentees_page = text(visitor(), link("proposal-mentee", proposal.mentee.person))

    assert "I had my own clinic." in mentors_page
    assert "The same profession." in mentors_page
    for word in ("Haddad", proposal.mentee.person.email):
        assert word not in mentors_page
    for word in ("Holm", proposal.mentor.person.email, "Klinik 7"):
        assert word not in mentees_page


def test_a_press_says_yes_and_a_second_press_changes_nothing():
    proposal, url = asked()

    for _again in range(2):
        assert visitor().post(url, {"answer": "yes"}).url == url

    proposal.refresh_from_db()
    assert proposal.mentor_answer == "yes"
    assert "You said yes." in text(visitor(), url)


def test_the_second_yes_makes_the_pair_and_both_pages_say_so():
    proposal, url = asked()
    visitor().post(url, {"answer": "yes"})

    mentee = signed_in(proposal.mentee.person)
    mentee.post(f"/mine/proposals/{proposal.pk}/", {"answer": "yes"})

    assert Partnership.objects.get().proposal_id == proposal.pk
    assert "You both said yes." in text(visitor(), url)
    assert "Write your contract together" in text(mentee, "/mine/")


def test_not_this_time_takes_one_tap_on_a_reason():
    proposal, url = asked()

    visitor().post(url, {"answer": "no", "reason": "no_time"})

    proposal.refresh_from_db()
    assert (proposal.state, proposal.mentor_reason) == (ProposalState.DECLINED, "no_time")
    assert "Thank you for telling us." in text(visitor(), url)


def test_not_this_time_without_a_reason_opens_the_reasons():
    _proposal, url = asked()

    page = visitor().post(url, {"answer": "no"})

    assert page.status_code == 409
    assert "Choose the reason that fits best." in page.content.decode()
    assert Proposal.objects.get().state == "open"


def test_a_question_is_kept_in_the_asker_s_language_and_shown_with_its_state():
    _proposal, url = asked()

    visitor().post(url, {"answer": "asked", "text": "How often would we meet?"})

    question = Question.objects.get()
    assert (question.text, question.language, question.side) == ("How often would we meet?", "en", "mentor")
    assert "We write to you when we have the answer." in text(visitor(), url)


def test_an_empty_question_is_asked_for_beside_its_field():
    _proposal, url = asked()

    page = visitor().post(url, {"answer": "asked", "text": "  "})

    assert page.status_code == 409
    assert 'aria-invalid="true"' in page.content.decode()


def test_a_proposal_that_was_closed_meanwhile_says_so_kindly():
    proposal, url = asked()
    visitor().post(link("proposal-mentee", proposal.mentee.person), {"answer": "no", "reason": "other"})

    page = visitor().post(url, {"answer": "yes"})

    assert page.status_code == 409
    assert "This proposal is closed." in page.content.decode()


def test_strangers_and_staff_do_not_find_the_page_of_the_asked():
    proposal, _url = asked()
    stranger = a_mentor("Mette Lund")

    assert signed_in(stranger.person).get(f"/mine/proposals/{proposal.pk}/").status_code == 404
    assert signed_in(proposal.proposed_by).get(f"/mine/proposals/{proposal.pk}/").status_code == 404
