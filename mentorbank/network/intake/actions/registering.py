"""Signing up: the short form becomes a person with a part to play, and the welcome goes out at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.codes import education, goals, occupations
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.letters.actions import write
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.actions import (
    create_mentee,
    create_mentor,
    create_person,
    give_consent,
    record,
    set_languages,
    set_places,
)
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.people.queries import persons_by_address

CONSENT = "taking part"
PERSON_FIELDS = ("email", "phone", "channel", "postcode", "called", "gender", "birth_year", "source")


@transaction.atomic
def register_mentee(
    *,
    name: str,
    language: str,
    programme: Programme,
    by: Actor,
    now: datetime,
    ticks: Iterable[str] = (),
    languages: Iterable[Mapping[str, Any]] = (),
    person: Person | None = None,
    letter: bool = True,
    since: datetime | None = None,
    **fields: Any,
) -> Mentee | None:
    """Register a mentee: one yes among the six questions is enough; the welcome letter goes out at once.

    `fields` are those of a person (email, phone, postcode …) and of a mentee's profile; words about
    occupation and education get their codes when these are sure. `person` names somebody known already;
    `since` is when she registered, where that was before now (a list that is brought in knows).
    Returns None when a visitor gives an address we know: its owner gets a letter, the visitor learns nothing.
    """
    ticks = [tick for tick in goals.QUESTIONS if tick in set(ticks)]
    if letter and not ticks:
        raise NotNow(_("Choose at least one. One yes is enough."), field="ticks")
    profile = {key: fields.pop(key) for key in list(fields) if key not in PERSON_FIELDS}
    if person is None and by.person is None and _told_the_owner(fields, programme, now):
        return None
    person = person or create_person(name=name, language=language, now=now, **fields)
    profile.setdefault("goals", goals_of(ticks))
    mentee = create_mentee(
        person=person, programme=programme, now=since or now, ticks=ticks, **coded(profile)
    )
    set_languages(person=person, skills=languages)
    give_consent(person=person, purpose=CONSENT, language=language, now=now)
    if letter:
        write("welcome-mentee", to=person, about=mentee, page="application", programme=programme, now=now)
    record("registered", by=_self(by, person), about=person, thing=mentee, now=now)
    return mentee


@transaction.atomic
def register_mentor(
    *,
    name: str,
    language: str,
    programme: Programme,
    by: Actor,
    now: datetime,
    places: int = 1,
    languages: Iterable[Mapping[str, Any]] = (),
    person: Person | None = None,
    letter: bool = True,
    since: datetime | None = None,
    **fields: Any,
) -> Mentor | None:
    """Register a volunteer, who has then applied; the welcome letter goes out at once.

    `fields` are those of a person and of a mentor's profile, as in `register_mentee`, and so is None.
    """
    profile = {key: fields.pop(key) for key in list(fields) if key not in PERSON_FIELDS}
    if person is None and by.person is None and _told_the_owner(fields, programme, now):
        return None
    person = person or create_person(name=name, language=language, now=now, **fields)
    mentor = create_mentor(person=person, programme=programme, now=since or now, **coded(profile))
    set_languages(person=person, skills=languages)
    set_places(mentor=mentor, number=places, by=_self(by, person), now=now)
    give_consent(person=person, purpose=CONSENT, language=language, now=now)
    if letter:
        write("welcome-mentor", to=person, about=mentor, page="application", programme=programme, now=now)
    record("applied as a mentor", by=_self(by, person), about=person, thing=mentor, now=now)
    return mentor


def _told_the_owner(fields: Mapping[str, Any], programme: Programme, now: datetime) -> bool:
    """Write to whoever owns the address already, at most once a day."""
    known = persons_by_address(fields.get("email") or fields.get("phone") or "").first()
    if known is None:
        return False
    key = f"known-already:{known.pk}:{now.date()}"
    write("known-already", to=known, about=known, page="application", programme=programme, key=key, now=now)
    return True


def goals_of(ticks: Iterable[str]) -> list[str]:
    """The goal areas the yes-questions stand for, each once."""
    return list(dict.fromkeys(area for tick in ticks for area in goals.QUESTIONS[tick]))


def coded(profile: dict[str, Any]) -> dict[str, Any]:
    """Give words about occupation and education their codes, where we are sure of them."""
    for field in ("occupation", "target"):
        reading = occupations.read(profile.get(f"{field}_words") or "")
        if field not in profile and reading.sure:
            profile[field] = reading.value
    learnt = education.read(profile.get("education_words") or "")
    if "education" not in profile and learnt.sure and learnt.value:
        profile |= {"education": learnt.value.field, "education_level": learnt.value.level}
    return profile


def _self(by: Actor, person: Person) -> Actor:
    """A visitor who signs up acts as the person she becomes."""
    return by if by.person else Actor(person=person, via=by.via)
