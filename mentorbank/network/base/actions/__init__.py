"""What every step may need to write, and what the worker and the clock write about their own work."""

from .once import claim
from .tasks import claim_task, drop_old_work, fail_task, finish_task, keep_lease, reap_leases
from .ticks import begin_tick

__all__ = [
    "begin_tick",
    "claim",
    "claim_task",
    "drop_old_work",
    "fail_task",
    "finish_task",
    "keep_lease",
    "reap_leases",
]
