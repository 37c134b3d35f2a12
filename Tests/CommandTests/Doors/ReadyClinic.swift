import BookingAudit
import BookingService
import BookingStore
import Foundation
import TestSupport
import Testing

/// A service in which every command of the desk has something to do: users of every role, and people in every state.
/// It is made once; each test works on a copy.
struct ReadyClinic {
    /// Wednesday 2 December 2026 at ten.
    static let now = "2026-12-02T10:00"
    /// Users by number; nobody is 99.
    static let users: [(number: Int, role: UserRole?)] = [
        (1, .administrator), (2, .scheduler), (3, .clinician), (4, .manager), (5, .commissioner), (6, nil), (99, nil),
    ]

    /// Another administrator, who may do all that the first may.
    static let deputy = 7

    /// What commands read beside the database; the second of a kind says something else.
    private static let files = [
        "clinic.yaml", "referrals.csv", "referrals-2.csv", "proposal.json", "proposal-2.json",
    ]

    let workspace: Workspace
    private let secret: String

    // It is never changed once it is made.
    nonisolated(unsafe) private static let made = Result { try ReadyClinic(made: Workspace()) }

    /// A copy in a folder of its own.
    init() throws {
        let made = try ReadyClinic.made.get()
        workspace = try Workspace()
        secret = made.secret
        for file in ReadyClinic.files + ["clinic.db"] {
            try FileManager.default.copyItem(
                atPath: made.workspace.path + "/" + file, toPath: workspace.path + "/" + file)
        }
    }

    /// The database, the way it was made.
    func renew() throws {
        let made = try ReadyClinic.made.get()
        for name in workspace.names(in: ".") ?? [] where name.hasPrefix("clinic.db") || !isKept(name) {
            try FileManager.default.removeItem(atPath: workspace.path + "/" + name)
        }
        try FileManager.default.copyItem(
            atPath: made.workspace.path + "/clinic.db", toPath: workspace.path + "/clinic.db")
    }

    private func isKept(_ name: String) -> Bool {
        (ReadyClinic.files + ["service.yaml", "chart.js"]).contains(name)
    }

    /// Words of a command, in which `{secret}` is the secret of the link that there is, and `{task}`, `{hold}` and
    /// `{appointment}` are the last ones that were added.
    func filled(_ words: [String]) throws -> [String] {
        var words = words.map { $0.replacingOccurrences(of: "{secret}", with: secret) }
        for name in ["task", "hold", "appointment"] where words.contains("{\(name)}") {
            let last = try RawFile(database).numbers("SELECT max(\(name)) FROM \(name)s")[0][0] ?? 0
            words = words.map { $0 == "{\(name)}" ? "\(last)" : $0 }
        }
        return words
    }

    /// Runs stepcare.
    func run(_ words: [String]) throws -> Outcome {
        let words = try filled(words)
        // A trap is a fault here, and needs no list of what was on the stack.
        return try workspace.start(Workspace.program, words, environment: ["SWIFT_BACKTRACE": "enable=no"]).outcome()
    }

    /// Does what comes before a door.
    func prepare(_ door: Door) throws {
        for step in door.before {
            let done = try run(
                ["service"] + step.command.split(separator: " ").map { String($0) } + ["clinic.db", "--now", step.at]
                    + ["--user", "1"] + step.arguments)
            #expect(done.code == 0, "\(step.command): \(done.err)")
        }
    }

    var database: String { workspace.path + "/clinic.db" }

    /// Entries of the log, and looks, so far.
    func entries() throws -> (log: Int64, looks: Int64) {
        let file = try RawFile(database)
        let log = try file.numbers("SELECT coalesce(max(sequence), 0) FROM log")[0][0] ?? 0
        let looks = try file.numbers("SELECT coalesce(max(entry), 0) FROM access_log")[0][0] ?? 0
        return (log, looks)
    }

    /// What is wrong with the database.
    func faults() throws -> [String] {
        let store = try BookingStore.open(at: database)
        defer { try? store.close() }
        return try store.verify().differences.map { "\($0)" } + Auditor.faults(in: database)
    }

    // MARK: Making it

    private init(made workspace: Workspace) throws {
        self.workspace = workspace
        try workspace.writeClinic()
        let scenario = Clinic.scenario.replacingOccurrences(
            of: "    diary: {", with: "    attendance: { confirmation-hours: 24 }\n    diary: {")
        try workspace.write("clinic.yaml", scenario)
        let heading = "name,received,source,team\n"
        try workspace.write("referrals.csv", heading + "Joy Invented,2026-12-01 10:00,gp,north\n")
        try workspace.write("referrals-2.csv", heading + "Kit Invented,2026-12-01 10:00,gp,north\n")
        try workspace.write("proposal-2.json", "{\"places\": []}\n")
        #expect(try workspace.foundClinic().code == 0)
        var printed = ""
        for (minute, line) in ReadyClinic.steps {
            let words = line.split(separator: " ").map { $0.replacingOccurrences(of: "_", with: " ") }
            let count = words[0] == "group" ? 2 : 1
            let done = try workspace.service(
                words[..<count] + ["clinic.db", "--now", minute, "--user", "1"] + words[count...])
            #expect(done.code == 0, "\(line): \(done.err)")
            if words[0] == "link" { printed = done.out }
        }
        secret = printed.split(whereSeparator: \.isWhitespace).last.map { String($0) } ?? ""
        let store = try BookingStore.open(at: workspace.path + "/clinic.db")
        try store.close()
    }

    private static let consents = "--consents email,text-message"
    private static let monday = "2026-11-30T09:00"
    private static let tuesday = "2026-12-01T14:00"

    /// What is done, with its minute; a low line in a word is a blank.
    private static let steps: [(String, String)] =
        [
            "user --name Admin --role administrator", "user --name A_Scheduler --role scheduler",
            "user --name A_Clinician --role clinician", "user --name A_Manager --role manager",
            "user --name A_Commissioner --role commissioner", "user --name Gone --role administrator",
            "user --remove 6",
            "user --name Deputy --role administrator",
            "room --team north --name Blue", "room --team north --name Red",
            "refer --team north --name Gil_Invented --email gil@example.invalid --phone 07700900107 \(consents)",
            "refer --team north --name Hal_Invented --email hal@example.invalid --phone 07700900108 \(consents)",
            "screen --person 8",
            "refer --team north --name Ida_Invented --email ida@example.invalid --phone 07700900109 \(consents)",
            "screen --person 9", "contact --person 9 --answer wants-appointment",
            "refer --team north --name Jo_Invented --phone 07700900110", "screen --person 10",
            "contact --person 10 --answer declines",
            "hold --person 1 --clinician 0 --start 2026-12-04T09:00", "confirm --hold 1",
            "hold --person 4 --clinician 1 --start 2026-12-03T09:00", "confirm --hold 2",
            "group open --team north --starts 2026-12-15 --at 10:00 --sessions 3 --minutes 60 --smallest 1 --largest 2 "
                + "--leader 0",
            "risk --person 2",
        ].map { (monday, $0) }
        + [
            (tuesday, "attend --appointment 1 --code 5 --scores 12,10"), (tuesday, "course --person 3 --sessions 3"),
            ("2026-12-02T09:55", "hold --person 6 --clinician 0 --start 2026-12-07T09:00"),
            ("2026-12-02T09:56", "link --person 9 --days 10"),
            ("2026-12-02T09:57", "allocate --team north --propose proposal.json"),
        ]
}
