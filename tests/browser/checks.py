"""What is looked for on every page; only what is wrong is named."""

from collections.abc import Callable, Iterable
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from tests.browser.sights import Sight

OURS = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")


def ask(page: Page, check: str, *values: object) -> list[str]:
    """The answer of one check of checks.js."""
    if not page.evaluate("Boolean(window.checks)"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(OURS)
    return list(dict.fromkeys(page.evaluate(f"values => checks.{check}(...values)", values)))


def set_letters(page: Page, size: str) -> None:
    """Letters as large as a reader sets them in the browser."""
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)


def faults(page: Page, *, fingers: bool) -> dict[str, list[str]]:
    """All checks: on a small phone and at a desk, with plain and with doubled letters."""
    found = {}
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"axe at {width}"] = ask(page, "barriers")
        found[f"cut off at {width}"] = ask(page, "cutOff")
        if fingers and width == 360:
            found["too small for a thumb"] = ask(page, "tooSmall")
        set_letters(page, "200%")
        found[f"cut off at {width} in doubled letters"] = ask(page, "cutOff")
        set_letters(page, "")
    page.keyboard.press("Tab")
    found["focus not seen"] = ask(page, "unseen")
    found["several primary actions"] = ask(page, "actions")
    return {what: wrong for what, wrong in found.items() if wrong}


def walk(look: Callable[[Sight, str], Page], sights: Iterable[Sight], language: str, *, fingers: bool) -> str:
    """What is wrong with these pages in a language, a line for each fault and the pages that have it."""
    where: dict[str, list[str]] = {}
    for sight in sights:
        try:
            found = wrong_with(look(sight, language), language, fingers=fingers)
        except (AssertionError, PlaywrightError) as error:
            found = {"could not be looked at": [str(error).splitlines()[0]]}
        if sight.living:
            found.pop("several primary actions", None)
        for check, wrong in found.items():
            for each in wrong:
                where.setdefault(f"{check}: {each}", []).append(sight.name)
    return "\n".join(f"{fault}  ← {', '.join(pages)}" for fault, pages in where.items())


def wrong_with(page: Page, language: str, *, fingers: bool) -> dict[str, list[str]]:
    """The faults of one page, and whether it is in its language and runs its way."""
    frame = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    direction = "rtl" if language == "ar" else "ltr"
    wrong = {} if frame == [language, direction] else {"language and direction": frame}
    return wrong | faults(page, fingers=fingers)
