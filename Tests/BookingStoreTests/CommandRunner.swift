import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// What goes wrong on purpose while commands run.
enum Mishap: Int, CaseIterable {
    /// Nothing.
    case none
    /// The reply is lost; the command is given again with the same key.
    case lostReply
    /// Something throws after the first event of the step; the command is given again.
    case thrownInside
    /// A write fails when the step is committed; the command is given again.
    case failedWrite
    /// A flush fails when the step is committed; the command is given again.
    case failedFlush
}

/// Runs commands against the store and the naive clinic side by side.
struct CommandRunner {
    private struct Thrown: Error {}

    let store: BookingStore
    let path: String
    var naive = NaiveClinic()
    /// Leaves the naive clinic's answer out of the comparison for one kind of mistake, to test the test.
    var mistake: (Command) -> Command = { $0 }
    private var given = 0
    /// The sequence number of each appointment's booking and last cancellation.
    private var bookings: [Int64] = []
    private var cancellations: [Int: Int64] = [:]

    init(_ folder: Folder, _ name: String = "service.db") throws {
        path = folder.file(name)
        store = try BookingStore.create(at: path)
        try Clinic.open(store)
    }

    /// Gives one command to both.
    /// - Returns: what differs; nil if both say the same.
    mutating func give(_ command: Command, _ mishap: Mishap) -> String? {
        given += 1
        let expected = naive.perform(mistake(command))
        if case .clock = command { return nil }
        if mishap == .thrownInside, attempt(command, throwsInside: true) == .done {
            return "\(command): was done, although something was thrown inside it"
        }
        let before = isFault(mishap) ? state() : nil
        if isFault(mishap), let difference = fail(command, mishap, before) { return difference }
        let actual = attempt(command, throwsInside: false)
        if mishap == .lostReply, attempt(command, throwsInside: false) != actual {
            return "\(command): another reply to the same key"
        }
        return actual == expected ? nil : "\(command): \(actual) where \(expected) was due"
    }

    private func isFault(_ mishap: Mishap) -> Bool { mishap == .failedWrite || mishap == .failedFlush }

    /// With the fault armed the command fails, if it writes at all; and then nothing has changed.
    private mutating func fail(_ command: Command, _ mishap: Mishap, _ before: String?) -> String? {
        Faults.arm(path, mishap == .failedWrite ? .write : .sync, at: 1)
        let outcome = attempt(command, throwsInside: false, keeps: false)
        Faults.disarm(path)
        if outcome == .done { return "\(command): was acknowledged, although the disk failed" }
        return state() == before ? nil : "\(command): left something behind when the disk failed"
    }

    private func state() -> String {
        let text = try? store.read { reader in
            let sequence = try reader.lastSequence
            let taken = try (0..<Clinic.clinicians).map { try reader.taken(.clinician($0), on: Clinic.monday).count }
            return "\(sequence) \(taken)"
        }
        return text ?? "cannot be read"
    }

    private mutating func attempt(_ command: Command, throwsInside: Bool, keeps: Bool = true) -> Expected {
        let (key, now) = ("\(given)", naive.now)
        let (bookings, cancellations) = (bookings, cancellations)
        do {
            let reply = try store.writeBlocking { writer -> Data in
                if let reply = try writer.reply(forKey: key, fingerprint: "\(command)") { return reply }
                let step = Step(writer: writer, now: now, bookings: bookings, cancellations: cancellations)
                let reply = Data(try step.perform(command).utf8)
                if throwsInside { throw Thrown() }
                try writer.remember(reply: reply, forKey: key, fingerprint: "\(command)")
                return reply
            }
            if keeps { note(String(decoding: reply, as: UTF8.self)) }
            return .done
        } catch {
            return .refused
        }
    }

    /// Learns where the entries of a step are: `booked SEQUENCE`, `cancelled PLACE SEQUENCE`.
    private mutating func note(_ reply: String) {
        for line in reply.split(separator: "\n") {
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int64($0) }
            if words[0] == "booked", !bookings.contains(numbers[0]) { bookings.append(numbers[0]) }
            if words[0] == "cancelled" { cancellations[Int(numbers[0])] = numbers[1] }
        }
    }

    /// What is wrong in the end: the auditor's and the store's own word.
    func faults() throws -> [String] {
        try Auditor.faults(in: path) + (try store.verify().differences.map(\.description))
    }
}

/// One command as the events that a service would append for it.
private struct Step {
    let writer: StoreWriter
    let now: CivilMinute
    let bookings: [Int64]
    let cancellations: [Int: Int64]

    private struct Nothing: Error {}

    func perform(_ command: Command) throws -> String {
        switch command {
        case .book(let placement): return "booked \(try book(placement))"
        case .hold(let placement, let minutes):
            let held = HoldPlaced(
                hold: try writer.nextNumber(of: .hold), placement: placement, expires: now + minutes)
            try writer.append(.held(held), at: now, by: Clinic.author)
            return ""
        case .confirm(let place):
            let hold = try hold(place)
            try writer.end(hold.hold, .confirmed, at: now)
            return "booked \(try book(hold.placement, hold: hold.hold))"
        case .release(let place):
            try writer.end(hold(place).hold, .released, at: now)
            return ""
        case .cancel(let place): return try cancel(place)
        case .reschedule(let place, let placement):
            let cancelled = try cancel(place)
            return cancelled + "\nbooked \(try book(placement, replaces: appointment(place)))"
        case .attend(let place):
            let recorded = AttendanceRecorded(appointment: try appointment(place), attendance: .attendedOnTime)
            try writer.append(.attendanceRecorded(recorded), at: now, by: Clinic.author)
            return ""
        case .undoCancel(let place):
            guard let sequence = cancellations[Int(try appointment(place)) - 1] else { throw Nothing() }
            try undo(sequence)
            return ""
        case .undoBooking(let place):
            try undo(bookings[Int(try appointment(place)) - 1])
            return ""
        case .clock: return ""
        }
    }

    private func appointment(_ place: Int) throws -> Int64 {
        let count = try writer.nextNumber(of: .appointment) - 1
        guard count > 0 else { throw Nothing() }
        return Int64(place) % count + 1
    }

    private func hold(_ place: Int) throws -> HoldRecord {
        let count = try writer.nextNumber(of: .hold) - 1
        guard count > 0, let hold = try writer.hold(Int64(place) % count + 1) else { throw Nothing() }
        return hold
    }

    private func book(_ placement: Placement, hold: Int64? = nil, replaces: Int64? = nil) throws -> Int64 {
        try writer.book(
            writer.nextNumber(of: .appointment), placement, hold: hold, replaces: replaces, at: now)
    }

    private func cancel(_ place: Int) throws -> String {
        let number = try appointment(place)
        try writer.cancel(number, at: now)
        return "cancelled \(number - 1) \(writer.lastSequence)"
    }

    private func undo(_ sequence: Int64) throws {
        try writer.append(.corrected(Corrected(sequence: sequence, why: "test")), at: now, by: Clinic.author)
    }
}
