import BookingAudit
import Foundation
import TestSupport

/// The hammer in a process of its own, and what it said.
struct HammerProcess {
    private let process: RunningProgram

    /// Beside the tests' own program.
    static var program: URL {
        Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("booking-hammer")
            ?? URL(fileURLWithPath: "booking-hammer")
    }

    init(_ arguments: [String]) throws {
        process = try RunningProgram([HammerProcess.program.path] + arguments, patience: .seconds(3600))
    }

    /// Kills it after some milliseconds, unless it is done.
    func kill(afterMilliseconds milliseconds: Int) {
        usleep(UInt32(milliseconds) * 1000)
        _ = Foundation.kill(process.number, SIGKILL)
    }

    /// What it said until its end, and its exit code, or the signal that ended it.
    func finish() throws -> (said: Acknowledged, status: Int32?) {
        let outcome = try process.outcome()
        return (Acknowledged(outcome.out), outcome.code ?? outcome.signal)
    }
}

/// What a hammer was told by the store before it ended.
struct Acknowledged {
    struct Booking: Hashable {
        var person: Int64
        var clinician: Int64
        var start: Int64
        var minutes: Int64
    }

    var lines: [String] = []
    var booked: [Int64: Booking] = [:]
    /// Those that it may have cancelled, and those of which it was told.
    var tried: Set<Int64> = []
    var cancelled: Set<Int64> = []

    init(_ text: String) {
        // A last line without its end was not said to anyone.
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        for line in lines {
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int64($0) }
            switch (words.first, numbers.count) {
            case ("try", 1): tried.insert(numbers[0])
            case ("cancelled", 1): cancelled.insert(numbers[0])
            case ("booked", 5):
                booked[numbers[0]] = Booking(
                    person: numbers[1], clinician: numbers[2], start: numbers[3], minutes: numbers[4])
            default: break
            }
        }
    }

    /// What was acknowledged, and is not in the file.
    func lost(in path: String) throws -> [String] {
        let rows = try RawFile(path).numbers(
            "SELECT appointment, person, clinician, start, minutes, status FROM appointments")
        var kept: [Int64: (booking: Booking, status: Int64)] = [:]
        for row in rows {
            let numbers = row.map { $0 ?? -1 }
            let booking = Booking(person: numbers[1], clinician: numbers[2], start: numbers[3], minutes: numbers[4])
            kept[numbers[0]] = (booking, numbers[5])
        }
        var lost: [String] = []
        for (number, booking) in booked where kept[number]?.booking != booking {
            lost.append("appointment \(number) was acknowledged, and is not there")
        }
        for number in cancelled where kept[number]?.status != 1 {
            lost.append("the cancellation of \(number) was acknowledged, and is not there")
        }
        for number in booked.keys where !tried.contains(number) && kept[number]?.status != 0 {
            lost.append("appointment \(number) was acknowledged, and does not stand")
        }
        return lost
    }
}
