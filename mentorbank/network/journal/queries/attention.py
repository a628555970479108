"""Which partnerships need somebody, and by which rule."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from mentorbank.network.base.actor import Actor
from mentorbank.network.journal.models import Happened, Report
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership
from mentorbank.network.partnerships.states import PartnershipState
from mentorbank.network.signals.models import Signal

NO_CONTRACT_DAYS = 10
NO_MEETING_DAYS = 42
ENDS_WITHIN_DAYS = 14
MEETING = (PartnershipState.RUNNING, PartnershipState.ENDING)


class Reason(StrEnum):
    """The rule that holds."""

    NO_CONTRACT = "no_contract"
    NO_MEETING = "no_meeting"
    CONTRACT_ENDS = "contract_ends"
    ANSWERS_DIFFER = "answers_differ"


@dataclass(frozen=True)
class Attention:
    """A pair and the rules that hold for it; `days` since or until, None where days say nothing."""

    partnership: Partnership
    reasons: list[tuple[Reason, int | None]]


def partnerships_to_look_at(reader: Actor, now: datetime) -> list[Attention]:
    """Pairs of the reader's people that a rule points at, the longest silent first (1 query)."""
    return [
        attention(pair, now) for pair in _pairs(reader, now).filter(_looked_for(now)).order_by("matched_at")
    ]


def number_to_look_at(reader: Actor, now: datetime) -> int:
    """How many pairs a rule points at (1 query)."""
    pairs = _with_facts(Partnership.objects.visible_to(reader).going_on())
    return int(pairs.filter(_looked_for(now)).count())


def attention(pair: Any, now: datetime) -> Attention:
    """The rules that hold for one pair; it carries `last_met_at`, `ends_on` and `differs` (see `_pairs`)."""
    if not hasattr(pair, "differs"):
        pair = _with_facts(Partnership.objects.filter(pk=pair.pk)).get()
    today = localdate(now)
    reasons: list[tuple[Reason, int | None]] = []
    if pair.state == PartnershipState.DRAFT and (days := (now - pair.matched_at).days) >= NO_CONTRACT_DAYS:
        reasons.append((Reason.NO_CONTRACT, days))
    if pair.state in MEETING:
        quiet = (now - max(filter(None, (pair.last_met_at, pair.started_at)), default=now)).days
        if quiet >= NO_MEETING_DAYS:
            reasons.append((Reason.NO_MEETING, quiet))
        if pair.ends_on and pair.ends_on <= today + timedelta(days=ENDS_WITHIN_DAYS):
            reasons.append((Reason.CONTRACT_ENDS, (pair.ends_on - today).days))
    if pair.differs:
        reasons.append((Reason.ANSWERS_DIFFER, None))
    return Attention(pair, reasons)


def _pairs(reader: Actor, now: datetime) -> Any:
    pairs = Partnership.objects.visible_to(reader).going_on()
    return _with_facts(pairs.select_related("mentee__person", "mentor__person", "coordinator"))


def _with_facts(pairs: Any) -> Any:
    met = Report.objects.standing().filter(
        meeting__partnership=OuterRef("pk"), meeting__cancelled_at=None, happened=Happened.MET
    )
    signed = Contract.objects.filter(partnership=OuterRef("pk"), signed_at__isnull=False)
    unlike = Signal.objects.standing().filter(kind="answers-differ", thing="meeting", thing_id=OuterRef("pk"))
    meetings = Meeting.objects.filter(Exists(unlike), partnership=OuterRef("pk"))
    latest = met.order_by("-meeting__planned_at").values("meeting__planned_at")[:1]
    return pairs.annotate(
        last_met_at=Subquery(latest, DateTimeField()),
        ends_on=Subquery(signed.order_by("-version").values("ends_on")[:1], DateField()),
        differs=Exists(meetings),
    )


def _looked_for(now: datetime) -> Q:
    long_ago = now - timedelta(days=NO_MEETING_DAYS)
    silent = Q(last_met_at__isnull=True) | Q(last_met_at__lte=long_ago)
    soon = localdate(now) + timedelta(days=ENDS_WITHIN_DAYS)
    return (
        Q(state=PartnershipState.DRAFT, matched_at__lte=now - timedelta(days=NO_CONTRACT_DAYS))
        | Q(silent, state__in=MEETING, started_at__lte=long_ago)
        | Q(state__in=MEETING, ends_on__lte=soon)
        | Q(differs=True)
    )
