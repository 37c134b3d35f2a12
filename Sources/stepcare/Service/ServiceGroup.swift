import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service group`.
struct ServiceGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: "Courses in a group: opens them, gives seats, records sessions (TX-4).",
        subcommands: [
            ServiceGroupList.self, ServiceGroupOpen.self, ServiceGroupJoin.self, ServiceGroupLeave.self,
            ServiceGroupDecide.self, ServiceGroupAttend.self, ServiceGroupCorrect.self, ServiceGroupCancel.self,
        ],
        defaultSubcommand: ServiceGroupList.self)
}

/// `stepcare service group list`.
struct ServiceGroupList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The courses, with the seats that are free.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "One team only: its name, or its number from 1.")
    var team: NamedTeam?

    @Flag(help: "Those that are over or were cancelled too.")
    var all = false

    func run() throws {
        let groups = try options.withService { try $0.groups(team: team?.index(in: $0), all: all, in: options.context) }
        let rows = groups.map { group in
            [
                String(group.group), group.team, group.stage.name, group.sessions.first?.description ?? "-",
                "\(group.sessions.count)", "\(group.seats - group.people.count) of \(group.seats)",
                group.leaders.joined(separator: ", "),
                group.next.map { next in next + (group.due.map { ", from \($0)" } ?? "") } ?? "-",
            ]
        }
        let heading = ["course", "team", "stage", "starts", "sessions", "empty", "leaders", "next"]
        try options.print(groups, groups.isEmpty ? "There is no course." : TextTable.lines([heading] + rows))
    }
}

/// `stepcare service group open`.
struct ServiceGroupOpen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens a course: its leaders' time is booked for every session.",
        discussion: "What is not said is as the scenario says of the team's courses.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The team: its name, or its number from 1.")
    var team: NamedTeam

    @Option(help: "The day of the first session, YYYY-MM-DD.")
    var starts: Day

    @Option(help: "When a session starts, HH:MM.")
    var at: TimeOfDay?

    @Option(help: "Sessions, 1 to 20.")
    var sessions: Int?

    @Option(help: "Minutes of a session.")
    var minutes: Int?

    @Option(help: "Days between sessions, 1 to 28.")
    var days: Int?

    @Option(help: "People without whom it does not start.")
    var smallest: Int?

    @Option(help: "Seats, 1 to 100.")
    var largest: Int?

    @Option(help: "The number or name of a clinician of step 2 who leads it; twice for two.")
    var leader: [NamedClinician] = []

    func run() throws {
        var opening = GroupOpening(team: 0, first: starts.day)
        opening.startMinute = at?.minutes
        opening.sessions = sessions
        opening.sessionMinutes = minutes
        opening.intervalDays = days
        opening.smallest = smallest
        opening.largest = largest
        let group = try options.perform { [opening] service in
            var opening = opening
            opening.team = try team.index(in: service)
            opening.leaders = try leader.map { try $0.index(in: service) }
            return OpenGroup(opening: opening)
        }
        try options.print(group, group.words)
    }
}

/// `stepcare service group join`.
struct ServiceGroupJoin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Gives a person who waits a seat in a course.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "The course's number (default: the next one with a seat for the person).")
    var course: Int64?

    func run() throws {
        let state = try options.perform(JoinGroup(person: person, group: course))
        try options.print(state, state.words)
    }
}

/// `stepcare service group leave`.
struct ServiceGroupLeave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Gives up a person's seat: they are where they were in the list.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    func run() throws {
        let state = try options.perform(LeaveGroup(person: person))
        try options.print(state, state.words)
    }
}

/// `stepcare service group decide`.
struct ServiceGroupDecide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Decides whether a course has enough people; else it is put off, or cancelled."
    )

    @OptionGroup var options: ServiceOptions

    @Option(help: "The course's number.")
    var course: Int64

    func run() throws {
        let group = try options.perform(DecideGroup(group: course))
        try options.print(group, group.words)
    }
}

/// `stepcare service group cancel`.
struct ServiceGroupCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Gives a course up: nobody loses their place in the list.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The course's number.")
    var course: Int64

    func run() throws {
        let group = try options.perform(CancelGroup(group: course))
        try options.print(group, group.words)
    }
}

/// `stepcare service group attend`.
struct ServiceGroupAttend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Records a session, and what became of everybody who has a seat (AT-1).",
        discussion: """
            Give each person as PERSON:CODE, PERSON:CODE:PHQ-9,GAD-7 or PERSON:CODE:PHQ-9,GAD-7:NEXT, such as \
            12:5:14,11:stops; codes are 5 on time, 6 late but seen, 7 too late, 3 did not attend, 2 cancelled; next \
            is goes-on, completed, stops or step-up. Without anybody, nobody was there to lead it: the session is put \
            off by a week.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The course's number.")
    var course: Int64

    @Option(parsing: .upToNextOption, help: "What became of each person.")
    var outcomes: [SeatOutcomeArgument] = []

    @Option(help: "The number of the clinician of step 2 who led it, if not those who were to.")
    var leader: Int32?

    @OptionGroup var limits: SeatLimitOptions

    func validate() throws {
        try limits.check(outcomes.map(\.outcome))
        guard leader == nil || !outcomes.isEmpty else {
            throw ValidationError("--leader led a session that was held: --outcomes says what became of everybody.")
        }
    }

    func run() throws {
        let told = outcomes.map { limits.answered($0.outcome) }
        let group = try options.perform(AttendGroup(group: course, outcomes: told, leader: leader))
        try options.print(group, group.words)
    }
}

/// `stepcare service group correct`.
struct ServiceGroupCorrect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Puts right what became of a person at a session, by an entry (BK-4).",
        discussion: """
            Give what is right as for 'attend', for one person: --outcome 12:5:14,11. What followed from the wrong \
            outcome is undone, and what follows from the right one is done. Where only the scores, or whether somebody \
            was late, were wrong, what was agreed stays. With --person and --undo the person has no outcome at the \
            session; it can be told again. Nothing is deleted: the log keeps both.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The course's number.")
    var course: Int64

    @Option(help: "Which session, from 1 (default: the last one of which something is recorded of the person).")
    var session: Int?

    @Option(help: "What is right: PERSON:CODE, PERSON:CODE:PHQ-9,GAD-7 or PERSON:CODE:PHQ-9,GAD-7:NEXT.")
    var outcome: SeatOutcomeArgument?

    @Option(help: "The person's number, with --undo.")
    var person: Int64?

    @Flag(help: "Only undo what was recorded.")
    var undo = false

    @Option(help: "What was wrong.")
    var why = ""

    @OptionGroup var limits: SeatLimitOptions

    func validate() throws {
        guard undo == (outcome == nil), undo == (person != nil) else {
            throw ValidationError("Give --outcome with what is right, or --person and --undo.")
        }
        try limits.check([outcome?.outcome].compactMap { $0 })
    }

    func run() throws {
        let right = outcome.map { limits.answered($0.outcome) }
        let reply = try options.perform(
            CorrectSeat(
                group: course, session: session, person: right?.person ?? person ?? 0, outcome: right, why: why))
        try options.print(reply, reply.words)
    }
}

/// What became of a person at a session of a course, on the command line.
struct SeatOutcomeArgument: ExpressibleByArgument {
    let outcome: SeatOutcome

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...4).contains(parts.count), let person = Int64(parts[0]),
            let attendance = UInt8(parts[1]).flatMap(Attendance.init(rawValue:)), attendance != .cancelledByProvider
        else { return nil }
        var outcome = SeatOutcome(person: person, attendance)
        if parts.count > 2, !parts[2].isEmpty {
            guard let scores = ScorePair(argument: parts[2]) else { return nil }
            outcome.scores = scores.scores
        }
        if parts.count > 3 {
            guard let next = ContactRecord.NextStep(rawValue: parts[3]), next != .stepDown else { return nil }
            outcome.next = next
        }
        self.outcome = outcome
    }
}

extension GroupEntry {
    /// The course in a sentence.
    var words: String {
        let days = sessions.first.map { ", from \($0), \(sessions.count) sessions" } ?? ""
        let who = leaders.isEmpty ? "" : ", led by \(leaders.joined(separator: " and "))"
        let next = next.map { next in "; next: \(next)" + (due.map { ", from \($0)" } ?? "") } ?? ""
        return "Course \(group): \(stage.name)\(days)\(who); \(people.count) of \(seats) seats are taken\(next)."
    }
}
