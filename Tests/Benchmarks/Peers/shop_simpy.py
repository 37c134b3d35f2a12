"""A machine shop in SimPy: ten machines that break, and one repairman whose other work they interrupt.

Prints the seconds, the mean number of parts that a machine makes in four weeks, and the parts made.
"""

import random
import sys
import time

import simpy

MACHINES, REPAIR, OTHER_WORK, BETWEEN_FAILURES = 10, 30.0, 30.0, 300.0


class Machine:
    def __init__(self, environment, repairman, draw):
        self.environment, self.repairman, self.draw = environment, repairman, draw
        self.made, self.is_broken = 0, False
        self.working = environment.process(self.work())
        environment.process(self.fail())

    def part(self):
        while True:
            minutes = self.draw.normalvariate(10, 2)
            if minutes > 0:
                return minutes

    def work(self):
        while True:
            left = self.part()
            while left > 0:
                begun = self.environment.now
                try:
                    yield self.environment.timeout(left)
                    left = 0
                except simpy.Interrupt:
                    left -= self.environment.now - begun
                    self.is_broken = True
                    with self.repairman.request(priority=1) as request:
                        yield request
                        yield self.environment.timeout(REPAIR)
                    self.is_broken = False
            self.made += 1

    def fail(self):
        while True:
            yield self.environment.timeout(self.draw.expovariate(1 / BETWEEN_FAILURES))
            if not self.is_broken:
                self.working.interrupt()


def other_work(environment, repairman):
    while True:
        left = OTHER_WORK
        while left > 0:
            with repairman.request(priority=2) as request:
                yield request
                begun = environment.now
                try:
                    yield environment.timeout(left)
                    left = 0
                except simpy.Interrupt:
                    left -= environment.now - begun


def main():
    minutes, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(seed)
    environment = simpy.Environment()
    repairman = simpy.PreemptiveResource(environment)
    machines = [Machine(environment, repairman, draw) for _ in range(MACHINES)]
    environment.process(other_work(environment, repairman))
    start = time.perf_counter()
    environment.run(until=minutes)
    seconds = time.perf_counter() - start
    made = sum(machine.made for machine in machines)
    print(seconds, made / MACHINES * 40320 / minutes, made)


main()
