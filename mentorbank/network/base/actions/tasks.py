"""A queued task is worked on by one worker under a lease; when the worker dies, somebody else takes it over."""

from datetime import datetime, timedelta
from traceback import format_exception

from django.db import transaction
from django.db.models import Q
from django_tasks_db.models import DBTaskResult, get_date_max

from mentorbank.network.base.models import JobLease, Tick

LEASE = timedelta(minutes=1)
#: Minutes until a task that failed, or whose worker died, is tried again; after the last it is given up.
AGAIN = (1, 5, 30, 120)
READY, RUNNING, SUCCESSFUL, FAILED = "READY", "RUNNING", "SUCCESSFUL", "FAILED"


def claim_task(*, worker: str, now: datetime) -> DBTaskResult | None:
    """Take the next task that is due: of several workers exactly one gets it."""
    # the library's own `ready()` reads the clock; what waits for no moment waits for the last one it knows
    due = Q(run_after=get_date_max()) | Q(run_after__lte=now)
    for task in DBTaskResult.objects.filter(due, status=READY)[:5]:
        with transaction.atomic():
            mine = DBTaskResult.objects.filter(pk=task.pk, status=READY)
            if not mine.update(status=RUNNING, started_at=now, worker_ids=[*task.worker_ids, worker]):
                continue
            JobLease.objects.update_or_create(
                task=task.pk.hex,
                defaults={"worker": worker, "until": now + LEASE, "tries": len(task.worker_ids) + 1},
            )
            return task
    return None


def keep_lease(*, task: DBTaskResult, worker: str, now: datetime) -> bool:
    """The heartbeat; False once the task was taken from this worker."""
    lease = JobLease.objects.filter(task=task.pk.hex, worker=worker)
    return bool(lease.update(until=now + LEASE))


@transaction.atomic
def finish_task(*, task: DBTaskResult, worker: str, now: datetime) -> bool:
    """Write success down, if the task is still this worker's."""
    if not JobLease.objects.filter(task=task.pk.hex, worker=worker).delete()[0]:
        return False
    done = DBTaskResult.objects.filter(pk=task.pk, status=RUNNING)
    return bool(done.update(status=SUCCESSFUL, finished_at=now, traceback="", exception_class_path=""))


@transaction.atomic
def fail_task(*, task: DBTaskResult, worker: str, error: BaseException, now: datetime) -> None:
    """Queue it again for later, or give it up in sight of the operator."""
    held = JobLease.objects.filter(task=task.pk.hex, worker=worker)
    lease = held.first()
    if lease is not None and held.delete()[0]:
        _again(lease, now, f"{type(error).__module__}.{type(error).__qualname__}", "".join(format_exception(error)))


def reap_leases(*, now: datetime) -> int:
    """Take tasks back whose worker has gone silent; how many."""
    taken = 0
    for lease in JobLease.objects.filter(until__lt=now):
        with transaction.atomic():
            if JobLease.objects.filter(pk=lease.pk, until=lease.until).delete()[0]:
                _again(lease, now, "", f"{lease.worker} went silent")
                taken += 1
    return taken


def _again(lease: JobLease, now: datetime, path: str, story: str) -> None:
    running = DBTaskResult.objects.filter(pk=lease.task, status=RUNNING)
    end: dict[str, object] = {"exception_class_path": path, "traceback": story}
    if lease.tries > len(AGAIN):
        end |= {"status": FAILED, "finished_at": now}
    else:
        end |= {"status": READY, "run_after": now + timedelta(minutes=AGAIN[lease.tries - 1])}
    running.update(**end)


@transaction.atomic
def drop_old_work(*, before: datetime) -> None:
    """Forget tasks that went well and ticks; what failed stays four times as long, for somebody to look at."""
    long_before = before - 3 * timedelta(days=7)
    ended = Q(status=SUCCESSFUL, finished_at__lt=before) | Q(status=FAILED, finished_at__lt=long_before)
    DBTaskResult.objects.filter(ended).delete()
    Tick.objects.filter(at__lt=before).delete()
