// Times the kernel on standard workloads; the driver beside this folder runs it against its peers.
//
//     kernel-benchmarks mm1 CUSTOMERS SEED         seconds, mean time in system, customers served
//     kernel-benchmarks hold PENDING OPERATIONS    seconds, clock at the end, checksum of the order of events
//     kernel-benchmarks harbour HOURS SEED         seconds, mean hours of a ship, ships that left
//     kernel-benchmarks shop MINUTES SEED          seconds, mean parts a machine makes in four weeks, parts made

import EventKernel
import KernelModels

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func runQueue(customers: Int, seed: UInt64) {
    let clock = ContinuousClock()
    let start = clock.now
    let timesInSystem = SingleServerQueue.run(customers: customers, seed: seed)
    let elapsed = seconds(clock.now - start)
    print(elapsed, timesInSystem.mean ?? .nan, timesInSystem.count)
}

func runHold(pending: Int, operations: Int) {
    let result = HoldModel(pending: pending).run(operations: operations)
    print(seconds(result.elapsed), result.now, result.checksum)
}

func runHarbour(hours: Int, seed: UInt64) {
    let clock = ContinuousClock()
    let start = clock.now
    let times = Harbour().run(hours: Double(hours), seed: seed).hours
    let elapsed = seconds(clock.now - start)
    var all = times[0]
    all.merge(times[1])
    print(elapsed, all.mean ?? .nan, all.count)
}

func runShop(minutes: Int, seed: UInt64) {
    let clock = ContinuousClock()
    let start = clock.now
    let parts = MachineShop().run(seed: seed, replication: 0, minutes: Double(minutes)).parts
    let elapsed = seconds(clock.now - start)
    let made = parts.reduce(0, +)
    print(elapsed, Double(made) / Double(parts.count) * 40_320 / Double(minutes), made)
}

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.dropFirst(2).compactMap { Int($0) }) {
case ("mm1", let numbers) where numbers.count == 2:
    runQueue(customers: numbers[0], seed: UInt64(numbers[1]))
case ("hold", let numbers) where numbers.count == 2:
    runHold(pending: numbers[0], operations: numbers[1])
case ("harbour", let numbers) where numbers.count == 2:
    runHarbour(hours: numbers[0], seed: UInt64(numbers[1]))
case ("shop", let numbers) where numbers.count == 2:
    runShop(minutes: numbers[0], seed: UInt64(numbers[1]))
default:
    print(
        "usage: kernel-benchmarks mm1 CUSTOMERS SEED | hold PENDING OPERATIONS | harbour HOURS SEED | "
            + "shop MINUTES SEED")
}
