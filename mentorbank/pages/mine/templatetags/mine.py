"""`{% load mine %}`: a goal and how far it is, in its own words and their language."""

from typing import Any

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorbank.network.partnerships.models import Goal
from mentorbank.pages.parts.templatetags.parts import error_summary, meter, words

register = template.Library()

SCALE = 10


def stands(goal: Goal) -> tuple[int, int]:
    """A countable goal shows its count, every other one 0 to 10."""
    return (goal.count or 0, goal.target) if goal.target else (goal.now, SCALE)


@register.inclusion_tag("parts/meter.html")
def goal_meter(goal: Goal) -> dict[str, Any]:
    now, of = stands(goal)
    kind = "gold" if goal.target else ""
    return meter(words(goal.text, goal.language), now, of, kind=kind)


@register.inclusion_tag("parts/error_summary.html")
def error_summary_of(given: list[forms.BaseForm]) -> dict[str, Any]:
    """The summary over a number of forms that only the view knows."""
    return error_summary(*given)


@register.simple_tag
def goal_today(goal: Goal) -> SafeString:
    now, of = stands(goal)
    return format_html("{}", _("Today %(value)s of %(of)s") % {"value": now, "of": of})
