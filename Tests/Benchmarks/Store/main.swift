// Times the booking store; the driver beside this folder runs it beside PostgreSQL.
//
//     store-benchmarks book FILE CLIENTS IN-FLIGHT SECONDS   bookings, seconds: durable bookings, each a step of its
//     own store-benchmarks fill FILE BOOKINGS                    a store with so many bookings, as fast as it goes
//     store-benchmarks open FILE                             seconds until the first read is answered
//     store-benchmarks waiting-list FILE                     seconds, rows
//     store-benchmarks verify FILE                           seconds, rows, differences

import BookingStore
import Foundation

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func timed<Value>(_ body: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    return (value, seconds(clock.now - start))
}

func openFile(_ path: String) throws {
    let (store, elapsed) = try timed {
        let store = try BookingStore.open(at: path)
        _ = try store.read { try $0.lastSequence }
        return store
    }
    try store.close()
    print(elapsed)
}

func waitingList(_ path: String) throws {
    let store = try BookingStore.open(at: path)
    let (list, elapsed) = try timed { try store.read { try $0.waitingList() } }
    try store.close()
    print(elapsed, list.count)
}

func verify(_ path: String) throws {
    let store = try BookingStore.open(at: path)
    let (report, elapsed) = try timed { try store.verify() }
    try store.close()
    print(elapsed, report.counts.reduce(0) { $0 + $1.rows }, report.differences.count)
    for difference in report.differences.prefix(5) { print(difference) }
}

let arguments = CommandLine.arguments
let numbers = arguments.dropFirst(3).compactMap { Int($0) }
switch (arguments.dropFirst().first, arguments.count, numbers.count) {
case ("book", 6, 3):
    let clinic = try BenchmarkClinic(at: arguments[2], people: 20_000)
    let result = try await clinic.book(clients: numbers[0], inFlight: numbers[1], seconds: numbers[2])
    print(result.bookings, result.seconds)
case ("fill", 4, 1):
    let elapsed = try timed { try BenchmarkClinic(at: arguments[2], people: 100_000).fill(bookings: numbers[0]) }
    print(elapsed.seconds)
case ("open", 3, 0): try openFile(arguments[2])
case ("waiting-list", 3, 0): try waitingList(arguments[2])
case ("verify", 3, 0): try verify(arguments[2])
default:
    print("usage: store-benchmarks book FILE CLIENTS IN-FLIGHT SECONDS | fill FILE BOOKINGS | open FILE | …")
}
