import BookingAudit
import BookingService
import Foundation
import TestSupport
import Testing

@testable import stepcare

/// Who may do what at the desk, by every command that the parser knows: each door asks the right, and leaves a trace
/// whether it was opened or not (IG-1).
@Suite struct DoorTests {
    @Test func everyCommandIsInTheTable() {
        let commands = ParsedCommand.all.map(\.name)
        #expect(commands.count > 50)
        for command in commands {
            #expect(Door.all.contains { $0.command == command }, "Door.all has no row for '\(command)'")
        }
        for door in Door.all { #expect(commands.contains(door.command), "there is no command '\(door.command)'") }
    }

    @Test(arguments: Door.all) func opensToThoseWhoMayOnly(_ door: Door) throws {
        let clinic = try ReadyClinic()
        try clinic.prepare(door)
        var isAsPrepared = true
        for user in ReadyClinic.users.reversed() {
            if !isAsPrepared {
                try clinic.renew()
                try clinic.prepare(door)
            }
            let before = try clinic.entries()
            let done = try clinic.run(door.words(user: user.number))
            let mayOpen = door.permission.map { user.role?.permissions.contains($0) ?? false } ?? true
            let who = "\(door), user \(user.number): \(done.out)\(done.err)"
            // Who is refused leaves no more than an entry in the access log.
            isAsPrepared = done.code != 0
            #expect(done.code == (mayOpen ? 0 : 65), "\(who)")
            if !mayOpen {
                #expect(done.out == "" && done.err.contains("may not"), "\(who)")
                #expect(clinic.workspace.names(in: "out") == nil, "\(who)")
            }
            // A database that is made is the trace of its making, and of what anybody may know there is none.
            guard door.command != "init", door.command != "public" else { continue }
            let author = ["open-link", "choose-link"].contains(door.command) ? 0 : user.number
            try expectTrace(of: author, isRefused: !mayOpen, in: clinic, since: before, who)
        }
    }

    private func expectTrace(
        of user: Int, isRefused: Bool, in clinic: ReadyClinic, since before: (log: Int64, looks: Int64), _ who: String
    ) throws {
        let file = try RawFile(clinic.database)
        let entries = try file.numbers("SELECT user FROM log WHERE sequence > \(before.log)").map { $0[0] }
        let looks = try file.numbers("SELECT user, is_refused FROM access_log WHERE entry > \(before.looks)")
        if isRefused {
            #expect(entries.isEmpty, "was refused, and changed the log: \(who)")
            #expect(looks.count == 1 && looks[0] == [Int64(user), 1], "\(looks): \(who)")
        } else {
            #expect(looks.allSatisfy { $0[1] == 0 }, "\(looks): \(who)")
            #expect((entries + looks.map { $0[0] }).contains(Int64(user)), "left no trace: \(who)")
        }
    }

    /// A forecast from the list of today is everybody's who may see totals; people one by one are not (IG-1, IG-2).
    @Test func aForecastGivesListsToThoseWhoMaySeePeople() throws {
        let clinic = try ReadyClinic()
        for user in ReadyClinic.users {
            try clinic.renew()
            let before = try clinic.entries()
            let folder = "out-\(user.number)"
            let done = try clinic.run(
                ["forecast", "--from", "clinic.db", "--now", ReadyClinic.now, "--user", String(user.number)]
                    + ["--weeks", "2", "--replications", "2", "--output", folder])
            let permissions = user.role?.permissions ?? []
            #expect(done.code == (permissions.contains(.seeTotals) ? 0 : 65), "user \(user.number): \(done.err)")
            let list = clinic.workspace.names(in: folder)?.contains("people.csv") ?? false
            #expect(list == permissions.contains(.seePeople), "user \(user.number)")
            #expect(done.out.contains("Most likely to break") == list, "user \(user.number)")
            try expectTrace(
                of: user.number, isRefused: !permissions.contains(.seeTotals), in: clinic, since: before,
                "user \(user.number)")
        }
    }
}
