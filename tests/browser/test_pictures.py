"""`make pictures`: a picture of every page in each language at two widths, and those the README shows."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mentorbank.network.matching.queries import waiting_list
from mentorbank.network.partnerships.models import Partnership, Proposal
from mentorbank.network.people.models import Person
from mentorbank.network.people.queries import actor_for
from mentorbank.project.fill.demo import fill_demo
from tests.browser.conftest import DESK, PHONE, Look
from tests.browser.filled import signed_in
from tests.browser.sights import DESK as DESK_SIGHTS
from tests.browser.sights import FRONT, MINE, PARTICIPANTS, STAFF
from tests.builders import NOW

pytestmark = [pytest.mark.pictures, pytest.mark.needs("chromium", "noto"), pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "pictures"
WIDTHS = (390, 1280)
#: Shown at night as well.
AT_NIGHT = ("home", "mine", "today", "shortlist")


def picture(page: Page, name: str, **options: Any) -> None:
    path = FOLDER / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, animations="disabled", **options)


@pytest.mark.parametrize("language", PARTICIPANTS)
def test_pictures_of_the_pages_of_participants(look: Look, language: str):
    for sight in FRONT + MINE:
        if language in sight.languages:
            at_both_widths(look(sight, language), f"{language}/{sight.name}", at_night=sight.name in AT_NIGHT)


@pytest.mark.parametrize("language", STAFF)
def test_pictures_of_the_pages_of_staff(look: Look, language: str):
    for sight in DESK_SIGHTS:
        at_both_widths(look(sight, language), f"{language}/{sight.name}", at_night=sight.name in AT_NIGHT)


def at_both_widths(page: Page, name: str, *, at_night: bool) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 860})
        picture(page, f"{name}-{width}", full_page=True)
    if at_night:
        page.emulate_media(color_scheme="dark")
        picture(page, f"{name}-1280-dark", full_page=True)
        page.emulate_media(color_scheme="light")


def test_pictures_for_the_readme(browser: Browser, house: str, time_machine: Any):
    time_machine.move_to(NOW)
    fill_demo(ROOT / "demo", now=NOW)
    for name, person, language, path, screen in shown_in_the_readme():
        with browser.new_context(base_url=house, viewport=screen) as window:
            cookies = {"sessionid": signed_in(person), "language": language}
            window.add_cookies([{"name": n, "value": v, "url": house} for n, v in cookies.items()])
            page = window.new_page()
            page.goto(path)
            picture(page, f"readme/{name}", full_page=screen == PHONE)


def shown_in_the_readme() -> list[tuple[str, Person, str, str, Any]]:
    """The desk of the busiest division, and two who take part."""
    karin = Person.objects.get(email="karin@example.org")
    longest = next(iter(waiting_list(actor_for(karin), now=NOW)))
    asked = Proposal.objects.open().filter(mentor_asked_at__isnull=False).select_related("mentor__person").first()
    return [
        ("today", karin, "en", "/desk/", DESK),
        ("shortlist", karin, "en", f"/desk/mentees/{longest.pk}/shortlist/", DESK),
        ("effects", karin, "en", "/desk/effects/", DESK),
        ("proposal", asked.mentor.person, "en", f"/mine/proposals/{asked.pk}/", PHONE),
        ("mine-ar", somebody_with_a_mentor(), "ar", "/mine/", PHONE),
    ]


def somebody_with_a_mentor() -> Person:
    """The mentee whose partnership runs longest, one who reads Arabic if there is one: her page has most to show."""
    running = Partnership.objects.running().select_related("mentee__person").order_by("started_at")
    return (running.filter(mentee__person__language="ar").first() or running[0]).mentee.person
