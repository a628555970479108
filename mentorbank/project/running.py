"""`mentorbank worker` and `mentorbank scheduler`: set Django up, then run until told to stop."""

from argparse import ArgumentParser
from collections.abc import Sequence

import django


def work(argv: Sequence[str]) -> int:
    """Take queued tasks until told to stop."""
    parser = ArgumentParser("mentorbank worker", description="Posts letters and does queued work.")
    parser.add_argument("--idle", type=float, default=1.0, help="seconds to sleep when nothing is due (1)")
    idle = parser.parse_args(argv).idle
    django.setup()
    from mentorbank.project import worker

    worker.main(idle)
    return 0


def schedule(argv: Sequence[str]) -> int:
    """Queue what the clock starts, until told to stop."""
    ArgumentParser("mentorbank scheduler", description="Starts what the clock starts.").parse_args(argv)
    django.setup()
    from mentorbank.project import scheduler

    scheduler.main()
    return 0
