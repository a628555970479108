"""PyPI `matching`: stable marriage (Gale-Shapley), both sides ranking by the points."""

import json
import sys
import threading
import time

sys.path.pop(0)  # this folder holds a file of the package's name

import numpy as np
from matching.games import StableMarriage


def play():
    """Solve and print; the package copies its players by deep recursion, which needs a deep stack."""
    table = np.load(sys.argv[1])
    start = time.perf_counter()
    suitors = {row: np.argsort(-table[row], kind="stable").tolist() for row in range(table.shape[0])}
    reviewers = {
        column: np.argsort(-table[:, column], kind="stable").tolist() for column in range(table.shape[1])
    }
    found = StableMarriage.create_from_dictionaries(suitors, reviewers).solve()
    taken = time.perf_counter() - start
    total = sum(int(table[suitor.name, reviewer.name]) for suitor, reviewer in found.items())
    print(json.dumps({"seconds": taken, "total": total}))


sys.setrecursionlimit(1_000_000)
threading.stack_size(512 * 1024 * 1024)
player = threading.Thread(target=play)
player.start()
player.join()
