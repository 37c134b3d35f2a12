// Times the kernel on standard workloads; the driver beside this folder runs it against its peers.
//
//     kernel-benchmarks mm1 CUSTOMERS SEED         seconds, mean time in system, customers served
//     kernel-benchmarks hold PENDING OPERATIONS    seconds, clock at the end, checksum of the order of events

import EventKernel

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

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.dropFirst(2).compactMap { Int($0) }) {
case ("mm1", let numbers) where numbers.count == 2:
    runQueue(customers: numbers[0], seed: UInt64(numbers[1]))
case ("hold", let numbers) where numbers.count == 2:
    runHold(pending: numbers[0], operations: numbers[1])
default:
    print("usage: kernel-benchmarks mm1 CUSTOMERS SEED | hold PENDING OPERATIONS")
}
