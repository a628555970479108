"""`plan` is always optimal, and its bound proves it, for any table of whole numbers."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.engine import plan
from mentorbank.engine.exact import solve_exactly
from mentorbank.engine.solving import least_prices


def best_by_trying(points, places, bonus):
    """The highest objective, by trying everything."""

    @cache
    def best(mentee, left):
        if mentee == len(points):
            return 0
        found = best(mentee + 1, left)
        for mentor, value in enumerate(points[mentee]):
            if value >= 0 and left[mentor]:
                rest = (*left[:mentor], left[mentor] - 1, *left[mentor + 1 :])
                found = max(found, int(value) + bonus + best(mentee + 1, rest))
        return found

    return best(0, tuple(places))


@st.composite
def problems(draw):
    """Small tables: few values so that ties abound, or large ones; vetoes among them."""
    mentees, mentors = draw(st.integers(0, 5)), draw(st.integers(0, 4))
    top = draw(st.sampled_from([0, 2, 10_000, 2**40]))
    row = st.lists(st.integers(-2, top), min_size=mentors, max_size=mentors)
    points = draw(st.lists(row, min_size=mentees, max_size=mentees))
    places = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    return points, places, draw(st.sampled_from([0, 1, 5000, -3, 2**40]))


def check(result, points, places, bonus):
    """Everything that a plan promises about itself."""
    table = np.array(points).reshape(len(points), len(places))
    assert all(table[pair] >= 0 for pair in result.pairs)
    assert len({mentee for mentee, _ in result.pairs}) == len(result.pairs)
    used = np.bincount([mentor for _, mentor in result.pairs], minlength=len(places))
    assert (used <= np.array(places)).all()
    assert result.total == sum(int(table[pair]) for pair in result.pairs)
    assert result.objective == result.total + bonus * len(result.pairs) == result.bound


@settings(max_examples=200, deadline=None)
@given(problems())
def test_no_plan_does_better(problem):
    points, places, bonus = problem

    result = plan(
        np.array(points, dtype=np.int64).reshape(len(points), len(places)), places, match_bonus=bonus
    )

    check(result, points, places, bonus)
    assert result.objective == best_by_trying(points, places, bonus)


@settings(max_examples=100, deadline=None)
@given(problems())
def test_the_whole_number_solver_is_optimal_by_itself(problem):
    points, places, _bonus = problem
    values = np.maximum(np.array(points, dtype=np.int64).reshape(len(points), len(places)), 0)
    values[:, np.array(places, dtype=np.int64) == 0] = 0
    chosen = solve_exactly(values, np.array(places, dtype=np.int64))
    found = sum(int(values[mentee, mentor]) for mentee, mentor in enumerate(chosen) if mentor >= 0)

    assert found == best_by_trying(values.tolist(), places, 0)


def test_a_price_is_what_one_more_place_with_her_would_bring():
    points, places = [[9, 5], [8, 1], [7, 6]], [1, 1]

    result = plan(points, places)

    assert result.objective == 15
    assert result.prices.tolist() == [
        plan(points, [2, 1]).objective - result.objective,
        plan(points, [1, 2]).objective - result.objective,
    ]


def test_prices_prove_only_what_is_optimal():
    values, places = np.array([[5, 4], [5, 1]]), np.array([1, 1])

    assert least_prices(values, places, np.array([0, 1])) is None
    assert least_prices(values, places, np.array([1, 0])) is not None


@pytest.mark.parametrize(
    ("points", "places"),
    [
        (np.full((3, 2), -1), [1, 1]),
        (np.zeros((0, 4), dtype=int), [1, 1, 1, 1]),
        (np.zeros((4, 0), dtype=int), []),
        ([], []),
        ([], [1, 2]),
        ([[7, 7, 7]], [0, 0, 0]),
        ([[3], [5], [4]], [2]),
        ([[2**40, 2**40 - 1], [2**40 - 1, 0]], [1, 1]),
        (np.full((3, 3), -(2**63)), [1, 1, 1]),
        (np.array([[1, 2]], dtype=np.uint8), np.array([10**15, 1])),
    ],
)
def test_the_odd_tables_have_plans_too(points, places):
    check(plan(points, places), points, places, 0)


def test_neighbouring_sums_that_rounding_cannot_tell_apart_are_still_solved_exactly():
    top = 2**40
    points = np.array([[top - abs(i - j) % 3 - (i * j) % 2 for j in range(60)] for i in range(60)])

    result = plan(points, [1] * 60, match_bonus=top)

    check(result, points, [1] * 60, top)


def test_thousands_of_places_per_mentor_do_not_blow_up_the_table():
    points = np.random.default_rng(1).integers(0, 10_000, (300, 400))

    result = plan(points, [10**9] * 400)

    assert result.objective == result.bound == points.max(axis=1).sum()
    assert not result.prices.any()


@pytest.mark.parametrize(
    ("points", "places", "bonus", "said"),
    [
        ([[2**40 + 1]], [1], 0, "at most 2\\^40"),
        ([[2**70]], [1], 0, "below 2\\^63"),
        ([[1.5]], [1], 0, "whole numbers"),
        ([[1, 2]], [1], 0, "expected a table"),
        ([[1, 2], [1]], [1, 1], 0, "rows of equal length"),
        ([[1]], [-1], 0, "from 0"),
        ([[1]], [[1]], 0, "one number per mentor"),
        ([[1]], [1], 0.5, "match_bonus"),
        ([[1]], [1], 2**41, "match_bonus"),
    ],
)
def test_what_is_no_table_of_points_is_refused_in_words(points, places, bonus, said):
    with pytest.raises(ValueError, match=said):
        plan(points, places, match_bonus=bonus)
