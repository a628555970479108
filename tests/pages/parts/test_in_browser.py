"""The living page and the ways in, in a real browser: no barrier axe can find, nothing cut off, keys that can be
silenced."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.builders import a_coordinator

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WAYS_IN = [
    "/sign-in/keys/",
    "/sign-in/passkeys/",
    "/sign-in/passkeys/add/",
    "/sign-in/one-time/add/",
    "/sign-in/recovery/new/",
    "/sign-in/out/",
    "/sign-in/closed/",
    "/no-such-page/",
]
CUT_OFF = """
[...document.querySelectorAll("body *")]
  .filter((at) => !at.closest(".visually-hidden, .table, svg, .skip, details:not([open]) > *:not(summary)"))
  .filter((at) => { const box = at.getBoundingClientRect();
                    return box.width && (box.right > innerWidth + 1 || box.left < -1); })
  .map((at) => at.outerHTML.slice(0, 90))
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright keeps a loop in this thread
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=QUIETLY)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, live_server: Any, client: Any) -> Any:
    """Opens a page as a coordinator, the living page by itself; options are those of a browser context."""
    client.force_login(a_coordinator().person.user)
    opened = []

    def at(width: int, path: str = "/parts/", signed_in: bool = True, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **{"locale": "en", **options})
        opened.append(context)
        if signed_in:
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield at
    for context in opened:
        context.close()


def barriers(page: Page) -> list[tuple[str, list[Any]]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [at["target"] for at in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_no_barrier(open_page: Any, colours: str):
    page = open_page(360, color_scheme=colours)
    assert barriers(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    assert barriers(page) == []


@pytest.mark.parametrize("path", WAYS_IN)
def test_the_ways_in_have_no_barrier_and_cut_nothing_off(open_page: Any, path: str):
    page = open_page(360, path)
    assert page.locator("header .brand").is_visible()
    assert page.evaluate(CUT_OFF) == []
    assert barriers(page) == []


def test_signing_in_by_code_has_no_barrier_at_any_step(open_page: Any):
    page = open_page(360, "/sign-in/", signed_in=False, locale="ar")
    for written in (None, "no address", "amal@example.org"):
        if written:
            page.fill("input[name=address]", written)
            page.click("main .form button.primary")
            page.wait_for_load_state()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.url.endswith("/sign-in/code/")


def test_axe_would_find_a_barrier(open_page: Any):
    page = open_page(360)
    page.evaluate("document.querySelector('.lead').innerHTML = '<button></button>'")
    assert barriers(page)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_is_cut_off_on_a_small_phone_or_in_big_letters(open_page: Any, direction: str):
    page = open_page(360)
    page.evaluate("wanted => { document.documentElement.dir = wanted; }", direction)
    for width, letters in ((360, "100%"), (1280, "200%"), (360, "200%")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("wanted => { document.documentElement.style.fontSize = wanted; }", letters)
        assert page.evaluate(CUT_OFF) == [], (width, letters)


def test_the_slash_goes_to_finding_unless_it_was_switched_off(open_page: Any):
    page = open_page(1280)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input data-find id=find>')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.dataset.find !== undefined")
    page.evaluate("document.activeElement.blur(); document.body.dataset.shortcuts = 'off'")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")


def test_what_is_wrong_gets_the_focus(open_page: Any):
    assert open_page(1280).evaluate("document.activeElement.hasAttribute('data-summary')")


def test_the_page_breaks_no_rule_of_its_own_security_policy(open_page: Any):
    said: list[str] = []
    page = open_page(1280)
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    assert [line for line in said if "Content Security Policy" in line] == []


def test_the_first_view_is_light(open_page: Any):
    page = open_page(1280)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert len(asked) <= 6
    assert all(url.startswith(page.url.rsplit("/parts/")[0]) for url in asked)


def test_a_form_is_sent_once_however_often_it_is_pressed(open_page: Any):
    page = open_page(1280)
    sent: list[str] = []
    page.route("**/slow/", lambda route: sent.append(route.request.method))
    page.evaluate(
        """document.body.insertAdjacentHTML("beforeend",
           "<form method=post action=/slow/ id=slow><button id=go>Go</button></form>")"""
    )
    page.evaluate("for (let at = 0; at < 3; at++) document.getElementById('go').click()")
    page.wait_for_timeout(300)
    assert sent == ["POST"]
