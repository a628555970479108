"""The life of pairs, in bulk: the rows that proposals, contracts, meetings and endings leave behind."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from mentorbank.network.base.actor import CLOCK, Actor, Via
from mentorbank.network.base.spans import months_after
from mentorbank.network.journal.actions import DIFFERENCE_DAYS
from mentorbank.network.journal.models import Report
from mentorbank.network.outcomes.models import Outcome
from mentorbank.network.partnerships.actions.answering import FIRST_CONTACT_DAYS
from mentorbank.network.partnerships.actions.contracting import checked_goals
from mentorbank.network.partnerships.actions.meeting import series
from mentorbank.network.partnerships.actions.proposing import CAME_TO_NOTHING, LOOK_DAYS
from mentorbank.network.partnerships.models import (
    Contract,
    Goal,
    Meeting,
    Partnership,
    Proposal,
    Side,
    Signature,
    SignatureMethod,
)
from mentorbank.network.partnerships.queries import meeting_calendar
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.partnerships.states import PartnershipState, ProposalState
from mentorbank.network.people.models import Mentee
from mentorbank.network.people.states import MenteeState

from . import events as e
from .bulk_people import PeopleInBulk
from .ground import Ground
from .press import Press


def other(side: Side) -> Side:
    return Side.MENTOR if side == Side.MENTEE else Side.MENTEE


class PairsInBulk(PeopleInBulk):
    """Adds what two people do together; keeps meetings, reports and signatures in memory to look at."""

    def __init__(self, ground: Ground, press: Press) -> None:
        super().__init__(ground, press)
        self.pairs: dict[int, Proposal] = {}
        self.partnerships: dict[int, Partnership] = {}
        self.contracts: dict[int, Contract] = {}
        self.names: dict[int, int] = {}
        self.meetings: dict[int, list[Meeting]] = {}
        self.reports: dict[int, dict[str, str]] = {}
        self.asked: dict[int, list[Proposal]] = {}
        self.came_to_nothing: dict[int, list[Proposal]] = {}

    def _write(
        self,
        kind: str,
        side: Side,
        event: e.Event,
        pair: Proposal | Partnership,
        page: str = "",
        key: str = "",
    ) -> None:
        programme = pair.mentee.programme
        self.press.write(kind, person_of(pair, side), event.at, pair, programme, page=page, key=key)

    # ── proposals ──

    def proposed(self, event: e.Proposed) -> None:
        """As `propose_match`."""
        mentee, mentor, at = self.mentees[event.mentee], self.mentors[event.mentor], event.at
        by = self.actor(mentee.person)
        earlier = self.asked.setdefault(event.mentor, [])
        held = {proposal.place_id for proposal in earlier if not proposal.released_at}
        place = next(place for place in self.places[event.mentor] if place.pk not in held)
        proposal = self.press.put(
            Proposal(
                mentee=mentee,
                mentor=mentor,
                place=place,
                proposed_by=by.person,
                proposed_at=at,
                mentee_asked_at=at,
                mentor_asked_at=at,
            )
        )
        self.pairs[event.pair] = proposal
        earlier.append(proposal)
        self._lay_down(mentee, event)
        for side in Side:
            self._write(
                f"proposal-{side}", side, event, proposal, "proposal", f"proposal:{proposal.pk}:{side}"
            )
        self.press.record("proposed a match", by, mentee.person, at, proposal, mentor=mentor.pk)

    def _lay_down(self, mentee: Mentee, event: e.Event) -> None:
        """What an earlier proposal left for staff to look at is answered."""
        for earlier in self.came_to_nothing.pop(mentee.pk, []):
            for kind in CAME_TO_NOTHING:
                self.press.resolve(kind, earlier, event.at)

    def reminded(self, event: e.Reminded) -> None:
        """As `remind_side`."""
        proposal, side = self.pairs[event.pair], Side(event.side)
        setattr(proposal, f"{side}_reminded_at", event.at)
        self._write("proposal-reminder", side, event, proposal, "proposal")
        self.press.record("reminded of a proposal", CLOCK, person_of(proposal, side), event.at, proposal)

    def expired(self, event: e.Expired) -> None:
        """As `expire_side`."""
        proposal, side = self.pairs[event.pair], Side(event.side)
        self._close(proposal, ProposalState.EXPIRED, event, list(Side))
        self.press.record("let a proposal expire", CLOCK, person_of(proposal, side), event.at, proposal)

    def answered(self, event: e.Answered) -> None:
        """As `answer_proposal`."""
        proposal, side, at = self.pairs[event.pair], Side(event.side), event.at
        setattr(proposal, f"{side}_answer", event.answer)
        setattr(proposal, f"{side}_answered_at", at)
        setattr(proposal, f"{side}_reason", event.reason)
        person = person_of(proposal, side)
        by = Actor(person=person, via=Via.LINK)
        self.press.record("answered a proposal", by, person, at, proposal, answer=event.answer)
        if event.answer == "no":
            self._close(proposal, ProposalState.DECLINED, event, [other(side)])
        elif proposal.mentee_answer == proposal.mentor_answer == "yes":
            self._match(event, proposal)

    def _close(self, proposal: Proposal, to: ProposalState, event: e.Event, told: list[Side]) -> None:
        proposal.state, proposal.settled_at, proposal.released_at = to, event.at, event.at
        for side in told:
            self._write("proposal-closed", side, event, proposal)
        due = (event.at + timedelta(days=LOOK_DAYS)).date()
        self.press.raise_signal(
            f"proposal-{to.value}",
            proposal.mentee.person,
            proposal,
            due,
            event.at,
            values={"mentor": proposal.mentor_id},
        )
        self.came_to_nothing.setdefault(proposal.mentee_id, []).append(proposal)

    def _match(self, event: e.Answered, proposal: Proposal) -> None:
        proposal.state, proposal.settled_at = ProposalState.ACCEPTED, event.at
        mentee, mentor, at = proposal.mentee, proposal.mentor, event.at
        partnership = self.press.put(
            Partnership(
                proposal=proposal,
                mentee=mentee,
                mentor=mentor,
                programme=mentee.programme,
                division=mentee.person.division,
                coordinator=mentee.person.coordinator,
                stand_in=mentee.person.stand_in,
                matched_at=at,
            )
        )
        self.partnerships[event.pair] = partnership
        for side in Side:
            to, programme = person_of(partnership, side), mentee.programme
            self.press.write(
                f"introduction-{side}",
                to,
                at,
                partnership,
                programme,
                "partnership",
                reply_to=partnership.coordinator,
            )
        due = (at + timedelta(days=FIRST_CONTACT_DAYS)).date()
        self.press.raise_signal("both-said-yes", mentee.person, partnership, due, at)
        self.press.record("were introduced", CLOCK, mentee.person, at, partnership, mentor=mentor.pk)

    def withdrew(self, event: e.Withdrew) -> None:
        """As `withdraw_participation` with nothing open."""
        mentee = self.mentees[event.mentee]
        self._lay_down(mentee, event)
        mentee.state, mentee.closed_at = MenteeState.WITHDRAWN, event.at
        self.press.record("withdrew", Actor(person=mentee.person), mentee.person, event.at, mentee)

    # ── contract and meetings ──

    def contract_drawn(self, event: e.ContractDrawn) -> None:
        """As `draw_up_contract`."""
        partnership, at = self.partnerships[event.pair], event.at
        person = partnership.mentee.person
        contract = self.press.put(
            Contract(
                partnership=partnership,
                starts_on=event.starts_on,
                ends_on=months_after(event.starts_on, event.months) - timedelta(days=1),
                rhythm_weeks=4,
                first_meeting_at=event.first_meeting_at,
                meeting_place=event.place,
                drawn_up_at=at,
                changed_at=at,
                changed_by=person,
            )
        )
        for goal in checked_goals(event.goals, event.starts_on, "da"):
            self.press.put(Goal(contract=contract, **goal))
        self.contracts[event.pair] = contract
        self.press.record("drew up the contract", Actor(person=person), person, at, partnership)

    def signed(self, event: e.Signed) -> None:
        """As `sign_contract`."""
        partnership, contract, side = (
            self.partnerships[event.pair],
            self.contracts[event.pair],
            Side(event.side),
        )
        person, method = person_of(partnership, side), SignatureMethod.ONLINE
        self.press.put(
            Signature(
                contract=contract,
                side=side,
                person=person,
                name=person.name,
                method=method,
                signed_at=event.at,
            )
        )
        self.press.record(
            "signed the contract", Actor(person=person), person, event.at, partnership, method=method
        )
        self.names[event.pair] = self.names.get(event.pair, 0) + 1
        if self.names[event.pair] == len(Side):
            return self._start(event, partnership, contract)
        key = f"contract-signed:{partnership.pk}:{other(side)}:{event.at.isoformat()}"
        return self._write("contract-signed", other(side), event, partnership, "contract", key)

    def _start(self, event: e.Signed, partnership: Partnership, contract: Contract) -> None:
        at = event.at
        contract.signed_at = at
        partnership.state, partnership.started_at = PartnershipState.RUNNING, at
        meetings = [self.press.put(meeting) for meeting in series(contract, partnership)]
        self.meetings[event.pair] = meetings
        self.press.resolve("both-said-yes", partnership, at)
        for side in Side:
            to = person_of(partnership, side)
            calendar = meeting_calendar(partnership, side, at, meetings)
            self.press.write(
                "partnership-runs",
                to,
                at,
                partnership,
                partnership.programme,
                "partnership",
                calendar=calendar,
            )
        self.press.record("started the partnership", CLOCK, partnership.mentee.person, at, partnership)

    def asked_whether_met(self, event: e.AskedWhetherMet) -> None:
        """As `ask_about_meeting`."""
        partnership, meeting = self.partnerships[event.pair], self.meetings[event.pair][event.number - 1]
        meeting.asked_at = event.at
        for side in Side:
            if side not in self.reports.get(meeting.pk, {}):
                to = person_of(partnership, side)
                self.press.write("did-you-meet", to, event.at, meeting, partnership.programme, "report")
        self.press.record("asked whether they met", CLOCK, partnership.mentee.person, event.at, meeting)

    def reported(self, event: e.Reported) -> None:
        """As `report_meeting`, never corrected in a story."""
        partnership, meeting = self.partnerships[event.pair], self.meetings[event.pair][event.number - 1]
        person, at = person_of(partnership, Side(event.side)), event.at
        by = Actor(person=person, via=Via.LINK)
        answer = {"side": event.side, "happened": event.happened}
        self.press.put(Report(meeting=meeting, written_by=person, via=by.via, written_at=at, **answer))
        self.press.record("reported a meeting", by, person, at, meeting, **answer)
        told = self.reports.setdefault(meeting.pk, {})
        told[event.side] = event.happened
        if len(set(told.values())) > 1:
            due = timezone.localdate(at) + timedelta(days=DIFFERENCE_DAYS)
            owner = partnership.coordinator
            self.press.raise_signal(
                "answers-differ", partnership.mentee.person, meeting, due, at, owner, dict(told)
            )

    def ended(self, event: e.Ended) -> None:
        """As `end_partnership`."""
        partnership, at = self.partnerships[event.pair], event.at
        planned = self.contracts[event.pair].ends_on <= timezone.localdate(at)
        partnership.state = PartnershipState.COMPLETED if planned else PartnershipState.ENDED_EARLY
        partnership.ended_at, partnership.closure = at, event.closure
        self.pairs[event.pair].released_at = at
        partnership.mentee.state, partnership.mentee.closed_at = MenteeState.CLOSED, at
        for meeting in self.meetings[event.pair]:
            if meeting.planned_at > at:
                meeting.cancelled_at = at
        person = partnership.mentee.person
        self.press.record(
            "ended a partnership", self.actor(person), person, at, partnership, closure=event.closure
        )

    def outcome_came(self, event: e.OutcomeCame) -> None:
        """As `record_outcome`."""
        mentee = self.mentees[event.mentee]
        by = self.actor(mentee.person)
        outcome = self.press.put(
            Outcome(
                mentee=mentee,
                kind=event.kind,
                from_on=event.from_on,
                hours=Decimal(event.hours) if event.hours else None,
                lasting=event.lasting,
                evidence=event.evidence,
                recorded_by=by.person,
                recorded_at=event.at,
            )
        )
        self.press.record("recorded an outcome", by, mentee.person, event.at, outcome, kind=event.kind)
