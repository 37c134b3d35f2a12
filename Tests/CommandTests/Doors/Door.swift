import BookingService
import TestSupport
import Testing

/// One way to use a command of the desk on the ready clinic, where it does what it is for.
struct Door: Sendable, CustomStringConvertible {
    /// The command, as in "group open".
    let command: String
    /// Its arguments beside the database, the minute, the user and the key.
    let arguments: [String]
    /// What somebody must be allowed to do; nil if anybody may.
    let permission: Permission?
    /// Whether it changes the service, so that a key makes it happen once.
    var writes = false
    /// The minute at which it is done.
    var at = ReadyClinic.now
    /// What an administrator does before, each with its minute.
    var before: [(command: String, arguments: [String], at: String)] = []

    var description: String { ([command] + arguments).joined(separator: " ") }

    init(_ command: String, _ arguments: String, _ permission: Permission?) {
        self.command = command
        self.arguments = arguments.split(separator: " ").map { String($0) }
        self.permission = permission
    }

    /// The same door, of a command that changes the service.
    static func writing(
        _ command: String, _ arguments: String, _ permission: Permission?, at minute: String = ReadyClinic.now,
        before: [(command: String, arguments: String, at: String)] = []
    ) -> Door {
        var door = Door(command, arguments, permission)
        door.writes = true
        door.at = minute
        door.before = before.map { ($0.command, $0.arguments.split(separator: " ").map { String($0) }, $0.at) }
        return door
    }

    /// The words of the command line after `stepcare`.
    func words(user: Int?, _ more: [String] = []) -> [String] { words(arguments, user: user, more) }

    /// The same with other arguments.
    func words(_ arguments: [String], user: Int?, _ more: [String] = []) -> [String] {
        let who = user.map { ["--user", String($0)] } ?? []
        let name = command.split(separator: " ").map { String($0) }
        switch command {
        case "init": return ["service", "init", "clinic.yaml", "new.db"] + arguments + more
        case "restore": return ["service", "restore", "clinic.db", "new.db"] + who + arguments + more
        default: return ["service"] + name + ["clinic.db", "--now", at] + who + arguments + more
        }
    }
}

extension Door {
    private static let eighth = "2026-12-08T09:00"

    /// Every command at the desk; some in more than one way.
    static let all: [Door] = reading + people + booking + outcomes + courses + office

    /// Those that change the service.
    static let writing = all.filter(\.writes)

    private static let reading = [
        Door("init", "--people none", nil),
        Door("find", "Ada", .seePeople), Door("diary", "--clinician 0 --day 2026-12-04 --week", .seePeople),
        Door("waiting-list", "", .seePeople), Door("offer", "--person 6", .book),
        Door("offer", "--clinician 0 --start 2026-12-07T10:00", .book), Door("kit", "", .seePeople),
        Door("person", "--person 1", .seePeople), Door("person", "--person 1 --format json", .seePeople),
        Door("person", "--person 1 --reason covering", .seePeople), Door("audit", "--reasons", .audit),
        Door("diary", "--clinician 0 --reason covering", .seePeople),
        Door("audit", "", .audit), Door("audit", "--person 1", .audit), Door("tasks", "", .seePeople),
        Door("case-management", "", .seePeople), Door("case-management", "--clinician 0", .seePeople),
        Door("outbox", "", .seePeople), Door("outbox", "--person 9", .seePeople), Door("group list", "", .seePeople),
        Door("measures", "--by-group", .seeTotals),
        Door("public", "", nil), Door("open-link", "--secret {secret}", nil), Door("verify", "", .audit),
        Door("allocate", "--team north --propose places.json", .book),
        Door("course", "--person 3 --sessions 2 --propose", .book),
        Door("export", "--to out", .administer), Door("export", "--to out --as national --month 2026-11", .administer),
        Door("export", "--to out --as fhir", .seePeople), Door("export", "--to out --as fhir --names", .seePeople),
        Door("export", "--to out --as icalendar --clinician 0 --names", .seePeople),
        Door("export", "--person 1", .seePeople), Door("export", "--person 1 --to out", .seePeople),
        Door("assessment-week", "", .seeTotals), Door("backup", "--to copy.db", .administer),
        Door("restore", "", .administer),
    ]

