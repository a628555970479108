"""What happens when an asked side stays silent."""

from datetime import datetime, timedelta

from django.db import transaction

from mentorbank.network.base.actor import CLOCK
from mentorbank.network.letters.actions import write
from mentorbank.network.partnerships.models import Proposal, Side
from mentorbank.network.partnerships.queries import answer_by, answer_of, asked_at_of
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.partnerships.states import ProposalState
from mentorbank.network.people.actions import record

from .proposing import close, locked


@transaction.atomic
def remind_side(*, proposal: Proposal, side: Side, now: datetime) -> bool:
    """Write a reminder once that side's days for it are over; whether one was written."""
    proposal = locked(proposal)
    asked_at = asked_at_of(proposal, side)
    if proposal.state != ProposalState.OPEN or answer_of(proposal, side) or asked_at is None:
        return False
    due = asked_at + timedelta(days=proposal.mentee.programme.remind_days)
    if now < due or getattr(proposal, f"{side}_reminded_at"):
        return False
    setattr(proposal, f"{side}_reminded_at", now)
    proposal.save()
    write(
        "proposal-reminder",
        to=person_of(proposal, side),
        about=proposal,
        page="proposal",
        programme=proposal.mentee.programme,
        now=now,
    )
    record("reminded of a proposal", by=CLOCK, about=person_of(proposal, side), thing=proposal, now=now)
    return True


@transaction.atomic
def expire_side(*, proposal: Proposal, side: Side, now: datetime) -> bool:
    """Close a proposal whose asked side let all her days pass; whether it expired."""
    proposal = locked(proposal)
    until = answer_by(proposal, side)
    if proposal.state != ProposalState.OPEN or answer_of(proposal, side) or until is None or now < until:
        return False
    close(proposal, ProposalState.EXPIRED, now)
    record("let a proposal expire", by=CLOCK, about=person_of(proposal, side), thing=proposal, now=now)
    return True
