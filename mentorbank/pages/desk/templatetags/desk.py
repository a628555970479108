"""Words of staff pages. `{% load desk %}`"""

from datetime import date, datetime
from typing import Any

from django import template

from mentorbank.codes import goals, languages
from mentorbank.pages.desk import words
from mentorbank.pages.parts import told

register = template.Library()


@register.filter
def profession(participant: Any) -> str:
    return words.profession(participant)


@register.filter
def occupation(code: str) -> str:
    return words.occupation(code)


@register.filter
def learnt(participant: Any) -> str:
    return words.learnt(participant)


@register.filter
def in_short(participant: Any) -> str:
    return words.in_short(participant)


@register.filter
def spoken(person: Any) -> str:
    return ", ".join(words.spoken(person))


@register.filter
def spoken_short(person: Any) -> str:
    return ", ".join(words.spoken_short(person))


@register.filter
def town(person: Any) -> str:
    return words.town(person)


@register.filter
def areas(codes: list[str]) -> str:
    return " · ".join(told.areas(codes))


@register.filter
def area(code: str) -> str:
    return goals.label(code, words.here())


@register.filter
def language_name(code: str) -> str:
    return languages.label(code, words.here())


@register.filter
def times(codes: list[str]) -> str:
    return ", ".join(told.times(codes))


@register.filter
def wish(one: Any) -> str:
    return words.wish(one)


@register.filter
def hundredth(points: int) -> int:
    """Points of 10,000 as points of 100."""
    return round(points / 100)


@register.simple_tag(takes_context=True)
def ago(context: template.Context, moment: datetime | date) -> str:
    return words.ago(moment, context["request"].now)


@register.simple_tag(takes_context=True)
def until(context: template.Context, day: date) -> str:
    return words.until(day, context["request"].now)


@register.simple_tag(takes_context=True)
def waited(context: template.Context, moment: datetime) -> str:
    return words.days(words.days_since(moment, context["request"].now))
