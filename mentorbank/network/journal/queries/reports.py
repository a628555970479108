"""What was said about meetings, and about which ones somebody still has to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from mentorbank.network.journal.models import Report
from mentorbank.network.partnerships.models import Meeting, Partnership, Side
from mentorbank.network.partnerships.queries import meetings_to_ask_about
from mentorbank.network.partnerships.states import GOING_ON, PartnershipState
from mentorbank.network.people.models import Person

#: A meeting that was over longer ago than this is not asked about any more.
ASK_WITHIN = timedelta(days=14)
HOLDING_MEETINGS = (PartnershipState.RUNNING, PartnershipState.ENDING)


@dataclass(frozen=True)
class MeetingAnswers:
    """A meeting with what each side says of it ("" while she says nothing)."""

    meeting: Meeting
    mentee: Report | None
    mentor: Report | None

    @property
    def differ(self) -> bool:
        return bool(self.mentee and self.mentor and self.mentee.happened != self.mentor.happened)

    @property
    def agree(self) -> bool:
        return bool(self.mentee and self.mentor and self.mentee.happened == self.mentor.happened)


def meetings_with_answers(partnership: Partnership) -> list[MeetingAnswers]:
    """Every meeting of a pair, the latest first, with both sides' standing answers kept apart (2 queries)."""
    standing = Report.objects.standing().filter(meeting__partnership=partnership).select_related("written_by")
    told: dict[int, list[Report]] = {}
    for report in standing:
        told.setdefault(report.meeting_id, []).append(report)
    meetings = Meeting.objects.filter(partnership=partnership).order_by("-planned_at")
    return [answers_of(meeting, told.get(meeting.pk, [])) for meeting in meetings]


def standing_reports(meeting: Meeting) -> QuerySet[Report]:
    """What stands about one meeting: at most one answer a side."""
    return Report.objects.standing().filter(meeting=meeting)


def answers_of(meeting: Meeting, reports: Iterable[Report] | None = None) -> MeetingAnswers:
    """The two standing answers about one meeting, out of `reports` where they were fetched before."""
    reports = standing_reports(meeting) if reports is None else reports
    by_side = {report.side: report for report in reports}
    return MeetingAnswers(meeting, by_side.get(Side.MENTEE), by_side.get(Side.MENTOR))


def meetings_just_over(now: datetime) -> list[Meeting]:
    """Meetings that are over, of pairs that go on, about which nobody was asked yet."""
    begun = meetings_to_ask_about(now).filter(planned_at__gte=now - ASK_WITHIN)
    begun = begun.filter(partnership__state__in=HOLDING_MEETINGS)
    return [meeting for meeting in begun if meeting.planned_at + timedelta(minutes=meeting.minutes) <= now]


def meeting_to_report(person: Person, now: datetime) -> tuple[Meeting, Side] | None:
    """The latest meeting this person has not told about yet, with her side of it; None if there is none."""
    paths = {Side.MENTEE: "partnership__mentee__person", Side.MENTOR: "partnership__mentor__person"}
    for side, path in paths.items():
        told = Report.objects.filter(meeting=OuterRef("pk"), side=side)
        meeting = (
            Meeting.objects.filter(
                ~Exists(told),
                cancelled_at=None,
                planned_at__lte=now,
                planned_at__gte=now - ASK_WITHIN,
                partnership__state__in=GOING_ON,
                **{path: person},
            )
            .select_related(
                "partnership__mentee__person", "partnership__mentor__person", "partnership__programme"
            )
            .order_by("-planned_at")
            .first()
        )
        if meeting:
            return meeting, side
    return None


def first_told(meeting: Meeting, side: Side) -> Report | None:
    """What a side told first about a meeting: the days for correcting count from there."""
    return Report.objects.filter(meeting=meeting, side=side).order_by("written_at").first()
