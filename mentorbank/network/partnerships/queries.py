"""Questions about pairs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mentorbank.files.calendars import Appointment, calendar
from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership, Proposal, Question, Side
from mentorbank.network.partnerships.states import GOING_ON, Answer
from mentorbank.network.people.models import LanguageSkill, Mentee, Mentor, Place
from mentorbank.network.people.states import MentorState

FOLLOW_UP = timedelta(days=365)
FEWEST_WAITS = 10  # fewer would say more about single people than about waiting


def free_places() -> QuerySet[Place]:
    """Open places that nobody holds."""
    held = Proposal.objects.filter(place=OuterRef("pk"), released_at__isnull=True)
    return Place.objects.filter(~Exists(held), closed=False)


def with_open_proposal() -> Exists:
    """For a queryset of mentees: somebody is being asked for them."""
    return Exists(Proposal.objects.open().filter(mentee=OuterRef("pk")))


def with_partnership() -> Exists:
    """For a queryset of mentees: they are matched."""
    return Exists(Partnership.objects.filter(mentee=OuterRef("pk"), state__in=GOING_ON))


def standing(mentee: Mentee, now: datetime) -> str:
    """What is asked, never stored: "matched", "proposed", "follow_up" or ""."""
    pairs = Partnership.objects.filter(mentee=mentee)
    if pairs.going_on().exists():
        return "matched"
    if Proposal.objects.open().filter(mentee=mentee).exists():
        return "proposed"
    return "follow_up" if pairs.filter(ended_at__gt=now - FOLLOW_UP).exists() else ""


@dataclass(frozen=True)
class ShortProfile:
    """What one side reads of the other before both said yes: the same kind of thing both ways.

    `goals` are what a mentee hopes for or what a mentor offers; codes throughout, words only where the
    person wrote them for the other to read.
    """

    side: Side
    first_name: str
    occupation: str
    occupation_words: str
    target: str
    languages: tuple[LanguageSkill, ...]
    division: str
    goals: tuple[str, ...]
    times: tuple[str, ...]
    note: str
    note_language: str


def short_profile(proposal: Proposal, side: Side) -> ShortProfile:
    """The profile of the one on `side`, for the other one to read."""
    who: Mentee | Mentor = proposal.mentee if side == Side.MENTEE else proposal.mentor
    division = who.person.division
    return ShortProfile(
        side=side,
        first_name=who.person.first_name,
        occupation=who.occupation,
        occupation_words=who.occupation_words,
        target=who.target if isinstance(who, Mentee) else "",
        languages=tuple(who.person.languages.all()),
        division=division.name if division else "",
        goals=tuple(who.goals if isinstance(who, Mentee) else who.offers),
        times=tuple(who.times),
        note=who.note,
        note_language=who.person.language,
    )


@dataclass(frozen=True)
class CommonGround:
    """What the two have in common, as both may read it: codes, the same for either side."""

    same_occupation: bool
    areas: tuple[str, ...]
    languages: tuple[str, ...]
    times: tuple[str, ...]
    same_division: bool


def common_ground(proposal: Proposal) -> CommonGround:
    """What is in both short profiles; the goals of one are the offers of the other."""
    mentee, mentor = proposal.mentee, proposal.mentor
    hers, theirs = ({skill.language for skill in who.person.languages.all()} for who in (mentee, mentor))
    wanted = {mentee.occupation, mentee.target} - {""}
    return CommonGround(
        same_occupation=mentor.occupation in wanted,
        areas=tuple(area for area in mentee.goals if area in mentor.offers),
        languages=tuple(sorted(hers & theirs)),
        times=tuple(time for time in mentee.times if time in mentor.times),
        same_division=mentee.person.division_id == mentor.person.division_id,
    )


def usual_wait(programme: Programme, now: datetime) -> tuple[int, int] | None:
    """Days from ready to matched that the middle half of the last two years waited; None under ten of them."""
    matched = Partnership.objects.filter(
        programme=programme, mentee__ready_at__isnull=False, matched_at__gt=now - timedelta(days=730)
    )
    waits = matched.filter(matched_at__gte=F("mentee__ready_at")).values_list(
        "matched_at", "mentee__ready_at"
    )
    days = sorted((end - start).days for end, start in waits.order_by("-matched_at")[:1000] if start)
    if len(days) < FEWEST_WAITS:
        return None
    return days[len(days) // 4], days[3 * len(days) // 4]


def mentors_free_like(mentee: Mentee, today: date) -> int:
    """Mentors of the mentee's profession (ISCO minor group) and division who have a free place now."""
    group = (mentee.target or mentee.occupation)[:3]
    resting = Q(mentor__rest_until__gte=today) & (Q(mentor__rest_from=None) | Q(mentor__rest_from__lte=today))
    places = free_places().filter(
        mentor__state=MentorState.IN_BANK,
        mentor__occupation__startswith=group,
        mentor__person__division=mentee.person.division_id,
    )
    return places.exclude(resting).values("mentor").distinct().count() if group else 0


