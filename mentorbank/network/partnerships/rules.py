"""Who may do what in the life of a pair."""

from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.partnerships.models import Partnership, Proposal, Side
from mentorbank.network.people.models import Mentee, Person
from mentorbank.network.people.rules import may_care_for


def may_propose_match(by: Actor, mentee: Mentee) -> bool:
    """Staff of the mentee's division; never the clock: a match is a person's decision."""
    return by.person is not None and by.via != Via.CLOCK and may_care_for(by, mentee.person)


def side_of(by: Actor, pair: Proposal | Partnership) -> Side | None:
    """Which of the two acts, herself or through staff who enter her words."""
    whose = by.on_behalf_of.pk if by.on_behalf_of else by.person_id
    if whose == pair.mentee.person_id:
        return Side.MENTEE
    return Side.MENTOR if whose == pair.mentor.person_id else None


def may_follow(by: Actor, pair: Proposal | Partnership) -> bool:
    """Staff who care for the mentee of the pair."""
    return may_care_for(by, pair.mentee.person)


def may_answer(by: Actor, proposal: Proposal, side: Side) -> bool:
    """The asked one herself, or staff on her behalf."""
    return _acts_as(by, proposal, side)


def may_sign(by: Actor, partnership: Partnership, side: Side) -> bool:
    """The one whose name it is, or staff on her behalf with a paper in hand."""
    return _acts_as(by, partnership, side)


def may_plan(by: Actor, partnership: Partnership) -> bool:
    """The two, and staff."""
    return side_of(by, partnership) is not None or may_follow(by, partnership)


def person_of(pair: Proposal | Partnership, side: Side) -> Person:
    """The person on that side."""
    return pair.mentee.person if side == Side.MENTEE else pair.mentor.person


def _acts_as(by: Actor, pair: Proposal | Partnership, side: Side) -> bool:
    person = person_of(pair, side)
    if by.on_behalf_of:
        return by.on_behalf_of.pk == person.pk and may_follow(by, pair)
    return by.person_id == person.pk
