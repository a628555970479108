"""Played years: the same for every policy, honest about what is possible, told with intervals."""

import numpy as np
import pytest

from mentorbank.engine.simulate import figure, main, measures
from mentorbank.engine.simulation import POLICIES, Setting, Year, draw_year, first_come, play, weekly

SMALL = Setting("small", 0.7, mentees_a_week=1, weeks=20)


def a_year(points, comes, mentor_comes=None, declines=None, leaves=None, weeks=4):
    """A year made by hand."""
    points = np.array(points)
    return Year(
        points,
        np.array(comes),
        np.array(leaves) if leaves else np.full(len(points), 99),
        np.array(mentor_comes) if mentor_comes else np.zeros(points.shape[1], dtype=int),
        np.array(declines) if declines else np.zeros(points.shape, dtype=bool),
        weeks,
    )


def test_a_seed_draws_the_same_year_again():
    assert draw_year(SMALL, 3).points.tolist() == draw_year(SMALL, 3).points.tolist()
    assert draw_year(SMALL, 3).points.shape != draw_year(SMALL, 4).points.shape


@pytest.mark.parametrize("name", POLICIES)
def test_no_policy_does_better_than_hindsight_or_gives_a_place_twice(name):
    year = draw_year(SMALL, 1)

    played = play(year, POLICIES[name])

    assert 0 < played.objective <= played.hindsight
    assert (played.points >= 0).sum() <= year.points.shape[1]
    assert (played.waited < played.leaves).all()


def test_a_plan_gives_the_scarce_mentor_to_who_needs_her_and_first_come_does_not():
    year = a_year([[9000, 8000], [9000, 1000]], [0, 0])

    assert play(year, weekly).points.tolist() == [8000, 9000]
    assert play(year, first_come).points.tolist() == [9000, 1000]


def test_a_pair_that_declines_is_not_asked_again():
    year = a_year([[9000, 4000]], [0], declines=[[True, False]])

    played = play(year, weekly)

    assert (played.points.tolist(), played.waited.tolist()) == ([4000], [1])


def test_who_left_is_not_matched_any_more():
    year = a_year([[5000]], [0], mentor_comes=[2], leaves=[2])

    assert play(year, weekly).points.tolist() == [-1]
    assert measures(play(year, weekly))[0] == 0


def test_holding_back_waits_for_a_better_mentor_while_mentors_are_scarce():
    year = a_year([[2000, 9000], [1000, 1000], [1000, 500]], [0, 3, 3], mentor_comes=[0, 2], weeks=4)

    assert play(year, POLICIES["a weekly plan that holds back"]).points[0] == 9000
    assert play(year, POLICIES["a plan every week"]).points[0] == 2000


def test_an_interval_is_two_standard_errors_and_silence_is_left_out():
    found = figure([1.0, 3.0, float("nan")])

    assert (found.mean, round(found.half, 2)) == (2.0, 1.96)
    assert figure([]).said("weeks") == "-"


def test_the_command_prints_each_policy_and_writes_a_picture(tmp_path, capsys):
    picture = tmp_path / "waits.svg"

    code = main(["--places", "0.5", "--a-week", "0.5", "--years", "2", "--picture", str(picture)])

    told = capsys.readouterr().out
    assert code == 0
    assert all(name in told for name in POLICIES)
    assert picture.read_text().startswith("<svg")


def test_numbers_out_of_bounds_are_refused_in_words(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--places", "many"])

    assert stopped.value.code == 2
    assert "expected a number from 0.01 to 20, got 'many'" in capsys.readouterr().err


def test_a_picture_in_no_folder_is_refused(capsys):
    assert main(["--places", "1", "--a-week", "0.2", "--years", "1", "--picture", "nowhere/x.svg"]) == 2
    assert "cannot be written" in capsys.readouterr().err
