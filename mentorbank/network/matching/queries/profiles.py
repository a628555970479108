"""From the database's columns to the engine's profiles: codes and numbers, no name, no gender, no origin.

Read as plain rows, in a number of queries that does not grow with the bank.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mentorbank import engine
from mentorbank.codes import places
from mentorbank.engine.profiles import WISH_KINDS
from mentorbank.network.organisation.models import Audience
from mentorbank.network.partnerships.queries import free_places
from mentorbank.network.people.models import LanguageSkill, Mentee, Wish

from .bank import resting

COLUMNS = [
    *(
        "pk",
        "person_id",
        "occupation",
        "education",
        "education_level",
        "times",
        "offers",
        "travel_km",
        "online",
    ),
    *("employer", "person__postcode", "person__division_id", "person__gender", "programme__audience"),
]


@dataclass(frozen=True)
class MentorRow:
    """One mentor of the bank: what the engine may know, and beside it what only the network knows."""

    profile: engine.Mentor
    person_id: int
    gender: str
    employer: str
    resting: bool
    wishes: list[Wish] = field(default_factory=list)  # those the engine does not know


def bank_rows(mentors: Any, now: datetime) -> list[MentorRow]:
    """Every mentor of a queryset as a row, in a stable order (5 queries)."""
    mentors = mentors.order_by()
    ids = mentors.values("pk")
    rows = list(mentors.annotate(rests=Q(resting(now))).order_by("pk").values(*COLUMNS, "rests"))
    free = dict(free_places().filter(mentor__in=ids).order_by().values_list("mentor").annotate(n=Count("pk")))
    spoken = languages_of(LanguageSkill.objects.filter(Exists(mentors.filter(person=OuterRef("person")))))
    wishes: dict[int, list[Wish]] = defaultdict(list)
    for wish in Wish.objects.filter(mentor__in=ids):
        wishes[wish.mentor_id].append(wish)  # type: ignore[index]
    return [
        _mentor_row(row, free.get(row["pk"], 0), spoken.get(row["person_id"], {}), wishes.get(row["pk"], []))
        for row in rows
    ]


def _mentor_row(
    row: Mapping[str, Any], free: int, spoken: Mapping[str, str | None], wishes: list[Wish]
) -> MentorRow:
    profile = engine.Mentor(
        id=row["pk"],
        occupation=row["occupation"] or None,
        field=row["education"] or None,
        level=row["education_level"],
        languages=spoken,
        times=frozenset(row["times"]),
        offers=frozenset(row["offers"]),
        places=free,
        travel_km=row["travel_km"],
        online=row["online"] or None,
        wishes=tuple(for_the_engine(wishes)),
        **where(row["person__postcode"], row["person__division_id"]),
    )
    others = [wish for wish in wishes if wish.kind not in WISH_KINDS]
    gender = answered_gender(row["person__gender"], row["programme__audience"])
    return MentorRow(profile, row["person_id"], gender, row["employer"], bool(row["rests"]), others)


def mentee_profile(mentee: Mentee, wishes: Iterable[Wish], now: datetime) -> engine.Mentee:
    """What the engine may know of a mentee."""
    waited = (now - mentee.ready_at).days // 7 if mentee.ready_at else 0
    return engine.Mentee(
        id=mentee.pk,
        origin=mentee.occupation or None,
        target=mentee.target or None,
        field=mentee.education or None,
        level=mentee.education_level,
        languages={skill.language: level_of(skill.spoken) for skill in mentee.person.languages.all()},
        times=frozenset(mentee.times),
        goals=frozenset(mentee.goals),
        wishes=tuple(for_the_engine(wishes)),
        weeks_waited=max(waited, 0),
        **where(mentee.person.postcode, mentee.person.division_id),
    )


def languages_of(skills: QuerySet[LanguageSkill]) -> dict[int, dict[str, str | None]]:
    """Languages and spoken levels by person."""
    found: dict[int, dict[str, str | None]] = defaultdict(dict)
    for person, language, level in skills.order_by("pk").values_list("person", "language", "spoken"):
        found[person][language] = level_of(level)
    return found


def level_of(level: str) -> str | None:
    """The level the engine compares: without a plus, None when not told."""
    return level.rstrip("+-") or None


def where(postcode: str, division: int | None) -> dict[str, Any]:
    """Place, municipality and division of a postcode."""
    place = places.place(postcode) if postcode else None
    return {
        "place": (place.lat, place.lon) if place else None,
        "municipality": place.municipality if place else None,
        "division": division,
    }


def for_the_engine(wishes: Iterable[Wish]) -> Iterable[engine.Wish]:
    """The wishes the engine weighs itself; gender, employer and persons never reach it."""
    for wish in wishes:
        if wish.kind == "within_km":
            if wish.value.isdigit():
                yield engine.Wish("within_km", float(wish.value), wish.strength)
        elif wish.kind in WISH_KINDS:
            yield engine.Wish(wish.kind, wish.value or None, wish.strength)


def answered_gender(told: str, audience: str) -> str:
    """Gender as told; where nothing was told the programme's audience answers for its members."""
    return told or ("woman" if audience == Audience.WOMEN else "")
