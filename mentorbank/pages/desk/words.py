"""Codes, days and states in the words of staff."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentorbank.codes import education, languages, occupations, places
from mentorbank.network.people.models import Mentee, Mentor, Person, Wish, WishKind
from mentorbank.pages.parts import told


def here() -> str:
    """The language of the page."""
    return (get_language() or "da").split("-")[0]


def profession(participant: Mentee | Mentor) -> str:
    """What she works as: the label of the code, else her own words."""
    return occupation(participant.occupation) or participant.occupation_words


def occupation(code: str) -> str:
    return occupations.label(code, here()) if code else ""


def own_words(words: str, label: str) -> str:
    """Her own words, where they say more than the label."""
    return words if words and words.casefold() != label.casefold() else ""


def learnt(participant: Mentee | Mentor) -> str:
    """Field and level of education."""
    parts = [education.label(participant.education, here()) if participant.education else ""]
    if participant.education_level is not None:
        parts.append(education.level_label(participant.education_level, here()))
    return ", ".join(part for part in parts if part) or participant.education_words


def spoken(person: Person) -> list[str]:
    return [told.spoken(skill.language, skill.spoken) for skill in person.languages.all()]


def spoken_short(person: Person) -> list[str]:
    """Arabic, English B2: the level only where it is not the mother tongue."""
    skills = [(languages.label(each.language, here()), each.spoken) for each in person.languages.all()]
    return [f"{name} {level}" if level and level != "native" else name for name, level in skills]


def short_languages(person: Person) -> list[str]:
    """Names only, Danish left out: it says nothing about who somebody is."""
    return [
        languages.label(each.language, here()) for each in person.languages.all() if each.language != "da"
    ]


def town(person: Person) -> str:
    place = places.place(person.postcode) if person.postcode else None
    return place.town if place else ""


def in_short(participant: Mentee | Mentor) -> str:
    """Pharmacist, Persian, Viby: what brings a person to mind."""
    person = participant.person
    parts = [profession(participant), *short_languages(person)[:2], town(person)]
    return ", ".join(part for part in parts if part)


def days_since(moment: datetime | date | None, now: datetime) -> int:
    """Whole days by the calendar here."""
    if moment is None:
        return 0
    day = localdate(moment) if isinstance(moment, datetime) else moment
    return (localdate(now) - day).days


def days(number: int) -> str:
    return ngettext("%(number)s day", "%(number)s days", number) % {"number": number}


def ago(moment: datetime | date, now: datetime) -> str:
    """Today, yesterday, 6 days ago."""
    number = days_since(moment, now)
    if number <= 0:
        return _("today")
    if number == 1:
        return _("yesterday")
    return ngettext("%(number)s day ago", "%(number)s days ago", number) % {"number": number}


def until(day: date, now: datetime) -> str:
    """Today, tomorrow, in 6 days, 3 days ago."""
    number = -days_since(day, now)
    if number < 0:
        return ago(day, now)
    if number < 2:
        return _("tomorrow") if number else _("today")
    return ngettext("in %(number)s day", "in %(number)s days", number) % {"number": number}


def wish(one: Wish) -> str:
    """A wish in a few words, without its strength."""
    named = {"woman": _("a woman"), "man": _("a man"), "other": _("another gender")}
    said: dict[str, Any] = {
        WishKind.GENDER: lambda: named.get(one.value, one.value),
        WishKind.LANGUAGE: lambda: languages.label(one.value, here()),
        WishKind.MUNICIPALITY: lambda: places.municipality_name(one.value),
        WishKind.SAME_DIVISION: lambda: _("same division"),
        WishKind.WITHIN_KM: lambda: _("within %(km)s km") % {"km": one.value},
        WishKind.SAME_PROFESSION: lambda: _("same profession"),
        WishKind.NOT_EMPLOYER: lambda: _("not from %(employer)s") % {"employer": one.value},
    }
    return str(said[WishKind(one.kind)]())