    private static let people: [Door] = [
        .writing("change", "--person 1 --phone 07700900123", .book),
        .writing("refer", "--team north --name Newcomer --phone 07700900150", .book),
        .writing("refer", "--from-csv referrals.csv", .book),
        .writing("screen", "--person 7", .recordContact),
        .writing("contact", "--person 8 --answer not-reached", .book),
        .writing("contact", "--person 8 --answer wants-appointment", .book),
        .writing(
            "contact", "--person 4 --answer not-in-touch --end-course", .book, at: "2026-12-20T10:00",
            before: [missed]),
        .writing(
            "contact", "--person 4 --answer not-in-touch --ask-exception", .book, at: "2026-12-20T10:00",
            before: [missed]),
        .writing("discharge", "--person 3 --reason dropped-out", .recordContact),
        .writing("discharge", "--person 3 --reason dropped-out --agreed-by Sam", .recordContact),
        .writing("discharge", "--person 3 --reason dropped-out --ask-supervisor", .recordContact),
        .writing("reopen", "--person 10", .recordContact), .writing("move-case", "--person 3", .book),
        .writing("risk", "--person 2 --clinician 2", .book),
        .writing("done", "--task 1", .book), .writing("sent", "--message 1", .book),
        .writing(
            "contact-received", "--person 4 --about state --said worse --outcome quicker", .recordContact,
            at: "2026-12-04T10:00", before: [assessed]),
        .writing("contact-received", "--person 6 --about administration --said moved", .book),
        Door("ticket", "", .seePeople),
        .writing("ticket", "--person 3 --question stuck", .recordContact),
        .writing("ticket", "--task {task} --answer yes", .recordContact, before: [asked]),
        .writing("step-up", "--person 4 --agreed yes", .recordContact, at: "2026-12-09T10:00", before: proposed),
        .writing("step-up", "--person 4 --agreed no", .recordContact, at: "2026-12-09T10:00", before: proposed),
        .writing(
            "on-hold", "--person 4 --until 2027-01-11 --why moving", .book, at: "2026-12-04T10:00", before: [assessed]),
        .writing(
            "on-hold", "--person 4 --end", .book, at: "2026-12-04T10:00",
            before: [assessed, ("on-hold", "--person 4 --until 2027-01-11 --why moving", "2026-12-04T10:00")]),
        .writing("assessment-week", "--team north --from 2027-01-04", .changeStaff),
        .writing(
            "assessment-week", "--team north --from 2026-12-14 --weeks 1 --share 0.5 --reason many", .changeStaff),
        .writing(
            "assessment-week", "--team north --from 2027-01-04 --call-off --reason leave", .changeStaff,
            before: [("assessment-week", "--team north --from 2027-01-04", ReadyClinic.now)]),
        .writing("kit", "--person 4 --wants no", .book, at: "2026-12-04T10:00", before: [assessed]),
    ]

    private static let assessed = (
        command: "attend", arguments: "--appointment 3 --code 5 --step 2", at: "2026-12-03T10:00"
    )

    private static let asked = (
        command: "ticket", arguments: "--person 3 --question stuck", at: ReadyClinic.now
    )

    /// A step-up is proposed of person 4.
    private static let proposed = [
        assessed, (command: "hold", arguments: "--person 4 --clinician 0 --start 2026-12-08T13:00", at: friday),
        (command: "confirm", arguments: "--hold {hold}", at: friday),
        (command: "attend", arguments: "--appointment {appointment} --code 5 --next step-up", at: "2026-12-08T14:00"),
    ]

    private static let friday = "2026-12-04T10:00"

    private static let missed = (command: "attend", arguments: "--appointment 3 --code 3", at: "2026-12-03T10:00")

