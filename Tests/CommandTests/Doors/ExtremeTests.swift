import ArgumentParser
import BookingAudit
import Foundation
import TestSupport
import Testing

@testable import stepcare

/// No value of any argument at the desk ends in a trap, or in a database that is not sound: it is done, or refused in
/// words with the right exit code.
///
/// What the parser refuses is refused in this process, the rest is given to the program. Of all there is, a part is
/// tried at each run of the tests; `STEPCARE_EXTREMES=1000` tries everything.
@Suite struct ExtremeTests {
    static let values: [String] =
        [
            "-9223372036854775808", "9223372036854775807", "99999999999999999999", "-1", "0", "260", "nan", "inf",
            "-0.0",
            "", " ", String(repeating: "x", count: 10_000), "a\u{1B}[31m\u{7}\u{0B}\u{7F}b", "\u{202E}\u{2028}é\u{301}",
            "\r\n", "=1+1", "'; DROP TABLE log; --", "1:5", "1,2,3,4,5,6,7,8,9", ":", ",", "T",
        ]
        + ["0001-01-01", "1999-12-31", "2000-01-01", "2101-01-01", "9999-12-31", "2026-02-30", "99999-01-01"].flatMap {
            [$0, $0 + "T09:00", $0 + "T23:59"]
        } + ["2026-13", "0001-01", "9999-12", "24:00", "-1:00", "23:59"]

    /// The exit codes of the design, without that of a bug.
    private static let codes: [Int32] = [0, 64, 65, 66, 74]

    /// The arguments of a door with another value of one of them; nil if it takes none.
    private static func words(_ door: Door, _ argument: ParsedCommand.Argument, _ value: String) -> [String]? {
        var words = door.words(user: 1)
        switch argument.kind {
        case .flag: return nil
        case .option:
            let option = "--" + argument.name
            if let place = words.firstIndex(of: option) { words.removeSubrange(place...(place + 1)) }
            return words + [option + "=" + value]
        case .positional:
            // A place for the database is one for a file, whatever it is called.
            guard argument.name == "text", let place = words.firstIndex(of: "Ada") else { return nil }
            words[place] = value
            return words
        }
    }

    /// Every argument of a door with every value.
    private static func attempts(_ door: Door) -> [[String]] {
        guard let command = ParsedCommand.named(door.command) else { return [] }
        return command.arguments.flatMap { argument in values.compactMap { words(door, argument, $0) } }
    }

    @Test(arguments: Door.all.indices) func noValueIsABug(_ place: Int) throws {
        let door = Door.all[place]
        let all = Self.attempts(door)
        // Other ones of each door, so that every kind of value meets some of every kind of argument.
        let step = max(1, all.count / Size.of("EXTREMES", else: 30))
        let clinic = try ReadyClinic()
        for words in stride(from: place % step, to: all.count, by: step).map({ all[$0] })
        where ParsedCommand.takes(words) {
            try clinic.renew()
            try clinic.prepare(door)
            let before = try clinic.entries().log
            let done = try clinic.run(words)
            let what = "\(words.map { $0.prefix(80) }): \(done.err.prefix(300))"
            #expect(done.code.map { Self.codes.contains($0) } ?? false, "exit \(done.code ?? -1): \(what)")
            // A choice that is not free is answered with the next best, which is a reply.
            let isAnswered = done.err != "" || done.out.contains("nothing is booked")
            #expect(done.code == 0 || isAnswered, "nothing is said: \(what)")
            if done.code == 0 {
                #expect(try clinic.faults() == [], "\(what)")
            } else {
                #expect(try clinic.entries().log == before, "was refused, and changed the log: \(what)")
            }
        }
    }
}
