"""Queued work: one worker at a time, taken over when it dies, tried again when it fails."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from mentorbank.network.base.actions import (
    claim_task,
    drop_old_work,
    fail_task,
    finish_task,
    keep_lease,
    reap_leases,
)
from mentorbank.network.base.actions.tasks import AGAIN
from mentorbank.network.base.later import later
from mentorbank.network.base.models import JobLease, Tick
from mentorbank.network.letters import jobs
from mentorbank.project.worker import Worker

NOW = datetime.now(UTC) + timedelta(seconds=1)


def status() -> str:
    return DBTaskResult.objects.get().status


def after(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def done(monkeypatch) -> list[int]:
    """What the job `letters.post_letter` was called with."""
    calls: list[int] = []
    monkeypatch.setattr(jobs, "post_letter", calls.append)
    return calls


def test_a_worker_does_what_is_queued_and_then_rests(db, done):
    later("letters.post_letter", 7)
    worker = Worker()

    assert [worker.run_one(), worker.run_one()] == [True, False]
    assert done == [7]
    assert status() == "SUCCESSFUL"
    assert not JobLease.objects.exists()


def test_a_job_that_fails_is_tried_again_later_and_given_up_after_the_last(db, monkeypatch):
    monkeypatch.setattr(jobs, "post_letter", lambda letter: 1 / 0)
    later("letters.post_letter", 7)
    seen = []
    for _ in range(len(AGAIN) + 1):
        DBTaskResult.objects.update(run_after=NOW - timedelta(days=1))
        Worker().run_one()
        seen.append(status())

    assert seen == ["READY"] * len(AGAIN) + ["FAILED"]
    assert DBTaskResult.objects.get().exception_class_path == "builtins.ZeroDivisionError"
    assert not JobLease.objects.exists()


def test_a_task_waits_before_it_is_tried_again(db):
    later("letters.post_letter", 7)
    task = claim_task(worker="one", now=NOW)
    fail_task(task=task, worker="one", error=ValueError("no"), now=NOW)

    assert DBTaskResult.objects.get().run_after == after(AGAIN[0])
    assert claim_task(worker="two", now=NOW) is None


def test_a_dead_workers_task_goes_to_another(db):
    later("letters.post_letter", 7)
    claim_task(worker="dead", now=NOW)

    assert reap_leases(now=after(0.5)) == 0
    assert reap_leases(now=after(2)) == 1
    assert status() == "READY"


def test_a_living_worker_keeps_its_task_by_its_heartbeat(db):
    later("letters.post_letter", 7)
    task = claim_task(worker="one", now=NOW)

    assert keep_lease(task=task, worker="one", now=after(1.5))
    assert reap_leases(now=after(2)) == 0


def test_a_worker_that_was_taken_for_dead_cannot_report(db):
    later("letters.post_letter", 7)
    task = claim_task(worker="slow", now=NOW)
    reap_leases(now=after(2))

    assert not keep_lease(task=task, worker="slow", now=after(2))
    assert not finish_task(task=task, worker="slow", now=after(2))
    assert status() == "READY"


def test_a_task_that_kills_every_worker_is_given_up(db):
    later("letters.post_letter", 7)
    for number in range(len(AGAIN) + 1):
        DBTaskResult.objects.update(run_after=NOW - timedelta(days=1))
        claim_task(worker=f"worker {number}", now=NOW)
        reap_leases(now=after(2))

    assert status() == "FAILED"


def test_of_many_workers_one_gets_the_task(transactional_db):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has no second writer")
    later("letters.post_letter", 7)
    got, start = [], threading.Barrier(4)

    def work(name: str) -> None:
        start.wait()
        got.append(claim_task(worker=name, now=NOW))
        connections.close_all()

    threads = [threading.Thread(target=work, args=(f"worker {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([task for task in got if task]) == 1


def test_a_worker_stops_between_two_tasks_when_told(transactional_db, monkeypatch):
    worker = Worker(idle=0.01)
    monkeypatch.setattr(jobs, "post_letter", lambda letter: worker.stop())
    for letter in (1, 2):
        later("letters.post_letter", letter)

    worker.run()

    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]
    assert connection.connection


def test_old_work_is_forgotten_and_failures_stay_longer(db):
    for letter in (1, 2):
        later("letters.post_letter", letter)
    finish_task(task=claim_task(worker="one", now=NOW), worker="one", now=NOW)
    DBTaskResult.objects.filter(status="READY").update(status="FAILED", finished_at=NOW)
    Tick.objects.create(job="letters.post_due_letters", at=NOW)

    drop_old_work(before=after(1))

    assert status() == "FAILED"
    assert not Tick.objects.exists()
