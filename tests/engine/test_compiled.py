"""The compiled hot paths equal the plain ones on random instances."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.engine import Bank, plan, sparse
from mentorbank.engine.lists import Lists, Task, best_of
from tests.engine.strategies import MENTEES, MENTORS, recipes

solver = pytest.importorskip("mentorbank.engine.compiled_solver", reason="numba is not installed")
compiled = pytest.importorskip("mentorbank.engine.compiled", reason="numba is not installed")


@st.composite
def listed(draw):
    """Lists with values of any sign and size, and places."""
    mentees, mentors = draw(st.integers(0, 7)), draw(st.integers(1, 5))
    top = draw(st.sampled_from([2, 50, 10_000]))
    who = [draw(st.lists(st.integers(0, mentors - 1), unique=True, max_size=mentors)) for _ in range(mentees)]
    values = [draw(st.integers(-2, top)) for row in who for _ in row]
    places = np.array(draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors)), dtype=np.int64)
    starts = np.cumsum([0, *map(len, who)]).astype(np.int64)
    flat = np.array([mentor for row in who for mentor in row], dtype=np.int64)
    nothing = np.zeros(mentees, dtype=np.int64)
    return Lists(starts, flat, np.array(values, dtype=np.int64), nothing, nothing), places


def table(lists, places):
    """The lists as a full table, unlisted pairs vetoed."""
    full = np.full((len(lists), len(places)), -1)
    full[lists.rows, lists.mentors] = lists.totals
    return full


@settings(max_examples=150, deadline=None)
@given(listed())
def test_both_solvers_find_the_optimum_and_the_same_prices(instance):
    lists, places = instance
    best = plan(table(lists, places), places)

    chosen, prices = solver.solve(lists, lists.totals, places)
    plain = sparse.assign(lists, lists.totals, places)

    for found in (chosen, plain):
        assert int(sparse.own_values(lists, lists.totals, found).sum()) == best.objective
        assert (np.bincount(found[found >= 0], minlength=len(places)) <= places).all()
    assert prices.tolist() == best.prices.tolist()
    assert sparse.least_prices(lists, lists.totals, places, plain).tolist() == best.prices.tolist()


@settings(max_examples=100, deadline=None)
@given(MENTEES, MENTORS, recipes(), st.integers(0, 6), st.booleans())
def test_both_scans_find_the_same_best(mentee, mentors, recipe, top, priced):
    bank = Bank.of(mentors)
    prices = np.arange(len(mentors), dtype=np.int64) * 700 % 1900 if priced else None
    task = Task([mentee], bank, recipe, top, prices=prices)

    plain = best_of(task, 0)
    fast = compiled.best(task.folded(0), bank, top, prices)

    assert [part.tolist() if hasattr(part, "tolist") else part for part in plain] == [
        part.tolist() if hasattr(part, "tolist") else part for part in fast
    ]


def test_prices_that_do_not_exist_are_not_invented():
    lists = Lists(*(np.array(each) for each in ([0, 2, 4], [0, 1, 0, 1], [5, 4, 5, 1], [0, 0], [0, 0])))

    assert sparse.least_prices(lists, lists.totals, np.array([1, 1]), np.array([0, 1])) is None
