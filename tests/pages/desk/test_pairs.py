"""Partnerships at the desk: on paper, on the phone, to the end and its figure."""

from datetime import timedelta

import pytest

from mentorbank.network.journal.models import Report
from mentorbank.network.outcomes.models import Outcome
from mentorbank.network.partnerships.actions import draw_up_contract, sign_contract
from mentorbank.network.partnerships.models import Side
from tests.builders import A_GOAL, NOW, TODAY, a_draft_partnership, a_partnership, as_
from tests.pages.desk.conftest import signed_in

pytestmark = pytest.mark.django_db
PAPER = {
    "starts_on": "2026-12-01",
    "months": "9",
    "rhythm_weeks": "4",
    "meeting_on": "2026-12-03",
    "meeting_time": "17:00",
    "place": "Dokk1",
    "goals-TOTAL_FORMS": "1",
    "goals-INITIAL_FORMS": "0",
    "goals-0-area": "danish",
    "goals-0-text": "Bestå Prøve i Dansk 2",
    "goals-0-start": "4",
}
NAMES = {"mentee_signed": "Amal Haddad", "mentor_signed": "Kirsten Holm"}


def test_a_contract_on_paper_with_both_names_lets_the_partnership_run(desk):
    pair = a_draft_partnership()
    desk.post(f"/desk/partnerships/{pair.pk}/contract/", PAPER | NAMES)

    pair.refresh_from_db()
    assert pair.state == "running"
    assert pair.meetings.count() == 10
    shown = desk.get(f"/desk/partnerships/{pair.pk}/").text
    assert "Bestå Prøve i Dansk 2" in shown
    assert "On paper" in shown


def test_a_mistake_on_the_paper_keeps_nothing_but_what_was_typed(desk):
    pair = a_draft_partnership()
    answer = desk.post(f"/desk/partnerships/{pair.pk}/contract/", PAPER | NAMES | {"months": "36"})

    assert "Choose between 6 and 12 months." in answer.text
    assert "Kirsten Holm" in answer.text
    assert not pair.contracts.exists()


def test_entering_the_second_name_does_not_void_the_first(desk):
    pair = a_draft_partnership()
    mentee = as_(pair.mentee.person)
    drawn = draw_up_contract(
        partnership=pair,
        starts_on=TODAY,
        months=9,
        rhythm_weeks=4,
        goals=[A_GOAL],
        language="da",
        by=mentee,
        now=NOW,
    )
    sign_contract(contract=drawn, side=Side.MENTEE, name="Amal Haddad", by=mentee, now=NOW)
    form = desk.get(f"/desk/partnerships/{pair.pk}/contract/").context
    shown = {name: value for name, value in form["form"].initial.items() if value not in (None, "")}
    goals = {f"goals-0-{name}": value for name, value in form["goals"].initial[0].items()}
    total = {"goals-TOTAL_FORMS": "1", "goals-INITIAL_FORMS": "1"}
    desk.post(
        f"/desk/partnerships/{pair.pk}/contract/", shown | goals | total | {"mentor_signed": "Kirsten Holm"}
    )

    pair.refresh_from_db()
    assert pair.state == "running"


def test_an_answer_given_on_the_phone_is_kept_for_the_side_that_gave_it(coordinator, time_machine):
    pair = a_partnership()
    time_machine.move_to(NOW + timedelta(days=8))
    desk = signed_in(coordinator)
    meeting = pair.meetings.first()
    desk.post(f"/desk/meetings/{meeting.pk}/report/", {"side": "mentor", "happened": "moved"})

    report = Report.objects.get()
    assert (report.side, report.happened) == ("mentor", "moved")
    for junk in ({}, {"side": "dog"}, {"side": "mentee", "happened": "maybe"}):
        assert desk.post(f"/desk/meetings/{meeting.pk}/report/", junk).status_code in (302, 409)
    assert Report.objects.count() == 1


def test_two_different_answers_stand_on_today_and_on_the_pair(coordinator, time_machine):
    pair = a_partnership()
    time_machine.move_to(NOW + timedelta(days=8))
    desk = signed_in(coordinator)
    for side, happened in (("mentee", "met"), ("mentor", "not")):
        desk.post(f"/desk/meetings/{pair.meetings.first().pk}/report/", {"side": side, "happened": happened})

    assert "The two answers about a meeting differ" in desk.get("/desk/").text
    shown = desk.get(f"/desk/partnerships/{pair.pk}/")
    assert "answers differ" in shown.text
    signal = shown.context["signals"][0]
    desk.post(f"/desk/signals/{signal.pk}/settle/", {"next": "https://elsewhere.example/"})
    assert "The two answers about a meeting differ" not in desk.get("/desk/").text


def test_two_yeses_stand_on_today(desk):
    pair = a_draft_partnership()

    text = desk.get("/desk/").text
    assert "Both said yes" in text
    assert f"/desk/partnerships/{pair.pk}/" in text


def test_a_pair_that_does_not_meet_is_to_be_looked_at(desk, coordinator, time_machine):
    a_partnership(first_meeting_at=None)
    assert "All partnerships are well" in desk.get("/desk/").text

    time_machine.move_to(NOW + timedelta(days=43))
    desk = signed_in(coordinator)
    assert "No meeting confirmed for 43 days" in desk.get("/desk/").text
    assert "No meeting confirmed" in desk.get("/desk/partnerships/?state=look").text


def test_ending_asks_why_and_frees_the_place(desk):
    pair = a_partnership()
    address = f"/desk/partnerships/{pair.pk}/end/"
    assert desk.post(address, {"closure": ""}).status_code == 200

    desk.post(address, {"closure": "moved"})
    pair.refresh_from_db()
    assert (pair.state, pair.closure) == ("ended_early", "moved")
    assert (
        desk.post(address, {"closure": "moved"}).status_code == 200
    )  # the page with its message, no second end


def test_a_recorded_job_is_counted_and_leads_back_to_its_record(desk):
    pair = a_partnership()
    assert "0 of 1" in desk.get("/desk/effects/").text
    job = {"kind": "job", "from_on": "2026-11-23", "hours": "37", "evidence": "seen", "lasting": "on"}
    desk.post(f"/desk/mentees/{pair.mentee_id}/outcome/", job)

    assert "1 of 1" in desk.get("/desk/effects/").text
    assert pair.mentee.person.name in desk.get("/desk/effects/ever-in-work/").text
    outcome = Outcome.objects.get()
    desk.post(f"/desk/outcomes/{outcome.pk}/", job | {"from_on": "2026-11-20"})
    assert "0 of 1" in desk.get("/desk/effects/").text
    assert desk.get(f"/desk/outcomes/{outcome.pk}/").status_code == 404


def test_an_outcome_that_cannot_be_is_said_beside_its_field(desk):
    mentee = a_partnership().mentee
    job = {"kind": "job", "from_on": "2027-01-01", "hours": "", "evidence": "seen"}
    answer = desk.post(f"/desk/mentees/{mentee.pk}/outcome/", job)

    assert "Choose the day it began, today or earlier." in answer.text
    assert 'value="2027-01-01"' in answer.text
    assert not Outcome.objects.exists()
