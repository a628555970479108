"""Lists over a Dask cluster of two workers: the same to the last point."""

import numpy as np
import pytest

from mentorbank.engine import Bank, Recipe, Task, plan_everyone
from tests.engine.test_everyone import crowd

distributed = pytest.importorskip("distributed", reason="Dask is not installed")


def test_a_cluster_of_two_workers_plans_the_same_to_the_last_point():
    mentees, mentors = crowd(40, 60)
    task = Task(mentees, Bank.of(mentors), Recipe(), 4)
    alone = plan_everyone(task)

    two = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with two as cluster, distributed.Client(cluster) as client:
        together = plan_everyone(task, executor=client.get_executor())

    assert together.objective == alone.objective
    for name in ("chosen", "points", "prices", "possible", "best"):
        assert np.array_equal(getattr(together, name), getattr(alone, name))
