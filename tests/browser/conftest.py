"""One browser for the whole run; every visitor has a window of her own, with her language and her screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.filled import Filled, fill
from tests.browser.sights import Sight
from tests.browser.visitor import Visitor
from tests.builders import NOW

CHROMIUM = "/usr/bin/chromium"
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE, SMALL = {"width": 1280, "height": 860}, {"width": 390, "height": 844}, {"width": 360, "height": 740}

Come = Callable[..., Visitor]
Look = Callable[[Sight, str], Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright keeps a loop in this thread
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield chromium
        chromium.close()


@pytest.fixture
def house(live_server: Any, settings: Any) -> str:
    """The address of the server under test; letters carry links that lead to it."""
    settings.BASE_URL = live_server.url
    settings.SIGN_IN_SECONDS = 0
    settings.SMS_FILE = settings.VAR / "sms-of-this-test.log"
    return str(live_server.url)


@pytest.fixture
def come(browser: Browser, house: str) -> Iterator[Come]:
    """Somebody with a browser of her own: `come("ar", PHONE)`; options are those of a browser context."""
    windows = []

    def comes(language: str = "da", screen: Any = None, **options: Any) -> Visitor:
        window = browser.new_context(locale=language, viewport=screen or DESK, base_url=house, **options)
        windows.append(window)
        return Visitor(window.new_page(), language)

    yield comes
    for window in windows:
        window.close()


@pytest.fixture
def filled(transactional_db: None, time_machine: Any) -> Filled:
    """A filled network, at one moment."""
    time_machine.move_to(NOW)
    return fill()


@pytest.fixture
def look(browser: Browser, house: str, filled: Filled) -> Iterator[Look]:
    """Opens a page as its reader, in a language: one window for all, told apart by its cookies."""
    window = browser.new_context(base_url=house, viewport=SMALL, locale="da")
    page = window.new_page()

    def at(sight: Sight, language: str) -> Page:
        window.clear_cookies()
        cookies = {"language": language, "sessionid": filled.sessions.get(sight.who, "")}
        window.add_cookies([{"name": n, "value": v, "url": house} for n, v in cookies.items() if v])
        answer = page.goto(filled.address(sight.address))
        assert answer is not None and answer.status == sight.status, (sight, answer and answer.status)
        if sight.send:
            with page.expect_navigation():
                page.locator(sight.send).first.click()
        return page

    yield at
    window.close()
