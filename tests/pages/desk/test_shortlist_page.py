"""The shortlist page: advice shown, a mentor proposed with and without JavaScript."""

import pytest

from mentorbank.network.partnerships.actions import ask_first
from mentorbank.network.partnerships.models import Proposal, Side
from tests.builders import NOW, a_draft_partnership, a_mentee, a_mentor, a_proposal, as_

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
MUST_WOMAN = [{"kind": "gender", "value": "woman", "strength": "must"}]


def page(mentee) -> str:
    return f"/desk/mentees/{mentee.pk}/shortlist/"


def propose(desk, mentee, mentor, headers=None, **given):
    return desk.post(f"{page(mentee)}{mentor.pk}/propose/", given, headers=headers)


def test_the_page_shows_points_of_how_many_reasons_and_what_excludes(desk):
    a_mentor("Kirsten Holm", occupation_words="Tandlæge")
    a_mentor("Full", places=0)
    text = desk.get(page(a_mentee(occupation_words="Tandlæge"))).text

    assert "Same profession: Dentists" in text
    assert "have no free place" in text
    assert "1 is possible." in text
    assert "of 100 points" in text


def test_proposing_goes_back_to_the_page_which_shows_who_is_asked(desk):
    mentee, mentor = a_mentee(), a_mentor("Kirsten Holm")
    answer = propose(desk, mentee, mentor, note="Velkommen")

    assert answer.headers["Location"] == page(mentee)
    shown = desk.get(page(mentee)).text
    assert "Asked now" in shown
    assert "Velkommen" in shown
    assert "/propose/" not in shown


def test_with_htmx_only_the_list_is_sent_back(desk):
    mentee, mentor = a_mentee(), a_mentor()
    answer = propose(desk, mentee, mentor, headers=HTMX)

    assert answer.status_code == 200
    assert answer.text.strip().startswith('<div class="stack tight" id="mentors">')
    assert "<html" not in answer.text
    assert Proposal.objects.get().mentor == mentor


def test_a_place_taken_meanwhile_is_said_and_the_note_stays(desk):
    mentee, mentor = a_mentee("Amal"), a_mentor()
    a_proposal(a_mentee("Other"), mentor)
    answer = propose(desk, mentee, mentor, note="Velkommen")

    assert answer.status_code == 409
    assert "have no free place" in answer.text
    assert not Proposal.objects.filter(mentee=mentee).exists()


def test_what_nobody_knows_is_confirmed_first(desk):
    mentee, mentor = a_mentee(wishes=MUST_WOMAN), a_mentor()
    assert "I have confirmed:" in desk.get(page(mentee)).text

    assert propose(desk, mentee, mentor, note="Hej").status_code == 409
    assert propose(desk, mentee, mentor, confirmed="on").status_code == 302


def test_a_proposal_is_withdrawn_once_however_often_it_is_pressed(desk):
    proposal = a_proposal()
    for _press in range(2):
        desk.post(f"/desk/proposals/{proposal.pk}/withdraw/")

    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"


def test_whoever_has_a_mentor_or_is_not_ready_gets_no_button(desk):
    pair = a_draft_partnership()
    assert "has a mentor." in desk.get(page(pair.mentee)).text

    a_mentor("Free")
    assert "/propose/" not in desk.get(page(pair.mentee)).text


def test_nobody_possible_says_what_to_do(desk):
    assert "No mentor is possible here" in desk.get(page(a_mentee())).text


def test_a_question_stands_on_today_until_it_is_answered(desk):
    proposal = a_proposal()
    by = as_(proposal.mentor.person)
    question = ask_first(
        proposal=proposal, side=Side.MENTOR, text="Kun aften, går det?", language="da", by=by, now=NOW
    )
    assert "Kun aften, går det?" in desk.get("/desk/").text

    address = f"/desk/questions/{question.pk}/"
    assert "Kun aften" in desk.get(address).text
    assert desk.post(address, {"answer": ""}).status_code == 200
    desk.post(address, {"answer": "Ja, gerne"})
    question.refresh_from_db()
    assert question.answer == "Ja, gerne"
    assert "Kun aften" not in desk.get("/desk/").text
    assert desk.get(address).status_code == 404
