"""Recording what became of a mentee; a correction is a new row, the old one stays."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.outcomes.models import Evidence, Outcome, OutcomeKind
from mentorbank.network.outcomes.rules import may_record_outcome
from mentorbank.network.people.actions import record
from mentorbank.network.people.models import Mentee

PAID = (OutcomeKind.JOB, OutcomeKind.SUBSIDISED)
MOST_HOURS = 80
EARLIEST = date(1990, 1, 1)
_FACTS = ("kind", "from_on", "until_on", "hours", "lasting", "evidence")


@transaction.atomic
def record_outcome(
    *,
    mentee: Mentee,
    kind: OutcomeKind | str,
    from_on: date,
    evidence: Evidence | str,
    by: Actor,
    now: datetime,
    until_on: date | None = None,
    hours: Decimal | float | None = None,
    lasting: bool = False,
) -> Outcome:
    """Keep one spell of work, study or the like. The same spell twice is kept once.

    Raises NotAllowed outside one's division, NotNow (with the field) for values that cannot be, or when
    another spell of this kind began on the same day.
    """
    _refuse_strangers(by, mentee)
    facts = _checked(
        localdate(now),
        kind=kind,
        from_on=from_on,
        until_on=until_on,
        hours=hours,
        lasting=lasting,
        evidence=evidence,
    )
    Mentee.objects.select_for_update().get(pk=mentee.pk)  # a double submit waits for the first
    same_day = Outcome.objects.standing().filter(mentee=mentee, kind=facts["kind"], from_on=from_on).first()
    if same_day:
        return _the_same(same_day, facts)
    outcome = Outcome.objects.create(mentee=mentee, recorded_by=by.person, recorded_at=now, **facts)
    record("recorded an outcome", by=by, about=mentee.person, thing=outcome, now=now, kind=outcome.kind)
    return outcome


@transaction.atomic
def correct_outcome(*, outcome: Outcome, by: Actor, now: datetime, **facts: Any) -> Outcome:
    """Put a corrected row in the place of a standing one; facts that are not given stay."""
    _refuse_strangers(by, outcome.mentee)
    facts = {name: getattr(outcome, name) for name in _FACTS} | facts
    checked = _checked(localdate(now), **facts)
    if not Outcome.objects.filter(pk=outcome.pk, replaced_at=None).update(replaced_at=now):
        raise NotNow(_("Somebody corrected this in the meantime. Open the latest one."))
    corrected = Outcome.objects.create(
        mentee=outcome.mentee, recorded_by=by.person, recorded_at=now, **checked
    )
    record(
        "corrected an outcome",
        by=by,
        about=outcome.mentee.person,
        thing=corrected,
        now=now,
        replaces=outcome.pk,
    )
    return corrected


def _refuse_strangers(by: Actor, mentee: Mentee) -> None:
    if not may_record_outcome(by, mentee):
        raise NotAllowed(_("You can record outcomes in your own division only."))


def _the_same(there: Outcome, facts: dict[str, Any]) -> Outcome:
    """The row that is there, when it says the same."""
    if all(getattr(there, name) == value for name, value in facts.items()):
        return there
    raise NotNow(
        _("Something of this kind from that day is recorded already. Correct that one."), field="from_on"
    )


def _checked(today: date, **facts: Any) -> dict[str, Any]:
    """The facts as they are kept, or NotNow naming the field."""
    kind = _choice(OutcomeKind, facts["kind"], "kind", _("Choose what it is."))
    evidence = _choice(Evidence, facts["evidence"], "evidence", _("Choose how we know."))
    from_on, until_on = facts["from_on"], facts["until_on"]
    if not from_on or not EARLIEST <= from_on <= today:
        raise NotNow(_("Choose the day it began, today or earlier."), field="from_on")
    if until_on and until_on < from_on:
        raise NotNow(_("Choose a last day that is not before the first."), field="until_on")
    return {
        "kind": kind,
        "from_on": from_on,
        "until_on": until_on,
        "hours": _hours(facts["hours"], kind),
        "lasting": bool(facts["lasting"]),
        "evidence": evidence,
    }


def _choice(choices: Any, value: Any, field: str, sentence: str) -> Any:
    try:
        return choices(value)
    except ValueError:
        raise NotNow(sentence, field=field) from None


def _hours(hours: Any, kind: OutcomeKind) -> Decimal | None:
    """Hours a week with one decimal; paid work must say them."""
    if hours in (None, ""):
        if kind in PAID:
            raise NotNow(_("Write how many hours a week."), field="hours")
        return None
    try:
        number = Decimal(str(hours)).quantize(Decimal("0.1"))
    except InvalidOperation:
        number = Decimal(-1)
    if not (number.is_finite() and 0 < number <= MOST_HOURS):
        raise NotNow(
            _("Write hours a week as a number up to %(most)s.") % {"most": MOST_HOURS}, field="hours"
        )
    return number
