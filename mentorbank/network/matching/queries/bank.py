"""The mentor bank: searched, filtered, sorted."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from mentorbank.codes import occupations
from mentorbank.codes.folding import fold
from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Division
from mentorbank.network.partnerships.queries import free_places
from mentorbank.network.people.models import LanguageSkill, Mentor, NamePart, Place
from mentorbank.network.people.states import MentorState

#: What the columns are sorted by; a minus in front turns the order round.
BANK_SORTS = {
    "name": "person__folded_name",
    "profession": "occupation",
    "division": "person__division__name",
    "free": "free",
    "since": "in_bank_at",
}
TO_SCREEN = (MentorState.INTERESTED, MentorState.APPLIED, MentorState.SCREENING, MentorState.APPROVED)
STATES = {
    "bank": (MentorState.IN_BANK,),
    "to_screen": TO_SCREEN,
    "gone": (MentorState.LEFT, MentorState.DECLINED),
}
MOST_MEANINGS = 40  # occupations a search for words may mean


def mentor_bank(
    reader: Actor,
    *,
    now: datetime,
    text: str = "",
    division: Division | None = None,
    profession: str = "",
    language: str = "",
    free_only: bool = False,
    state: str = "bank",
    sort: str = "name",
    lang: str = "da",
) -> Any:
    """A queryset of the mentors the reader may see, each with `free` and `room`: places free, places in all.

    `profession` is an ISCO code or its beginning, `sort` a key of `BANK_SORTS`.
    """
    mentors = Mentor.objects.visible_to(reader).filter(state__in=STATES.get(state, STATES["bank"]))
    if folded := fold(text):
        mentors = mentors.filter(_named(folded) | _working_as(text, lang))
    if division:
        mentors = mentors.filter(person__division=division)
    if profession:
        mentors = mentors.filter(occupation__startswith=profession)
    if language:
        spoken = LanguageSkill.objects.filter(person=OuterRef("person"), language=language)
        mentors = mentors.filter(Exists(spoken))
    mentors = mentors.annotate(free=places_free(), room=places_count(Place.objects.filter(closed=False)))
    if free_only:
        mentors = mentors.filter(free__gt=0).exclude(resting(now))
    mentors = mentors.select_related("person__division").prefetch_related("person__languages")
    return mentors.order_by(*_order(sort), "person__folded_name", "pk")


def places_free() -> Any:
    """For a queryset of mentors: how many places nobody holds."""
    return places_count(free_places())


def resting(now: datetime) -> Q:
    """For a queryset of mentors: those who rest today."""
    today = localdate(now)
    begun = Q(rest_from__isnull=True) | Q(rest_from__lte=today)
    return Q(rest_until__gte=today) & begun


def places_count(places: QuerySet[Place]) -> Any:
    counted = places.filter(mentor=OuterRef("pk")).order_by().values("mentor").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), IntegerField()), 0)


def _named(folded: str) -> Q:
    """Any part of the name from three letters on, the beginning of a name part with one or two."""
    if len(folded) < 3:
        return Q(Exists(NamePart.objects.filter(person=OuterRef("person"), part__startswith=folded)))
    return Q(person__folded_name__contains=folded)


def _working_as(text: str, lang: str) -> Q:
    """Occupations the words may mean, or that the mentor wrote so herself."""
    if len(fold(text)) < 3:
        return Q(pk__in=[])
    meant = [code for code, _label in occupations.search(text, lang, MOST_MEANINGS)]
    return Q(occupation__in=meant) | Q(occupation_words__icontains=text.strip())


def _order(sort: str) -> list[Any]:
    field = BANK_SORTS.get(sort.removeprefix("-"))
    if field is None:
        return []
    return [F(field).desc(nulls_last=True) if sort.startswith("-") else F(field).asc(nulls_last=True)]


def professions_in_bank(reader: Actor) -> list[str]:
    """The occupations mentors in the bank have, as codes."""
    seen = Mentor.objects.in_bank().visible_to(reader).exclude(occupation="")
    return sorted(seen.order_by().values_list("occupation", flat=True).distinct())


def languages_in_bank(reader: Actor) -> list[str]:
    """The languages mentors in the bank speak, as codes."""
    seen = Mentor.objects.in_bank().visible_to(reader).filter(person=OuterRef("person"))
    return sorted(
        LanguageSkill.objects.filter(Exists(seen)).order_by().values_list("language", flat=True).distinct()
    )
