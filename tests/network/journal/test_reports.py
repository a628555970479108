"""What the two say about a meeting."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.journal.actions import report_meeting
from mentorbank.network.journal.jobs import ask_did_you_meet
from mentorbank.network.journal.models import Happened, Report
from mentorbank.network.journal.queries import meeting_to_report, meetings_with_answers, standing_reports
from mentorbank.network.letters.models import Letter, Link
from mentorbank.network.partnerships.actions import cancel_meeting
from mentorbank.network.partnerships.models import Meeting, Partnership, Side
from mentorbank.network.people.models import Entry
from mentorbank.network.signals.models import Signal
from mentorbank.network.signals.states import SignalState
from tests.builders import NOW, a_coordinator, a_mentee, a_mentor, a_partnership, another_division, as_

pytestmark = pytest.mark.django_db
AFTER = NOW + timedelta(days=8)  # the first meeting was yesterday
DID_YOU_MEET = {"kind": "did-you-meet"}


@pytest.fixture
def pair() -> Partnership:
    return a_partnership()


@pytest.fixture
def meeting(pair: Partnership) -> Meeting:
    return pair.meetings.first()


def tell(meeting: Meeting, side: Side, happened: Happened = Happened.MET, now=AFTER) -> Report:
    pair = meeting.partnership
    person = pair.mentee.person if side == Side.MENTEE else pair.mentor.person
    return report_meeting(meeting=meeting, side=side, happened=happened, by=as_(person), now=now)


def test_the_answers_of_both_sides_are_kept_apart(pair, meeting):
    tell(meeting, Side.MENTEE, Happened.MET)
    tell(meeting, Side.MENTOR, Happened.MOVED)

    answers = next(each for each in meetings_with_answers(pair) if each.meeting == meeting)
    assert (answers.mentee.happened, answers.mentor.happened) == ("met", "moved")
    assert answers.differ


def test_a_correction_within_seven_days_keeps_the_answer_it_replaces(meeting):
    first = tell(meeting, Side.MENTEE, Happened.MET)
    second = tell(meeting, Side.MENTEE, Happened.NOT, AFTER + timedelta(days=7))

    first.refresh_from_db()
    assert first.replaced_at == AFTER + timedelta(days=7)
    assert list(standing_reports(meeting)) == [second]


def test_after_the_days_for_correcting_the_answer_stays(meeting):
    tell(meeting, Side.MENTEE, Happened.MET)

    with pytest.raises(NotNow):
        tell(meeting, Side.MENTEE, Happened.NOT, AFTER + timedelta(days=7, seconds=1))
    assert standing_reports(meeting).get().happened == Happened.MET


def test_a_chain_of_corrections_does_not_make_the_days_longer(meeting):
    tell(meeting, Side.MENTEE, Happened.MET)
    tell(meeting, Side.MENTEE, Happened.NOT, AFTER + timedelta(days=6))

    with pytest.raises(NotNow):
        tell(meeting, Side.MENTEE, Happened.MET, AFTER + timedelta(days=8))


def test_the_same_tap_twice_is_one_answer_and_one_ledger_row(meeting):
    once, twice = tell(meeting, Side.MENTOR), tell(meeting, Side.MENTOR)

    assert once == twice
    assert Entry.objects.filter(verb="reported a meeting").count() == 1


def test_nobody_answers_for_the_other_side(pair, meeting):
    with pytest.raises(NotAllowed):
        report_meeting(
            meeting=meeting,
            side=Side.MENTOR,
            happened=Happened.MET,
            by=as_(pair.mentee.person),
            now=AFTER,
        )
    assert not Report.objects.exists()


def test_staff_enter_an_answer_on_behalf_and_the_ledger_says_so(pair, meeting):
    by = replace(a_coordinator(), on_behalf_of=pair.mentee.person)

    report_meeting(meeting=meeting, side=Side.MENTEE, happened=Happened.MET, by=by, now=AFTER)

    entry = Entry.objects.get(verb="reported a meeting")
    assert (entry.by, entry.on_behalf_of) == (by.person, pair.mentee.person)


def test_staff_of_another_division_do_not(pair, meeting):
    by = replace(a_coordinator(another_division()), on_behalf_of=pair.mentee.person)

    with pytest.raises(NotAllowed):
        report_meeting(meeting=meeting, side=Side.MENTEE, happened=Happened.MET, by=by, now=AFTER)


def test_a_meeting_that_lies_ahead_or_was_called_off_has_no_report(pair, meeting):
    with pytest.raises(NotNow):
        tell(meeting, Side.MENTEE, now=meeting.planned_at - timedelta(minutes=1))
    cancel_meeting(meeting=meeting, by=as_(pair.mentee.person), now=NOW)
    meeting.refresh_from_db()
    with pytest.raises(NotNow):
        tell(meeting, Side.MENTEE)


def test_two_different_answers_are_a_quiet_signal_until_they_agree(meeting):
    tell(meeting, Side.MENTEE, Happened.MET)
    tell(meeting, Side.MENTOR, Happened.NOT)
    assert Signal.objects.standing().get(kind="answers-differ").thing_id == meeting.pk

    tell(meeting, Side.MENTOR, Happened.MET)
    assert Signal.objects.get(kind="answers-differ").state == SignalState.RESOLVED


def test_both_are_asked_once_after_the_meeting_by_a_link_to_its_report(meeting, time_machine):
    time_machine.move_to(AFTER)
    ask_did_you_meet()
    ask_did_you_meet()

    letters = Letter.objects.filter(**DID_YOU_MEET)
    assert {letter.to for letter in letters} == {
        meeting.partnership.mentee.person,
        meeting.partnership.mentor.person,
    }
    assert letters.count() == 2
    assert set(Link.objects.filter(letter__in=letters).values_list("page", "thing_id")) == {
        ("report", meeting.pk)
    }


def test_nobody_is_asked_while_the_meeting_still_goes_on(meeting, time_machine):
    time_machine.move_to(meeting.planned_at + timedelta(minutes=59))
    ask_did_you_meet()

    assert not Letter.objects.filter(**DID_YOU_MEET).exists()


def test_whoever_told_already_is_not_asked(meeting, time_machine):
    tell(meeting, Side.MENTEE)
    time_machine.move_to(AFTER)
    ask_did_you_meet()

    assert [letter.to for letter in Letter.objects.filter(**DID_YOU_MEET)] == [
        meeting.partnership.mentor.person
    ]


def test_the_report_on_the_last_meeting_is_what_a_participant_is_asked_first(pair, meeting):
    assert meeting_to_report(pair.mentee.person, NOW) is None
    assert meeting_to_report(pair.mentee.person, AFTER) == (meeting, Side.MENTEE)
    assert meeting_to_report(pair.mentor.person, AFTER) == (meeting, Side.MENTOR)

    tell(meeting, Side.MENTOR)
    assert meeting_to_report(pair.mentor.person, AFTER) is None


def test_the_answers_of_a_pair_take_as_many_queries_for_one_meeting_as_for_many(django_assert_num_queries):
    few = a_partnership(a_mentee("Few"), a_mentor("Few"), rhythm_weeks=12)
    many = a_partnership(a_mentee("Many"), a_mentor("Many"), rhythm_weeks=1)
    for pair in (few, many):
        with django_assert_num_queries(2):
            meetings_with_answers(pair)
