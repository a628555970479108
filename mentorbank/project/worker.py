"""The worker: takes queued tasks one by one, keeps its lease while it works, stops between two of them.

The reaping of silent workers' tasks runs here and not as a task: with every worker dead there is nobody to run one.
"""

import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from uuid import uuid4

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from mentorbank.network.base.actions import claim_task, fail_task, finish_task, keep_lease, reap_leases
from mentorbank.network.base.actions.tasks import LEASE

log = logging.getLogger("mentorbank.worker")
BEAT = LEASE.total_seconds() / 4
REAP_EVERY = 15.0


class Worker:
    """One process's loop. `idle` is how many seconds it sleeps when nothing is due."""

    def __init__(self, idle: float = 1.0) -> None:
        self.name = f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid4().hex[:6]}"
        self.idle = idle
        self.stopping = threading.Event()

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """End after the task at hand."""
        self.stopping.set()

    def run(self) -> None:
        next_reap = timezone.now()
        while not self.stopping.is_set():
            try:
                close_old_connections()
                if timezone.now() >= next_reap:
                    reap_leases(now=timezone.now())
                    next_reap = timezone.now() + timedelta(seconds=REAP_EVERY)
                busy = self.run_one()
            except (OperationalError, InterfaceError) as error:  # the database is away or locked: wait for it
                log.warning("The database does not answer: %s", error)
                busy = False
            if not busy:
                self.stopping.wait(self.idle)

    def run_one(self) -> bool:
        """Run the next due task, if there is any."""
        task = claim_task(worker=self.name, now=timezone.now())
        if task is None:
            return False
        try:
            with self._beating(task):
                task.task.call(*task.args_kwargs["args"], **task.args_kwargs["kwargs"])
        except Exception as error:
            log.exception("Task %s failed", task.args_kwargs["args"][:1])
            fail_task(task=task, worker=self.name, error=error, now=timezone.now())
        else:
            finish_task(task=task, worker=self.name, now=timezone.now())
        return True

    @contextmanager
    def _beating(self, task: DBTaskResult) -> Iterator[None]:
        """Renew the lease in a thread of its own, so that long work is not taken for a dead worker."""
        done = threading.Event()
        thread = threading.Thread(target=self._beat, args=(task, done), daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _beat(self, task: DBTaskResult, done: threading.Event) -> None:
        while not done.wait(BEAT):
            try:
                keep_lease(task=task, worker=self.name, now=timezone.now())
            except (OperationalError, InterfaceError) as error:
                log.warning("No heartbeat: %s", error)
            finally:
                connection.close()


def main(idle: float = 1.0) -> None:
    """`mentorbank worker`: until told to stop."""
    worker = Worker(idle)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, worker.stop)
    worker.run()
