"""The flow line's throughput by PyMOSO's R-SPLINE, whose runs are ours: the same program answers both.

    planning_pymoso.py PROGRAM BUDGET SEED    prints the point that it returns
"""

import random
import subprocess
import sys

from pymoso.chnbase import Oracle
from pymoso.chnutils import solve
from pymoso.solvers.rspline import RSPLINE

NUMBERS = 1 << 19


class FlowLine(Oracle):
    """Least of minus the throughput, with rates and buffers that sum to 20 at most."""

    program = None

    def __init__(self, rng):
        self.num_obj = 1
        self.dim = 5
        super().__init__(rng)

    def g(self, x, rng):
        number = int(rng.random() * NUMBERS)
        if min(x) < 1 or max(x) > 20 or sum(x[:3]) > 20 or sum(x[3:]) > 20:
            return False, (None,)
        pipe = FlowLine.program
        pipe.stdin.write(f"{number} {' '.join(map(str, x))}\n")
        pipe.stdin.flush()
        return True, (-float(pipe.stdout.readline()),)


def main():
    program, budget, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    FlowLine.program = subprocess.Popen(
        [program, "oracle", "most-throughput", str(seed + 1000)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    # A start by chance, as ours has none to begin with.
    draw = random.Random(seed)
    start = (20,) * 5
    while sum(start[:3]) > 20 or sum(start[3:]) > 20:
        start = tuple(draw.randint(1, 20) for _ in range(5))
    seeds = tuple(12345 + seed * 7 + place for place in range(6))
    points, _ = solve(FlowLine, RSPLINE, start, budget=budget, seed=seeds, crn=True)
    print(",".join(map(str, next(iter(points)))))


main()
