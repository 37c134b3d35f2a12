"""M/M/1 in Cimba Python, in the two ways that it allows: two processes and a store, and scheduled events.

Prints the seconds, the mean time in system and the number served of the way named. The model is compiled in a short run
first, so that only the simulation is timed.
"""

import sys
import time

import cimba as cb
from cimba import inputs

MEAN_GAP, MEAN_SERVICE = 1 / 0.9, 1.0


class Processes(cb.Model):
    gap: cb.Input[float] = inputs.dist.exponential(mean=MEAN_GAP)
    service: cb.Input[float] = inputs.dist.exponential(mean=MEAN_SERVICE)
    customers: cb.Param[int] = 1000
    waiting: cb.Store[float]
    total: cb.Output[float]
    served: cb.Output[float]

    @cb.process
    def arrivals(self):
        for _ in range(self.customers):
            cb.hold(self.gap.next())
            self.waiting.put(cb.now())

    @cb.process
    def server(self):
        total = 0.0
        for _ in range(self.customers):
            arrived = self.waiting.get()
            cb.hold(self.service.next())
            total += cb.now() - arrived
        self.total = total
        self.served = float(self.customers)


class Events(cb.Model):
    gap: cb.Input[float] = inputs.dist.exponential(mean=MEAN_GAP)
    service: cb.Input[float] = inputs.dist.exponential(mean=MEAN_SERVICE)
    customers: cb.Param[int] = 1000
    waiting: cb.Array[float] = cb.Array(1 << 16)
    arrived: int = 0
    started: int = 0
    finished: int = 0
    sum: float = 0.0
    total: cb.Output[float]
    served: cb.Output[float]

    @cb.on_start
    def begin(self):
        cb.schedule(self.arrival, self.gap.next())

    @cb.event
    def arrival(self):
        self.waiting[self.arrived & 65535] = cb.now()
        self.arrived += 1
        if self.arrived < self.customers:
            cb.schedule(self.arrival, self.gap.next())
        if self.started == self.finished:
            self.started += 1
            cb.schedule(self.departure, self.service.next())

    @cb.event
    def departure(self):
        self.sum += cb.now() - self.waiting[self.finished & 65535]
        self.finished += 1
        if self.started < self.arrived:
            self.started += 1
            cb.schedule(self.departure, self.service.next())

    @cb.on_end
    def finish(self):
        self.total = self.sum
        self.served = float(self.finished)


def run(kind, customers, seed):
    model = kind()
    model.customers = customers
    experiment = cb.Experiment(model, replications=1, window=cb.Window.until_idle(), seed=seed)
    start = time.perf_counter()
    results = experiment.run(workers=1, on_failure="raise")
    seconds = time.perf_counter() - start
    served = float(results[model].served.values[0, 0])
    return seconds, float(results[model].total.values[0, 0]) / served, int(served)


def main():
    kind = {"processes": Processes, "events": Events}[sys.argv[3]]
    run(kind, 1000, 1)
    print(*run(kind, int(sys.argv[1]), int(sys.argv[2])))


main()
