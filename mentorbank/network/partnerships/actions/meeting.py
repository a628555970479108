"""Planning when the two meet; calendars follow by a stable uid and a growing sequence."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership
from mentorbank.network.partnerships.rules import may_plan
from mentorbank.network.partnerships.states import GOING_ON
from mentorbank.network.people.actions import record

FARTHEST = timedelta(days=400)


def plan_series(contract: Contract, partnership: Partnership) -> list[Meeting]:
    """Plan the first meeting and its repetitions until the contract ends."""
    return Meeting.objects.bulk_create(series(contract, partnership))


def series(contract: Contract, partnership: Partnership) -> list[Meeting]:
    """The first meeting and its repetitions at the same hour of the day, not saved yet."""
    if contract.first_meeting_at is None:
        return []
    first = timezone.localtime(contract.first_meeting_at)
    step = timedelta(weeks=contract.rhythm_weeks)
    meetings, at, number = [], first, 1
    while at.date() <= contract.ends_on:
        meetings.append(_meeting(partnership, at, contract.meeting_place, number))
        # adding to the wall clock keeps 17:00 at 17:00 across the change to summer time
        at = timezone.make_aware(first.replace(tzinfo=None) + step * number)
        number += 1
    return meetings


def _meeting(partnership: Partnership, at: datetime, place: str, number: int) -> Meeting:
    uid = f"partnership-{partnership.pk}-meeting-{number}@mentorbank"
    return Meeting(partnership=partnership, planned_at=at, place=place, uid=uid)


@transaction.atomic
def plan_meeting(*, partnership: Partnership, at: datetime, place: str, by: Actor, now: datetime) -> Meeting:
    """Plan one more meeting; staff may also enter one that has been."""
    _check(partnership, by, at, now)
    number = partnership.meetings.count() + 1
    meeting = _meeting(partnership, at, clean(place)[:120], number)
    meeting.save()
    record("planned a meeting", by=by, about=partnership.mentee.person, thing=partnership, now=now)
    return meeting


@transaction.atomic
def move_meeting(
    *, meeting: Meeting, at: datetime, by: Actor, now: datetime, place: str | None = None
) -> Meeting:
    """Move a meeting; its calendar entry follows."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    _check(meeting.partnership, by, at, now)
    if meeting.cancelled_at:
        raise NotNow(_("This meeting was cancelled. Plan a new one."))
    meeting.planned_at, meeting.asked_at = at, None
    meeting.place = meeting.place if place is None else clean(place)[:120]
    meeting.sequence += 1
    meeting.save()
    record(
        "moved a meeting", by=by, about=meeting.partnership.mentee.person, thing=meeting.partnership, now=now
    )
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: Actor, now: datetime) -> Meeting:
    """Cancel a meeting; a second press changes nothing."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if not may_plan(by, meeting.partnership):
        raise NotAllowed(_("Only the two and their coordinator plan meetings."))
    if meeting.cancelled_at is None:
        meeting.cancelled_at = now
        meeting.sequence += 1
        meeting.save()
        about = meeting.partnership.mentee.person
        record("cancelled a meeting", by=by, about=about, thing=meeting.partnership, now=now)
    return meeting


def note_asked(*, meeting: Meeting, now: datetime) -> bool:
    """Remember that both were asked about a meeting; False when somebody else did so first."""
    return Meeting.objects.filter(pk=meeting.pk, asked_at__isnull=True).update(asked_at=now) == 1


def _check(partnership: Partnership, by: Actor, at: datetime, now: datetime) -> None:
    if not may_plan(by, partnership):
        raise NotAllowed(_("Only the two and their coordinator plan meetings."))
    if partnership.state not in GOING_ON:
        raise NotNow(_("This partnership has ended; no meetings are planned any more."))
    if at > now + FARTHEST or (at < now and not by.is_staff):
        raise NotNow(_("Choose a time that is still ahead, within a year."), field="planned_at")
