"""Figures that add up, and the records behind them."""

from datetime import date, timedelta
from math import isclose

import pytest

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed
from mentorbank.network.outcomes.actions import record_outcome
from mentorbank.network.outcomes.queries import (
    DEFINITIONS,
    EVERYTHING,
    Scope,
    by_division,
    figure,
    figures,
    records,
    stages,
)
from mentorbank.network.outcomes.queries.statistics import day_when, still_waiting, wilson
from mentorbank.network.partnerships.actions import end_partnership
from mentorbank.network.partnerships.states import ClosureReason
from mentorbank.network.people.actions import change_person
from tests.builders import (
    NOW,
    a_coordinator,
    a_draft_partnership,
    a_mentee,
    a_mentor,
    a_network_leader,
    a_partnership,
    another_division,
    as_,
)

LATER = NOW + timedelta(days=100)
ODENSE = {"postcode": "5000"}


def a_job(mentee, kind="job", from_on=date(2026, 12, 1)):
    by = a_coordinator(mentee.person.division)
    record_outcome(mentee=mentee, kind=kind, from_on=from_on, hours=37, evidence="told", by=by, now=LATER)


def in_work(scope=EVERYTHING):
    found = figure("ever-in-work", a_network_leader(), scope, LATER)
    return found.numerator, found.denominator


@pytest.mark.django_db
def test_a_recorded_job_since_the_match_counts_among_all_matched():
    worker = a_draft_partnership(a_mentee("Worker"), a_mentor("M1")).mentee
    a_draft_partnership(a_mentee("Not yet"), a_mentor("M2"))
    a_mentee("Never matched")
    assert in_work() == (0, 2)

    a_job(worker)
    assert in_work() == (1, 2)


@pytest.mark.django_db
def test_whoever_left_early_stays_in_the_denominator():
    pair = a_partnership()
    by = a_coordinator()
    end_partnership(partnership=pair, closure=ClosureReason.CHEMISTRY, by=by, now=NOW + timedelta(days=9))

    assert in_work() == (0, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "from_on", "counted"),
    [
        ("job", date(2026, 11, 23), 1),
        ("job", date(2026, 11, 22), 0),
        ("subsidised", date(2026, 12, 1), 0),
        ("internship", date(2026, 12, 1), 0),
        ("business", date(2026, 12, 1), 0),
    ],
)
def test_only_an_ordinary_job_from_the_day_of_the_match_on_is_work(kind, from_on, counted):
    a_job(a_draft_partnership().mentee, kind, from_on)

    assert in_work() == (counted, 1)


@pytest.mark.django_db
def test_two_jobs_of_one_mentee_count_once():
    mentee = a_draft_partnership().mentee
    a_job(mentee, from_on=date(2026, 12, 1))
    a_job(mentee, from_on=date(2027, 1, 4))

    assert in_work() == (1, 1)


@pytest.mark.django_db
def test_running_partnerships_are_those_signed_by_both_and_not_ended():
    a_partnership(a_mentee("A"), a_mentor("B"))
    a_draft_partnership(a_mentee("C"), a_mentor("D"))
    ended = a_partnership(a_mentee("E"), a_mentor("F"))
    end_partnership(
        partnership=ended, closure=ClosureReason.MOVED, by=a_coordinator(), now=NOW + timedelta(days=1)
    )

    found = figure("running-partnerships", a_network_leader(), EVERYTHING, LATER)
    assert (found.value, found.numerator, found.denominator) == (1, 1, 2)


@pytest.mark.django_db
def test_days_to_match_count_those_who_still_wait():
    for days in (4, 10, 20):
        mentee = a_mentee(f"Mentee {days}", ready_at=NOW)
        a_draft_partnership(mentee, a_mentor(f"Mentor {days}"), now=NOW + timedelta(days=days))
    for number in range(3):
        a_mentee(f"Waiting {number}", ready_at=NOW)

    found = figure("days-ready-to-match", a_network_leader(), EVERYTHING, LATER)
    assert (found.numerator, found.denominator) == (3, 6)
    assert found.value == 20  # half of all six, not the 10 of those who were lucky
    assert found.p90 is None  # nine in ten have not got one yet


