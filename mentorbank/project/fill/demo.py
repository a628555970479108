"""The invented network `make demo` serves: the pilot's mentors, and newcomers with more than a year behind them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from mentorbank.network.partnerships.models import Partnership
from mentorbank.network.people.models import Person

from .ground import STAFF, lay
from .pilot import pilot_mentors
from .settling import settle_the_past
from .story import Story
from .telling import Teller

SEED = 2003
MENTEES = 150
YEARS = 1.25
SURGE = 0.2  # who came lately: people at every step of the way in


def is_filled() -> bool:
    """Somebody is in the network already."""
    return Person.objects.exists()


@transaction.atomic
def fill_demo(
    folder: Path, *, now: datetime | None = None, progress: Callable[[int], None] | None = None
) -> None:
    """Tell the demo's story to the actions, up to `now`; `progress` hears how many events were told."""
    now = now or timezone.now()
    began = now - timedelta(days=round(365 * YEARS) + 40)
    ground = lay(now=began)
    volunteers = pilot_mentors(folder)
    story = Story(people=MENTEES, years=YEARS, seed=SEED, until=now, volunteers=volunteers, surge=SURGE)
    teller = Teller(ground)
    for number, event in enumerate(story, 1):
        teller.tell(event)
        if progress and number % 100 == 0:
            progress(number)
    settle_the_past(now)


def people_to_sign_in_as() -> list[tuple[str, str, str]]:
    """Role, name and address of those a visitor of the demo may be."""
    staff = [(role.value, name, email) for name, email, role, _division in STAFF[:4]]
    running = (
        Partnership.objects.running().filter(mentee__person__channel="email").order_by("-started_at", "pk")
    )
    pair = running.select_related("mentee__person", "mentor__person").first()
    if pair is None:
        return staff
    both = (("mentor", pair.mentor.person), ("mentee", pair.mentee.person))
    return [*staff, *((role, person.name, person.email) for role, person in both)]
