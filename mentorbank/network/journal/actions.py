"""Asking whether the two met, and writing down what each says."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.journal.models import Happened, Report
from mentorbank.network.journal.queries import standing_reports
from mentorbank.network.journal.rules import correctable_until, may_report
from mentorbank.network.letters.actions import write
from mentorbank.network.partnerships.actions import note_asked
from mentorbank.network.partnerships.models import Meeting, Side
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.people.actions import record
from mentorbank.network.signals.actions import raise_signal, resolve_signals

#: Working time staff have before the quiet signal of two different answers is late.
DIFFERENCE_DAYS = 5


@transaction.atomic
def report_meeting(*, meeting: Meeting, side: Side, happened: Happened, by: Actor, now: datetime) -> Report:
    """Keep one side's own answer about one meeting; a second answer corrects the first, both rows stay.

    The same answer again changes nothing. Raises NotAllowed for the other side, NotNow before the meeting,
    for one that was called off, and once the days for correcting are over.
    """
    if happened not in Happened.values:
        raise NotNow(_("Choose one of the three answers."), field="happened")
    if not may_report(by, meeting, side):
        raise NotAllowed(_("You can tell how it went for yourself only."))
    Meeting.objects.select_for_update().get(pk=meeting.pk)  # two taps at once: one after the other
    _refuse_unless_over(meeting, now)
    standing = standing_reports(meeting).filter(side=side).first()
    if standing and standing.happened == happened:
        return standing
    if standing:
        _put_aside(standing, now)
    report = Report.objects.create(
        meeting=meeting, side=side, happened=happened, written_by=by.person, via=by.via, written_at=now
    )
    verb = "corrected a meeting report" if standing else "reported a meeting"
    _record(verb, report, by, now)
    _compare(meeting, now)
    return report


def _refuse_unless_over(meeting: Meeting, now: datetime) -> None:
    if meeting.cancelled_at:
        raise NotNow(_("This meeting was called off. There is nothing to report."))
    if now < meeting.planned_at:
        raise NotNow(_("You can tell how it went once the meeting has begun."))


def _put_aside(standing: Report, now: datetime) -> None:
    """Mark the answer as replaced, if its days are not over."""
    first = Report.objects.filter(meeting=standing.meeting, side=standing.side).earliest("written_at")
    if now > correctable_until(first):
        raise NotNow(_("The days for changing this answer are over. Call your coordinator if it is wrong."))
    standing.replaced_at = now
    standing.save(update_fields=["replaced_at"])


def _record(verb: str, report: Report, by: Actor, now: datetime) -> None:
    person = person_of(report.meeting.partnership, Side(report.side))
    codes = {"side": report.side, "happened": report.happened}
    record(verb, by=by, about=person, thing=report.meeting, now=now, **codes)


def _compare(meeting: Meeting, now: datetime) -> None:
    """Two different answers are a quiet signal; it goes away when they agree."""
    answers = dict(standing_reports(meeting).values_list("side", "happened"))
    if len(set(answers.values())) > 1:
        pair = meeting.partnership
        raise_signal(
            "answers-differ",
            about=pair.mentee.person,
            thing=meeting,
            owner=pair.coordinator,
            due_on=localdate(now) + timedelta(days=DIFFERENCE_DAYS),
            values=answers,
            now=now,
        )
        return
    resolve_signals(thing=meeting, now=now, kind="answers-differ")


@transaction.atomic
def ask_about_meeting(*, meeting: Meeting, by: Actor, now: datetime) -> bool:
    """Write *did you meet?* to both, once; whoever has answered already is not asked. True if asked now."""
    if not note_asked(meeting=meeting, now=now):
        return False
    pair = meeting.partnership
    told = set(standing_reports(meeting).values_list("side", flat=True))
    for side in [side for side in Side if side not in told]:
        write(
            "did-you-meet",
            to=person_of(pair, side),
            about=meeting,
            page="report",
            programme=pair.programme,
            now=now,
        )
    record("asked whether they met", by=by, about=pair.mentee.person, thing=meeting, now=now)
    return True
