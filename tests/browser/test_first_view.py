"""What a first visit costs and whom it tells: weighed at the real server, with everything it compresses."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.needs("chromium")
SO_HEAVY, SO_MANY = 60 * 1024, 6
BENTE = "bente@example.org"


@contextmanager
def running(environment: dict[str, str], *arguments: str) -> Iterator[None]:
    line = [sys.executable, "-m", "mentorbank.project.command", *arguments]
    process = subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


def run(environment: dict[str, str], *arguments: str) -> str:
    line = [sys.executable, "-m", "mentorbank.project.command", *arguments]
    return subprocess.run(line, env=environment, check=True, capture_output=True, text=True).stdout


def wait_for(address: str) -> None:
    for _try in range(150):
        try:
            urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not come up")


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(var: Path) -> Iterator[str]:
    """`mentorbank serve` and `mentorbank worker` on a small network, as an operator runs them."""
    port = a_free_port()
    address = f"http://localhost:{port}"
    inherited = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "DEBUG")}
    environment = {
        **{key: value for key, value in inherited.items() if not key.startswith(("EMAIL", "STATICFILES"))},
        "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings",
        "MENTORBANK_VAR": str(var),
        "BASE_URL": address,
        "SECRET_KEY": "a key that only this test knows, long enough to please every check",
    }
    run(environment, "migrate", "-v0")
    run(environment, "collectstatic", "--noinput", "-v0")
    run(environment, "fill", "--people", "60", "--years", "0.5", "--seed", "3")
    serving, working = ("serve", "--port", str(port)), ("worker", "--idle", "0.1")
    with running(environment, *serving), running(environment, *working):
        wait_for(address)
        yield address


class Scales:
    """Weighs what comes over the wire, as the browser counts it."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.bytes = 0.0
        self.said: list[str] = []
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        wire.on("Network.loadingFinished", lambda event: self._weigh(event["encodedDataLength"]))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))

    def _weigh(self, length: float) -> None:
        self.bytes += length

    def clear(self) -> None:
        self.asked, self.bytes = [], 0.0


def first_view(page: Page, scales: Scales, address: str) -> None:
    """Opens the page and looks at what it cost and what it may do."""
    scales.clear()
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None and answer.ok
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert [url for url in scales.asked if not url.startswith(re.match(r"http://[^/]+", page.url)[0])] == []
    assert scales.bytes <= SO_HEAVY and len(scales.asked) <= SO_MANY, (address, scales.bytes, scales.asked)
    assert [line for line in scales.said if "Content Security Policy" in line or "Refused" in line] == []


STAFF = ["/desk/", "/desk/mentees/waiting/", "/desk/mentors/", "/desk/partnerships/", "/desk/effects/"]
PUBLIC = ["/", "/join/contact/", "/volunteer/contact/", "/sign-in/", "/talk/", "/privacy/"]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_first_view_is_light_and_tells_nobody_else(browser: Browser, served: str, path: str):
    with browser.new_context(viewport=PHONE, locale="ar") as window:
        page = window.new_page()
        first_view(page, Scales(page), served + path)


def test_the_first_views_of_staff_are_light_too(browser: Browser, served: str, var: Path):
    with browser.new_context(viewport=DESK, locale="da") as window:
        page = window.new_page()
        page.goto(f"{served}/sign-in/")
        page.fill("main [name=address]", BENTE)
        page.click("main form button.primary")
        page.fill("main [name=code]", code_in(var / "mail"))
        page.click("main form button.primary")
        page.wait_for_url("**/desk/")
        scales = Scales(page)
        for path in STAFF:
            first_view(page, scales, served + path)


def code_in(folder: Path) -> str:
    """The code in the mail that the worker posted."""
    for _try in range(100):
        mails = sorted(folder.glob("*.log")) if folder.exists() else []
        codes = [code for mail in mails for code in re.findall(r"^\s*(\d{8})\s*$", mail.read_text(), re.M)]
        codes = codes or [code for mail in mails for code in re.findall(r"\b(\d{8})\b", mail.read_text())]
        if codes:
            return codes[-1]
        time.sleep(0.1)
    raise AssertionError("no code came")
