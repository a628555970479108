"""Who waits: for a mentor, or still for the interview."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.partnerships.models import Proposal
from mentorbank.network.partnerships.queries import with_open_proposal, with_partnership
from mentorbank.network.people.models import Mentee
from mentorbank.network.people.states import MenteeState

BEFORE_THE_INTERVIEW = (MenteeState.REGISTERED, MenteeState.INVITED, MenteeState.BOOKED)


def waiting_list(
    reader: Actor,
    *,
    now: datetime,
    division: Division | None = None,
    programme: Programme | None = None,
) -> QuerySet[Mentee]:
    """Ready and not matched, the longest wait first.

    `proposed` marks those who are being asked about a mentor; `asked` lists proposals, the latest first.
    """
    waiting = _people(reader, division, programme).ready().exclude(with_partnership())
    proposals = Proposal.objects.select_related("mentor__person").order_by("-proposed_at")
    waiting = waiting.filter(ready_at__lte=now).annotate(proposed=with_open_proposal())
    return waiting.prefetch_related(Prefetch("proposals", proposals, "asked")).order_by("ready_at", "pk")


def interviews_due(
    reader: Actor, *, division: Division | None = None, programme: Programme | None = None
) -> QuerySet[Mentee]:
    """Registered and not interviewed yet, the oldest promise first."""
    people = _people(reader, division, programme).filter(state__in=BEFORE_THE_INTERVIEW)
    return people.order_by("registered_at", "pk")


def _people(reader: Actor, division: Division | None, programme: Programme | None) -> Any:
    people = Mentee.objects.visible_to(reader).select_related("person__division", "programme")
    people = people.prefetch_related("person__languages")
    if division:
        people = people.filter(person__division=division)
    return people.filter(programme=programme) if programme else people
