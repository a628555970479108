"""The figures side by side: by division, and stage by stage from sign-up to work."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.outcomes.models import Outcome
from mentorbank.network.outcomes.queries.counting import (
    Scope,
    matched_mentees,
    mentees_in,
    pairs_in,
    ready_mentees,
)
from mentorbank.network.outcomes.queries.statistics import day_when, still_waiting
from mentorbank.network.people.models import Mentee


@dataclass(frozen=True)
class DivisionRow:
    """The figures of one division; `median_days` is None while fewer than half are matched."""

    division: Division
    running: int
    median_days: int | None
    in_work: int
    matched: int

    @property
    def share(self) -> float | None:
        return self.in_work / self.matched if self.matched else None


def by_division(
    divisions: Iterable[Division], programme: Programme | None, now: datetime
) -> list[DivisionRow]:
    """The three figures for each division, in three queries whatever their number."""
    scope = Scope(programme=programme)
    seen = Q(person__shielded=False)
    pairs = pairs_in(scope).filter(mentee__person__shielded=False, mentor__person__shielded=False)
    running = dict(pairs.running().order_by().values_list("division").annotate(Count("pk")))
    work = matched_mentees(scope).filter(seen).order_by().values("person__division")
    work = {
        row["person__division"]: (row["in_work"], row["everyone"])
        for row in work.annotate(
            everyone=Count("pk"), in_work=Count("pk", filter=Q(in_work_from__isnull=False))
        )
    }
    medians = _medians(ready_mentees(scope, now).filter(seen))
    return [
        DivisionRow(each, running.get(each.pk, 0), medians.get(each.pk), *work.get(each.pk, (0, 0)))
        for each in divisions
    ]


def _medians(ready: Any) -> dict[int, int | None]:
    rows = ready.order_by().values_list("person__division", "days", "matched").annotate(number=Count("pk"))
    spells = defaultdict(list)
    for division, days, matched, number in rows:
        spells[division].append((max(days, 0), matched, number))
    return {division: day_when(still_waiting(found), 0.5) for division, found in spells.items()}


def stages(scope: Scope) -> dict[str, int]:
    """How many came to each stage, each participation counted once."""
    everyone = mentees_in(scope).aggregate(
        signed_up=Count("pk"),
        interviewed=Count("pk", filter=Q(interviewed_at__isnull=False)),
        ready=Count("pk", filter=Q(ready_at__isnull=False)),
    )
    matched = matched_mentees(scope).aggregate(
        matched=Count("pk"), in_work=Count("pk", filter=Q(in_work_from__isnull=False))
    )
    return everyone | matched


def outcomes_of(reader: Actor, mentee: Mentee) -> QuerySet[Outcome]:
    """What became of one mentee, the latest first."""
    seen = Outcome.objects.visible_to(reader).standing().filter(mentee=mentee)
    return seen.select_related("recorded_by").order_by("-from_on", "-pk")
