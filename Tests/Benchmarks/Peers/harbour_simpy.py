"""Cimba's harbour in SimPy: ships that wait offshore for wind, water, tugs and a berth together, and for tugs to leave.

Prints the seconds, the mean hours of a ship from its arrival until it is gone, and the ships that left.
"""

import math
import random
import sys
import time

import simpy

# Tugs, most wind, least depth, berths, usual hours of unloading: of small ships, and of large ones.
SIZES = [(1, 10.0, 8.0, 6, 8.0), (3, 12.0, 13.0, 3, 12.0)]
TUGS, RATE, SHARE_LARGE, WIND, DEPTH = 10, 0.5, 0.25, 5.0, 15.0


def pert(draw, least, usual, most):
    width = most - least
    return least + width * draw.betavariate(1 + 4 * (usual - least) / width, 1 + 4 * (most - usual) / width)


class Harbour:
    def __init__(self, environment, draw):
        self.environment, self.draw = environment, draw
        self.tugs = simpy.Container(environment, TUGS, TUGS)
        self.berths = [size[3] for size in SIZES]
        self.radio = simpy.Resource(environment)
        self.wind = self.depth = 0.0
        self.changed = environment.event()
        self.hours, self.left = 0.0, 0
        environment.process(self.sea())
        environment.process(self.arrivals())

    def tell(self):
        """Lets whoever waits offshore look again, in order of arrival."""
        before, self.changed = self.changed, self.environment.event()
        before.succeed()

    def sea(self):
        draw = self.draw
        while True:
            now = self.environment.now
            rayleigh = WIND * math.sqrt(-2 * math.log(1 - draw.random()))
            self.wind = (rayleigh + self.wind) / 2
            direction = math.radians(pert(draw, 0, 225, 360))
            tide = (math.sin(2 * math.pi * now / 12.4) + 0.5 * math.sin(2 * math.pi * now / 24)
                    + 0.25 * math.sin(2 * math.pi * now / (0.5 * 29.5 * 24)))
            self.depth = DEPTH + tide + 0.5 * self.wind * (1 - math.sin(direction))
            self.tell()
            yield self.environment.timeout(1)

    def arrivals(self):
        while True:
            yield self.environment.timeout(self.draw.expovariate(RATE))
            self.environment.process(self.ship(1 if self.draw.random() < SHARE_LARGE else 0))

    def may_dock(self, size):
        tugs, wind, depth, _, _ = SIZES[size]
        return (self.depth >= depth and self.wind <= wind and self.berths[size] > 0
                and not self.tugs.get_queue and self.tugs.level >= tugs)

    def move(self):
        with self.radio.request() as request:
            yield request
            yield self.environment.timeout(self.draw.gammavariate(5, 0.01))
        yield self.environment.timeout(pert(self.draw, 0.4, 0.5, 0.8))

    def ship(self, size):
        arrived = self.environment.now
        tugs, _, _, _, usual = SIZES[size]
        while not self.may_dock(size):
            yield self.changed
        self.berths[size] -= 1
        yield self.tugs.get(tugs)
        yield from self.move()
        yield self.tugs.put(tugs)
        self.tell()
        yield self.environment.timeout(pert(self.draw, 0.75 * usual, usual, 2 * usual))
        yield self.tugs.get(tugs)
        yield from self.move()
        self.berths[size] += 1
        yield self.tugs.put(tugs)
        self.tell()
        self.hours += self.environment.now - arrived
        self.left += 1


def main():
    hours, seed = int(sys.argv[1]), int(sys.argv[2])
    environment = simpy.Environment()
    harbour = Harbour(environment, random.Random(seed))
    start = time.perf_counter()
    environment.run(until=hours)
    print(time.perf_counter() - start, harbour.hours / harbour.left, harbour.left)


main()
