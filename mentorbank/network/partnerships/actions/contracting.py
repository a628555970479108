"""The contract: drawn up by the two together, signed by both."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorbank.codes import goals as goal_areas
from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.base.spans import months_after
from mentorbank.network.letters.actions import write
from mentorbank.network.organisation.models import Programme
from mentorbank.network.partnerships.models import (
    Contract,
    Goal,
    Partnership,
    Side,
    Signature,
    SignatureMethod,
)
from mentorbank.network.partnerships.queries import contract_in_work, meeting_calendar
from mentorbank.network.partnerships.rules import may_plan, may_sign, person_of
from mentorbank.network.partnerships.states import MOVES, PartnershipState
from mentorbank.network.people.actions import record
from mentorbank.network.signals.actions import resolve_signals

from .meeting import plan_series

MOST_GOALS = 8
START_WINDOW = timedelta(days=92)  # a contract begins within a quarter of a year


@transaction.atomic
def draw_up_contract(
    *,
    partnership: Partnership,
    starts_on: date,
    months: int,
    rhythm_weeks: int,
    goals: Iterable[Mapping[str, Any]],
    language: str,
    by: Actor,
    now: datetime,
    first_meeting_at: datetime | None = None,
    place: str = "",
    seen_at: datetime | None = None,
) -> Contract:
    """Write the unsigned contract of a draft partnership, or change it; whatever was signed is void then.

    Each goal has area, text, start (0-10) and may have target, due_on and language. `seen_at` is the moment
    of the text the writer saw: NotNow when the other one has changed it since.
    """
    partnership = locked(partnership)
    if not may_plan(by, partnership):
        raise NotAllowed(_("Only the two and their coordinator draw up the contract."))
    if partnership.state != PartnershipState.DRAFT:
        raise NotNow(_("The contract is signed by both. Ask your coordinator to change it."))
    contract = contract_in_work(partnership)
    if contract and seen_at and contract.changed_at != seen_at:
        raise NotNow(_("The other one has changed the contract meanwhile. Here is how it reads now."))
    contract = contract or Contract(partnership=partnership, version=1, drawn_up_at=now)
    ends_on = _checked_span(starts_on, months, rhythm_weeks, partnership.programme, now)
    wanted = checked_goals(goals, starts_on, language)
    _check_first_meeting(first_meeting_at, starts_on, ends_on, now)
    contract.starts_on, contract.ends_on, contract.rhythm_weeks = starts_on, ends_on, rhythm_weeks
    contract.first_meeting_at, contract.meeting_place = first_meeting_at, clean(place)[:120]
    contract.changed_at, contract.changed_by = now, by.person
    contract.save()
    contract.goals.all().delete()
    Goal.objects.bulk_create(Goal(contract=contract, **goal) for goal in wanted)
    _void(contract, by, now)
    record("drew up the contract", by=by, about=partnership.mentee.person, thing=partnership, now=now)
    return contract


def _checked_span(
    starts_on: date, months: int, rhythm_weeks: int, programme: Programme, now: datetime
) -> date:
    """The last day; NotNow when length, rhythm or start are outside the programme's bounds."""
    today = timezone.localdate(now)
    if not today - START_WINDOW <= starts_on <= today + START_WINDOW:
        raise NotNow(_("Choose a first day within three months from today."), field="starts_on")
    if not programme.months_min <= months <= programme.months_max:
        bounds = {"min": programme.months_min, "max": programme.months_max}
        raise NotNow(_("Choose between %(min)s and %(max)s months.") % bounds, field="months")
    if not 1 <= rhythm_weeks <= 12:
        raise NotNow(_("Choose between 1 and 12 weeks from meeting to meeting."), field="rhythm_weeks")
    ends_on = months_after(starts_on, months) - timedelta(days=1)
    if programme.ends_on:
        if programme.ends_on <= starts_on:
            raise NotNow(_("The programme ends before this day."), field="starts_on")
        ends_on = min(ends_on, programme.ends_on)
    return ends_on


def checked_goals(goals: Iterable[Mapping[str, Any]], starts_on: date, language: str) -> list[dict[str, Any]]:
    """Each goal as it is kept; a line without words is no goal."""
    wanted = [_checked_goal(goal, starts_on, language) for goal in goals if clean(goal.get("text") or "")]
    if not wanted:
        raise NotNow(_("Write at least one goal."), field="goals")
    if len(wanted) > MOST_GOALS:
        raise NotNow(_("Choose at most %(most)s goals.") % {"most": MOST_GOALS}, field="goals")
    return wanted


