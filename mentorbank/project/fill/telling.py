"""The story told to the actions, each at its moment: what happens here could have happened in life."""

from functools import singledispatchmethod

from mentorbank.network.base.actor import CLOCK, Actor, Via
from mentorbank.network.intake.actions import (
    record_interview,
    record_screening,
    register_mentee,
    register_mentor,
)
from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.network.journal.actions import ask_about_meeting, report_meeting
from mentorbank.network.journal.models import Happened
from mentorbank.network.outcomes.actions import record_outcome
from mentorbank.network.partnerships.actions import (
    answer_proposal,
    draw_up_contract,
    end_partnership,
    expire_side,
    propose_match,
    remind_side,
    sign_contract,
    withdraw_participation,
)
from mentorbank.network.partnerships.models import Partnership, Proposal, Side
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.partnerships.states import Answer, ClosureReason
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.people.queries import actor_for

from . import events as e
from .ground import Ground


class Teller:
    """Hands each event to the action it is about; remembers which key became which row."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.mentors: dict[int, Mentor] = {}
        self.mentees: dict[int, Mentee] = {}
        self.pairs: dict[int, Proposal] = {}

    @singledispatchmethod
    def tell(self, event: e.Event) -> None:
        raise TypeError(f"nobody knows what to do about {event!r}")

    def _staff(self, person: Person) -> Actor:
        return self.ground.coordinators[person.division_id or 0]

    def _partnership(self, pair: int) -> Partnership:
        return Partnership.objects.select_related("mentee__person", "mentor__person", "programme").get(
            proposal=self.pairs[pair].pk
        )

    @tell.register
    def _(self, event: e.MentorApplies) -> None:
        mentor = register_mentor(
            programme=self.ground.programme,
            by=Actor(),
            now=event.at,
            places=event.places,
            languages=event.languages,
            **event.person,
            **event.profile,
        )
        assert mentor is not None, "addresses of a story are its own"
        self.mentors[event.mentor] = mentor

    @tell.register
    def _(self, event: e.MentorScreened) -> None:
        mentor = self.mentors[event.mentor]
        decision = ScreeningDecision.APPROVE if event.approved else ScreeningDecision.DECLINE
        record_screening(
            mentor=mentor,
            held_on=event.at.date(),
            decision=decision,
            promised_confidentiality=True,
            course_taken=event.approved,
            reason="" if event.approved else "Mangler tid",
            wishes=event.wishes,
            by=self._staff(mentor.person),
            now=event.at,
        )

    @tell.register
    def _(self, event: e.MenteeRegisters) -> None:
        mentee = register_mentee(
            programme=self.ground.programme,
            by=Actor(),
            now=event.at,
            ticks=event.ticks,
            languages=event.languages,
            **event.person,
            **event.profile,
        )
        assert mentee is not None, "addresses of a story are its own"
        self.mentees[event.mentee] = mentee

    @tell.register
    def _(self, event: e.MenteeInterviewed) -> None:
        mentee = self.mentees[event.mentee]
        record_interview(
            mentee=mentee,
            held_on=event.at.date(),
            decision=InterviewDecision(event.decision),
            reason=event.reason,
            look_again_on=event.look_again_on,
            wishes=event.wishes,
            by=self._staff(mentee.person),
            now=event.at,
        )

    @tell.register
    def _(self, event: e.Proposed) -> None:
        mentee = self.mentees[event.mentee]
        self.pairs[event.pair] = propose_match(
            mentee=mentee, mentor=self.mentors[event.mentor], by=self._staff(mentee.person), now=event.at
        )

    @tell.register
    def _(self, event: e.Reminded) -> None:
        remind_side(proposal=self.pairs[event.pair], side=Side(event.side), now=event.at)

    @tell.register
    def _(self, event: e.Expired) -> None:
        expire_side(proposal=self.pairs[event.pair], side=Side(event.side), now=event.at)

    @tell.register
    def _(self, event: e.Answered) -> None:
        proposal, side = self.pairs[event.pair], Side(event.side)
        answer_proposal(
            proposal=proposal,
            side=side,
            answer=Answer(event.answer),
            reason=event.reason,
            by=actor_for(person_of(proposal, side), via=Via.LINK),
            now=event.at,
        )

    @tell.register
    def _(self, event: e.Withdrew) -> None:
        mentee = self.mentees[event.mentee]
        withdraw_participation(mentee=mentee, by=actor_for(mentee.person), now=event.at)

    @tell.register
    def _(self, event: e.ContractDrawn) -> None:
        partnership = self._partnership(event.pair)
        draw_up_contract(
            partnership=partnership,
            starts_on=event.starts_on,
            months=event.months,
            rhythm_weeks=4,
            goals=event.goals,
            first_meeting_at=event.first_meeting_at,
            place=event.place,
            language="da",
            by=actor_for(partnership.mentee.person),
            now=event.at,
        )

    @tell.register
    def _(self, event: e.Signed) -> None:
        partnership, side = self._partnership(event.pair), Side(event.side)
        person = person_of(partnership, side)
        contract = partnership.contracts.get(version=1)
        sign_contract(contract=contract, side=side, name=person.name, by=actor_for(person), now=event.at)

    @tell.register
    def _(self, event: e.AskedWhetherMet) -> None:
        meeting = self._partnership(event.pair).meetings.order_by("planned_at")[event.number - 1]
        ask_about_meeting(meeting=meeting, by=CLOCK, now=event.at)

    @tell.register
    def _(self, event: e.Reported) -> None:
        partnership, side = self._partnership(event.pair), Side(event.side)
        meeting = partnership.meetings.order_by("planned_at")[event.number - 1]
        by = actor_for(person_of(partnership, side), via=Via.LINK)
        report_meeting(meeting=meeting, side=side, happened=Happened(event.happened), by=by, now=event.at)

    @tell.register
    def _(self, event: e.Ended) -> None:
        partnership = self._partnership(event.pair)
        by = self._staff(partnership.mentee.person)
        end_partnership(partnership=partnership, closure=ClosureReason(event.closure), by=by, now=event.at)

    @tell.register
    def _(self, event: e.OutcomeCame) -> None:
        mentee = self.mentees[event.mentee]
        record_outcome(
            mentee=mentee,
            kind=event.kind,
            from_on=event.from_on,
            hours=event.hours,
            lasting=event.lasting,
            evidence=event.evidence,
            by=self._staff(mentee.person),
            now=event.at,
        )
