"""Who waits: for a mentor, or still for the interview."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.partnerships.models import Partnership, Proposal
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
    """Ready and not matched, the longest wait first; `waiting_since` says since when.

    `proposed` marks those who are being asked about a mentor; `with_proposals` adds whom.
    """
    waiting = _people(reader, division, programme).ready().exclude(with_partnership())
    waiting = waiting.filter(ready_at__lte=now).annotate(
        proposed=with_open_proposal(), waiting_since=_since()
    )
    return waiting.order_by("waiting_since", "pk")


def with_proposals(mentees: Iterable[Mentee]) -> list[Mentee]:
    """The same mentees, each with `asked`: her proposals, the latest first (1 query)."""
    found = {mentee.pk: mentee for mentee in mentees}
    for mentee in found.values():
        mentee.asked = []  # type: ignore[attr-defined]
    proposals = Proposal.objects.filter(mentee__in=found).select_related("mentor__person")
    for proposal in proposals.order_by("-proposed_at"):
        found[proposal.mentee_id].asked.append(proposal)  # type: ignore[attr-defined]
    return list(found.values())


def waiting_since(mentee: Mentee) -> datetime | None:
    """When the wait of one mentee began; None before she was ready."""
    return Mentee.objects.filter(pk=mentee.pk).values_list(_since(), flat=True).get()


def _since() -> Any:
    """Ready, or the end of the last partnership: whoever needs another mentor waits anew."""
    ended = Partnership.objects.filter(mentee=OuterRef("pk"), ended_at__gt=OuterRef("ready_at"))
    latest = ended.order_by("-ended_at").values("ended_at")[:1]
    return Coalesce(Subquery(latest, DateTimeField()), "ready_at")


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
