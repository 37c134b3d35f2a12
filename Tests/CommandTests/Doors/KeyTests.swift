import BookingService
import Foundation
import TestSupport
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
        "end": ["referred-on"], "from": ["2026-12-08"], "from-csv": ["referrals-2.csv"], "hold": ["2"],
        "interpreter": ["yes"], "language": ["3"], "languages": ["3"], "largest": ["5"], "last-day": ["2027-03-01"],
        "leader": ["0"], "message": ["2"], "minutes": ["45"], "modality": ["cbt"], "name": ["Somebody Else"],
        "needs-format": ["large print"], "next": ["completed"], "nhs-number": ["9434765919"], "note": ["no answer"],
        "only": ["6"], "outcomes": ["2:6:9,7"], "person": ["5"], "phone": ["07700900199"],
        "preferred-channel": ["post"], "reason": ["completed"], "received": ["2026-12-01T09:00"], "remove": ["3"],
        "role": ["manager"], "said-at": ["2026-12-02T09:58"], "scores": ["8,8"], "secret": ["abcdefghijkmnpqrstuvwx"],
        "sessions": ["4"], "sex": ["female"], "short-notice": ["yes"], "smallest": ["2"], "source": ["gp"],
        "start": ["2026-12-08T11:00"], "starts": ["2026-12-17"], "step": ["3"], "task": ["2"],
        "therapist-sex": ["female"], "time-of-day": ["morning"], "until": ["2026-12-07"], "venue": ["2"],
        "agreed-by": ["Ann Other"], "wants": ["yes"], "agreed": ["no"], "weeks": ["2"], "share": ["0.4"],
        "venues": ["1,1"], "why": ["a slip"], "opens": ["09:00", "--closes", "17:00"],
        "closes": ["17:30", "--opens", "09:00"],
        "room": ["Red"], "by": ["telephone"], "hours": ["tue=off"], "outcome": ["2:5:7,7"], "session": ["1"],
        "about": ["risk"], "item-9": ["3"], "said": ["better"], "question": ["why"],
        "end-course": ["2"], "exception": ["2"], "ask-exception": ["2"],
    ]

    /// Values that only some commands take, by the command and the option.
    private static let own = [
        "absent reason": ["leave"], "assessment-week reason": ["another"], "kit by": ["2026-12-05"],
        "attend modality": ["guided-self-help"], "contact-received outcome": ["keeps-waiting"],
    ]

    /// What is given in the place of a flag that is left out, for one of them must be; and what went with the flag.
    private static let instead: [String: (with: [String], without: [String])] = [
        "correct undo": (["--code", "5"], []), "hours as-before": (["--hours", "tue=off"], []),
        "on-hold end": (["--until", "2027-01-12", "--why", "moving"], []),
        "group correct undo": (["--outcome", "2:5:9,7"], ["--person"]),
    ]

    /// Options of a command that the parser refuses beside what makes the command write.
    static let neverTogether: Set = [  // lookup only
        "kit by", "attend agreed-by", "attend ask-supervisor", "correct agreed-by", "correct ask-supervisor",
    ]

    /// Parts with which a command is the same: whoever has the secret chooses, and is no user of the service; what one
    /// person wishes has no list of days.
    private static let withoutMeaning = ["choose-link user"]

    /// What is no part of a command: where it is done and when, whether the minute is meant, how the reply is printed,
    /// the key itself, where a proposal is written to. The clinic has one team only; the values that hold a team are
    /// parts as a whole.
    private static let noPart = ["database", "now", "minute-is-meant", "format", "key", "propose", "team"]

    /// The words of a door with the key and another value of one argument; nil if none is known.
    private func changed(_ door: Door, _ argument: ParsedCommand.Argument) -> [String]? {
        let (name, option, key) = ("\(door.command) \(argument.name)", "--" + argument.name, ["--key", "k"])
        var arguments = door.arguments
        func leaveOut(_ option: String, _ count: Int) -> Bool {
            guard let place = arguments.firstIndex(of: option) else { return false }
            arguments.removeSubrange(place..<(place + count))
            return true
        }
        if argument.name == "user" { return door.words(user: ReadyClinic.deputy, key) }
        if argument.kind == .flag {
            if leaveOut(option, 1) {
                for other in Self.instead[name]?.without ?? [] { _ = leaveOut(other, 2) }
                arguments += Self.instead[name]?.with ?? []
            } else {
                arguments.append(option)
            }
        } else {
            guard var values = Self.own[name] ?? Self.others[argument.name] else { return nil }
            // Of a yes or no the other one.
            if values == ["no"], arguments.drop(while: { $0 != option }).dropFirst().first == "no" { values = ["yes"] }
            _ = leaveOut(option, 2)
            arguments += [option] + values
        }
        return door.words(arguments, user: 1, key)
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
            // The secret of a link is never kept: who asks again gets the same link without it.
            let isLink = door.command == "link"
            let (said, wanted) = isLink ? (withoutSecret(reply.out), withoutSecret(first.out)) : (reply.out, first.out)
            #expect(reply.code == 0 && said == wanted, "\(door) at \(minute): \(reply.out)\(reply.err)")
            #expect(!isLink || reply.out != first.out)
        }
        #expect(try clinic.entries().log == before, "\(door)")
    }

    /// The link itself: what stands before its secret.
    private func withoutSecret(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }

    /// Every part of a command, in at least one of the ways to use it, makes it another.
    @Test(arguments: ParsedCommand.all.filter { command in Door.writing.contains { $0.command == command.name } })
    func anyOtherPartIsRefused(_ command: ParsedCommand) throws {
        let parts = command.arguments.filter { !Self.noPart.contains($0.name) }
        var settled: [String] = []
        for door in Door.writing where door.command == command.name {
            let clinic = try ReadyClinic()
            try clinic.prepare(door)
            let first = try clinic.run(door.words(user: 1, ["--key", "k"]))
            #expect(first.code == 0, "\(door): \(first.err)")
            let before = try clinic.entries().log
            for part in parts {
                guard let words = changed(door, part) else {
                    Issue.record("'\(command)' --\(part.name): KeyTests.others has no other value of it")
                    continue
                }
                let what = "\(door), other --\(part.name)"
                #expect(words != door.words(user: 1, ["--key", "k"]), "\(what): the other value is the same one")
                // What the parser refuses says nothing of the key.
                guard ParsedCommand.takes(try clinic.filled(words)) else {
                    if Self.neverTogether.contains("\(command) \(part.name)") { settled.append(part.name) }
                    continue
                }
                let reply = try clinic.run(words)
                if Self.withoutMeaning.contains("\(command) \(part.name)") {
                    #expect(reply.code == 0 && reply.out == first.out, "\(what): \(reply.out)\(reply.err)")
                    settled.append(part.name)
                    continue
                }
                // What the end of a course alone takes is refused before the key is looked at.
                if reply.code != 0, Self.neverTogether.contains("\(command) \(part.name)") { settled.append(part.name) }
                if reply.err.contains("the key k was used for another command") { settled.append(part.name) }
                #expect(reply.code != 0, "\(what): \(reply.out)")
            }
            #expect(try clinic.entries().log == before, "\(door)")
        }
        for part in parts where !settled.contains(part.name) {
            Issue.record("'\(command)' --\(part.name): with another one it is still the command of its key")
        }
    }
}
