import Allocation
public import BookingStore
public import CareModel

/// A course in a group, as a clerk sees it (TX-4).
public struct GroupEntry: Codable, Hashable, Sendable {
    /// Its number.
    public var group: Int64
    /// The team.
    public var team: String
    /// Where it has got to.
    public var stage: GroupStage
    /// When its sessions start.
    public var sessions: [CivilMinute]
    /// How long a session is, minutes.
    public var minutes: Int
    /// Sessions that were held.
    public var held: Int
    /// Who leads it.
    public var leaders: [String]
    /// Seats, taken or free.
    public var seats: Int
    /// Seats that are free.
    public var free: Int
    /// People without whom it does not start.
    public var smallest: Int
    /// The numbers of the people who have a seat, in the order in which they took it.
    public var people: [Int64]
    /// What is to be done next, in words; nil if nothing is.
    public var next: String?
    /// From when on.
    public var due: CivilMinute?
    /// The names of those people, in the same order; nil in an answer that was kept before names were.
    public var names: [String]?
}

/// A course that is to be opened; nil is as the team's courses are.
public struct GroupOpening: Hashable, Sendable {
    /// Index of the team.
    public var team: Int
    /// The day of the first session.
    public var first: CivilDay
    /// When a session starts, minutes since midnight.
    public var startMinute: Int?
    /// Sessions, 1 … 20.
    public var sessions: Int?
    /// Length of a session, minutes.
    public var sessionMinutes: Int?
    /// Days between sessions, 1 … 28.
    public var intervalDays: Int?
    /// People without whom it does not start, 1 or more.
    public var smallest: Int?
    /// Seats, 1 … 100.
    public var largest: Int?
    /// Indices of the clinicians who are to lead it; empty leaves the choice to the service.
    public var leaders: [Int32] = []

    /// A course as the team's courses are.
    public init(team: Int, first: CivilDay) {
        self.team = team
        self.first = first
    }
}

extension BookingService {
    /// Opens a course in a group (TX-4): the time of those who lead it is booked for every session, and its seats can
    /// be taken.
    public func openGroup(_ opening: GroupOpening, in context: Context) throws -> GroupEntry {
        try run(context, .changeStaff, KeyedCommand("open group", .nobody, opening)) { step in
            let team = Int(try step.index(ofTeam: opening.team))
            let rule = try step.rule(of: opening)
            let asked = try step.asked(opening)
            guard opening.first > step.context.now.day, step.box.desk.calendar.isWorkingDay(opening.first) else {
                throw BookingError.invalid("\(opening.first) is no working day to come")
            }
            let leaders = step.box.desk.leaders(of: rule, team: team, asked: asked, from: opening.first)
            if let busy = asked.first(where: { leaders?.contains($0) != true }) {
                throw BookingError.invalid(
                    "\(step.box.clinicians[busy].name) is not free for every session: \(step.days(rule, opening.first))"
                )
            }
            guard leaders != nil else {
                throw BookingError.invalid(
                    "step 2 has not \(rule.facilitators) who are free for every session: "
                        + step.days(rule, opening.first))
            }
            var decisions = step.decisions()
            try decisions.openGroup(team: team, rule, asked: asked, on: opening.first)
            return try step.entry(step.box.desk.groups.count - 1)
        }
    }

    /// The courses of a team, or of all, that are planned or running (TX-4).
    /// - Parameter all: those that are over or cancelled too.
    public func groups(team: Int? = nil, all: Bool = false, in context: Context) throws -> [GroupEntry] {
        try look(context, .seePeople, KeyedCommand("list of courses", .nobody, team)) { step in
            if let team { _ = try step.index(ofTeam: team) }
            return try step.box.desk.groups.indices.filter { number in
                (team == nil || step.box.desk.groups[number].team == team)
                    && (all || step.box.desk.groups[number].isOpen || !step.box.desk.groups[number].members.isEmpty)
            }.map { try step.entry($0) }
        }
    }

    /// A person takes a seat in a course (TX-4, PO-4): the place in the list is left, and the wait goes on until the
    /// course starts.
    /// - Parameter group: the course; nil is the next one in which the person can have a seat.
    public func joinGroup(person: Int64, group: Int64? = nil, in context: Context) throws -> PersonStanding {
        try run(context, .book, KeyedCommand("join group", .person(person), group)) { step in
            let index = try step.index(of: person)
            let number = try group.map { try step.index(ofGroup: $0) } ?? step.box.desk.seatOffer(index)
            guard let number else {
                let refusals = step.box.desk.groups.indices.compactMap {
                    step.box.desk.seatRefusal(index, group: $0)
                }
                guard let refusal = refusals.last else { throw BookingError.invalid("there is no course yet") }
                throw BookingError.seatRefused(refusal)
            }
            if let refusal = step.box.desk.seatRefusal(index, group: number) {
                throw BookingError.seatRefused(refusal)
            }
            var decisions = step.decisions()
            try decisions.hear(.seatChosen(UInt32(index), group: UInt32(number)))
            return try step.state(of: person)
        }
    }

    /// A person gives up the seat in a course (TX-4): who waits is where they were in the list; who had begun goes on
    /// alone with the case manager.
    public func leaveGroup(person: Int64, in context: Context) throws -> PersonStanding {
        try tell(person, "giving up a seat", .book, context) { .seatGivenUp($0) }
    }

