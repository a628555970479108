"""`mentorbank fill`: a large invented network in an empty database, for measuring and for trying things out."""

import argparse
import sys
import time
from datetime import timedelta


def main(argv: list[str]) -> int:
    """Fill and say what was made; 2 when the database holds somebody already or an option is out of range."""
    parser = argparse.ArgumentParser(
        prog="mentorbank fill",
        description="Fill an empty database with an invented network.",
        epilog="mentorbank fill --people 5000 --years 1 --seed 1",
    )
    parser.add_argument(
        "--people", type=int, default=1000, help="mentors and mentees together (10 to 500000)"
    )
    parser.add_argument("--years", type=float, default=1.0, help="how far back the story begins (0.1 to 20)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same story")
    wanted = parser.parse_args(argv)
    if not (10 <= wanted.people <= 500_000 and 0.1 <= wanted.years <= 20):
        parser.error("--people lies between 10 and 500000, --years between 0.1 and 20")
    import django

    django.setup()
    return _fill(wanted.people, wanted.years, wanted.seed)


def _fill(people: int, years: float, seed: int) -> int:
    from django.db import transaction
    from django.utils import timezone

    from .bulk import BulkTeller
    from .demo import is_filled
    from .ground import lay
    from .story import Story

    if is_filled():
        print("There are people in this database already; fill an empty one.", file=sys.stderr)
        return 2
    now, begun, told = timezone.now(), time.monotonic(), 0
    with transaction.atomic():
        teller = BulkTeller(lay(now=now - timedelta(days=round(365 * years) + 40)))
        for told, event in enumerate(Story(people=people, years=years, seed=seed, until=now), 1):
            teller.tell(event)
            if told % 20_000 == 0:
                print(f"  {told} things have happened", flush=True)
        teller.finish()
    print(f"{people} people, {told} things that happened, in {time.monotonic() - begun:.0f} seconds.")
    return 0