@pytest.mark.django_db
def test_days_are_days_of_the_calendar_here():
    late = NOW.replace(hour=22, minute=30)  # 23:30 in Denmark
    a_draft_partnership(a_mentee(ready_at=late), a_mentor(), now=late + timedelta(hours=1))

    assert figure("days-ready-to-match", a_network_leader(), EVERYTHING, LATER).value == 1


@pytest.mark.django_db
def test_each_figure_opens_to_the_records_its_reader_may_see():
    there = another_division()
    a_partnership(a_mentee("Here"), a_mentor("B"))
    a_partnership(a_mentee("There", **ODENSE), a_mentor("D", **ODENSE))
    leader, here = a_network_leader(), a_coordinator()

    for code in DEFINITIONS:
        counted = figure(code, here, EVERYTHING, LATER)
        assert counted.denominator == 2
        assert records(code, leader, EVERYTHING, LATER).count() == counted.denominator
        assert records(code, here, EVERYTHING, LATER).count() == 1
        assert records(code, here, Scope(division=there), LATER).count() == 0


@pytest.mark.django_db
def test_a_shielded_mentee_counts_in_the_network_but_never_by_place():
    pair = a_partnership()
    by = as_(pair.mentee.person)
    change_person(person=pair.mentee.person, shielded=True, by=by, now=NOW)
    leader, here = a_network_leader(), pair.division

    assert [each.denominator for each in figures(leader, EVERYTHING, LATER)] == [1, 1, 1]
    assert [each.denominator for each in figures(leader, Scope(division=here), LATER)] == [0, 0, 0]
    (row,) = by_division([here], None, LATER)
    assert (row.running, row.matched, row.median_days) == (0, 0, None)


@pytest.mark.django_db
def test_divisions_side_by_side_add_up_to_the_whole(django_assert_num_queries):
    there = another_division()
    here = a_partnership(a_mentee("Here"), a_mentor("B")).division
    a_partnership(a_mentee("There", **ODENSE), a_mentor("D", **ODENSE))
    with django_assert_num_queries(3):
        rows = by_division([here, there], None, LATER)

    assert [(row.running, row.matched) for row in rows] == [(1, 1), (1, 1)]
    assert sum(row.running for row in rows) == figures(a_network_leader(), EVERYTHING, LATER)[0].value


@pytest.mark.django_db
def test_the_stages_count_each_participation_once():
    a_mentee("Ready")
    a_job(a_draft_partnership(a_mentee("Worker"), a_mentor()).mentee)

    assert stages(EVERYTHING) == {"signed_up": 2, "interviewed": 2, "ready": 2, "matched": 1, "in_work": 1}


@pytest.mark.django_db
def test_figures_of_an_empty_network_say_nothing_rather_than_zero_percent():
    values = [each.value for each in figures(a_network_leader(), EVERYTHING, LATER)]

    assert values == [0, None, None]


@pytest.mark.django_db
def test_figures_are_for_the_staff():
    with pytest.raises(NotAllowed):
        figures(Actor(), EVERYTHING, LATER)


def test_the_wilson_interval_of_97_of_211_is_between_39_and_53_percent():
    low, high = wilson(97, 211)

    assert isclose(low, 0.3938, abs_tol=5e-4)
    assert isclose(high, 0.5273, abs_tol=5e-4)
    assert wilson(0, 0) is None
    assert wilson(0, 5)[0] == 0
    assert wilson(5, 5)[1] == 1


def test_the_curve_of_kaplan_and_meier_is_that_of_the_textbook():
    # 6-MP arm of Freireich et al. (1963): weeks, + censored; the published estimates at 6, 7, 10, 13, 16, 22, 23
    ended = {6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1}
    censored = {6: 1, 9: 1, 10: 1, 11: 1, 17: 1, 19: 1, 20: 1, 25: 1, 32: 2, 34: 1, 35: 1}
    curve = dict(
        still_waiting([(d, True, n) for d, n in ended.items()] + [(d, False, n) for d, n in censored.items()])
    )

    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {day: round(share, 3) for day, share in curve.items() if day} == published
    assert day_when(curve.items(), 0.5) == 23
    assert day_when(curve.items(), 0.9) is None