def _checked_goal(goal: Mapping[str, Any], starts_on: date, language: str) -> dict[str, Any]:
    """One goal as it is kept; a countable one shows its count as 0-10."""
    if goal.get("area") not in goal_areas.AREAS:
        raise NotNow(_("Choose what the goal is about."), field="goals")
    start, target, due_on = goal.get("start") or 0, goal.get("target"), goal.get("due_on")
    if due_on and due_on < starts_on:
        raise NotNow(_("Choose a day after the contract begins."), field="goals")
    if target is not None and not (1 <= target <= 1000 and 0 <= start <= target):
        raise NotNow(_("A goal counts from 0 up to at most 1000."), field="goals")
    if target is None and not 0 <= start <= 10:
        raise NotNow(_("Say where it stands today, from 0 to 10."), field="goals")
    stands = round(start / target * 10) if target else start
    return {
        "area": goal["area"],
        "text": clean(goal["text"])[:200],
        "language": goal.get("language") or language,
        "start": stands,
        "now": stands,
        "target": target,
        "count": start if target else None,
        "due_on": due_on,
    }


def _check_first_meeting(at: datetime | None, starts_on: date, ends_on: date, now: datetime) -> None:
    if at and not starts_on <= timezone.localdate(at) <= ends_on:
        raise NotNow(_("Choose a first meeting within the contract's days."), field="first_meeting_at")


def _void(contract: Contract, by: Actor, now: datetime) -> None:
    """A changed text needs both names again; whoever had signed is told."""
    for signature in contract.signatures.select_related("person"):
        if signature.person_id != by.person_id:
            write(
                "contract-changed",
                to=signature.person,
                about=contract.partnership,
                page="contract",
                programme=contract.partnership.programme,
                key=f"contract-changed:{contract.pk}:{signature.pk}",
                now=now,
            )
        signature.delete()


@transaction.atomic
def sign_contract(
    *,
    contract: Contract,
    side: Side,
    name: str,
    by: Actor,
    now: datetime,
    method: SignatureMethod = SignatureMethod.ONLINE,
) -> Signature:
    """Put one side's name under the contract; with the second name the partnership runs.

    Signing twice changes nothing. A contract changed since it was read is not signed unseen: pass the
    contract as it was shown.
    """
    partnership = locked(contract.partnership)
    shown_at = contract.changed_at
    contract = contract_in_work(partnership) or contract
    if not may_sign(by, partnership, side):
        raise NotAllowed(_("Everybody signs with one's own name only."))
    done = contract.signatures.filter(side=side).first()
    if done:
        return done
    if contract.changed_at != shown_at:
        raise NotNow(_("The contract was changed meanwhile. Read it once more and sign then."))
    if partnership.state != PartnershipState.DRAFT:
        raise NotNow(_("This contract cannot be signed any more."))
    name = clean(name)[:120]
    if not any(c.isalpha() for c in name):
        raise NotNow(_("Write your name to sign."), field="name")
    person = person_of(partnership, side)
    signature = Signature.objects.create(
        contract=contract, side=side, person=person, name=name, method=method, signed_at=now
    )
    record("signed the contract", by=by, about=person, thing=partnership, now=now, method=method)
    if Signature.objects.filter(contract=contract).count() == len(Side):
        _start(contract, partnership, now)
    else:
        _ask_the_other(partnership, side, now)
    return signature


def _ask_the_other(partnership: Partnership, side: Side, now: datetime) -> None:
    other = Side.MENTOR if side == Side.MENTEE else Side.MENTEE
    write(
        "contract-signed",
        to=person_of(partnership, other),
        about=partnership,
        page="contract",
        programme=partnership.programme,
        key=f"contract-signed:{partnership.pk}:{other}:{now.isoformat()}",
        now=now,
    )


def _start(contract: Contract, partnership: Partnership, now: datetime) -> None:
    """Both names stand: the partnership runs, its meetings are planned and go into two calendars."""
    contract.signed_at = now
    contract.save()
    if PartnershipState.RUNNING not in MOVES[PartnershipState(partnership.state)]:
        raise NotNow(_("This partnership cannot start."))
    partnership.state, partnership.started_at = PartnershipState.RUNNING, now
    partnership.save()
    plan_series(contract, partnership)
    resolve_signals(thing=partnership, kind="both-said-yes", now=now)
    for side in Side:
        write(
            "partnership-runs",
            to=person_of(partnership, side),
            about=partnership,
            page="partnership",
            programme=partnership.programme,
            calendar=meeting_calendar(partnership, side, now),
            calendar_method="PUBLISH",
            now=now,
        )
    record(
        "started the partnership",
        by=Actor(via=Via.CLOCK),
        about=partnership.mentee.person,
        thing=partnership,
        now=now,
    )


def locked(partnership: Partnership) -> Partnership:
    """The partnership as it is now, nobody else's turn until the transaction ends."""
    related = ("mentee__person", "mentor__person", "programme", "coordinator")
    rows = Partnership.objects.select_for_update(of=("self",)).select_related(*related)
    return rows.get(pk=partnership.pk)
