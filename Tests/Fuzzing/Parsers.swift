import BookingStore
import CareModel
import Foundation
import Interchange
import ScenarioFiles
import WebInterface

/// What reads something that anybody may write. Whatever the bytes are, each returns, or says what is wrong: it never
/// stops the program, and never takes for ever.
enum Parser: String, CaseIterable {
    /// The form of a command.
    case form
    /// A command as JSON.
    case command
    /// What stands in an address.
    case address
    /// A scenario.
    case scenario
    /// A waiting list, from a spreadsheet.
    case list
    /// Referrals, from a spreadsheet.
    case referrals

    /// The parser that a fuzzer's loop, which takes no more than a function, gives its bytes to.
    nonisolated(unsafe) static var chosen = Parser.form

    private static let now = CivilMinute(
        day: CivilDay(year: 2027, month: 3, day: 22) ?? CivilDay(number: 0), minuteOfDay: 540)
    private static let teams = TeamNames([
        TeamNames.Team(name: "north", title: "North"), TeamNames.Team(name: "south", title: "South"),
    ])

    /// Reads bytes.
    func read(_ bytes: [UInt8]) {
        switch self {
        case .form: _ = WhatIsSent.form(bytes)
        case .command: _ = WhatIsSent.command(bytes)
        case .address: _ = WhatIsSent.address(bytes)
        case .scenario: _ = try? ScenarioLoader.load(.text(String(decoding: bytes, as: UTF8.self)))
        case .list:
            _ = try? WaitingListFile(Self.file(bytes), teams: Self.teams, clinicians: [], now: Self.now)
            _ = try? WaitingListFile(
                Self.file(bytes), teams: Self.teams, clinicians: [], now: Self.now, acceptValid: true)
        case .referrals: _ = try? ReferralFile(Self.file(bytes), teams: Self.teams, now: Self.now)
        }
    }

    /// The bytes in a file of this process.
    private static func file(_ bytes: [UInt8]) -> String {
        let path = "/dev/shm/stepcare-parser-\(ProcessInfo.processInfo.processIdentifier).csv"
        try? Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}
