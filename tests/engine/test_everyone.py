"""Plans for everybody: over lists, proven over all pairs, the same however they are reckoned."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.engine import Bank, Mentee, Mentor, Recipe, Unnamed, Wish, plan, plan_everyone
from mentorbank.engine.folding import fold
from mentorbank.engine.lists import Lists, Task, build
from mentorbank.engine.scoring import judge
from tests.engine.strategies import MENTEES, MENTORS, recipes

SEVERAL = st.lists(MENTEES, max_size=6)


def dense(task, bonus):
    """The best plan over the full table."""
    table = [task.folded(mentee).totals(task.bank) for mentee in range(len(task.mentees))]
    return plan(np.array(table).reshape(len(task.mentees), len(task.bank)), task.bank.places, bonus)


def crowd(mentees, mentors, seed=0):
    """Many mentees and mentors of a few trades."""
    draw = np.random.default_rng(seed)
    codes, areas = (
        ["2221", "3221", "2261", "2512", "5120", "9112"],
        ["study", "danish", "job_search", "politics"],
    )
    spoken = ["ar", "ti", "en"]
    some = lambda many: frozenset(draw.choice(areas, many).tolist())  # noqa: E731
    return [
        Mentee(i, origin=draw.choice(codes), goals=some(2), languages={draw.choice(spoken): "native"})
        for i in range(mentees)
    ], [
        Mentor(j, occupation=draw.choice(codes), offers=some(3), languages={draw.choice(spoken): None})
        for j in range(mentors)
    ]


@settings(max_examples=100, deadline=None)
@given(MENTEES, MENTORS, recipes(), st.data())
def test_folding_gives_what_judging_gives(mentee, mentors, recipe, data):
    bank = Bank.of(mentors)
    states = np.array([data.draw(st.sampled_from([-1, 0, 1])) for _ in mentors], dtype=np.int8)
    extra = np.array([data.draw(st.integers(-900, 900)) for _ in mentors], dtype=np.int64)

    folded = fold(mentee, bank, recipe, [states], [extra]).totals(bank)

    judged = judge(mentee, bank, recipe, [states], extra)
    assert folded.tolist() == np.where(judged.vetoed, -1, judged.totals).tolist()


@settings(max_examples=60, deadline=None)
@given(SEVERAL, MENTORS, st.integers(1, 4), st.sampled_from([0, 5000]))
def test_plans_over_short_lists_are_as_good_as_over_all_pairs(mentees, mentors, top, bonus):
    task = Task(mentees, Bank.of(mentors), Recipe(match_bonus=bonus), top)

    result = plan_everyone(task, tolerance=0)

    assert result.objective == result.bound == dense(task, bonus).objective
    used = np.bincount([mentor for _, mentor in result.pairs], minlength=len(mentors))
    assert all(used[at] <= mentor.places for at, mentor in enumerate(mentors))


def test_lists_grow_by_price_when_mentors_are_scarce():
    mentees, mentors = crowd(60, 20)
    task = Task(mentees, Bank.of(mentors), Recipe(), 2)

    result = plan_everyone(task)

    assert result.rounds > 1
    assert result.gap <= 0.0001
    assert result.objective >= 0.9999 * dense(task, 5000).objective


def test_a_gap_that_is_allowed_is_said():
    mentees, mentors = crowd(60, 20)
    task = Task(mentees, Bank.of(mentors), Recipe(), 1)

    result = plan_everyone(task, tolerance=1)

    assert result.objective <= dense(task, 5000).objective <= result.bound
    assert result.gap == (result.bound - result.objective) / result.bound > 0


def test_locked_pairs_stand_and_forbidden_ones_never():
    mentees, mentors = crowd(4, 4)
    task = Task(mentees, Bank.of(mentors), Recipe(), 10, forbidden=frozenset({(1, 0), (1, 1)}))

    result = plan_everyone(task, locked={0: 2})

    assert result.chosen[0] == 2
    assert result.chosen[1] == 3
    assert sorted(result.chosen.tolist()) == [0, 1, 2, 3]


def test_a_lock_beyond_the_places_is_refused():
    mentees, mentors = crowd(2, 1)

    with pytest.raises(ValueError, match="no place left"):
        plan_everyone(Task(mentees, Bank.of(mentors), Recipe(), 5), locked={0: 0, 1: 0})


def test_weeks_waited_and_few_possible_mentors_decide_between_equals():
    mentor = Mentor("m", occupation="2221", languages={"ar": "native"})
    short, long = Mentee(1, origin="2221"), Mentee(2, origin="2221", weeks_waited=9)

    result = plan_everyone(Task([short, long], Bank.of([mentor]), Recipe(week_bonus=10), 5))

    assert result.chosen.tolist() == [-1, 0]


def test_a_floor_for_those_with_few_mentors_goes_before_points():
    one, other = Mentor(1, occupation="2221", languages={"ar": None}), Mentor(2, occupation="9112")
    easy = Mentee(1, origin="2221")
    hard = Mentee(
        2, origin="3221", wishes=(Wish("same_profession", None, "must"), Wish("language", "ar", "must"))
    )
    full = Task([easy, hard], Bank.of([one, other]), Recipe(few_mentors=0, few_bonus=900), 5)

    assert plan_everyone(full).possible.tolist() == [2, 0]
    assert plan_everyone(full).bonus.tolist() == [5000, 5900]


def test_unnamed_matrices_veto_and_add_points():
    mentees, mentors = crowd(2, 2)
    vetoes, extra = Unnamed.of([[1, 0], [-1, 0]]), Unnamed.of([[0, -50], [0, 0]])
    task = Task(mentees, Bank.of(mentors), Recipe(), 5, vetoes=[vetoes], extra_points=[extra])
    plain = Task(mentees, Bank.of(mentors), Recipe(), 5)

    assert task.folded(0).totals(task.bank).tolist() == [-1, plain.folded(0).totals(task.bank)[1] - 50]
    assert plan_everyone(task).chosen.tolist() == [1, 0]


def test_neither_mentees_with_nor_without_a_profession_are_left_behind():
    mentees, mentors = crowd(40, 30)
    bare = [Mentee(100 + m.id, goals=m.goals, languages=m.languages) for m in mentees[:20]]
    result = plan_everyone(Task(bare + mentees[20:], Bank.of(mentors), Recipe(), 16))

    matched = result.chosen >= 0
    assert matched.sum() == 30
    assert 0.5 < matched[:20].sum() / max(matched[20:].sum(), 1) < 2


@pytest.mark.parametrize("pool", ["threads", "processes"])
def test_lists_are_the_same_over_any_executor(pool):
    mentees, mentors = crowd(30, 50)
    task = Task(mentees, Bank.of(mentors), Recipe(), 4, forbidden=frozenset({(3, 3), (29, 0)}))
    make = ThreadPoolExecutor(2) if pool == "threads" else ProcessPoolExecutor(2, get_context("spawn"))
    alone = build(task)

    with make as executor:
        together = build(task, executor, parts=7)

    for name in Lists.__dataclass_fields__:
        assert getattr(alone, name).tolist() == getattr(together, name).tolist()


def test_progress_is_told_up_to_the_last_mentee():
    mentees, mentors = crowd(10, 5)
    told = []

    build(Task(mentees, Bank.of(mentors), Recipe(), 3), progress=lambda done, of: told.append((done, of)))

    assert told[-1] == (10, 10)
    assert plan_everyone(Task([], Bank.of([]), Recipe(), 3)).pairs == []


def test_what_each_loses_and_who_would_rather_is_counted():
    code, other = "2221", "9112"
    both = Mentee(1, origin=code, goals=frozenset({"study"}))
    only = Mentee(2, origin=code)
    bank = Bank.of(
        [
            Mentor("a", occupation=code, offers=frozenset({"study"})),
            Mentor("b", occupation=other, offers=frozenset({"study"})),
        ]
    )

    result = plan_everyone(Task([both, only], bank, Recipe(), 5))

    assert result.chosen.tolist() == [1, 0]
    assert result.loses.tolist() == [6364, 0]
    assert result.rather == 0


def test_enormous_extra_points_are_no_veto():
    mentees, mentors = crowd(1, 2)
    task = Task(mentees, Bank.of(mentors), Recipe(), 5, extra_points=[Unnamed.of([[-(10**12), 0]])])

    assert task.folded(0).totals(task.bank)[0] == 0