def waiting_questions(reader: Actor) -> QuerySet[Question]:
    """Questions of mentees and mentors that nobody has answered yet, oldest first."""
    seen = Proposal.objects.visible_to(reader).open()
    asked = Question.objects.filter(proposal__in=seen, answered_at__isnull=True)
    return asked.select_related("proposal__mentee__person", "proposal__mentor__person").order_by("asked_at")


def due_sides(now: datetime) -> Iterable[tuple[Proposal, Side]]:
    """Sides of open proposals that were asked and have not answered; a waiting question stops their days."""
    proposals = Proposal.objects.open().select_related(
        "mentee__person__coordinator", "mentor__person__coordinator", "mentee__programme"
    )
    for proposal in proposals.order_by("pk"):
        for side in Side:
            answer, asked_at = answer_of(proposal, side), asked_at_of(proposal, side)
            if asked_at is not None and asked_at <= now and answer == "":
                yield proposal, side


def answer_of(proposal: Proposal, side: Side) -> str:
    """That side's own answer; blank is none yet."""
    return proposal.mentee_answer if side == Side.MENTEE else proposal.mentor_answer


def asked_at_of(proposal: Proposal, side: Side) -> datetime | None:
    """When that side's clock began."""
    return proposal.mentee_asked_at if side == Side.MENTEE else proposal.mentor_asked_at


def answer_by(proposal: Proposal, side: Side) -> datetime | None:
    """When that side's days are over; None while it has a question waiting or was not asked yet."""
    asked_at = asked_at_of(proposal, side)
    if asked_at is None or answer_of(proposal, side) == Answer.ASKED:
        return None
    return asked_at + timedelta(days=proposal.mentee.programme.expire_days)


def contract_in_work(partnership: Partnership) -> Contract | None:
    """The newest version, signed or not; None before the first."""
    return partnership.contracts.order_by("-version").prefetch_related("goals", "signatures").first()


def contract_in_force(partnership: Partnership) -> Contract | None:
    """The newest version both have signed; None before that."""
    return partnership.contracts.filter(signed_at__isnull=False).order_by("-version").first()


def coming_meetings(partnership: Partnership, now: datetime) -> QuerySet[Meeting]:
    """Planned meetings that are still ahead, the next one first."""
    return partnership.meetings.filter(planned_at__gte=now, cancelled_at__isnull=True)


def meetings_to_ask_about(now: datetime) -> QuerySet[Meeting]:
    """Meetings that are over and that nobody was asked about yet."""
    over = Meeting.objects.filter(cancelled_at__isnull=True, asked_at__isnull=True, planned_at__lt=now)
    pairs = over.filter(partnership__state__in=GOING_ON)
    return pairs.select_related(
        "partnership__mentee__person", "partnership__mentor__person", "partnership__programme"
    )


def partnership_of(person_id: int, now: datetime) -> QuerySet[Partnership]:
    """The partnerships a person is one of, those going on first."""
    mine = Q(mentee__person=person_id) | Q(mentor__person=person_id)
    return Partnership.objects.filter(mine).order_by(F("ended_at").desc(nulls_first=True), "-matched_at")


def meeting_calendar(
    partnership: Partnership, side: Side, now: datetime, meetings: Iterable[Meeting] | None = None
) -> bytes:
    """All meetings of a pair (or those given) as .ics for the one on `side`; empty when none is planned.

    A calendar shows the other's first name, time and place; of a shielded pair only that there is a meeting.
    """
    mentee, mentor = partnership.mentee.person, partnership.mentor.person
    reader, other = (mentee, mentor) if side == Side.MENTEE else (mentor, mentee)
    shielded = mentee.shielded or mentor.shielded
    with override(reader.language):
        title = _("Meeting") if shielded else _("Meeting with %(name)s") % {"name": other.first_name}
    planned = partnership.meetings.all() if meetings is None else meetings
    appointments = [_appointment(meeting, title, hidden=shielded) for meeting in planned]
    return calendar(appointments, now=now) if appointments else b""


def _appointment(meeting: Meeting, title: str, *, hidden: bool) -> Appointment:
    return Appointment(
        uid=meeting.uid,
        starts_at=timezone.localtime(meeting.planned_at),
        ends_at=timezone.localtime(meeting.planned_at + timedelta(minutes=meeting.minutes)),
        summary=title,
        sequence=meeting.sequence,
        location="" if hidden else meeting.place,
        cancelled=meeting.cancelled_at is not None,
    )
