"""One browser for the whole run; every visitor has a window of her own, with her language and her screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visitor import Visitor

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
