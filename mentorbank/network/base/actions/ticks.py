"""The clock: each job's tick happens once, however many schedulers look at the time."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from mentorbank.network.base.later import later
from mentorbank.network.base.models import Tick


def begin_tick(*, job: str, at: datetime, now: datetime) -> bool:
    """Queue the job for this tick unless somebody did; one that still waits in the queue is not queued twice."""
    try:
        with transaction.atomic():
            tick = Tick.objects.create(job=job, at=at, done_at=now)
            if _waits(job):
                Tick.objects.filter(pk=tick.pk).update(error="the one before still waits")
            else:
                later(job)
    except IntegrityError:
        return False
    return True


def _waits(job: str) -> bool:
    return DBTaskResult.objects.filter(status="READY", args_kwargs__args=[job]).exists()
