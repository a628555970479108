"""Somebody who sits before a browser: reads, fills in, presses. Fields and buttons go by their names, not by words."""

from typing import Any

from playwright.sync_api import Page

from tests.browser import outbox

#: Words of ours that the browser may say about a page: none.
FAULTS = ("Content Security Policy", "Refused to", "Uncaught", "404 (Not Found)", "500 (Internal")


class Visitor:
    """One window. Whatever the browser complains about while she is here is kept in `faults`."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.faults: list[str] = []
        page.set_default_timeout(20_000)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _said(self, message: Any) -> None:
        if any(fault in message.text for fault in FAULTS):
            self.faults.append(message.text)

    def open(self, address: str, status: int = 200) -> "Visitor":
        answer = self.page.goto(address)
        assert answer is not None and answer.status == status, (address, answer and answer.status)
        return self._arrived()

    def _arrived(self) -> "Visitor":
        """Wherever she comes, the page is in her language and runs her way."""
        expected = (self.language, "rtl" if self.language == "ar" else "ltr")
        assert self.document == expected, (self.path, self.document)
        return self

    def read(self, selector: str = "main") -> str:
        return self.page.locator(selector).first.inner_text()

    def sees(self, selector: str) -> int:
        """How many of these stand on the page."""
        return self.page.locator(selector).count()

    def write(self, **answers: str) -> "Visitor":
        """Fill in fields by name."""
        for name, value in answers.items():
            field = self.page.locator(f"main [name='{name}']:not([type=hidden])").first
            if field.evaluate("at => at.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        return self

    def choose(self, name: str, *values: str) -> "Visitor":
        """Tick boxes or circles by the value they send."""
        for value in values or ("on",):
            which = f"[value='{value}']" if values else ""
            self.page.locator(f"main input[name='{name}']{which}").check()
        return self

    def press(self, selector: str = "main form button.primary") -> "Visitor":
        """Press a button and wait for the page it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(selector).first.click()
        return self._arrived()

    def open_up(self, inside: str) -> "Visitor":
        """Unfold what a form is folded away in."""
        self.page.locator(f"details:not([open]):has({inside}) > summary").last.click()
        return self

    def download(self, selector: str) -> bytes:
        with self.page.expect_download() as coming:
            self.page.locator(selector).first.click()
        return coming.value.path().read_bytes()

    def sign_in(self, address: str, then: str = "/in/") -> "Visitor":
        """As a person does: ask for a code, find it in the message, type it."""
        self.open(f"/sign-in/?next={then}").write(address=address).press()
        return self.write(code=outbox.code_to(address)).press()

    @property
    def path(self) -> str:
        return "/" + self.page.url.split("/", 3)[3]

    @property
    def document(self) -> tuple[str, str]:
        """Language and direction of the page."""
        return tuple(self.page.evaluate("[document.documentElement.lang, document.documentElement.dir]"))
