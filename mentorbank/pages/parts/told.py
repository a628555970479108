"""Codes as words, each marked with the language the words are really in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from mentorbank.codes import goals, languages, occupations

TIMES: dict[str, str | Promise] = {
    "day": gettext_lazy("In the daytime"),
    "evening": gettext_lazy("In the evening"),
    "weekend": gettext_lazy("At the weekend"),
}


@dataclass(frozen=True)
class Told:
    """Some words and their language; for `{% words told.text told.lang %}`."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text


def here() -> str:
    """The language of the page."""
    return get_language() or "da"


def profession(code: str, own: str = "", own_lang: str = "") -> Told | None:
    """Own words where the reader shares their language, else the label of the code, else the own words."""
    if own and (own_lang == here() or not code):
        return Told(own, own_lang or "und")
    return Told(occupations.label(code, here()), occupations.label_lang(code, here())) if code else None


def spoken(language: str, level: str = "") -> str:
    """A language and how well: "Arabic (mother tongue)"."""
    name = languages.label(language, here())
    return f"{name} ({languages.level_label(level, here())})" if level else name


def areas(codes: Iterable[str]) -> list[str]:
    return [goals.label(code, here()) for code in codes]


def times(codes: Iterable[str]) -> list[str]:
    return [str(TIMES[code]) for code in TIMES if code in set(codes)]
