"""Raising, taking and settling what needs a person."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import CLOCK, Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.people.actions import record
from mentorbank.network.people.models import Person
from mentorbank.network.signals.models import Signal
from mentorbank.network.signals.rules import may_settle
from mentorbank.network.signals.states import MOVES, SignalState


def raise_signal(
    kind: str,
    *,
    about: Person,
    thing: Model,
    due_on: date,
    now: datetime,
    owner: Person | None = None,
    values: dict[str, Any] | None = None,
) -> Signal:
    """Say that somebody of the staff should look; a signal that stands already is kept as it is."""
    signal, new = Signal.objects.get_or_create(
        kind=kind,
        thing=thing._meta.model_name,
        thing_id=thing.pk,
        resolved_at=None,
        defaults={
            "about": about,
            "owner": owner or about.coordinator,
            "values": values or {},
            "raised_at": now,
            "due_on": due_on,
        },
    )
    if new:
        record("raised a signal", by=CLOCK, about=about, thing=signal, now=now, kind=kind)
    return signal


def resolve_signals(*, thing: Model, now: datetime, kind: str = "") -> int:
    """Lay down what stands about a thing once it is no longer so; how many."""
    standing = Signal.objects.standing().filter(thing=thing._meta.model_name, thing_id=thing.pk)
    if kind:
        standing = standing.filter(kind=kind)
    return standing.update(state=SignalState.RESOLVED, resolved_at=now)


def resolve_signals_about(*, person: Person, kinds: Iterable[str], now: datetime) -> int:
    """Lay down what stands about a person because of an earlier thing; how many."""
    standing = Signal.objects.standing().filter(about=person, kind__in=kinds)
    return standing.update(state=SignalState.RESOLVED, resolved_at=now)


@transaction.atomic
def take_signal(*, signal: Signal, by: Actor, now: datetime) -> None:
    """Make it one's own."""
    _move(signal, SignalState.OWNED, by)
    signal.owner = by.person
    signal.save()
    record("took a signal", by=by, about=signal.about, thing=signal, now=now)


@transaction.atomic
def settle_signal(*, signal: Signal, by: Actor, now: datetime) -> None:
    """It was looked after; a second press changes nothing."""
    if signal.state == SignalState.RESOLVED:
        return
    _move(signal, SignalState.RESOLVED, by)
    signal.acted_at, signal.resolved_at = signal.acted_at or now, now
    signal.save()
    record("settled a signal", by=by, about=signal.about, thing=signal, now=now)


def _move(signal: Signal, to: SignalState, by: Actor) -> None:
    if not may_settle(by, signal):
        raise NotAllowed(_("You can settle what concerns your own division only."))
    if to not in MOVES[SignalState(signal.state)]:
        raise NotNow(_("This was looked after already."))
    signal.state = to
