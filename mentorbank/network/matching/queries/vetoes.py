"""What only the network knows of a pair: wishes about gender and employers, earlier answers, rest.

It reaches the engine as unnamed rows of vetoes (1 broken, 0 fine, -1 not known) and points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from mentorbank import engine
from mentorbank.codes.folding import fold
from mentorbank.network.partnerships.models import Proposal
from mentorbank.network.partnerships.states import ProposalState
from mentorbank.network.people.models import Gender, Mentee, Wish, WishKind, WishStrength

from .profiles import MentorRow, answered_gender

FINE, BROKEN, UNKNOWN = 0, 1, -1


@dataclass(frozen=True)
class Veto:
    """One unnamed row for the engine, with the words only we say: whom it excludes, what to confirm."""

    states: list[int]
    excludes: str
    confirm: str = ""


@dataclass(frozen=True)
class SoftWish:
    """A wish about gender or an employer: broken ones cost points, and both ways it is said."""

    states: list[int]
    met: str
    broken: str


def vetoes(
    mentee: Mentee, wishes: Iterable[Wish], rows: Sequence[MentorRow], recipe: engine.Recipe
) -> list[Veto]:
    """All vetoes of the network over the rows of the bank."""
    found = [
        Veto([_hers(wish, row) for row in rows], _excludes(wish), wish_words(wish))
        for wish in wishes
        if _is_must(wish, recipe)
    ]
    theirs = [_theirs(mentee, row, recipe) for row in rows]
    if any(theirs):
        found.append(
            Veto(
                theirs,
                _("require something of a mentee that does not hold here"),
                _("what the mentor requires of a mentee"),
            )
        )
    declined = _declined(mentee)
    found.append(
        Veto(
            [int(row.profile.id in declined) for row in rows], _("were asked before, and it came to nothing")
        )
    )
    found.append(Veto([int(row.resting) for row in rows], _("rest right now")))
    found.append(Veto([int(row.person_id == mentee.person_id) for row in rows], _("are the same person")))
    return found


def soft_wishes(wishes: Iterable[Wish], rows: Sequence[MentorRow], recipe: engine.Recipe) -> list[SoftWish]:
    """Her wishes about gender and employers that are no vetoes."""
    return [
        SoftWish(
            [_hers(wish, row) for row in rows],
            _("wish met: %(wish)s") % {"wish": wish_words(wish)},
            _("wish not met: %(wish)s") % {"wish": wish_words(wish)},
        )
        for wish in wishes
        if wish.kind in (WishKind.GENDER, WishKind.NOT_EMPLOYER) and not _is_must(wish, recipe)
    ]


def as_matrix(found: Sequence[Veto], mentors: int) -> Any:
    """The rows as the engine takes them."""
    return np.array([veto.states for veto in found], dtype=np.int8).reshape(len(found), mentors)


def wish_points(found: Sequence[SoftWish], mentors: int, recipe: engine.Recipe) -> Any:
    """What broken soft wishes take, one whole number per mentor."""
    taken = np.zeros(mentors, dtype=np.int64)
    for wish in found:
        taken -= recipe.wish_points * (np.array(wish.states) == BROKEN)
    return taken


def wish_words(wish: Wish) -> str:
    """A wish about gender or an employer in a few words."""
    if wish.kind == WishKind.GENDER:
        return (
            {
                Gender.WOMAN: _("a woman"),
                Gender.MAN: _("a man"),
                Gender.OTHER: _("another gender"),
            }.get(Gender(wish.value), "")
            if wish.value in Gender.values
            else ""
        )
    return _("not from %(employer)s") % {"employer": wish.value}


def _is_must(wish: Wish, recipe: engine.Recipe) -> bool:
    known = wish.kind in (WishKind.GENDER, WishKind.NOT_EMPLOYER)
    return known and wish.strength == WishStrength.MUST and wish.kind in recipe.veto


def _excludes(wish: Wish) -> str:
    if wish.kind == WishKind.GENDER:
        return _("have another gender than the wish: %(wish)s") % {"wish": wish_words(wish)}
    return _("work at %(employer)s") % {"employer": wish.value}


def _hers(wish: Wish, row: MentorRow) -> int:
    """Her wish against one mentor."""
    if wish.kind == WishKind.GENDER:
        return _gender(wish.value, row.gender)
    return _employer(wish.value, row.employer)


def _theirs(mentee: Mentee, row: MentorRow, recipe: engine.Recipe) -> int:
    """One mentor's musts about the mentee's gender; the worst of them."""
    gender = answered_gender(mentee.person.gender, mentee.programme.audience)
    states = {
        _gender(wish.value, gender)
        for wish in row.wishes
        if wish.kind == WishKind.GENDER and _is_must(wish, recipe)
    }
    return BROKEN if BROKEN in states else UNKNOWN if UNKNOWN in states else FINE


def _gender(wanted: str, told: str) -> int:
    return UNKNOWN if not told else FINE if told == wanted else BROKEN


def _employer(unwanted: str, employer: str) -> int:
    if not employer:
        return UNKNOWN
    return BROKEN if fold(unwanted) in fold(employer) else FINE


def _declined(mentee: Mentee) -> set[int]:
    """Mentors with whom a proposal for this person came to a no."""
    asked = Proposal.objects.filter(mentee__person=mentee.person_id, state=ProposalState.DECLINED)
    return set(asked.values_list("mentor", flat=True))
