import Allocation
import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport

@testable import BookingService

/// Gives commands to a service on a file, by two processes' worth of stores, and has everything checked after each.
struct ServiceRunner {
    enum Reply: Equatable {
        case done(String)
        case refused(String)
    }

    let path: String
    let file: RawFile
    private(set) var services: [BookingService] = []
    private(set) var now: CivilMinute
    private(set) var given = 0
    /// Commands that were done, not refused.
    private(set) var done = 0
    /// Bookings that somebody gave a reason for, against a rule, so far.
    func overrides() throws -> Int64 {
        try file.numbers("SELECT count(*) FROM appointments WHERE override_reason IS NOT NULL")[0][0] ?? 0
    }

    /// Leaves something undone on purpose, to test the checks.
    var sabotage: ((RawFile) throws -> Void)?

    init(_ folder: Folder, monday: CivilDay) throws {
        path = folder.file("service.db")
        now = CivilMinute(day: monday, minuteOfDay: 8 * 60)
        let store = try BookingStore.create(at: path)
        services = [
            BookingService(store, policy: ServiceFixture.policy),
            BookingService(try BookingStore.open(at: path), policy: ServiceFixture.policy),
        ]
        try services[0].found(ServiceFixture.foundation(monday), in: BookingService.Context(now: now))
        file = try RawFile(path)
    }

    func close() {
        for service in services { try? service.close() }
    }

    /// Gives one command.
    /// - Returns: what is wrong afterwards; nil if all is well.
    mutating func give(_ command: ServiceCommand, _ disturbance: Disturbance) throws -> String? {
        given += 1
        if case .clock(let minutes) = command { now = now + minutes }
        if case .attend(let place, _) = command { try goTo(place) }
        if case .groupDue(let place, _) = command, let due = try group(place, services[0])?.due, due > now,
            due - now < 60 * 1440
        {
            now = due
        }
        let service = services[disturbance == .otherProcess ? 1 : 0]
        if disturbance == .restart { try restart(service) }
        let before = try sequence()
        let loads = try ServiceChecks.caseloads(file)
        let action = try resolved(command, service)
        if disturbance == .failedWrite || disturbance == .failedFlush {
            Faults.arm(path, disturbance == .failedWrite ? .write : .sync, at: 1)
            let reply = try? attempt(action)
            Faults.disarm(path)
            if reply == nil, try sequence() != before { return "a step failed, and left something behind" }
        }
        let reply = try attempt(action)
        switch reply {
        case .refused(let why):
            if try sequence() != before, disturbance.rawValue < 4 { return "was refused, and changed the log: \(why)" }
        case .done:
            done += 1
            if disturbance == .lostReply, let fault = try giveAgain(action, reply) { return fault }
        }
        try sabotage?(file)
        return try ServiceChecks(path: path, file: file, now: now).fault(
            after: command, by: service, caseloadsBefore: loads, verifies: given % 40 == 0)
    }

    private func giveAgain(_ action: Action, _ reply: Reply) throws -> String? {
        let before = try sequence()
        let again = try attempt(action)
        if again != reply { return "another reply to the same key: \(again), not \(reply)" }
        return try sequence() == before ? nil : "the same key had a second effect"
    }

    private func restart(_ service: BookingService) throws {
        _ = try service.runUnanswered(context) { step in step.box.desk.rules.count }
        service.memory.forget()
    }

    var context: BookingService.Context {
        BookingService.Context(now: now, author: Author(user: 1, origin: "test"), key: "\(given)")
    }

    private func sequence() throws -> Int64 { try file.numbers("SELECT max(sequence) FROM log")[0][0] ?? 0 }

    /// Goes on to the start of a person's appointment, if it is not too far ahead.
    private mutating func goTo(_ place: Int) throws {
        guard let person = try person(place), let start = try standing(person, place)?.start else { return }
        if start > now, start - now < 60 * 1440 { now = start }
    }

    func person(_ place: Int) throws -> Int64? {
        let count = try file.numbers("SELECT count(*) FROM people")[0][0] ?? 0
        return count > 0 ? Int64(place) % count + 1 : nil
    }

    /// One of the appointments to come of a person, mostly the next one; nil if there is none.
    func standing(_ person: Int64, _ place: Int) throws -> (appointment: Int64, start: CivilMinute, kind: Int64)? {
        let sql = """
            SELECT appointment, start, kind FROM appointments
            WHERE person = \(person) AND status = 0 AND attendance IS NULL ORDER BY start
            """
        let rows = try file.numbers(sql)
        guard !rows.isEmpty else { return nil }
        let row = rows[place % 3 == 0 ? place / 3 % rows.count : 0]
        guard let number = row[0], let start = row[1], let kind = row[2] else { return nil }
        return (number, CivilMinute(minutes: start), kind)
    }

    /// A command with everything that it needs; one that cannot even be asked for is refused when it is given.
    private func resolved(_ command: ServiceCommand, _ service: BookingService) throws -> Action {
        do {
            return try action(command, service) ?? { "nothing" }
        } catch let error as BookingError {
            return { throw error }
        }
    }

    /// Gives a command once. What the service may refuse is a reply; anything else is thrown, a time too that the store
    /// refuses to book twice: the desk knows what is taken.
    private func attempt(_ action: Action) throws -> Reply {
        do {
            return .done(try action())
        } catch let error as BookingError {
            return .refused("\(error)")
        }
    }
}
