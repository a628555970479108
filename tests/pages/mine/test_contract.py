"""The contract, drawn up by two on two phones and signed by both."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from mentorbank.network.partnerships.models import Contract, Partnership
from tests.builders import NOW, a_draft_partnership, a_partnership
from tests.pages.mine.ways import link, seen_in, signed_in, text, visitor

pytestmark = pytest.mark.django_db

SHEET = {
    "rows": "1",
    "seen": "",
    "goal0-area": "job_search",
    "goal0-text": "Find a job in a clinic",
    "goal0-start": "2",
    "goal0-target": "10",
    "months": "9",
    "starts_on": "2026-12-01",
    "rhythm_weeks": "4",
    "meeting_on": "2026-12-03",
    "meeting_time": "17:00",
    "place": "Dokk1",
}


def two() -> tuple[Partnership, object, object, str]:
    """The pair, the mentee signed in, the mentor by link, and the address of the contract when signed in."""
    pair = a_draft_partnership()
    return pair, signed_in(pair.mentee.person), visitor(), f"/mine/partnerships/{pair.pk}/contract/"


def mentors_way(pair: Partnership) -> str:
    return link("introduction-mentor", pair.mentor.person) + "contract/"


def test_one_writes_and_the_other_reads_the_same():
    pair, mentee, mentor, url = two()

    mentee.post(url, SHEET)

    page = text(mentor, mentors_way(pair))
    assert "Find a job in a clinic" in page
    assert "1 December 2026" in page
    assert "Thursday 3 December, 17:00" in page
    assert "<bdi>Amal</bdi> wrote" in page


def test_what_the_other_one_changed_meanwhile_is_not_overwritten_in_silence(time_machine):
    pair, mentee, mentor, url = two()
    mentee.post(url, SHEET)
    seen = seen_in(text(mentor, mentors_way(pair) + "?change=1"))
    time_machine.move_to(NOW + timedelta(seconds=1), tick=False)
    mentee.post(url, SHEET | {"seen": seen, "goal0-text": "Find a job in Odense"})

    page = mentor.post(mentors_way(pair), SHEET | {"seen": seen, "goal0-text": "Learn about unions"})

    assert page.status_code == 409
    assert "Find a job in Odense" in page.content.decode()
    assert "Learn about unions" in page.content.decode()
    assert Contract.objects.get().goals.get().text == "Find a job in Odense"


def test_two_who_begin_at_the_same_moment_do_not_overwrite_each_other(time_machine):
    pair, mentee, mentor, url = two()
    mentee.post(url, SHEET)
    time_machine.move_to(NOW + timedelta(seconds=1), tick=False)

    page = mentor.post(mentors_way(pair), SHEET | {"goal0-text": "Mine"})

    assert page.status_code == 409
    assert Contract.objects.get().goals.get().text == "Find a job in a clinic"


def test_both_names_start_the_partnership_and_fill_the_calendar():
    pair, mentee, mentor, url = two()
    mentee.post(url, SHEET)
    seen = seen_in(text(mentee, url))

    mentee.post(url, {"sign": "1", "seen": seen, "name": "Amal Haddad"})
    mentor.post(mentors_way(pair), {"sign": "1", "seen": seen, "name": "Kirsten Holm"})

    pair.refresh_from_db()
    assert pair.state == "running"
    calendar = Calendar.from_ical(mentee.get(f"/mine/partnerships/{pair.pk}/meetings.ics").content)
    first = min(event.decoded("dtstart") for event in calendar.walk("VEVENT"))
    assert first.isoformat() == "2026-12-03T17:00:00+01:00"


def test_a_contract_changed_since_it_was_read_is_not_signed_unseen(time_machine):
    pair, mentee, mentor, url = two()
    mentee.post(url, SHEET)
    read = seen_in(text(mentor, mentors_way(pair)))
    time_machine.move_to(NOW + timedelta(minutes=1), tick=False)
    mentee.post(url, SHEET | {"seen": read, "months": "12"})

    page = mentor.post(mentors_way(pair), {"sign": "1", "seen": read, "name": "Kirsten Holm"})

    assert page.status_code == 409
    assert "The contract has changed." in page.content.decode()
    assert not Contract.objects.get().signatures.exists()


def test_a_mistake_is_named_beside_its_field_and_in_the_summary_and_nothing_typed_is_lost():
    _pair, mentee, _mentor, url = two()

    page = mentee.post(url, SHEET | {"goal0-area": "", "starts_on": "soon", "meeting_on": ""})

    body = page.content.decode()
    assert page.status_code == 422
    assert body.count("Choose what the goal is about.") == body.count("Choose the day too.") == 2
    assert 'value="Find a job in a clinic"' in body
    assert 'value="soon"' in body


def test_another_goal_adds_a_row_and_keeps_the_first():
    _pair, mentee, _mentor, url = two()

    body = mentee.post(url, SHEET | {"more": "1"}).content.decode()

    assert 'name="goal1-text"' in body
    assert 'value="Find a job in a clinic"' in body
    assert not Contract.objects.exists()


def test_a_goal_that_counts_keeps_its_count_when_the_page_is_opened_again():
    _pair, mentee, _mentor, url = two()
    mentee.post(url, SHEET | {"goal0-start": "1", "goal0-target": "5"})

    assert "Today 1 of 5" in text(mentee, url)
    body = text(mentee, url + "?change=1")
    assert 'name="goal0-start" value="1"' in body
    assert 'name="goal0-target" value="5"' in body


def test_a_running_contract_can_be_read_and_not_changed():
    pair = a_partnership()
    mentee, url = signed_in(pair.mentee.person), f"/mine/partnerships/{pair.pk}/contract/"

    assert 'name="seen"' not in text(mentee, url + "?change=1")
    assert mentee.post(url, SHEET).status_code == 409
