"""Background work named by an action: `later("letters.post_letter", letter.pk)`."""

from importlib import import_module
from typing import Any

from django_tasks import task


def find_job(name: str) -> Any:
    """The function `job` of `mentorbank.network.<step>.jobs` for the name "step.job"."""
    step, job = name.split(".")
    return getattr(import_module(f"mentorbank.network.{step}.jobs"), job)


@task()
def run_job(name: str, *ids: int | str) -> None:
    """What the queue holds: a job's name and the ids it works on."""
    find_job(name)(*ids)


def later(name: str, *ids: int | str) -> None:
    """Queue a job in the caller's transaction: it runs only if that commits."""
    run_job.enqueue(name, *ids)
