"""In which state a person enters, and what her row becomes: fields of a person, of a part, of wishes."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorbank.codes.danish import DanishSkill, for_cefr
from mentorbank.codes.values import Rest, Wish
from mentorbank.network.people.states import MenteeState, MentorState
from mentorbank.network.records.models import ImportKind
from mentorbank.network.records.queries.readers import Remark
from mentorbank.network.records.queries.reading import RowReading

#: Languages letters are written in; the first of them that a person speaks is hers.
WRITTEN = {"da": "da", "en": "en", "ar": "ar", "nb": "nb", "no": "nb", "nn": "nb"}
#: Per group of rows the states staff may choose between, the usual one first.
ENTERING: dict[str, dict[str, tuple[str, ...]]] = {
    ImportKind.MENTORS: {
        "course": (MentorState.IN_BANK, MentorState.APPLIED),
        "no_course": (MentorState.APPLIED, MentorState.IN_BANK),
    },
    ImportKind.MENTEES: {"held": (MenteeState.REGISTERED, MenteeState.READY)},
}


def usual_entering(kind: str) -> dict[str, str]:
    """The state in which each group enters unless staff choose another."""
    return {group: str(states[0]) for group, states in ENTERING[ImportKind(kind)].items()}


def group_of(kind: str, values: Mapping[str, Any]) -> str:
    """The group a row belongs to: by the course taken, or by the interview held."""
    if kind == ImportKind.MENTORS:
        return "course" if values.get("course") else "no_course"
    return "held" if values.get("interviewed_on") else ""


def entering_state(kind: str, values: Mapping[str, Any], entering: Mapping[str, str]) -> str:
    """The state a row's person gets."""
    group = group_of(kind, values)
    return str(entering.get(group) or usual_entering(kind).get(group) or MenteeState.REGISTERED)


def person_fields(row: RowReading) -> dict[str, Any]:
    """What `create_person` takes, but for its name."""
    values = row.values
    fields = {key: values.get(key) or "" for key in ("email", "phone", "postcode", "gender")}
    return fields | {"birth_year": values.get("birth_year"), "source": "import"}


def language_of(row: RowReading) -> str:
    """The language we write to her in."""
    spoken = [skill.language for skill in row.values.get("languages", [])]
    return next((WRITTEN[code] for code in spoken if code in WRITTEN), "da")


def skills_of(row: RowReading) -> list[dict[str, str]]:
    """Languages as `set_languages` takes them; the Danish column says more than the list."""
    skills = {
        skill.language: {"language": skill.language, "spoken": skill.level or ""}
        for skill in row.values.get("languages", [])
    }
    danish: DanishSkill | None = row.values.get("danish")
    if danish:
        levels = {"spoken": for_cefr(danish.oral) or "", "written": for_cefr(danish.written) or ""}
        skills["da"] = {"language": "da", "evidence": danish.test or "", **levels}
    return list(skills.values())


def mentor_profile(row: RowReading) -> dict[str, Any]:
    """The fields of a mentor that are not the person's."""
    plain = {key: row.values.get(key) or "" for key in ("employer", "sector")}
    return _profile(row) | plain | {"offers": row.values.get("offers", [])}


def mentee_profile(row: RowReading) -> dict[str, Any]:
    """The fields of a mentee that are not the person's."""
    arrival = row.values.get("arrival")
    return _profile(row) | {
        "target": row.values.get("target_occupation") or "",
        "target_words": row.texts.get("target_occupation", ""),
        "goals": row.values.get("goals", []),
        "origin": row.values.get("country") or "",
        "arrival_year": arrival.year if isinstance(arrival, date) else arrival,
    }


def _profile(row: RowReading) -> dict[str, Any]:
    learnt = row.values.get("education")
    return {
        "occupation": row.values.get("occupation") or "",
        "occupation_words": row.texts.get("occupation", ""),
        "education": learnt.field if learnt else "",
        "education_level": learnt.level if learnt else None,
        "education_words": row.texts.get("education", ""),
        "years": row.values.get("years"),
        "times": list(row.values.get("times") or ()),
        "note": " ".join(remark.text for remark in _said(row, Remark)),
    }


def wishes_of(row: RowReading) -> list[dict[str, str]]:
    """Wishes as `set_wishes` takes them."""
    return [{"kind": wish.kind, "value": wish.value, "strength": wish.strength} for wish in _said(row, Wish)]


def rest_of(row: RowReading, today: date) -> tuple[date, date] | None:
    """The next rest a row names, as first and last day."""
    spans = [span for rest in _said(row, Rest) if (span := span_of(rest, today))]
    return min(spans, default=None)


def span_of(rest: Rest, today: date) -> tuple[date, date] | None:
    """A rest as days: until a day that is to come, or the next run of months that returns every year."""
    if rest.until:
        return (today, rest.until) if rest.until >= today else None
    ahead = [_month_after(today, number) for number in range(24)]
    first = next((at for at, (_year, month) in enumerate(ahead[:12]) if month in rest.months), None)
    if first is None:
        return None
    last = first
    while last - first < 11 and ahead[last + 1][1] in rest.months:
        last += 1
    return max(today, date(*ahead[first], 1)), date(*ahead[last], monthrange(*ahead[last])[1])


def _month_after(today: date, number: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + number, 12)
    return today.year + years, month + 1


def _said(row: RowReading, kind: type) -> list[Any]:
    both = [*row.values.get("wishes", []), *row.values.get("remarks", [])]
    return [each for each in dict.fromkeys(both) if isinstance(each, kind)]
