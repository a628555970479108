"""The engine's reasons in the reader's language."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from mentorbank import engine
from mentorbank.codes import education, goals, languages, occupations, places
from mentorbank.engine.words import as_written

TIME_NAMES = {"day": _("daytime"), "evening": _("evenings"), "weekend": _("weekends")}
CRITERIA_NAMES = {
    "profession": _("Profession"),
    "goals": _("Goals"),
    "education": _("Education"),
    "language": _("Language"),
    "nearness": _("Nearness"),
    "time": _("Time"),
}


def in_words(reasons: Iterable[engine.Reason]) -> list[str]:
    """Sentences for the reader, in her language; the texts stand in `engine.words`."""
    return [
        capfirst(engine.say(each.template, each.values, gettext, partial(label, each.template)))
        for each in reasons
    ]


def time_names(times: Iterable[str]) -> str:
    return ", ".join(str(TIME_NAMES[time]) for time in TIME_NAMES if time in set(times))


def label(template: str, name: str, value: Any) -> str:
    """A code as a word; what `value` means depends on the sentence it stands in."""
    lang = (get_language() or "da").split("-")[0]
    if name == "value":
        name = "language" if template.endswith("language") else "municipality"
        name = "km" if template.endswith("km") else name
    if name == "areas":
        return ", ".join(goals.label(area, lang) for area in value)
    if name == "times":
        return time_names(value)
    find = _LABELS.get(name)
    return find(str(value), lang) if find else as_written(name, value)


_LABELS: dict[str, Callable[[str, str], str]] = {
    "occupation": occupations.label,
    "hers": occupations.label,
    "field": education.label,
    "language": languages.label,
    "municipality": lambda code, _lang: places.municipality_name(code),
}
