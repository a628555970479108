"""A partnership as one of its two sees it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404

from mentorbank.network.base.actor import Actor
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership, Side
from mentorbank.network.partnerships.queries import partnership_of
from mentorbank.network.partnerships.rules import person_of, side_of
from mentorbank.network.partnerships.states import PartnershipState
from mentorbank.network.people.models import Person


def other_side(side: Side) -> Side:
    return Side.MENTOR if side == Side.MENTEE else Side.MENTEE


@dataclass(frozen=True)
class Pair:
    """A partnership, the reader's side of it, and what is ahead. Everything here was fetched beforehand."""

    partnership: Partnership
    side: Side
    now: datetime

    @property
    def me(self) -> Person:
        return person_of(self.partnership, self.side)

    @property
    def other(self) -> Person:
        return person_of(self.partnership, other_side(self.side))

    @property
    def is_mentee(self) -> bool:
        return self.side == Side.MENTEE

    @property
    def draft(self) -> bool:
        return self.partnership.state == PartnershipState.DRAFT

    @property
    def contract(self) -> Contract | None:
        """The newest version, signed or not."""
        versions: Iterable[Contract] = self.partnership.contracts.all()
        return max(versions, key=lambda contract: contract.version, default=None)

    @property
    def signed_by(self) -> set[str]:
        if self.contract is None:
            return set()
        if self.contract.signed_at:
            return set(Side.values)
        return {signature.side for signature in self.contract.signatures.all()}

    @property
    def signed(self) -> bool:
        return self.side in self.signed_by

    @property
    def has_met(self) -> bool:
        """A meeting lies behind them, whatever became of it."""
        return any(meeting.planned_at <= self.now for meeting in self.partnership.meetings.all())

    @property
    def next_meeting(self) -> Meeting | None:
        """The next one; it stays on the page until it is over."""
        kept = [m for m in self.partnership.meetings.all() if m.cancelled_at is None]
        return next((m for m in kept if m.planned_at + timedelta(minutes=m.minutes) > self.now), None)


def whole(partnerships: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """With everything a page about a pair shows, in a number of queries that does not grow with them."""
    people = ("mentee__person", "mentor__person", "coordinator", "stand_in", "programme", "division")
    return partnerships.select_related(*people).prefetch_related("meetings", "contracts__goals")


def with_signatures(pairs: list[Pair]) -> list[Pair]:
    """Who has signed is asked only where the contract is not in force yet."""
    contracts = [pair.contract for pair in pairs]
    prefetch_related_objects([c for c in contracts if c and not c.signed_at], "signatures")
    return pairs


def pair_or_404(reader: Actor, partnership_id: int | None, now: datetime) -> Pair:
    """The reader's own pair; staff and strangers find nothing here."""
    found = whole(Partnership.objects.visible_to(reader).filter(pk=partnership_id)).first()
    side = side_of(reader, found) if found else None
    if found is None or side is None:
        raise Http404
    return with_signatures([Pair(found, side, now)])[0]


def pairs_going_on(reader: Actor, now: datetime) -> list[Pair]:
    found = whole(partnership_of(reader.person_id or 0, now).going_on())
    sided = ((partnership, side_of(reader, partnership)) for partnership in found)
    return with_signatures([Pair(partnership, side, now) for partnership, side in sided if side])