    private static let booking: [Door] = [
        .writing("hold", "--person 6 --clinician 0 --start 2026-12-07T10:00", .book),
        .writing("confirm", "--hold 3", .book), .writing("release", "--hold 3", .book),
        .writing("reschedule", "--appointment 2 --clinician 1 --start 2026-12-07T10:00", .book),
        .writing("cancel", "--appointment 2", .book), .writing("cancel", "--appointment 2 --by-service", .book),
        .writing("course", "--person 3 --sessions 3", .book), .writing("backfill", "--team north", .book),
        .writing("allocate", "--team north", .book), .writing("allocate", "--accept proposal.json", .book),
        .writing("link", "--person 6", .book),
        .writing("choose-link", "--secret {secret} --start 2026-12-07T09:00", nil),
        .writing("confirmed", "--appointment 2", .book), .writing("unconfirmed", "", .book),
    ]

    private static let outcomes: [Door] = [
        .writing("attend", "--appointment 3 --code 5 --step 2", .recordContact, at: "2026-12-03T10:00"),
        .writing("attend", "--appointment 3 --code 5 --end advice-only", .recordContact, at: "2026-12-03T10:00"),
        .writing("attend", "--appointment 3 --code 3", .recordContact, at: "2026-12-03T10:00"),
        .writing("correct", "--appointment 1 --code 5 --scores 9,9", .recordContact),
        .writing("correct", "--appointment 1 --undo", .recordContact),
    ]

    private static let held = [
        (command: "group join", arguments: "--person 2", at: eighth),
        (command: "group decide", arguments: "--course 1", at: eighth),
        (command: "group attend", arguments: "--course 1 --outcomes 2:5:9,7", at: "2026-12-15T11:00"),
    ]

    private static let courses: [Door] = [
        .writing("group open", "--team north --starts 2026-12-16 --at 10:00 --leader 1", .changeStaff),
        .writing("group join", "--person 2", .book),
        .writing("group leave", "--person 2", .book, before: [("group join", "--person 2", ReadyClinic.now)]),
        .writing("group decide", "--course 1", .book, at: eighth, before: [("group join", "--person 2", eighth)]),
        .writing(
            "group attend", "--course 1 --outcomes 2:5:9,7", .recordContact, at: "2026-12-15T11:00",
            before: Array(held.prefix(2))),
        .writing("group correct", "--course 1 --outcome 2:6:8,7", .recordContact, at: "2026-12-15T11:05", before: held),
        .writing(
            "group correct", "--course 1 --person 2 --undo", .recordContact, at: "2026-12-15T11:05", before: held),
        .writing("group cancel", "--course 1", .changeStaff),
    ]

    private static let office: [Door] = [
        .writing("absent", "--clinician 1 --from 2026-12-03 --until 2026-12-04", .changeStaff),
        .writing("back", "--clinician 2 --from 2026-12-03", .changeStaff),
        .writing("room", "--team north --name Green", .changeStaff),
        .writing("close-room", "--room Blue --from 2026-12-07", .changeStaff),
        .writing(
            "open-room", "--room Blue --from 2026-12-09", .changeStaff,
            before: [("close-room", "--room Blue --from 2026-12-07", ReadyClinic.now)]),
        .writing("venue", "--appointment 2 --room Blue", .book),
        .writing(
            "venue", "--appointment 10 --by video", .book,
            before: [("venue", "--appointment 2 --room Blue", ReadyClinic.now)]),
        .writing("hours", "--clinician 0 --from 2026-12-14 --hours mon=09:00-13:00", .changeStaff),
        .writing(
            "hours", "--clinician 0 --from 2026-12-14 --as-before", .changeStaff,
            before: [("hours", "--clinician 0 --from 2026-12-14 --hours mon=off", ReadyClinic.now)]),
        .writing("clinician", "--clinician 0 --caseload-cap 30", .changeStaff),
        .writing("user", "--name Another --role scheduler", .administer),
        .writing("user", "--name Clara --role clinician --clinician 0", .administer),
        .writing("user", "--remove 2", .administer),
    ]
}
