"""The clock: every job exists, every tick happens once."""

import threading
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from mentorbank.network.base.actions import begin_tick
from mentorbank.network.base.later import find_job
from mentorbank.network.base.models import Tick
from mentorbank.project.scheduler import SCHEDULE, Job, look

NOW = datetime(2026, 11, 23, 9, 7, 31, tzinfo=UTC)


def queued() -> list[str]:
    return [task.args_kwargs["args"][0] for task in DBTaskResult.objects.all()]


@pytest.mark.parametrize("job", SCHEDULE, ids=lambda job: job.name)
def test_what_is_scheduled_exists_and_has_a_rhythm(job):
    assert callable(find_job(job.name))
    assert bool(job.minutes) != bool(job.at)


def test_the_clock_itself_queues_every_job_once_a_tick(db):
    assert look(NOW, {}) == [job.name for job in SCHEDULE]
    assert look(NOW + timedelta(seconds=5), {}) == []
    assert sorted(queued()) == sorted(job.name for job in SCHEDULE)


def test_a_minute_later_the_minutely_jobs_are_due_again(db):
    seen: dict[str, datetime] = {}
    look(NOW, seen)
    DBTaskResult.objects.all().delete()

    assert set(look(NOW + timedelta(minutes=1), seen)) == {job.name for job in SCHEDULE if job.minutes == 1}


def test_ticks_do_not_pile_up_while_no_worker_runs(db):
    for minute in range(60):
        begin_tick(job="letters.post_due_letters", at=NOW + timedelta(minutes=minute), now=NOW)

    assert queued() == ["letters.post_due_letters"]
    assert Tick.objects.count() == 60


def test_of_several_schedulers_one_begins_a_tick(transactional_db):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has no second writer")
    began, start = [], threading.Barrier(4)

    def schedule() -> None:
        start.wait()
        began.append(begin_tick(job="people.seal_ledger", at=NOW, now=NOW))
        connections.close_all()

    threads = [threading.Thread(target=schedule) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(began) == [False, False, False, True]
    assert queued() == ["people.seal_ledger"]


@pytest.mark.parametrize(
    ("job", "tick"),
    [
        (Job("a.b", minutes=1), datetime(2026, 11, 23, 9, 7, tzinfo=UTC)),
        (Job("a.b", minutes=15), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        (Job("a.b", at=time(10, 0)), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        (Job("a.b", at=time(11, 30)), datetime(2026, 11, 22, 10, 30, tzinfo=UTC)),
    ],
)
def test_a_tick_lies_at_or_before_now_in_local_time(job, tick):
    assert job.last_tick(NOW) == tick


def test_the_night_when_clocks_go_back_has_one_tick():
    job = Job("a.b", at=time(2, 30))  # 2:30 happens twice on 25 October 2026
    night = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    ticks = {job.last_tick(night + timedelta(minutes=5 * step)) for step in range(100)}

    assert len(ticks) == 2  # the evening before's and the night's
