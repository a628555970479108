"""The scheduler: at each tick of a job it queues the job, once over all schedulers."""

import logging
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from mentorbank.network.base.actions import begin_tick

log = logging.getLogger("mentorbank.scheduler")
LOOK_EVERY = 5.0  # seconds


@dataclass(frozen=True)
class Job:
    """A job of the network and its rhythm: every so many minutes, or once a day at a local time."""

    name: str
    minutes: int = 0
    at: time | None = None

    def last_tick(self, now: datetime) -> datetime:
        """The newest moment at or before `now` at which this job is due."""
        if self.at is None:
            step = self.minutes * 60
            return datetime.fromtimestamp(int(now.timestamp()) // step * step, UTC)
        day = timezone.localtime(now).replace(
            hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0, fold=0
        )
        return (day if day <= now else day - timedelta(days=1)).astimezone(UTC)


SCHEDULE = (
    Job("letters.post_due_letters", minutes=1),
    Job("people.seal_ledger", minutes=1),
    Job("journal.ask_did_you_meet", minutes=15),
    Job("partnerships.remind_and_expire", minutes=15),
    Job("records.forget_old_uploads", minutes=15),
    Job("base.forget_old_work", at=time(3, 30)),
    Job("base.forget_old_sessions", at=time(3, 35)),
    Job("letters.forget_codes", at=time(3, 40)),
)


def due(now: datetime, seen: dict[str, datetime]) -> Iterator[tuple[Job, datetime]]:
    """Jobs whose newest tick this process has not looked at yet."""
    for job in SCHEDULE:
        tick = job.last_tick(now)
        if seen.get(job.name) != tick:
            seen[job.name] = tick
            yield job, tick


def look(now: datetime, seen: dict[str, datetime]) -> list[str]:
    """Begin what is due; the names of what this process began."""
    return [job.name for job, tick in due(now, seen) if begin_tick(job=job.name, at=tick, now=now)]


def main() -> None:
    """`mentorbank scheduler`: until told to stop."""
    stopping, seen = threading.Event(), dict[str, datetime]()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_signal: stopping.set())
    while not stopping.is_set():
        try:
            close_old_connections()
            look(timezone.now(), seen)
        except (OperationalError, InterfaceError) as error:  # the next look tries again
            seen.clear()
            log.warning("The database does not answer: %s", error)
        stopping.wait(LOOK_EVERY)
