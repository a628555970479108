"""Points: what is not used is shared out, silence is the median, and every fast sum equals the slow one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.engine import Bank, Mentee, Mentor, Recipe, Wish
from mentorbank.engine.scoring import judge, maxima, median, row
from tests.engine import reference
from tests.engine.strategies import MENTEES, MENTORS, recipes

NURSE = Mentee("nurse", origin="2221", languages={"da": "B1"})


def test_unused_criteria_are_shared_out_by_largest_remainder():
    found = maxima(
        Mentee(1, goals=frozenset({"danish"}), languages={"da": "A2"}, times=frozenset({"day"})), Recipe()
    )

    assert found == {
        "profession": 0,
        "goals": 5000,
        "education": 0,
        "language": 2500,
        "nearness": 0,
        "time": 2500,
    }
    assert maxima(NURSE, Recipe())["profession"] == 7778


def test_a_mentee_who_stated_nothing_has_no_maxima_and_no_points():
    found = judge(Mentee(1), Bank.of([Mentor(2, occupation="2221")]), Recipe())

    assert set(maxima(Mentee(1), Recipe()).values()) == {0}
    assert found.totals.tolist() == [0]


def test_a_woman_who_only_wants_to_talk_danish_can_reach_everything():
    mentee = Mentee(1, goals=frozenset({"danish"}), languages={"da": "A2"})
    mentor = Mentor(2, occupation="9112", offers=frozenset({"danish"}), languages={"da": "native"})

    assert judge(mentee, Bank.of([mentor]), Recipe()).totals.tolist() == [10_000]


def test_silence_counts_as_the_median_rounded_down():
    bank = Bank.of(
        [Mentor(n, occupation=code) for n, code in enumerate(["2221", "3221", "9112", "5120", None])]
    )

    points = row(Mentee(1, origin="2221"), bank, Recipe()).tables["profession"][
        bank.columns["profession"].cells
    ]

    assert points.tolist() == [10_000, 7_500, 0, 0, 3_750]


def test_where_nobody_is_known_silence_counts_nothing():
    assert judge(NURSE, Bank.of([Mentor(1), Mentor(2)]), Recipe()).totals.tolist() == [0, 0]


def test_a_broken_wish_takes_points_and_a_silent_mentor_the_median_of_that():
    mentee = Mentee(1, languages={"ar": "native"}, wishes=(Wish("language", "ar"),))
    bank = Bank.of([Mentor(1, languages={"ar": "C1"}), Mentor(2, languages={"da": None}), Mentor(3)])

    assert judge(mentee, bank, Recipe(wish_points=501)).wishes.tolist() == [0, -501, -251]


def test_points_of_the_caller_are_added_within_the_scale():
    bank = Bank.of([Mentor(1, occupation="2221"), Mentor(2, occupation="2221"), Mentor(3, occupation="9112")])

    found = judge(Mentee(1, origin="2221"), bank, Recipe(), extra_points=[50, -300, -300])

    assert found.totals.tolist() == [10_000, 9_700, 0]


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 5))))
def test_the_weighted_median_is_the_median_of_all_values_written_out(pairs):
    values, counts = (np.array([pair[at] for pair in pairs], dtype=np.int64) for at in (0, 1))
    written = np.repeat(values, counts)

    assert median(values, counts) == (int(np.floor(np.median(written))) if len(written) else 0)


@settings(max_examples=150, deadline=None)
@given(MENTEES, MENTORS, recipes())
def test_points_equal_the_slow_reference(mentee, mentors, recipe):
    bank = Bank.of(mentors)
    found = row(mentee, bank, recipe)
    slow = reference.points(mentee, mentors, recipe)

    assert found.maxima == reference.maxima(mentee, recipe)
    for name, table in found.tables.items():
        assert table[bank.columns[name].cells].tolist() == [each[name] for each in slow]
