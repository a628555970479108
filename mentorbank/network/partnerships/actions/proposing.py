"""Asking two people whether they want each other, and taking it back."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.actions import write
from mentorbank.network.organisation.models import AskingOrder
from mentorbank.network.partnerships.models import Partnership, Proposal, Side
from mentorbank.network.partnerships.queries import free_places
from mentorbank.network.partnerships.rules import may_follow, may_propose_match, person_of
from mentorbank.network.partnerships.states import PROPOSAL_MOVES, ProposalState
from mentorbank.network.people.actions import record
from mentorbank.network.people.models import Mentee, Mentor, Place
from mentorbank.network.people.rules import may_care_for
from mentorbank.network.people.states import MenteeState, MentorState
from mentorbank.network.signals.actions import raise_signal, resolve_signals, resolve_signals_about

CAME_TO_NOTHING = ("proposal-declined", "proposal-expired")  # signals that a new proposal answers
LOOK_DAYS = 2  # for staff to look at a proposal that came to nothing


@transaction.atomic
def propose_match(
    *,
    mentee: Mentee,
    mentor: Mentor,
    by: Actor,
    now: datetime,
    note: str = "",
    points: dict[str, Any] | None = None,
    recipe_version: int | None = None,
) -> Proposal:
    """Ask mentee and mentor whether they want each other; nothing is settled yet.

    Holds one of the mentor's places from now on. `points` and `recipe_version` keep the advice it rests on.
    """
    mentee = (
        Mentee.objects.select_for_update(of=("self",)).select_related("person", "programme").get(pk=mentee.pk)
    )
    mentor = Mentor.objects.select_for_update(of=("self",)).select_related("person").get(pk=mentor.pk)
    if not may_propose_match(by, mentee) or not may_care_for(by, mentor.person):
        raise NotAllowed(_("You can propose matches in your own division only."))
    _check_mentee(mentee)
    proposal = _hold(
        Proposal(
            mentee=mentee,
            mentor=mentor,
            place=_free_place(mentor, now),
            proposed_by=by.person,
            proposed_at=now,
            note=clean(note)[:300],
            points=points or {},
            recipe_version=recipe_version,
        )
    )
    resolve_signals_about(person=mentee.person, kinds=CAME_TO_NOTHING, now=now)
    first = {AskingOrder.MENTEE: [Side.MENTEE], AskingOrder.MENTOR: [Side.MENTOR]}
    for side in first.get(AskingOrder(mentee.programme.asking_order), list(Side)):
        ask(proposal, side, now)
    record("proposed a match", by=by, about=mentee.person, thing=proposal, now=now, mentor=mentor.pk)
    return proposal


def _check_mentee(mentee: Mentee) -> None:
    name = {"name": mentee.person.first_name}
    if mentee.state != MenteeState.READY:
        raise NotNow(_("%(name)s is not ready for a mentor.") % name)
    if mentee.person.division_id is None:
        raise NotNow(_("Choose the division of %(name)s first.") % name)
    if Partnership.objects.going_on().filter(mentee=mentee).exists():
        raise NotNow(_("%(name)s has a mentor already.") % name)
    if Proposal.objects.open().filter(mentee=mentee).exists():
        raise NotNow(_("%(name)s has an open proposal. Wait for the answers or withdraw it.") % name)


def _free_place(mentor: Mentor, now: datetime) -> Place:
    name = {"name": mentor.person.first_name}
    if mentor.state != MentorState.IN_BANK:
        raise NotNow(_("%(name)s is not in the mentor bank.") % name)
    if mentor.rest_until and (mentor.rest_from or now.date()) <= now.date() <= mentor.rest_until:
        raise NotNow(_("%(name)s rests right now.") % name)
    place = free_places().filter(mentor=mentor).order_by("number").first()
    if place is None:
        raise NotNow(_("%(name)s has no free place. Somebody else may just have been proposed.") % name)
    return place


def _hold(proposal: Proposal) -> Proposal:
    """Save it; the database has the last word on who holds a place and who has an open proposal."""
    if proposal.mentee.person_id == proposal.mentor.person_id:
        raise NotNow(_("Nobody can be one's own mentor."))
    try:
        with transaction.atomic():
            proposal.save(force_insert=True)
    except IntegrityError as error:
        raise NotNow(_("Somebody else proposed at the same moment. Look at the list again.")) from error
    return proposal


def ask(proposal: Proposal, side: Side, now: datetime) -> None:
    """Start that side's days and write to her."""
    setattr(proposal, f"{side}_asked_at", now)
    proposal.save()
    write(
        f"proposal-{side}",
        to=person_of(proposal, side),
        about=proposal,
        page="proposal",
        programme=proposal.mentee.programme,
        now=now,
        key=f"proposal:{proposal.pk}:{side}",
    )


def locked(proposal: Proposal) -> Proposal:
    """The proposal as it is now, nobody else's turn until the transaction ends."""
    related = ("mentee__person", "mentee__programme", "mentor__person", "place")
    return Proposal.objects.select_for_update(of=("self",)).select_related(*related).get(pk=proposal.pk)


def close(proposal: Proposal, to: ProposalState, now: datetime, silent: Side | None = None) -> None:
    """Settle an open proposal, give its place back and tell whoever was asked, but not the `silent` side."""
    if to not in PROPOSAL_MOVES[ProposalState(proposal.state)]:
        raise NotNow(_("This proposal is closed already."))
    proposal.state, proposal.settled_at, proposal.released_at = to, now, now
    proposal.save()
    resolve_signals(thing=proposal, now=now)
    for side in Side:
        if side != silent and getattr(proposal, f"{side}_asked_at"):
            write(
                "proposal-closed",
                to=person_of(proposal, side),
                about=proposal,
                programme=proposal.mentee.programme,
                now=now,
            )
    if to in (ProposalState.DECLINED, ProposalState.EXPIRED):
        due = (now + timedelta(days=LOOK_DAYS)).date()
        kind = f"proposal-{to.value}"
        values = {"mentor": proposal.mentor_id}
        raise_signal(kind, about=proposal.mentee.person, thing=proposal, due_on=due, now=now, values=values)


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, by: Actor, now: datetime) -> Proposal:
    """Take a proposal back before both have answered."""
    proposal = locked(proposal)
    if not may_follow(by, proposal):
        raise NotAllowed(_("You can withdraw proposals of your own division only."))
    if proposal.state == ProposalState.WITHDRAWN:
        return proposal
    close(proposal, ProposalState.WITHDRAWN, now)
    record("withdrew a proposal", by=by, about=proposal.mentee.person, thing=proposal, now=now)
    return proposal
