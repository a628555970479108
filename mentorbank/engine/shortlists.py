"""The shortlist: the exact best mentors for one mentee, each with her points and the reasons for them."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from mentorbank.engine.bank import Bank, Numbers
from mentorbank.engine.criteria import ALL, UNKNOWN
from mentorbank.engine.folding import fold
from mentorbank.engine.lists import best
from mentorbank.engine.profiles import Mentee, Wish
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import WHOLE, Recipe
from mentorbank.engine.scoring import Judged, judge
from mentorbank.engine.wishes import BROKEN, MET, UNSURE


@dataclass(frozen=True)
class Candidate:
    """One mentor on a shortlist.

    `total` is of 10,000 and is the sum of `points`, `wishes` (what broken wishes take) and `extra` (what the
    caller added), kept within 0 and 10,000. `after_need` is the total less the price of her place, where
    prices were given. A pair with anything `to_be_confirmed` may be planned but not sent before staff confirm
    it.
    """

    index: int
    mentor: Hashable
    total: int
    points: dict[str, int]
    maxima: dict[str, int]
    wishes: int
    extra: int
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    to_be_confirmed: tuple[Reason, ...]
    after_need: int | None = None


@dataclass(frozen=True)
class Excluded:
    """What one veto costs: `alone` mentors it excludes by itself, `first` those no veto before it excluded.

    `reason` is ready to be said; `given` is the number of a veto the caller gave, else None.
    """

    reason: Reason
    alone: int
    first: int
    given: int | None = None


@dataclass(frozen=True)
class Shortlist:
    """The best mentors of a bank for one mentee, and what became of the others.

    `mentors` counts the bank, `possible` those no veto excludes; the `first` of all `excluded` and `possible`
    add up to `mentors`.
    """

    mentee: Hashable
    rows: tuple[Candidate, ...]
    excluded: tuple[Excluded, ...]
    possible: int
    mentors: int
    maxima: dict[str, int] = field(default_factory=dict)


def shortlist(
    mentee: Mentee,
    bank: Bank,
    recipe: Recipe | None = None,
    k: int = 10,
    vetoes: ArrayLike | None = None,
    extra_points: ArrayLike | None = None,
    prices: ArrayLike | None = None,
) -> Shortlist:
    """The best `k` mentors for one mentee, exactly; of equal ones the earlier in the bank.

    `vetoes`: whole numbers (vetoes, mentors), 1 broken, 0 fine, -1 not known (the pair is then to be
    confirmed). `extra_points`: one whole number per mentor. `prices`: one number per mentor, as a plan found
    them.
    """
    recipe = recipe or Recipe()
    judged = judge(mentee, bank, recipe, vetoes, extra_points)
    needed = None if prices is None else np.asarray(prices)
    extra = [] if extra_points is None else [judged.extra]
    folded = fold(mentee, bank, recipe, list(judged.vetoes), extra, points=judged.row)
    chosen, _, possible = best(folded, bank, k)
    rows = tuple(candidate(mentee, bank, judged, int(index), needed) for index in chosen)
    return Shortlist(mentee.id, rows, tuple(_excluded(judged, bank)), possible, len(bank), judged.row.maxima)


def candidate(
    mentee: Mentee, bank: Bank, judged: Judged, index: int, prices: Numbers | None = None
) -> Candidate:
    """Everything that is said about one mentor for one mentee."""
    cells = {name: int(bank.columns[name].cells[index]) for name in judged.row.tables}
    reasons = [_reason(mentee, bank, judged, name, cell) for name, cell in cells.items()]
    told = list(_wish_reasons(judged, index))
    total = judged.total(index)
    return Candidate(
        index=index,
        mentor=bank.ids[index],
        total=total,
        maxima=judged.row.maxima,
        points={
            name: int(judged.row.tables[name][cells[name]]) if name in cells else 0
            for name in judged.row.maxima
        },
        wishes=int(judged.wishes[index]),
        extra=int(judged.extra[index]),
        reasons_for=tuple(r for good, r in reasons + told if good and r),
        reasons_against=tuple(r for good, r in reasons + told if not good and r),
        missing=tuple(r for name in cells for r in ALL[name].gaps(mentee, bank.columns[name].at(index))),
        to_be_confirmed=tuple(_to_confirm(judged, index)),
        after_need=None if prices is None else total - int(prices[index]),
    )


def _reason(mentee: Mentee, bank: Bank, judged: Judged, name: str, cell: int) -> tuple[bool, Reason | None]:
    """Whether a criterion speaks for the mentor, and how; nothing where she is silent."""
    share = int(judged.row.shares[name][cell])
    if share == UNKNOWN:
        return False, None
    return share >= WHOLE // 2, ALL[name].reason(mentee, bank.columns[name].values[cell], share)


def _wish_reasons(judged: Judged, index: int) -> Iterator[tuple[bool, Reason]]:
    """Wishes that are met speak for a mentor, broken ones against her."""
    for standing, states in judged.standings:
        state = states[index]
        theirs = standing.side == "mentor"
        if state == BROKEN or (state == MET and not theirs):
            verb = "met" if state == MET else "broken"
            yield state == MET, _about(f"{standing.side}-wish-{verb}", standing.wish)


def _to_confirm(judged: Judged, index: int) -> Iterator[Reason]:
    """The musts of which nobody knows whether this mentor meets them."""
    for standing, states in judged.standings:
        if standing.must and states[index] == UNSURE:
            yield _about(f"{standing.side}-confirm", standing.wish)
    for number in np.flatnonzero(judged.vetoes[:, index] == UNSURE):
        yield Reason("confirm-given", {"given": int(number)})


def _excluded(judged: Judged, bank: Bank) -> Iterator[Excluded]:
    """Each veto with what it costs: full, her musts, the caller's vetoes, the mentors' musts."""
    musts = [(each, states == BROKEN) for each, states in judged.standings if each.must]
    vetoes: list[tuple[Reason, Numbers, int | None]] = [(Reason("excluded-full"), bank.places <= 0, None)]
    vetoes += [(_about("excluded", m.wish), broken, None) for m, broken in musts if m.side == "mentee"]
    vetoes += [
        (Reason("excluded-given", {"given": at}), state == BROKEN, at)
        for at, state in enumerate(judged.vetoes)
    ]
    theirs = [broken for each, broken in musts if each.side == "mentor"]
    if theirs:
        vetoes.append((Reason("excluded-their-wishes"), np.logical_or.reduce(theirs), None))
    gone = np.zeros(len(bank), dtype=bool)
    for reason, broken, given in vetoes:
        yield Excluded(reason, int(broken.sum()), int((broken & ~gone).sum()), given)
        gone |= broken


def _about(what: str, wish: Wish) -> Reason:
    """A reason about a wish, its value under the name that says what kind of value it is."""
    name = {"language": "language", "within_km": "km", "municipality": "municipality"}.get(wish.kind)
    return Reason(f"{what}-{wish.kind.replace('_', '-')}", {name: wish.value} if name else {})
