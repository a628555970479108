"""One measured job in a process of its own: `python -m benchmarks.engine_jobs NAME ARGUMENTS`; prints JSON."""

import json
import resource
import statistics
import sys
import time

import numpy as np

from benchmarks.engine_data import a_bank, a_table, a_waiting_list

# Processor seconds of the last measured runs: what is left when others use the machine too.
CPU: list[float] = []


def seconds(work, times=1):
    """The median of several runs, and what the last one gave."""
    taken, given = [], None
    CPU.clear()
    for number in range(times):
        start, worked = time.perf_counter(), time.process_time()
        given = work(number)
        taken.append(time.perf_counter() - start)
        CPU.append(time.process_time() - worked)
    return statistics.median(taken), given


def shortlist(mentors):
    """Best 10 for one mentee, beside one pass of NumPy over the same columns."""
    from mentorbank.engine import Recipe, Task
    from mentorbank.engine import shortlist as explained
    from mentorbank.engine.lists import best_of

    bank, mentees, recipe = a_bank(mentors), a_waiting_list(300), Recipe()
    times = 101 if mentors < 1_000_000 else 21
    cells = np.stack([column.cells for column in bank.columns.values()])
    one_pass, _ = seconds(lambda n: cells.sum(axis=0), 5)
    for each in mentees[-3:]:
        best_of(Task([each], bank, recipe, 10), 0)
    best, _ = seconds(lambda n: best_of(Task([mentees[n]], bank, recipe, 10), 0), times)
    cpu = statistics.median(CPU)
    told, _ = seconds(lambda n: explained(mentees[n], bank, recipe, 10), times)
    return {"seconds": best, "cpu": cpu, "explained": told, "one pass": one_pass}


def everyone(mentees, mentors):
    """Lists, solver and certificate from loaded columns."""
    from concurrent.futures import ThreadPoolExecutor

    from mentorbank.engine import Recipe, Task, plan_everyone, speed

    plan_everyone(Task(a_waiting_list(20), a_bank(3_000), Recipe(), 16))  # loads what is loaded once
    task = Task(a_waiting_list(mentees), a_bank(mentors), Recipe(), 16)
    pool = ThreadPoolExecutor(2) if speed.active() == "compiled" and mentees >= 5_000 else None
    taken, plan = seconds(lambda n: plan_everyone(task, executor=pool), 3 if mentees < 5_000 else 1)
    return {
        "seconds": taken,
        "cpu": statistics.median(CPU),
        "matched": len(plan.pairs),
        "total": plan.objective,
        "gap": plan.gap,
        "rounds": plan.rounds,
    }


def dense(mentees, mentors):
    """`plan()` on a full table."""
    from mentorbank.engine import plan

    table = a_table(mentees, mentors)
    plan(table[:5, :5], [1] * min(5, mentors))
    taken, result = seconds(lambda n: plan(table, np.ones(mentors, dtype=np.int64)), 5)
    return {
        "seconds": taken,
        "total": result.objective,
        "gap": (result.bound - result.objective) / result.bound,
    }


def scipy_dense(mentees, mentors):
    """SciPy's dense assignment: no places, no prices, no proof."""
    from scipy.optimize import linear_sum_assignment

    table = a_table(mentees, mentors)
    linear_sum_assignment(table[:5, :5], maximize=True)
    taken, (rows, columns) = seconds(lambda n: linear_sum_assignment(table, maximize=True), 5)
    return {"seconds": taken, "total": int(table[rows, columns].sum())}


def scipy_sparse(mentees, mentors):
    """SciPy's sparse assignment on the same table (a cost of 0 would be no edge, hence the shift)."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    table = a_table(mentees, mentors)
    costs = csr_array((table.max() + 1 - table).astype(float))
    taken, (rows, columns) = seconds(lambda n: min_weight_full_bipartite_matching(costs), 3)
    return {"seconds": taken, "total": int(table[rows, columns].sum())}


def first_come(mentees, mentors):
    """First come, first served, in NumPy."""
    table = a_table(mentees, mentors)

    def serve(_):
        left, total = table.copy(), 0
        for row in range(mentees):
            best = int(left[row].argmax())
            total += max(int(left[row, best]), 0)
            left[:, best] = -1
        return total

    taken, total = seconds(serve, 3)
    return {"seconds": taken, "total": total}


def save(mentees, mentors, path):
    """The table for peers that run in environments of their own."""
    np.save(path, a_table(int(mentees), int(mentors)))
    return {}


def main(name, *arguments):
    """Run one job."""
    jobs = {f.__name__: f for f in (shortlist, everyone, dense, scipy_dense, scipy_sparse, first_come, save)}
    given = [int(each) if each.isdigit() else each for each in arguments]
    found = jobs[name](*given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found | {"peak MB": round(peak)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
