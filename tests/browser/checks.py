"""What is looked for on every page; only what is wrong is named."""

from collections.abc import Callable, Iterable
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.sights import Sight

OURS = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")


def ask(page: Page, check: str) -> list[str]:
    """The answer of one check of checks.js."""
    if not page.evaluate("Boolean(window.checks)"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(OURS)
    return list(dict.fromkeys(page.evaluate(f"checks.{check}()")))


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
    """What is wrong with these pages in a language, a line for each; empty when all is well."""
    lines = []
    direction = "rtl" if language == "ar" else "ltr"
    for sight in sights:
        page = look(sight, language)
        frame = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        found = {} if frame == [language, direction] else {"language and direction": frame}
        found |= faults(page, fingers=fingers)
        lines += [f"{sight.name} ({sight.address}), {what}: {each}" for what in found for each in found[what]]
    return "\n".join(lines)