    /// Decides whether a course has enough people to start (TX-4): else it is put off, and then cancelled.
    public func decideGroup(_ group: Int64, in context: Context) throws -> GroupEntry {
        try run(context, .book, KeyedCommand("decide group", .nobody, group)) { step in
            let number = try step.index(ofGroup: group)
            let course = step.box.desk.groups[number]
            guard course.stage == .planned else {
                throw BookingError.invalid("course \(group) is \(GroupDetails(course, number: number).stage.name)")
            }
            guard course.due <= step.context.now else {
                throw BookingError.invalid("whether course \(group) starts is decided from \(course.due) on")
            }
            var decisions = step.decisions()
            try decisions.hear(.groupDue(UInt32(number)))
            return try step.entry(number)
        }
    }

    /// The service gives a course up (TX-4): nobody loses their place in the list.
    public func cancelGroup(_ group: Int64, in context: Context) throws -> GroupEntry {
        try run(context, .changeStaff, KeyedCommand("cancel group", .nobody, group)) { step in
            let number = try step.index(ofGroup: group)
            guard step.box.desk.isPossible(.groupGivenUp(UInt32(number))) else {
                throw BookingError.invalid("course \(group) is over, or was cancelled before")
            }
            var decisions = step.decisions()
            try decisions.hear(.groupGivenUp(UInt32(number)))
            return try step.entry(number)
        }
    }
}

extension BookingService.CommandStep {
    /// The index of a course at the desk.
    /// - Throws: ``BookingError/noSuchGroup(_:)``.
    func index(ofGroup group: Int64) throws -> Int {
        guard group > 0, group <= box.desk.groups.count else { throw BookingError.noSuchGroup(group) }
        return Int(group - 1)
    }

    /// What is to be known of a course.
    func entry(_ number: Int) throws -> GroupEntry {
        let course = box.desk.groups[number]
        let details = GroupDetails(course, number: number)
        var entry = GroupEntry(
            group: details.group, team: try writer.teams()[course.team].name, stage: details.stage,
            sessions: course.days.map { CivilMinute(day: $0, minuteOfDay: course.rule.startMinute) },
            minutes: course.rule.sessionMinutes, held: course.held,
            leaders: course.facilitators.map { box.clinicians[$0].name }, seats: course.rule.largest,
            free: course.isToCome ? course.rule.largest - course.members.count : 0, smallest: course.rule.smallest,
            people: course.members.map { Int64($0) + 1 })
        let nameOf = try writer.names(ofPeople: entry.people)
        entry.names = entry.people.map { nameOf[$0] ?? "" }
        guard course.isOpen else { return entry }
        entry.next = course.stage == .planned ? "decide whether it starts" : "session \(course.held + 1)"
        entry.due = course.due
        return entry
    }

    /// What a course that is to be opened is.
    fileprivate func rule(of opening: GroupOpening) throws -> GroupRule {
        var rule = box.desk.rules[opening.team].groups
        rule.isOn = true
        rule.weekday = opening.first.weekday
        rule.startMinute = opening.startMinute ?? rule.startMinute
        rule.sessions = opening.sessions ?? rule.sessions
        rule.sessionMinutes = opening.sessionMinutes ?? rule.sessionMinutes
        rule.intervalDays = opening.intervalDays ?? rule.intervalDays
        rule.largest = opening.largest ?? rule.largest
        rule.smallest = opening.smallest ?? min(rule.smallest, rule.largest)
        if !opening.leaders.isEmpty { rule.facilitators = opening.leaders.count }
        // Nothing is longer than a day, and then nothing is too large to be added up.
        let end = rule.startMinute + min(rule.sessionMinutes, 1440)
        guard (1...20).contains(rule.sessions), (1...28).contains(rule.intervalDays),
            (1...100).contains(rule.largest), (1...rule.largest).contains(rule.smallest),
            rule.startMinute % 5 == 0, rule.sessionMinutes % 5 == 0, rule.sessionMinutes > 0,
            rule.startMinute - rule.preparationMinutes >= 360, end <= 1320, rule.facilitators <= 2
        else {
            throw BookingError.invalid(
                "a course has 1 to 20 sessions, 1 to 28 days apart, 1 to 100 seats, no more people to start with than "
                    + "seats, one or two leaders, and sessions between 06:00 and 22:00 on multiples of five minutes")
        }
        return rule
    }

    /// Those who are asked to lead a course: of step 2 of the team, each once.
    fileprivate func asked(_ opening: GroupOpening) throws -> [Int] {
        for leader in opening.leaders {
            guard box.clinicians.indices.contains(Int(leader)) else {
                throw BookingError.refused([.noSuchClinician])
            }
            let known = box.clinicians[Int(leader)]
            guard Int(known.team) == opening.team, known.role.step == .low,
                opening.leaders.count(where: { $0 == leader }) == 1
            else { throw BookingError.invalid("\(known.name) is not of step 2 of the team, or is named twice") }
        }
        return opening.leaders.map { Int($0) }
    }

    /// When the sessions of a course would be, in words.
    fileprivate func days(_ rule: GroupRule, _ first: CivilDay) -> String {
        let start = CivilMinute(day: first, minuteOfDay: rule.startMinute)
        return "from \(start), "
            + rule.days(from: first, calendar: box.desk.calendar).map(\.description)
            .joined(separator: ", ")
    }
}
