"""How a partnership, or a participation, comes to its end."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.intake.actions import withdraw_mentee
from mentorbank.network.partnerships.models import Partnership, Proposal
from mentorbank.network.partnerships.queries import contract_in_force
from mentorbank.network.partnerships.rules import may_follow
from mentorbank.network.partnerships.states import (
    GOING_ON,
    MOVES,
    ClosureReason,
    PartnershipState,
    ProposalState,
)
from mentorbank.network.people.actions import move_mentee, record
from mentorbank.network.people.models import Mentee
from mentorbank.network.people.rules import may_change
from mentorbank.network.people.states import MenteeState
from mentorbank.network.signals.actions import resolve_signals, resolve_signals_about

from .contracting import locked
from .proposing import CAME_TO_NOTHING, close


@transaction.atomic
def end_partnership(
    *, partnership: Partnership, closure: ClosureReason, by: Actor, now: datetime, rematch: bool = False
) -> Partnership:
    """End a partnership: completed when its contract has run out, early otherwise; the place is free.

    The mentee's participation ends with it, unless another mentor is wanted: then the waiting
    goes on from today.
    """
    partnership = locked(partnership)
    if not may_follow(by, partnership):
        raise NotAllowed(_("You can end partnerships of your own division only."))
    if partnership.state not in GOING_ON:
        raise NotNow(_("This partnership has ended already."))
    if closure not in ClosureReason.values:
        raise NotNow(_("Choose why it ends."), field="closure")
    contract = contract_in_force(partnership)
    planned = contract is not None and contract.ends_on <= timezone.localdate(now)
    for state in _way(partnership, planned):
        if state not in MOVES[PartnershipState(partnership.state)]:
            raise NotNow(_("This partnership cannot end like that."))
        partnership.state = state
    partnership.ended_at, partnership.closure = now, closure
    partnership.save()
    _give_back(partnership, now)
    if not rematch and partnership.mentee.state == MenteeState.READY:
        move_mentee(mentee=partnership.mentee, to=MenteeState.CLOSED, now=now)
    record(
        "ended a partnership",
        by=by,
        about=partnership.mentee.person,
        thing=partnership,
        now=now,
        closure=closure,
    )
    return partnership


def _way(partnership: Partnership, planned: bool) -> list[PartnershipState]:
    """The moves that lead to the end: through *ending* when it comes as planned."""
    if not planned:
        return [PartnershipState.ENDED_EARLY]
    ending = [] if partnership.state == PartnershipState.ENDING else [PartnershipState.ENDING]
    return [*ending, PartnershipState.COMPLETED]


def _give_back(partnership: Partnership, now: datetime) -> None:
    """The mentor's place is free, what was planned ahead falls away."""
    if partnership.proposal:
        partnership.proposal.released_at = now
        partnership.proposal.save()
    ahead = partnership.meetings.filter(planned_at__gt=now, cancelled_at__isnull=True)
    ahead.update(cancelled_at=now)
    resolve_signals(thing=partnership, now=now)


@transaction.atomic
def withdraw_participation(*, mentee: Mentee, by: Actor, now: datetime, reason: str = "") -> None:
    """The mentee no longer wants a mentor: an open proposal is taken back, a partnership is ended first."""
    if not may_change(by, mentee.person):
        raise NotAllowed(_("You can change people of your own division only."))
    if Partnership.objects.going_on().filter(mentee=mentee).exists():
        raise NotNow(_("A partnership is going on. Talk with your coordinator, who ends it first."))
    for proposal in Proposal.objects.open().filter(mentee=mentee).select_for_update():
        close(proposal, ProposalState.WITHDRAWN, now)
    resolve_signals_about(person=mentee.person, kinds=CAME_TO_NOTHING, now=now)
    withdraw_mentee(mentee=mentee, by=by, now=now, reason=reason)
