"""M/M/1 in SimPy: one process for arrivals, one for each customer, one resource, and the sum of times in system."""

import random
import sys
import time

import simpy

ARRIVAL_RATE, SERVICE_RATE = 0.9, 1.0


def customer(environment, server, draw, tally):
    arrived = environment.now
    with server.request() as request:
        yield request
        yield environment.timeout(draw(SERVICE_RATE))
    tally[0] += environment.now - arrived
    tally[1] += 1


def arrivals(environment, server, draw, tally, customers):
    for _ in range(customers):
        yield environment.timeout(draw(ARRIVAL_RATE))
        environment.process(customer(environment, server, draw, tally))


def main():
    customers, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(seed).expovariate
    environment = simpy.Environment()
    server = simpy.Resource(environment)
    tally = [0.0, 0]
    environment.process(arrivals(environment, server, draw, tally, customers))
    start = time.perf_counter()
    environment.run()
    print(time.perf_counter() - start, tally[0] / tally[1], tally[1])


main()
