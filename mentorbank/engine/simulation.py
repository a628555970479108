"""A year of a network, played again and again: what each way of giving out mentors does to waits and quality.

Everything is drawn from a seed, and all policies play the same years: the same people come in the same weeks, stay
as long, and the same pairs would decline. A place that is given is gone for the year.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from mentorbank.engine.bank import Bank, Numbers
from mentorbank.engine.lists import Task
from mentorbank.engine.profiles import Mentee, Mentor
from mentorbank.engine.recipe import Recipe
from mentorbank.engine.solving import plan

TRADES = (
    "2221", "2341", "5321", "2411", "2512", "5120", "2142", "2211", "9112", "2635", "3343", "2342", "2310", "2261",
    "7531", "2161", "2642", "2611", "2262", "4110",
)  # fmt: skip
AREAS = (
    "job_search",
    "own_network",
    "danish",
    "study",
    "internship",
    "authorisation",
    "workplace_culture",
    "politics",
)
SPOKEN = ("ar", "fa", "uk", "ti", "so", "ur")
TIMES = ("day", "evening", "weekend")
HIGH_BAR, BAR_FALLS = 7_000, 100


@dataclass(frozen=True)
class Setting:
    """What a network is like: how many come, how long they stay, how often somebody says no.

    `places` is the number of mentors' places that come up in the year for each mentee who comes.
    """

    name: str
    places: float
    mentees_a_week: float = 4
    patience_weeks: float = 26
    decline: float = 0.15
    weeks: int = 52


SETTINGS = (Setting("scarce", 0.6), Setting("balanced", 1.0), Setting("rich", 2.0))


@dataclass(frozen=True)
class Year:
    """One drawn year: points of all pairs, weeks of coming and leaving, and which pairs would decline."""

    points: Numbers
    comes: Numbers
    leaves: Numbers
    mentor_comes: Numbers
    declines: Numbers
    weeks: int


@dataclass(frozen=True)
class Played:
    """What became of one year: weeks waited and points of the matched (-1 for the others), and of the best plan."""

    waited: Numbers
    points: Numbers
    leaves: Numbers
    hindsight: int

    @property
    def objective(self) -> int:
        """Points and match bonuses, as a plan counts them."""
        met = self.points >= 0
        return int(self.points[met].sum()) + Recipe().match_bonus * int(met.sum())


def draw_year(setting: Setting, seed: int, recipe: Recipe | None = None) -> Year:
    """Draw the people of a year and what would become of every pair."""
    draw = np.random.default_rng(seed)
    many = max(1, int(draw.poisson(setting.mentees_a_week * setting.weeks)))
    places = max(1, round(many * setting.places))
    mentees = [_mentee(draw, number) for number in range(many)]
    bank = Bank.of([_mentor(draw, number) for number in range(places)])
    task = Task(mentees, bank, recipe or Recipe(), 1)
    points = np.array([task.folded(number).totals(bank) for number in range(many)], dtype=np.int64)
    comes = np.sort(draw.integers(0, setting.weeks, many))
    leaves = comes + 1 + draw.exponential(setting.patience_weeks, many).astype(np.int64)
    mentor_comes = np.where(draw.random(places) < 0.5, 0, draw.integers(0, setting.weeks, places))
    return Year(
        points, comes, leaves, mentor_comes, draw.random(points.shape) < setting.decline, setting.weeks
    )


def _some(draw: np.random.Generator, codes: Sequence[str], most: int) -> frozenset[str]:
    """A few codes."""
    return frozenset(draw.choice(codes, int(draw.integers(1, most + 1)), replace=False).tolist())


def _trade(draw: np.random.Generator) -> str:
    """A trade, the common ones more often."""
    weights = 1 / np.arange(1, len(TRADES) + 1)
    return str(draw.choice(TRADES, p=weights / weights.sum()))


def _mentee(draw: np.random.Generator, number: int) -> Mentee:
    """A newcomer; one in five names no profession."""
    trade = None if draw.random() < 0.2 else _trade(draw)
    languages = {str(draw.choice(SPOKEN)): "native", "da": str(draw.choice(["A1", "A2", "B1", "B2"]))}
    if draw.random() < 0.6:
        languages["en"] = "B2"
    return Mentee(
        number, origin=trade, languages=languages, goals=_some(draw, AREAS, 3), times=_some(draw, TIMES, 2)
    )


def _mentor(draw: np.random.Generator, number: int) -> Mentor:
    """A volunteer; some speak a language of the mentees, some said little."""
    languages: dict[str, str | None] = {"da": "native"}
    if draw.random() < 0.8:
        languages["en"] = "C1"
    if draw.random() < 0.15:
        languages[str(draw.choice(SPOKEN))] = "native"
    offers = _some(draw, AREAS, 4) if draw.random() < 0.9 else frozenset()
    return Mentor(
        number, occupation=_trade(draw), languages=languages, offers=offers, times=_some(draw, TIMES, 2)
    )


Policy = Callable[[Numbers, Numbers, int, bool], list[tuple[int, int]]]


def first_come(points: Numbers, waited: Numbers, week: int, scarce: bool) -> list[tuple[int, int]]:
    """Who has waited longest takes the best mentor who is free."""
    left, pairs = points.copy(), []
    for mentee in np.argsort(-waited, kind="stable"):
        mentor = int(left[mentee].argmax()) if left.shape[1] else 0
        if left.shape[1] and left[mentee, mentor] >= 0:
            pairs.append((int(mentee), mentor))
            left[:, mentor] = -1
    return pairs


def weekly(points: Numbers, waited: Numbers, week: int, scarce: bool) -> list[tuple[int, int]]:
    """A plan for everybody each week."""
    return plan(points, np.ones(points.shape[1], dtype=np.int64), Recipe().match_bonus).pairs


def four_weekly(points: Numbers, waited: Numbers, week: int, scarce: bool) -> list[tuple[int, int]]:
    """A plan for everybody each fourth week."""
    return weekly(points, waited, week, scarce) if week % 4 == 0 else []


def need_aware(points: Numbers, waited: Numbers, week: int, scarce: bool) -> list[tuple[int, int]]:
    """A weekly plan that holds mentors back for those who need them, while places are scarcer than mentees.

    A pair is made from 7,000 points on; the bar falls by 100 for each week the mentee has waited.
    """
    if not scarce:
        return weekly(points, waited, week, scarce)
    bar = HIGH_BAR - BAR_FALLS * waited[:, None]
    return weekly(np.where(points >= bar, points, -1), waited, week, scarce)


POLICIES: dict[str, Policy] = {
    "first come, first served": first_come,
    "a plan every week": weekly,
    "a plan every fourth week": four_weekly,
    "a weekly plan that holds back": need_aware,
}


def play(year: Year, policy: Policy) -> Played:
    """Play one year under one policy."""
    many, mentors = year.points.shape
    free, waiting = np.ones(mentors, dtype=bool), np.ones(many, dtype=bool)
    waited, got = np.full(many, -1), np.full(many, -1)
    points = year.points.copy()
    for week in range(year.weeks):
        who = np.flatnonzero(waiting & (year.comes <= week) & (week < year.leaves))
        whom = np.flatnonzero(free & (year.mentor_comes <= week))
        if not len(who) or not len(whom):
            continue
        # A network knows about how many come in a week, and how many mentors it can count on.
        coming = len(year.comes) * (year.weeks - week - 1) / year.weeks + len(who)
        scarce = bool(free.sum() < coming)
        pairs = policy(points[np.ix_(who, whom)], week - year.comes[who], week, scarce)
        for mentee, mentor in ((int(who[i]), int(whom[j])) for i, j in pairs):
            if year.declines[mentee, mentor]:
                points[mentee, mentor] = -1
                continue
            free[mentor] = waiting[mentee] = False
            waited[mentee], got[mentee] = week - year.comes[mentee], points[mentee, mentor]
    return Played(waited, got, year.leaves - year.comes, hindsight(year))


def hindsight(year: Year) -> int:
    """The objective of the best plan for somebody who had known the whole year from the start."""
    meet = year.mentor_comes[None, :] < np.minimum(year.leaves, year.weeks)[:, None]
    possible = np.where(meet & ~year.declines, year.points, -1)
    return plan(possible, np.ones(possible.shape[1], dtype=np.int64), Recipe().match_bonus).objective
