"""Short ways to a person, a mentee, a mentor, a partnership: what stands before a test's own story.

Everything is made by the actions that make it in life, at `NOW`, so that no test rests on a row that could
not exist.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from mentorbank.network.base.actor import Actor, Role, Via
from mentorbank.network.intake.actions import (
    record_interview,
    record_screening,
    register_mentee,
    register_mentor,
)
from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.network.organisation.models import Area, Division, Programme
from mentorbank.network.partnerships.actions import (
    answer_proposal,
    draw_up_contract,
    propose_match,
    sign_contract,
)
from mentorbank.network.partnerships.models import Partnership, Proposal, Side
from mentorbank.network.partnerships.states import Answer
from mentorbank.network.people.actions import begin_role, create_person
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.people.queries import actor_for

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
VISITOR = Actor()
OPERATOR = Actor(via=Via.COMMAND)
_numbers = count(1)


def a_division(code: str = "aarhus", first: str = "8000", last: str = "8399", **fields: Any) -> Division:
    """The division of that code, made at the first asking."""
    values = {"name": code.title(), "city": code.title(), "opened_on": date(2004, 1, 1)} | fields
    division, new = Division.objects.get_or_create(code=code, defaults=values)
    if new:
        Area.objects.create(division=division, first=first, last=last)
    return division


def another_division() -> Division:
    return a_division("odense", "5000", "5999")


def a_programme(code: str = "general", **fields: Any) -> Programme:
    values = {"name": code.title()} | fields
    return Programme.objects.get_or_create(code=code, defaults=values)[0]


def a_person(name: str = "Amal Haddad", **fields: Any) -> Person:
    number = next(_numbers)
    values = {"email": f"person{number}@example.org", "language": "da", "postcode": "8000", "now": NOW} | fields
    a_division()
    return create_person(name=name, **values)


def staff(role: Role, division: Division | None = None, name: str = "Bente Krog") -> Actor:
    """Somebody of the staff, as an actor."""
    person = a_person(name, division=division or a_division())
    begin_role(person=person, role=role, division=division, by=OPERATOR, now=NOW)
    return actor_for(person)


def a_coordinator(division: Division | None = None, name: str = "Bente Krog") -> Actor:
    return staff(Role.COORDINATOR, division or a_division(), name)


def an_administrator() -> Actor:
    return staff(Role.NETWORK_ADMINISTRATOR, name="Anna Admin")


def a_network_leader() -> Actor:
    return staff(Role.NETWORK_LEADER, name="Nora Leder")


def the_coordinator(division: Division | None = None) -> Actor:
    """The division's coordinator, appointed at the first asking."""
    division = division or a_division()
    held = Person.objects.filter(
        staff_roles__role=Role.COORDINATOR, staff_roles__division=division, staff_roles__until__isnull=True
    ).first()
    return actor_for(held) if held else a_coordinator(division)


def an_applicant(name: str = "Amal Haddad", *, programme: Programme | None = None, **fields: Any) -> Mentee:
    """A registered mentee, not interviewed yet."""
    a_division()
    values = {"email": f"mentee{next(_numbers)}@example.org", "language": "da", "postcode": "8000"} | fields
    values.setdefault("ticks", ["job_or_study"])
    mentee = register_mentee(
        name=name, programme=programme or a_programme(), by=VISITOR, now=values.pop("now", NOW), **values
    )
    assert mentee is not None
    return mentee


def a_mentee(
    name: str = "Amal Haddad",
    *,
    wishes: list[dict[str, str]] | None = None,
    ready_at: datetime = NOW,
    **fields: Any,
) -> Mentee:
    """A mentee who is ready for a mentor."""
    mentee = an_applicant(name, **{"now": ready_at, **fields})
    record_interview(
        mentee=mentee,
        held_on=ready_at.date(),
        decision=InterviewDecision.READY,
        wishes=wishes,
        by=the_coordinator(mentee.person.division),
        now=ready_at,
    )
    return mentee


def a_volunteer(name: str = "Kirsten Holm", *, programme: Programme | None = None, **fields: Any) -> Mentor:
    """A mentor who has applied."""
    a_division()
    values = {"email": f"mentor{next(_numbers)}@example.org", "language": "da", "postcode": "8000"} | fields
    mentor = register_mentor(
        name=name, programme=programme or a_programme(), by=VISITOR, now=values.pop("now", NOW), **values
    )
    assert mentor is not None
    return mentor


def a_mentor(
    name: str = "Kirsten Holm",
    *,
    wishes: list[dict[str, str]] | None = None,
    in_bank_at: datetime = NOW,
    **fields: Any,
) -> Mentor:
    """A mentor in the bank."""
    mentor = a_volunteer(name, **{"now": in_bank_at, **fields})
    record_screening(
        mentor=mentor,
        held_on=in_bank_at.date(),
        decision=ScreeningDecision.APPROVE,
        promised_confidentiality=True,
        wishes=wishes,
        by=the_coordinator(mentor.person.division),
        now=in_bank_at,
    )
    return mentor


def a_proposal(mentee: Mentee | None = None, mentor: Mentor | None = None, now: datetime = NOW) -> Proposal:
    """Both are asked and nobody has answered."""
    mentee, mentor = mentee or a_mentee(), mentor or a_mentor()
    by = the_coordinator(mentee.person.division)
    return propose_match(mentee=mentee, mentor=mentor, by=by, now=now)


def as_(person: Person, via: Via = Via.LINK) -> Actor:
    """A participant acting for herself."""
    return actor_for(person, via=via)


def answer(proposal: Proposal, side: Side, answer: Answer = Answer.YES, now: datetime = NOW) -> Proposal:
    person = proposal.mentee.person if side == Side.MENTEE else proposal.mentor.person
    reason = "no_time" if answer == Answer.NO else ""
    return answer_proposal(
        proposal=proposal, side=side, answer=answer, reason=reason, by=as_(person), now=now
    )


def a_draft_partnership(
    mentee: Mentee | None = None, mentor: Mentor | None = None, now: datetime = NOW
) -> Partnership:
    """Both said yes; there is no contract yet."""
    proposal = a_proposal(mentee, mentor, now)
    answer(proposal, Side.MENTEE, now=now)
    answer(proposal, Side.MENTOR, now=now)
    return Partnership.objects.get(proposal=proposal)


A_GOAL = {"area": "job_search", "text": "Find et job i et laboratorium", "start": 2}


def a_partnership(
    mentee: Mentee | None = None, mentor: Mentor | None = None, now: datetime = NOW, **contract: Any
) -> Partnership:
    """A running partnership: contract signed by both, meetings planned."""
    partnership = a_draft_partnership(mentee, mentor, now)
    values = {
        "starts_on": now.date(),
        "months": 9,
        "rhythm_weeks": 4,
        "goals": [A_GOAL],
        "first_meeting_at": now + timedelta(days=7),
        "place": "Dokk1",
        "language": "da",
    } | contract
    mentee_person, mentor_person = partnership.mentee.person, partnership.mentor.person
    drawn = draw_up_contract(partnership=partnership, by=as_(mentee_person), now=now, **values)
    for side, person in ((Side.MENTEE, mentee_person), (Side.MENTOR, mentor_person)):
        sign_contract(contract=drawn, side=side, name=person.name, by=as_(person), now=now)
    partnership.refresh_from_db()
    return partnership
