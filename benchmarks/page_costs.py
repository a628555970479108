"""Measures the pages of one filled database; run by `benchmarks.pages`."""

import sys
import time
from collections.abc import Callable
from statistics import median
from types import ModuleType
from typing import Any

import django

TIMES, LEAST = 40, 5
BUDGET = 6.0  # seconds for one page
LIST, PERSON = 8, 5  # ratios promised in docs/figures.md


def timed(act: Callable[[], object]) -> float:
    """Median seconds of an act, warm: up to TIMES, within BUDGET."""
    act()
    taken: list[float] = []
    begun = time.perf_counter()
    while len(taken) < LEAST or (len(taken) < TIMES and time.perf_counter() - begun < BUDGET):
        before = time.perf_counter()
        act()
        taken.append(time.perf_counter() - before)
    return median(taken)


def with_an_empty_page() -> ModuleType:
    """The project's addresses and one page that is only the layout, open to staff."""
    from django.shortcuts import render
    from django.urls import path

    from mentorbank.project import policy, urls

    table = dict(policy.rows())
    table["empty"] = table["desk:today"]
    policy.rows = lambda: table
    addresses = ModuleType("benchmarks.addresses")
    empty = path("desk/empty/", lambda request: render(request, "parts/desk.html"), name="empty")
    addresses.urlpatterns = [empty, *urls.urlpatterns]
    return addresses


def pages_of(mentee: Any, mentor: Any) -> list[tuple[str, str, int]]:
    """Name, address and the ratio promised; 0 where none is."""
    return [
        ("empty page", "/desk/empty/", 0),
        ("today", "/desk/", 0),
        ("waiting list", "/desk/mentees/waiting/", LIST),
        ("mentor bank", "/desk/mentors/", LIST),
        ("bank, three letters", "/desk/mentors/?q=ker", LIST),
        ("find, one letter", "/desk/find/?q=k", LIST),
        ("find, four letters", "/desk/find/?q=sten", LIST),
        ("partnerships", "/desk/partnerships/", LIST),
        ("person", f"/desk/people/{mentee.person_id}/", PERSON),
        ("mentee", f"/desk/mentees/{mentee.pk}/", PERSON),
        ("mentor", f"/desk/mentors/{mentor.pk}/", PERSON),
        ("shortlist", f"/desk/mentees/{mentee.pk}/shortlist/", 0),
        ("effects", "/desk/effects/", 0),
    ]


def measure(people: int) -> None:
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from mentorbank.network.people.actions import look
    from mentorbank.network.people.models import Mentee, Mentor, Person
    from mentorbank.network.people.queries import actor_for

    staff = Person.objects.get(email="karin@example.org")
    home = {"person__division": staff.division_id}
    mentee = Mentee.objects.ready().filter(**home).order_by("-ready_at").first()
    mentor = Mentor.objects.in_bank().filter(**home).order_by("pk").first()
    pages = pages_of(mentee, mentor)
    with override_settings(ROOT_URLCONF=with_an_empty_page(), ALLOWED_HOSTS=["testserver"]):
        client = Client()
        client.force_login(staff.user)
        write = timed(lambda: look(by=actor_for(staff), about=mentee.person, now=timezone.now()))
        print(
            f"\n{people} people, {Mentor.objects.in_bank().count()} in the bank; times beside the empty page"
        )
        print(f"  {'one look in the ledger':24} {write * 1000:8.1f} ms")
        empty = None
        for name, address, promised in pages:
            answer = client.get(address)
            assert answer.status_code == 200, (name, answer.status_code)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
                asked = len(queries)
            cost = timed(lambda address=address: client.get(address))
            empty = empty or cost
            word = f"promised {promised}" if promised else ""
            print(
                f"  {name:24} {cost * 1000:8.1f} ms {cost / empty:7.1f} x {asked:4} queries  {word}",
                flush=True,
            )


if __name__ == "__main__":
    django.setup()
    measure(int(sys.argv[1]))
