"""One tap on one of three pictures is the whole report."""

from datetime import timedelta

import pytest

from mentorbank.network.base.actor import CLOCK
from mentorbank.network.journal.actions import ask_about_meeting
from mentorbank.network.journal.models import Report
from mentorbank.network.journal.queries import standing_reports
from mentorbank.network.partnerships.models import Meeting
from tests.builders import NOW, a_partnership
from tests.pages.mine.ways import link, signed_in, text, visitor

pytestmark = pytest.mark.django_db

AFTER = NOW + timedelta(days=7, hours=2)


@pytest.fixture
def meeting(time_machine) -> Meeting:
    """The first meeting of a pair, just over; both have been asked."""
    pair = a_partnership()
    time_machine.move_to(AFTER, tick=False)
    first = pair.meetings.select_related("partnership__mentee__person", "partnership__mentor__person").first()
    ask_about_meeting(meeting=first, by=CLOCK, now=AFTER)
    return first


def told(meeting: Meeting) -> dict[str, str]:
    return dict(standing_reports(meeting).values_list("side", "happened"))


def test_opening_the_link_reports_nothing_and_one_tap_reports_all(meeting):
    url = link("did-you-meet", meeting.partnership.mentee.person)
    text(visitor(), url)
    assert told(meeting) == {}

    visitor().post(url, {"answer": "met"})

    assert told(meeting) == {"mentee": "met"}
    assert "You said: we met." in text(visitor(), url)


def test_both_answers_are_kept_apart_and_neither_reads_the_other_s(meeting):
    mentee, mentor = meeting.partnership.mentee.person, meeting.partnership.mentor.person
    visitor().post(link("did-you-meet", mentee), {"answer": "met"})

    page = text(visitor(), link("did-you-meet", mentor))

    assert "You said" not in page
    visitor().post(link("did-you-meet", mentor), {"answer": "not"})
    assert told(meeting) == {"mentee": "met", "mentor": "not"}


def test_the_answer_can_be_corrected_for_seven_days_and_not_after(meeting, time_machine):
    url = link("did-you-meet", meeting.partnership.mentee.person)
    visitor().post(url, {"answer": "met"})
    assert "You can change your answer until 7 December." in text(visitor(), url)
    time_machine.move_to(AFTER + timedelta(days=6), tick=False)
    visitor().post(url, {"answer": "moved"})
    assert told(meeting) == {"mentee": "moved"}

    time_machine.move_to(AFTER + timedelta(days=8), tick=False)

    assert visitor().post(url, {"answer": "met"}).status_code == 409
    assert told(meeting) == {"mentee": "moved"}
    assert 'name="answer"' not in text(visitor(), url)


def test_my_page_asks_about_the_last_meeting_before_anything_else(meeting):
    page = text(signed_in(meeting.partnership.mentee.person), "/mine/")

    assert page.index("Did you meet on 30 November?") < page.index("Next meeting with")


def test_the_tap_works_on_my_page_too(meeting):
    mentee = signed_in(meeting.partnership.mentee.person)

    mentee.post(f"/mine/meetings/{meeting.pk}/report/", {"answer": "met"})

    assert Report.objects.get().happened == "met"
    assert "Did you meet" not in text(mentee, "/mine/")


def test_a_meeting_ahead_has_nothing_to_report(time_machine):
    pair = a_partnership()
    mentee, meeting = signed_in(pair.mentee.person), pair.meetings.first()

    assert "The meeting is still ahead." in text(mentee, f"/mine/meetings/{meeting.pk}/report/")
    assert mentee.post(f"/mine/meetings/{meeting.pk}/report/", {"answer": "met"}).status_code == 409
