"""The figures, counted by the database, and the records behind each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Count,
    DateTimeField,
    Exists,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.outcomes.models import Outcome, OutcomeKind
from mentorbank.network.outcomes.queries.definitions import EVER_IN_WORK, READY_TO_MATCH, RUNNING, Definition
from mentorbank.network.outcomes.queries.statistics import day_when, still_waiting, wilson
from mentorbank.network.outcomes.rules import may_read_figures
from mentorbank.network.partnerships.models import Partnership
from mentorbank.network.partnerships.models.partnerships import PartnershipQuerySet
from mentorbank.network.people.models import Mentee

Curve = list[tuple[int, float]]


@dataclass(frozen=True)
class Scope:
    """Which part of the network is counted. Shielded people are not counted by place."""

    division: Division | None = None
    programme: Programme | None = None


EVERYTHING = Scope()


@dataclass(frozen=True)
class Figure:
    """A counted figure. `value` is a number, a share (0-1) or days, None where it cannot be told yet."""

    definition: Definition
    numerator: int
    denominator: int
    value: float | None
    counted_at: datetime
    low: float | None = None
    high: float | None = None
    p90: int | None = None
    curve: Curve | None = None


class DaysBetween(Func):
    """Whole days from the second date to the first."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, arg_joiner=") - julianday(", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template="(%(expressions)s)", arg_joiner=" - ", **extra)


def figures(reader: Actor, scope: Scope, now: datetime) -> list[Figure]:
    """All figures of a part of the network; sums without names, so everyone on the staff may read them."""
    _refuse_strangers(reader)
    return [count(scope, now) for count in COUNTERS.values()]


def figure(code: str, reader: Actor, scope: Scope, now: datetime) -> Figure:
    """One figure. Raises KeyError for a code that does not exist."""
    _refuse_strangers(reader)
    return COUNTERS[code](scope, now)


def _refuse_strangers(reader: Actor) -> None:
    if not may_read_figures(reader):
        raise NotAllowed(_("Figures are for the staff."))


def count_running(scope: Scope, now: datetime) -> Figure:
    """See `definitions.RUNNING`."""
    found = pairs_in(scope).aggregate(
        running=Count("pk", filter=Q(pk__in=Partnership.objects.running())),
        going_on=Count("pk", filter=Q(pk__in=Partnership.objects.going_on())),
    )
    return Figure(RUNNING, found["running"], found["going_on"], found["running"], now)


def count_days(scope: Scope, now: datetime) -> Figure:
    """See `definitions.READY_TO_MATCH`."""
    rows = ready_mentees(scope, now).order_by().values_list("days", "matched").annotate(number=Count("pk"))
    spells = [(max(days, 0), matched, number) for days, matched, number in rows]
    curve = still_waiting(spells)
    matched = sum(number for _days, done, number in spells if done)
    return Figure(
        READY_TO_MATCH,
        matched,
        sum(number for *_rest, number in spells),
        day_when(curve, 0.5) if matched else None,
        now,
        p90=day_when(curve, 0.9) if matched else None,
        curve=curve,
    )


def count_in_work(scope: Scope, now: datetime) -> Figure:
    """See `definitions.EVER_IN_WORK`."""
    found = matched_mentees(scope).aggregate(
        everyone=Count("pk"), in_work=Count("pk", filter=Q(in_work_from__isnull=False))
    )
    low, high = wilson(found["in_work"], found["everyone"]) or (None, None)
    share = found["in_work"] / found["everyone"] if found["everyone"] else None
    return Figure(EVER_IN_WORK, found["in_work"], found["everyone"], share, now, low, high)


COUNTERS: dict[str, Callable[[Scope, datetime], Figure]] = {
    RUNNING.code: count_running,
    READY_TO_MATCH.code: count_days,
    EVER_IN_WORK.code: count_in_work,
}


def pairs_in(scope: Scope) -> PartnershipQuerySet:
    """The partnerships of a part of the network."""
    pairs = Partnership.objects.all()
    if scope.programme:
        pairs = pairs.filter(programme=scope.programme)
    if scope.division:
        pairs = pairs.filter(division=scope.division, mentee__person__shielded=False)
        pairs = pairs.filter(mentor__person__shielded=False)
    return pairs


def mentees_in(scope: Scope) -> Any:
    """The mentees of a part of the network, each with the moment of her first match."""
    first = Partnership.objects.filter(mentee=OuterRef("pk")).order_by().values("mentee")
    moment = first.annotate(at=Min("matched_at")).values("at")
    mentees = Mentee.objects.annotate(first_matched_at=Subquery(moment, DateTimeField()))
    if scope.programme:
        mentees = mentees.filter(programme=scope.programme)
    if scope.division:
        mentees = mentees.filter(person__division=scope.division, person__shielded=False)
    return mentees


def ready_mentees(scope: Scope, now: datetime) -> Any:
    """Mentees who were ever ready: `matched`, and the `days` until that or until the last known day."""
    told = Q(first_matched_at__isnull=True) | Q(first_matched_at__gte=F("ready_at"))
    until = Coalesce("first_matched_at", "closed_at", Value(now, DateTimeField()))
    return (
        mentees_in(scope)
        .filter(told, ready_at__isnull=False, ready_at__lte=now)
        .annotate(
            days=DaysBetween(TruncDate(until), TruncDate("ready_at")),
            matched=Exists(Partnership.objects.filter(mentee=OuterRef("pk"))),
        )
    )


def matched_mentees(scope: Scope) -> Any:
    """Everyone ever matched, with the first day of an ordinary job since then, if there was one."""
    jobs = (
        Outcome.objects.standing()
        .filter(mentee=OuterRef("pk"), kind=OutcomeKind.JOB)
        .filter(from_on__gte=OuterRef("first_matched_on"))
        .order_by("from_on")
    )
    matched = mentees_in(scope).filter(first_matched_at__isnull=False)
    matched = matched.annotate(first_matched_on=TruncDate("first_matched_at"))
    return matched.annotate(in_work_from=Subquery(jobs.values("from_on")[:1]))


def records(code: str, reader: Actor, scope: Scope, now: datetime) -> QuerySet[Any]:
    """What a figure counted, as far as the reader may see it; those in the numerator first."""
    if code == RUNNING.code:
        pairs = pairs_in(scope).visible_to(reader).going_on().order_by("-state", "-matched_at")
        return pairs.select_related("mentee__person", "mentor__person", "division")
    if code == READY_TO_MATCH.code:
        seen = ready_mentees(scope, now).visible_to(reader)
        return seen.select_related("person__division").order_by("-matched", "-days", "pk")
    seen = matched_mentees(scope).visible_to(reader)
    in_work_first = F("in_work_from").desc(nulls_last=True)
    return seen.select_related("person__division").order_by(in_work_first, "-first_matched_at", "pk")
