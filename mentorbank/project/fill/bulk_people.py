"""The way in, in bulk: the rows that registration, screening and interview leave behind."""

from datetime import datetime
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress

from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.base.names import name_parts
from mentorbank.network.intake.actions.deciding import AFTER
from mentorbank.network.intake.actions.registering import CONSENT, coded
from mentorbank.network.intake.models import Interview, InterviewDecision, Screening, ScreeningDecision
from mentorbank.network.organisation.models import Area, Division
from mentorbank.network.organisation.queries import division_of
from mentorbank.network.people.actions.participants import fitting
from mentorbank.network.people.actions.persons import checked_name, put_details
from mentorbank.network.people.models import (
    Consent,
    LanguageSkill,
    Mentee,
    Mentor,
    NamePart,
    Person,
    Place,
    User,
    Wish,
)
from mentorbank.network.people.queries import coordinators_of
from mentorbank.network.people.states import MENTEE_MOVES, MenteeState, MentorState

from . import events as e
from .ground import Ground
from .press import Press

NO_PASSWORD = "!"  # noqa: S105 - as persons are made: everybody signs in by code
DETAILS = ("email", "phone", "channel", "postcode", "gender")


class PeopleInBulk:
    """Keeps who is who in memory, and how many people each coordinator has."""

    def __init__(self, ground: Ground, press: Press) -> None:
        self.ground, self.press = ground, press
        self.mentors: dict[int, Mentor] = {}
        self.mentees: dict[int, Mentee] = {}
        self.places: dict[int, list[Place]] = {}
        areas = list(Area.objects.select_related("division"))
        self.home = cache(lambda postcode: division_of(postcode, areas))
        staff = {division: list(coordinators_of(division)) for division in ground.coordinators}
        everyone = {person.pk for people in staff.values() for person in people}
        held = Person.objects.filter(coordinator__in=everyone).values_list("coordinator", flat=True)
        self.load = dict.fromkeys(everyone, 0)
        for pk in filter(None, held):
            self.load[pk] += 1
        self.staff = staff

    def actor(self, person: Person) -> Actor:
        """The coordinator who acts for the person's division."""
        return self.ground.coordinators[person.division_id or 0]

    def person(self, fields: dict[str, Any], at: datetime) -> Person:
        """As `create_person`."""
        person = Person(name=checked_name(fields["name"]), language=fields["language"], created_at=at)
        put_details(person, {key: fields[key] for key in DETAILS if key in fields}, at)
        person.division = self.home(person.postcode)
        person.coordinator, person.stand_in = self._responsible(person.division)
        self.press.put(person)
        for part in sorted(set(name_parts(f"{person.name} {person.called}"))):
            self.press.put(NamePart(person=person, part=part))
        user = self.press.put(
            User(
                person=person,
                email=person.email,
                phone=person.phone or None,
                phone_verified=bool(person.phone),
                password=NO_PASSWORD,
                date_joined=at,
            )
        )
        if person.email:
            self.press.put(EmailAddress(user=user, email=person.email, verified=True, primary=True))
        return person

    def _responsible(self, division: Division | None) -> tuple[Person | None, Person | None]:
        people = self.staff.get(division.pk, []) if division else []
        first, second, *_rest = [*sorted(people, key=lambda p: (self.load[p.pk], p.pk)), None, None]
        if first:
            self.load[first.pk] += 1
        return first, second

    def _languages(self, person: Person, skills: list[dict[str, str]]) -> None:
        for skill in {skill["language"]: skill for skill in skills}.values():
            self.press.put(LanguageSkill(person=person, **skill))

    def _consent(self, person: Person, at: datetime) -> None:
        self.press.put(Consent(person=person, purpose=CONSENT, language=person.language, given_at=at))

    def _wishes(self, owner: Mentor | Mentee, wishes: list[dict[str, str]], at: datetime) -> None:
        whose = {"mentor": owner} if isinstance(owner, Mentor) else {"mentee": owner}
        for wish in wishes:
            self.press.put(Wish(**wish, **whose, said_by=owner.person, said_at=at))

    def mentor_applies(self, event: e.MentorApplies) -> None:
        """As `register_mentor`."""
        person, programme = self.person(event.person, event.at), self.ground.programme
        mentor = Mentor(person=person, programme=programme, applied_at=event.at)
        for field, value in coded(dict(event.profile)).items():
            setattr(mentor, field, fitting(mentor, field, value))
        self.mentors[event.mentor] = self.press.put(mentor)
        self._languages(person, event.languages)
        self.places[event.mentor] = [
            self.press.put(Place(mentor=mentor, number=n)) for n in range(1, event.places + 1)
        ]
        by = Actor(person=person, via=Via.SESSION)
        self.press.record("set the places", by, person, event.at, mentor, places=event.places)
        self._consent(person, event.at)
        self.press.write("welcome-mentor", person, event.at, mentor, programme, page="application")
        self.press.record("applied as a mentor", by, person, event.at, mentor)

    def mentor_screened(self, event: e.MentorScreened) -> None:
        """As `record_screening`."""
        mentor, at = self.mentors[event.mentor], event.at
        by = self.actor(mentor.person)
        decision = ScreeningDecision.APPROVE if event.approved else ScreeningDecision.DECLINE
        reason = "" if event.approved else "Mangler tid"
        self._wishes(mentor, event.wishes, at)
        mentor.state = MentorState.IN_BANK if event.approved else MentorState.DECLINED
        mentor.reason = reason
        mentor.in_bank_at = at if event.approved else None
        self.press.put(
            Screening(
                mentor=mentor,
                held_on=at.date(),
                held_by=by.person,
                background="",
                motivation="",
                promised_confidentiality=True,
                course_taken=event.approved,
                decision=decision,
                reason=reason,
                written_at=at,
            )
        )
        kind = "mentor-in-bank" if event.approved else "mentor-declined"
        self.press.write(kind, mentor.person, at, mentor, mentor.programme, page="application")
        self.press.record("screened the mentor", by, mentor.person, at, mentor, decision=decision)

    def mentee_registers(self, event: e.MenteeRegisters) -> None:
        """As `register_mentee`."""
        person, programme = self.person(event.person, event.at), self.ground.programme
        mentee = Mentee(person=person, programme=programme, registered_at=event.at, ticks=event.ticks)
        for field, value in coded(dict(event.profile)).items():
            setattr(mentee, field, fitting(mentee, field, value))
        self.mentees[event.mentee] = self.press.put(mentee)
        self._languages(person, event.languages)
        self._consent(person, event.at)
        self.press.write("welcome-mentee", person, event.at, mentee, programme, page="application")
        by = Actor(person=person, via=Via.SESSION)
        self.press.record("registered", by, person, event.at, mentee)

    def mentee_interviewed(self, event: e.MenteeInterviewed) -> None:
        """As `record_interview`."""
        mentee, at, decision = self.mentees[event.mentee], event.at, InterviewDecision(event.decision)
        by = self.actor(mentee.person)
        self._wishes(mentee, event.wishes, at)
        mentee.state, mentee.reason, mentee.interviewed_at = AFTER[decision], event.reason, at
        if mentee.state == MenteeState.READY:
            mentee.ready_at = at
        if not MENTEE_MOVES[MenteeState(mentee.state)]:
            mentee.closed_at = at
        self.press.put(
            Interview(
                mentee=mentee,
                held_on=at.date(),
                held_by=by.person,
                facts="",
                impression="",
                decision=decision,
                reason=event.reason,
                look_again_on=event.look_again_on,
                written_at=at,
            )
        )
        if decision == InterviewDecision.READY:
            key = f"mentee-ready:{mentee.pk}"
            self.press.write(
                "mentee-ready", mentee.person, at, mentee, mentee.programme, page="application", key=key
            )
        self.press.record("held the interview", by, mentee.person, at, mentee, decision=decision)
