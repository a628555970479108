"""My page: the one next thing first, then what is ahead."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mentorbank.network.base.actor import Actor
from mentorbank.network.journal.queries import meeting_to_report
from mentorbank.network.partnerships.models import Meeting, Proposal, Side
from mentorbank.network.partnerships.queries import answer_of, asked_at_of, mentors_free_like, usual_wait
from mentorbank.network.partnerships.rules import person_of, side_of
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.people.states import MenteeState, MentorState
from mentorbank.pages.mine.pairs import Pair, other_side, pairs_going_on
from mentorbank.pages.mine.visits import Visit

BEFORE_THE_TALK = (MenteeState.REGISTERED, MenteeState.INVITED, MenteeState.BOOKED)


@dataclass(frozen=True)
class Asked:
    """An open proposal as one side sees it."""

    proposal: Proposal
    side: Side

    @property
    def answer(self) -> str:
        return answer_of(self.proposal, self.side)

    @property
    def other(self) -> Person:
        return person_of(self.proposal, other_side(self.side))

    @property
    def is_mentee(self) -> bool:
        return self.side == Side.MENTEE


class Home:
    """What one person finds on her page, each thing asked for once and only when it is shown."""

    def __init__(self, reader: Actor, now: datetime) -> None:
        self.reader, self.now = reader, now
        self.person: Person = reader.person
        self.today: date = timezone.localdate(now)

    @cached_property
    def mentee(self) -> Mentee | None:
        """The participation that goes on, else the last one."""
        mine = Mentee.objects.visible_to(self.reader).filter(person=self.person)
        found = list(mine.select_related("programme", "person__coordinator").order_by("-registered_at"))
        return next((m for m in found if m.closed_at is None), found[0] if found else None)

    @cached_property
    def mentor(self) -> Mentor | None:
        mine = Mentor.objects.visible_to(self.reader).filter(person=self.person)
        return mine.select_related("person__coordinator").prefetch_related("places").first()

    @cached_property
    def report(self) -> tuple[Meeting, Person] | None:
        """The meeting to tell about, and with whom it was."""
        if not any(pair.has_met for pair in self.pairs):
            return None
        found = meeting_to_report(self.person, self.now)
        return (found[0], person_of(found[0].partnership, other_side(found[1]))) if found else None

    @cached_property
    def pairs(self) -> list[Pair]:
        return pairs_going_on(self.reader, self.now)

    @cached_property
    def own_pair(self) -> Pair | None:
        """The pair in which this person is the mentee."""
        return next((pair for pair in self.pairs if pair.is_mentee), None)

    @cached_property
    def asked(self) -> list[Asked]:
        mine = Q(mentee__person=self.person) | Q(mentor__person=self.person)
        found = Proposal.objects.visible_to(self.reader).open().filter(mine)
        sided = (
            (p, side_of(self.reader, p)) for p in found.select_related("mentee__person", "mentor__person")
        )
        return [Asked(proposal, side) for proposal, side in sided if side and asked_at_of(proposal, side)]

    @property
    def coordinator(self) -> Person | None:
        pair = next(iter(self.pairs), None)
        known = self.mentee or self.mentor
        person = known.person if known else self.person  # fetched with who helps
        return (pair.partnership.coordinator if pair else None) or person.coordinator

    @property
    def at(self) -> str:
        """Where the mentee stands on the way from interview to ending."""
        if self.own_pair:
            return "contract" if self.own_pair.draft else "meetings"
        if self.mentee and self.mentee.state in (*BEFORE_THE_TALK, MenteeState.INTERVIEWED):
            return "interview"
        return "mentor"

    @property
    def takes_part(self) -> bool:
        return self.mentee is not None and self.mentee.closed_at is None

    @property
    def before_the_talk(self) -> bool:
        return self.mentee is not None and self.mentee.state in BEFORE_THE_TALK

    @property
    def waits(self) -> bool:
        """Ready, and nobody has been found yet."""
        ready = self.mentee is not None and self.mentee.state == MenteeState.READY
        return ready and not self.own_pair and not any(asked.is_mentee for asked in self.asked)

    @cached_property
    def waiting(self) -> dict[str, int | None]:
        """What we honestly know about waiting; weeks are rounded up, so nobody is promised too little."""
        usual = usual_wait(self.mentee.programme, self.now)
        waited = (self.now - (self.mentee.ready_at or self.now)).days
        weeks = {"from": -(-usual[0] // 7) or 1, "to": -(-usual[1] // 7) or 1} if usual else {}
        knows = bool(self.mentee.target or self.mentee.occupation)
        free = mentors_free_like(self.mentee, self.today) if knows else None
        return {**weeks, "waited": waited // 7, "days": waited, "free": free}

    @property
    def talk_by(self) -> date:
        return timezone.localdate(self.mentee.registered_at) + timedelta(
            days=self.mentee.programme.interview_days
        )

    @property
    def invited_by(self) -> date:
        return timezone.localdate(self.mentee.registered_at) + timedelta(
            days=self.mentee.programme.invite_days
        )

    @property
    def in_bank(self) -> bool:
        return self.mentor is not None and self.mentor.state == MentorState.IN_BANK

    @property
    def places(self) -> int:
        return sum(not place.closed for place in self.mentor.places.all()) if self.mentor else 0

    @property
    def resting(self) -> bool:
        until = self.mentor.rest_until if self.mentor else None
        return until is not None and until >= self.today


def page(visit: Visit, thing_id: int | None = None) -> HttpResponse:
    context = {"home": Home(visit.reader, visit.request.now), "visit": visit}
    return render(visit.request, "mine/home.html", context)
