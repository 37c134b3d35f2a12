"""Problems with known optima by solvers of SimOpt's library.

    planning_simopt.py PROGRAM most-throughput SOLVER BUDGET SEED    the flow line, whose runs are ours
    planning_simopt.py PROGRAM facility-sizes SOLVER BUDGET SEED     FACSIZE-1, which is the library's own

prints the point that it recommends in the end, in whole numbers: capacities are rounded up.
"""

import math
import subprocess
import sys
from typing import ClassVar

import numpy
from mrg32k3a.mrg32k3a import MRG32k3a
from pydantic import BaseModel, Field
from simopt.base import ConstraintType, Model, Objective, Problem, RepResult, VariableType
from simopt.directory import solver_directory
from simopt.models.facilitysizing import FacilitySizingTotalCost

NUMBERS = 1 << 19
PROGRAM = None


class LineFactors(BaseModel):
    point: tuple[int, ...] = Field(default=(6, 7, 10))


class Line(Model):
    """The flow line of our program: two rates and a buffer; the third rate and the other buffer are what is left of
    twenty, since more of either never harms."""

    class_name_abbr: ClassVar[str] = "LINE"
    class_name: ClassVar[str] = "Flow line"
    config_class: ClassVar[type[BaseModel]] = LineFactors
    n_rngs: ClassVar[int] = 1
    n_responses: ClassVar[int] = 1

    def before_replicate(self, rng_list):
        self.random = rng_list[0]

    def replicate(self):
        first, second, buffer = (int(round(value)) for value in self.factors["point"])
        number = int(self.random.random() * NUMBERS)
        if first + second > 19:
            return {"throughput": 0.0}, {}
        PROGRAM.stdin.write(f"{number} {first} {second} {20 - first - second} {buffer} {20 - buffer}\n")
        PROGRAM.stdin.flush()
        return {"throughput": float(PROGRAM.stdout.readline())}, {}


class ThroughputFactors(BaseModel):
    initial_solution: tuple[int, ...] = Field(default=(6, 6, 10))
    budget: int = Field(default=1000)


class Throughput(Problem):
    """The most throughput."""

    class_name_abbr: ClassVar[str] = "LINE-1"
    class_name: ClassVar[str] = "Most throughput"
    config_class: ClassVar[type[BaseModel]] = ThroughputFactors
    model_class: ClassVar[type[Model]] = Line
    n_objectives: ClassVar[int] = 1
    n_stochastic_constraints: ClassVar[int] = 0
    minmax: ClassVar[tuple[int, ...]] = (-1,)
    constraint_type: ClassVar[ConstraintType] = ConstraintType.BOX
    variable_type: ClassVar[VariableType] = VariableType.DISCRETE
    gradient_available: ClassVar[bool] = False
    optimal_value: ClassVar[float | None] = None
    optimal_solution = None
    model_default_factors: ClassVar[dict] = {}
    model_decision_factors: ClassVar[set[str]] = {"point"}
    dim = 3
    lower_bounds = (1, 1, 1)
    upper_bounds = (18, 18, 19)

    def vector_to_factor_dict(self, vector):
        return {"point": vector[:]}

    def factor_dict_to_vector(self, factors):
        return tuple(factors["point"])

    def replicate(self, x):
        responses, _ = self.model.replicate()
        return RepResult(objectives=[Objective(stochastic=-responses["throughput"])])

    def get_random_solution(self, random):
        return tuple(random.randint(least, most) for least, most in zip(self.lower_bounds, self.upper_bounds))


def streams(seed, first, count):
    return [MRG32k3a(s_ss_sss_index=[first + place, seed, 0]) for place in range(count)]


def main():
    global PROGRAM
    program, name, solver_name, budget, seed = *sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5])
    if name == "most-throughput":
        PROGRAM = subprocess.Popen(
            [program, "oracle", name, str(seed + 1000)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        start = streams(seed, 9, 1)[0]
        problem = Throughput(fixed_factors={"budget": budget})
        problem.factors["initial_solution"] = problem.get_random_solution(start)
    else:
        problem = FacilitySizingTotalCost(fixed_factors={"budget": budget})
    solver = solver_directory[solver_name]()
    solver.attach_rngs(streams(seed, 1, 3))
    solver.solution_progenitor_rngs = streams(seed, 5, problem.model.n_rngs)
    frame = solver.run(problem)
    # A solver that recommends nothing within its budget has what it began with.
    last = frame["solution"].iloc[-1] if len(frame) else problem.factors["initial_solution"]
    point = [int(math.ceil(value - 1e-9)) for value in numpy.asarray(last)]
    if name == "most-throughput":
        point = [point[0], point[1], 20 - point[0] - point[1], point[2], 20 - point[2]]
    print(",".join(map(str, point)))


main()
