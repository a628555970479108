"""Meanings, doubts and likely answers in the reader's words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentorbank.codes import education, goals, languages, occupations, places
from mentorbank.codes.danish import DanishSkill
from mentorbank.codes.education import Education
from mentorbank.codes.languages import Spoken
from mentorbank.codes.values import Rest, Wish
from mentorbank.network.matching.queries.words import time_names
from mentorbank.network.people.models import Gender
from mentorbank.network.records.queries.readers import Remark
from mentorbank.network.records.queries.reading import OPEN, Choice, Doubt
from mentorbank.network.records.queries.understanding import ANOTHER, KNOWN, TWICE, ReadRow

MEANINGS = {
    "number": gettext_lazy("Number in the list"),
    "name": gettext_lazy("Name"),
    "given_name": gettext_lazy("First name"),
    "family_name": gettext_lazy("Last name"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Phone"),
    "postcode": gettext_lazy("Postcode"),
    "town": gettext_lazy("Town"),
    "country": gettext_lazy("Country of origin"),
    "arrival": gettext_lazy("Year of arrival"),
    "occupation": gettext_lazy("Profession"),
    "target_occupation": gettext_lazy("Wants to work as"),
    "employer": gettext_lazy("Workplace"),
    "sector": gettext_lazy("Sector"),
    "education": gettext_lazy("Education"),
    "years": gettext_lazy("Years in it"),
    "languages": gettext_lazy("Languages"),
    "danish": gettext_lazy("Danish"),
    "goals": gettext_lazy("Goals"),
    "offers": gettext_lazy("Can help with"),
    "times": gettext_lazy("Times"),
    "places": gettext_lazy("Places"),
    "wishes": gettext_lazy("Wishes"),
    "remarks": gettext_lazy("Remarks"),
    "course": gettext_lazy("Course taken"),
    "registered_on": gettext_lazy("Signed up"),
    "interviewed_on": gettext_lazy("Interview held"),
    "birth_year": gettext_lazy("Birth year"),
    "gender": gettext_lazy("Gender"),
}
WARNINGS = {
    "known": gettext_lazy("Seems to be somebody known"),
    "registered_late": gettext_lazy("Signed up after the day of the list"),
    "interview_to_come": gettext_lazy("The interview is still to come"),
    "interview_first": gettext_lazy("Interview before the sign-up"),
    "arrival_to_come": gettext_lazy("The arrival is still to come"),
    "arrived_later": gettext_lazy("Arrived after the sign-up"),
}
LEFT_OPEN = {
    "occupation": gettext_lazy("Keep the words, choose no profession"),
    "target_occupation": gettext_lazy("Keep the words, choose no profession"),
    "education": gettext_lazy("Keep the words, choose no field"),
    "remarks": gettext_lazy("Leave the remark out"),
    "wishes": gettext_lazy("Leave the wish out"),
    "email": gettext_lazy("Without an e-mail address"),
    "phone": gettext_lazy("Without a phone number"),
    "postcode": gettext_lazy("Without a postcode"),
}
MISSING = {
    "name": gettext_lazy("a name"),
    "address": gettext_lazy("an e-mail address or a phone number"),
}
SAME = {
    "email": gettext_lazy("same e-mail"),
    "phone": gettext_lazy("same phone"),
    "name": gettext_lazy("same name and postcode"),
}
SUBJECTS = {
    "gender": gettext_lazy("gender"),
    "language": gettext_lazy("speaks"),
    "municipality": gettext_lazy("lives in"),
    "same_division": gettext_lazy("same division"),
    "within_km": gettext_lazy("lives within"),
    "same_profession": gettext_lazy("same profession"),
    "not_employer": gettext_lazy("not from"),
}


class Wording:
    """Labels for one language of codes; sentences follow the language that is active."""

    def __init__(self, language: str) -> None:
        self.language = language.split("-")[0]

    @property
    def to_finish(self) -> str:
        """The heading of the column that says what to finish."""
        return _("??? to finish")

    def about(self, doubt: Doubt) -> str:
        """What a doubt is about."""
        return str(WARNINGS.get(doubt.about) or MEANINGS[doubt.about])

    def missing(self, row: ReadRow) -> str:
        """What a row needs before anybody can enter: a name, a way to be reached."""
        needed = _(" and ").join(str(MISSING[each]) for each in row.reading.missing)
        return _("Needs %(what)s.") % {"what": needed} if needed else ""

    def choice(self, doubt: Doubt, choice: Choice, people: Mapping[int, Any] | None = None) -> str:
        """One likely answer as it stands in a list to choose from."""
        if doubt.about == KNOWN:
            return self._somebody(choice, people or {})
        if choice.key == OPEN:
            return str(LEFT_OPEN.get(doubt.about) or _("Leave it open"))
        return self.value(doubt.about, choice.value)

    def _somebody(self, choice: Choice, people: Mapping[int, Any]) -> str:
        if choice.key == ANOTHER:
            return _("Another person")
        if choice.key == TWICE:
            return _("The same as row %(line)s: leave this row out") % {"line": choice.value}
        person = people.get(choice.value)
        if person is None:
            return _("The same person")
        if person.taken:
            return _("The same as %(name)s, who is in the network: leave the row out") % {"name": person.name}
        return _("The same as %(name)s: gets this part too") % {"name": person.name}

    def value(self, about: str, value: Any) -> str:
        """A value in words; most know by their type what they are."""
        by_meaning = _BY_MEANING.get(about)
        if by_meaning:
            return by_meaning(value, self.language)
        by_type = _BY_TYPE.get(type(value))
        return by_type(value, self.language) if by_type else str(value)

    def summary(self, row: ReadRow) -> str:
        """In one line what is to be looked at in a row, with what was written."""
        said = [
            f"{self.about(doubt)}: “{doubt.written}”" if doubt.written else self.about(doubt)
            for doubt in row.doubts
        ]
        return "; ".join([*filter(None, [self.missing(row).rstrip(".")]), *said])

    def resemblance(self, row: ReadRow) -> str:
        """What is the same as with whom: an earlier row, or somebody in the network."""
        same = ", ".join(str(SAME[way]) for way in row.resembles.get("by", []))
        if line := row.resembles.get("line"):
            return _("%(same)s as row %(line)s") % {"same": same, "line": line}
        if row.resembles.get("elsewhere") and not row.resembles.get("people"):
            return _("%(same)s: known elsewhere in the network") % {"same": same}
        return same


def _learnt(value: Education, lang: str) -> str:
    level = "" if value.level is None else education.level_label(value.level, lang)
    return ", ".join(
        part for part in (education.label(value.field, lang) if value.field else "", level) if part
    )


def _spoken(value: Spoken, lang: str) -> str:
    level = f" ({languages.level_label(value.level, lang)})" if value.level else ""
    return languages.label(value.language, lang) + level


def _danish(value: DanishSkill, lang: str) -> str:
    if value.written == value.oral:
        return languages.level_label(value.oral or "", lang) or value.test or ""
    return _("spoken %(oral)s, written %(written)s") % {
        "oral": value.oral or "–",
        "written": value.written or "–",
    }


def _wish(value: Wish, lang: str) -> str:
    labels: dict[str, Callable[[str], str]] = {
        "gender": lambda code: str(Gender(code).label).lower(),
        "language": lambda code: languages.label(code, lang),
        "municipality": places.municipality_name,
        "within_km": lambda km: f"{km} km",
    }
    strength = _("Must: %(wish)s") if value.strength == "must" else _("Wish: %(wish)s")
    what = labels.get(value.kind, str)(value.value)
    subject = "" if value.kind == "gender" else str(SUBJECTS[value.kind])
    return strength % {"wish": " ".join(part for part in (subject, what) if part)}


def _rest(value: Rest, lang: str) -> str:
    if value.until:
        return _("Rests until %(day)s") % {"day": _day(value.until, lang)}
    months = ", ".join(date_format(date(2000, month, 1), "F") for month in value.months)
    return _("Rests in %(months)s") % {"months": months}


def _day(value: date, _lang: str) -> str:
    return date_format(value, _("j F Y"))


def _days(value: Mapping[str, Any], lang: str) -> str:
    """New days as a proposal: "Signed up 1 February 2026, no interview"."""
    said = []
    for meaning, day in value.items():
        name = str(MEANINGS[meaning])
        shown = _("not said") if day is None else _day(day, lang) if isinstance(day, date) else str(day)
        said.append(f"{name}: {shown}")
    return ", ".join(said)


def _places(value: int, _lang: str) -> str:
    return ngettext("%(number)s place", "%(number)s places", value) % {"number": value}


_BY_MEANING: dict[str, Callable[[Any, str], str]] = {
    "occupation": occupations.label,
    "target_occupation": occupations.label,
    "goals": goals.label,
    "offers": goals.label,
    "times": lambda value, _lang: time_names(value),
    "places": _places,
    "postcode": places.label,
    "gender": lambda value, _lang: str(Gender(value).label),
}
_BY_TYPE: dict[type, Callable[[Any, str], str]] = {
    Education: _learnt,
    Spoken: _spoken,
    DanishSkill: _danish,
    Wish: _wish,
    Rest: _rest,
    Remark: lambda value, _lang: _("Keep it as a note the other may read"),
    bool: lambda value, _lang: _("Yes") if value else _("No"),
    date: _day,
    dict: _days,
}
