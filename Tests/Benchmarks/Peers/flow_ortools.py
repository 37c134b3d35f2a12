"""OR-Tools' SimpleMinCostFlow on a network file: seconds from arrays to optimum, and the total cost."""

import sys
import time

import numpy
from ortools.graph.python import min_cost_flow


def main():
    with open(sys.argv[1], "rb") as file:
        nodes, arcs = map(int, file.readline().split())
        tails, heads, capacities = (numpy.fromfile(file, "<i4", arcs) for _ in range(3))
        costs = numpy.fromfile(file, "<i8", arcs)
        supplies = numpy.fromfile(file, "<i4", nodes)
    start = time.perf_counter()
    solver = min_cost_flow.SimpleMinCostFlow()
    numbers = solver.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, costs)
    solver.set_nodes_supplies(numpy.arange(nodes, dtype=numpy.int32), supplies)
    status = solver.solve()
    seconds = time.perf_counter() - start
    if status != solver.OPTIMAL:
        raise SystemExit(f"{sys.argv[1]}: {status}")
    # Sums beyond 53 bits: no floating point.
    flows = solver.flows(numbers)
    print(seconds, sum(int(flows[arc]) * int(costs[arc]) for arc in flows.nonzero()[0]))


main()
