"""OR-tools: min-cost flow from a source over mentees and mentors to a sink."""

import json
import sys
import time

sys.path.pop(0)  # this folder holds a file of the package's name

import numpy as np
from ortools.graph.python import min_cost_flow

table = np.load(sys.argv[1])
mentees, mentors = table.shape
start = time.perf_counter()
flow = min_cost_flow.SimpleMinCostFlow()
rows, columns = np.meshgrid(np.arange(mentees), np.arange(mentors), indexing="ij")
source, sink = mentees + mentors, mentees + mentors + 1
tails = np.concatenate([np.full(mentees, source), rows.ravel(), mentees + np.arange(mentors)])
heads = np.concatenate([np.arange(mentees), mentees + columns.ravel(), np.full(mentors, sink)])
costs = np.concatenate([np.zeros(mentees), -table.ravel(), np.zeros(mentors)]).astype(np.int64)
flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones(len(tails), dtype=np.int64), costs)
flow.set_node_supply(source, min(mentees, mentors))
flow.set_node_supply(sink, -min(mentees, mentors))
flow.solve()
taken = time.perf_counter() - start
print(json.dumps({"seconds": taken, "total": -int(flow.optimal_cost())}))
