"""An Arabic page is Arabic: no words in Latin letters but names and what says its own language, no missing sign."""

import pytest

from tests.browser.checks import ask
from tests.browser.conftest import Look
from tests.browser.sights import FRONT, MINE

pytestmark = [pytest.mark.needs("chromium", "noto", "gettext"), pytest.mark.django_db(transaction=True)]
#: Written in Latin letters in Arabic text as well, each with its reason.
EXEMPT = {
    "Mentorbank": "the network's name, as its owner writes it",
    "WCAG": "the name of a standard",
    "AA": "a level of that standard",
    "CPR": "the Danish number, as every letter of an authority writes it",
    "JavaScript": "the name of a technique",
}
SIGHTS = [sight for sight in FRONT + MINE if "ar" in sight.languages]


def is_arabic(text: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for sign in text)


def test_an_arabic_page_has_no_words_of_another_language_that_do_not_say_so(look: Look):
    strange: dict[str, list[str]] = {}
    for sight in SIGHTS:
        page = look(sight, "ar")
        words = ask(page, "foreign", list(EXEMPT)) + [f"title: {page.title()}"] * (not is_arabic(page.title()))
        for word in words:
            strange.setdefault(word, []).append(sight.name)
        assert ask(page, "digitSystems") in ([], ["/[0-9]/"]), sight
        assert ask(page, "boxes") == [], sight
    assert "\n".join(f"{word}  ← {', '.join(pages)}" for word, pages in strange.items()) == ""


def test_the_check_would_find_a_strange_word_and_a_missing_sign(look: Look):
    page = look(SIGHTS[0], "ar")
    page.evaluate("document.querySelector('h1').textContent = 'Welcome \\u{10FFFE} ٣'")

    assert ask(page, "foreign", list(EXEMPT))[:1] == ["Welcome"]
    assert len(ask(page, "boxes")) == 1
    assert len(ask(page, "digitSystems")) == 2
