"""Mentors and mentees as nouns: created, moved between states, their places, languages and wishes."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.codes import goals
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean, clean_text
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.models import (
    LanguageSkill,
    Mentee,
    Mentor,
    Person,
    Place,
    Wish,
    WishKind,
    WishStrength,
)
from mentorbank.network.people.rules import may_change
from mentorbank.network.people.states import MENTEE_MOVES, MENTOR_MOVES, MenteeState, MentorState

from .ledger import record

TIMES = ("day", "evening", "weekend")
MOST_PLACES = 10
_LINES = {"motivation", "barriers", "benefit", "residence_basis"}
_LISTS = {"offers": goals.AREAS, "goals": goals.AREAS, "times": TIMES}
_MENTOR = """
    occupation occupation_words employer sector years education education_level education_words offers times
    travel_km online motivation note
""".split()  # noqa: SIM905
_MENTEE = """
    ticks goals occupation occupation_words target target_words years education education_level
    education_words situation arrival_year origin residence_basis benefit barriers times note
""".split()  # noqa: SIM905


def create_mentor(*, person: Person, programme: Programme, now: datetime, **fields: Any) -> Mentor:
    """A mentor who has applied, with one place; NotNow when the person is one already."""
    if Mentor.objects.filter(person=person).exists():
        raise NotNow(_("This person is a mentor already."), field="address")
    mentor = Mentor(person=person, programme=programme, applied_at=now)
    change_mentor(mentor=mentor, **fields)
    return mentor


def create_mentee(*, person: Person, programme: Programme, now: datetime, **fields: Any) -> Mentee:
    """A registered mentee; NotNow when a participation in this programme is going on."""
    if Mentee.objects.ongoing().filter(person=person, programme=programme).exists():
        raise NotNow(_("This person takes part already."), field="address")
    mentee = Mentee(person=person, programme=programme, registered_at=now)
    change_mentee(mentee=mentee, **fields)
    return mentee


def change_mentor(*, mentor: Mentor, **fields: Any) -> None:
    """Write profile fields of a mentor; the calling action records it."""
    _put(mentor, fields, _MENTOR)


def change_mentee(*, mentee: Mentee, **fields: Any) -> None:
    """Write profile fields of a mentee; the calling action records it."""
    _put(mentee, fields, _MENTEE)


def _put(participant: Mentor | Mentee, fields: Mapping[str, Any], known: list[str]) -> None:
    unknown = set(fields) - set(known)
    if unknown:
        raise TypeError(f"no such profile field: {', '.join(sorted(unknown))}")
    for field, value in fields.items():
        setattr(participant, field, fitting(participant, field, value))
    participant.save()


def fitting(participant: Mentor | Mentee, field: str, value: Any) -> Any:
    """A value as it is kept: words cleaned and cut to their room, codes among the known ones."""
    if field in _LISTS:
        return [code for code in dict.fromkeys(value) if code in _LISTS[field]]
    if isinstance(value, str):
        room = getattr(participant._meta.get_field(field), "max_length", None)
        return clean_text(value) if field in _LINES else clean(value)[:room]
    return value


def move_mentor(*, mentor: Mentor, to: MentorState, now: datetime, reason: str = "") -> None:
    """Move a mentor one step along `MENTOR_MOVES`; NotNow for any other step."""
    if to not in MENTOR_MOVES[MentorState(mentor.state)]:
        raise NotNow(_("%(name)s is %(state)s now; this step does not follow from there.") % _now(mentor))
    mentor.state, mentor.reason = to, clean(reason)[:200]
    if to == MentorState.IN_BANK:
        mentor.in_bank_at = now
    mentor.save()


def move_mentee(*, mentee: Mentee, to: MenteeState, now: datetime, reason: str = "") -> None:
    """Move a mentee one step along `MENTEE_MOVES`; NotNow for any other step."""
    if to not in MENTEE_MOVES[MenteeState(mentee.state)]:
        raise NotNow(_("%(name)s is %(state)s now; this step does not follow from there.") % _now(mentee))
    mentee.state, mentee.reason = to, clean(reason)[:200]
    if to == MenteeState.INTERVIEWED:
        mentee.interviewed_at = now
    if to == MenteeState.READY and mentee.ready_at is None:
        mentee.ready_at = now
    if not MENTEE_MOVES[to]:
        mentee.closed_at = now
    mentee.save()


def _now(participant: Mentor | Mentee) -> dict[str, str]:
    return {"name": participant.person.first_name, "state": participant.get_state_display().lower()}


@transaction.atomic
def set_places(*, mentor: Mentor, number: int, by: Actor, now: datetime) -> None:
    """Say how many mentees a mentor takes; places that are held stay until they are given back."""
    if not may_change(by, mentor.person):
        raise NotAllowed(_("You can change mentors of your own division only."))
    if not 0 <= number <= MOST_PLACES:
        sentence = _("A mentor can take between 0 and %(most)s mentees.") % {"most": MOST_PLACES}
        raise NotNow(sentence, field="places")
    have = {place.number: place for place in mentor.places.all()}
    Place.objects.bulk_create(Place(mentor=mentor, number=n) for n in range(1, number + 1) if n not in have)
    mentor.places.filter(number__lte=number, closed=True).update(closed=False)
    mentor.places.filter(number__gt=number, closed=False).update(closed=True)
    record("set the places", by=by, about=mentor.person, thing=mentor, now=now, places=number)


@transaction.atomic
def set_rest(
    *, mentor: Mentor, until: date | None, by: Actor, now: datetime, start: date | None = None
) -> None:
    """Let a mentor rest until a day (from `start`, or at once), or end her rest with None."""
    if not may_change(by, mentor.person):
        raise NotAllowed(_("You can change mentors of your own division only."))
    if until and until < max(start or now.date(), now.date()):
        raise NotNow(_("Choose a day that is not over yet."), field="rest_until")
    mentor.rest_from, mentor.rest_until = (start if until else None), until
    mentor.save()
    record("set a rest", by=by, about=mentor.person, thing=mentor, now=now, until=str(until or ""))


def set_languages(*, person: Person, skills: Iterable[Mapping[str, Any]]) -> None:
    """Replace what a person speaks; each skill has `language` and may have spoken, written, evidence."""
    wanted = {skill["language"]: skill for skill in skills if skill.get("language")}
    person.languages.exclude(language__in=wanted).delete()
    for language, skill in wanted.items():
        values = {key: skill.get(key) or "" for key in ("spoken", "written", "evidence")}
        LanguageSkill.objects.update_or_create(person=person, language=language, defaults=values)


def set_wishes(
    *, owner: Mentor | Mentee, wishes: Iterable[Mapping[str, str]], said_by: Person | None, now: datetime
) -> None:
    """Replace somebody's wishes; each has kind, value and strength. A wish that stays keeps who said it."""
    wanted = {(w["kind"], w.get("value") or ""): w["strength"] for w in wishes}
    for kind, strength in ((kind, strength) for (kind, _value), strength in wanted.items()):
        if kind not in WishKind.values or strength not in WishStrength.values:
            raise NotNow(_("Choose what the wish is about and how strong it is."), field="wishes")
    there = {(wish.kind, wish.value): wish for wish in owner.wishes.all()}
    for key, wish in there.items():
        if wanted.get(key) != wish.strength:
            wish.delete()
    Wish.objects.bulk_create(
        Wish(kind=kind, value=value[:80], strength=strength, said_by=said_by, said_at=now, **_owner(owner))
        for (kind, value), strength in wanted.items()
        if (kind, value) not in there or there[kind, value].strength != strength
    )


def _owner(owner: Mentor | Mentee) -> dict[str, Any]:
    return {"mentor": owner} if isinstance(owner, Mentor) else {"mentee": owner}
