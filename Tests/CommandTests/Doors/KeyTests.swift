import BookingService
import Foundation
import Testing

@testable import stepcare

/// A key stands for one command with all its parts, whatever the command: given again it does nothing and gets the same
/// reply, and with any other part it is refused.
@Suite struct KeyTests {
    /// Another value of each option; a flag has none, and is given or left out. Some make sense only with others.
    private static let others: [String: [String]] = [
        "accept": ["proposal-2.json"], "address": ["1 Made Up Road"], "answer": ["declines"], "appointment": ["4"],
        "at": ["14:00"], "call": ["quicker"], "caseload-cap": ["31"], "clinician": ["3"], "code": ["6"],
        "consents": ["post"], "course": ["2"], "date-of-birth": ["1980-01-02"], "days": ["8"], "email": ["a@b.invalid"],
        "end": ["referred-on"], "from": ["2026-12-07"], "from-csv": ["referrals-2.csv"], "hold": ["2"],
        "interpreter": ["yes"], "language": ["3"], "languages": ["3"], "largest": ["5"], "last-day": ["2027-03-01"],
        "leader": ["0"], "message": ["2"], "minutes": ["45"], "modality": ["cbt"], "name": ["Somebody Else"],
        "needs-format": ["large print"], "next": ["completed"], "nhs-number": ["9434765919"], "note": ["no answer"],
        "only": ["6"], "outcomes": ["2:6:9,7"], "person": ["5"], "phone": ["07700900199"],
        "preferred-channel": ["post"], "reason": ["completed"], "received": ["2026-12-01T09:00"], "remove": ["3"],
        "role": ["manager"], "scores": ["8,8"], "secret": ["abcdefghijkmnpqrstuvwx"], "sessions": ["4"],
        "sex": ["female"], "short-notice": ["yes"], "smallest": ["2"], "source": ["gp"], "start": ["2026-12-08T11:00"],
        "starts": ["2026-12-17"], "step": ["3"], "task": ["2"], "therapist-sex": ["female"],
        "time-of-day": ["morning"], "until": ["2026-12-07"], "user": ["4"], "venue": ["2"], "venues": ["1,1"],
        "why": ["a slip"], "opens": ["09:00", "--closes", "17:00"], "closes": ["17:30", "--opens", "09:00"],
        "room": ["2"], "by": ["telephone"], "hours": ["tue=off"], "outcome": ["2:5:7,7"], "session": ["1"],
        "end-course": ["2"], "exception": ["2"], "ask-exception": ["2"],
    ]

    /// What is no part of a command: where it is done and when, whether the minute is meant, how the reply is printed,
    /// the key itself, where a proposal is written to. The clinic has one team only; the values that hold a team are
    /// parts as a whole.
    private static let noPart = ["database", "now", "minute-is-meant", "format", "key", "propose", "team"]

    /// Options that lead elsewhere than to a command that a key keeps.
    private static func isElsewhere(_ door: Door, _ name: String) -> Bool {
        door.command == "allocate" && name == "accept" && !door.arguments.contains("--accept")
    }

    /// The arguments with another value of one of them; nil if it is none that can be given another.
    private func changed(_ door: Door, _ argument: ParsedCommand.Argument) -> [String]? {
        let option = "--" + argument.name
        var arguments = door.arguments
        if argument.kind == .flag {
            if let place = arguments.firstIndex(of: option) {
                arguments.remove(at: place)
            } else {
                arguments += [option]
            }
            return arguments
        }
        guard let values = Self.others[argument.name] else { return nil }
        if let place = arguments.firstIndex(of: option) { arguments.removeSubrange(place...(place + 1)) }
        return arguments + [option] + values
    }

    @Test(arguments: Door.writing) func theSamePartsGiveTheSameReply(_ door: Door) throws {
        let clinic = try ReadyClinic()
        try clinic.prepare(door)
        let key = ["--key", "k"]
        let first = try clinic.run(door.words(user: 1, key))
        #expect(first.code == 0, "\(door): \(first.err)")
        let before = try clinic.entries().log
        for minute in [door.at, String(door.at.dropLast()) + "1"] {
            var again = door
            again.at = minute
            let reply = try clinic.run(again.words(user: 1, key))
            // The secret of a link is never kept: who asks again is told so.
            guard door.command != "link" else { continue }
            #expect(reply.code == 0 && reply.out == first.out, "\(door) at \(minute): \(reply.out)\(reply.err)")
        }
        #expect(try clinic.entries().log == before, "\(door)")
    }

    /// Every part of a command, in at least one of the ways to use it, makes it another.
    @Test(arguments: ParsedCommand.all.filter { command in Door.writing.contains { $0.command == command.name } })
    func anyOtherPartIsRefused(_ command: ParsedCommand) throws {
        let parts = command.arguments.filter { !Self.noPart.contains($0.name) }
        var refused: [String] = []
        for door in Door.writing where door.command == command.name {
            let clinic = try ReadyClinic()
            try clinic.prepare(door)
            let first = try clinic.run(door.words(user: 1, ["--key", "k"]))
            #expect(first.code == 0, "\(door): \(first.err)")
            let before = try clinic.entries().log
            for part in parts {
                guard let arguments = changed(door, part) else {
                    Issue.record("KeyTests.others has no other value of --\(part.name) of '\(command.name)'")
                    continue
                }
                guard !Self.isElsewhere(door, part.name) else {
                    refused.append(part.name)
                    continue
                }
                let user = part.name == "user" ? 4 : 1
                let own = part.name == "user" ? door.arguments : arguments
                let reply = try clinic.run(door.words(own, user: user, ["--key", "k"]))
                if reply.err.contains("the key k was used for another command") { refused.append(part.name) }
                #expect(reply.code != 0, "\(door), --\(part.name): \(reply.out)")
            }
            #expect(try clinic.entries().log == before, "\(door)")
        }
        for part in parts where !refused.contains(part.name) {
            Issue.record("with another --\(part.name), '\(command.name)' is still the command of its key")
        }
    }
}
