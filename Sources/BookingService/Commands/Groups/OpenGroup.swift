import Allocation
import BookingStore
import CareModel

/// Opens a course in a group (TX-4): the time of those who lead it is booked for every session, and its seats can be
/// taken.
public struct OpenGroup: UseCase {
    /// What it is to be.
    public var opening: GroupOpening

    /// The command.
    public init(opening: GroupOpening) {
        self.opening = opening
    }
}

extension OpenGroup {
    package static let name = "open-group"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "open group" }

    package func perform(in step: CommandStep) throws -> GroupEntry {
        let team = Int(try step.index(ofTeam: opening.team))
        let plan = OpeningPlan(step: step)
        let rule = try plan.rule(of: opening)
        let asked = try plan.asked(opening)
        guard opening.first > step.context.now.day, step.box.desk.calendar.isWorkingDay(opening.first) else {
            throw BookingError.invalid("\(opening.first) is no working day to come")
        }
        let leaders = step.box.desk.leaders(of: rule, team: team, asked: asked, from: opening.first)
        if let busy = asked.first(where: { leaders?.contains($0) != true }) {
            throw BookingError.invalid(
                "\(step.box.clinicians[busy].name) is not free for every session: \(plan.days(rule, opening.first))"
            )
        }
        guard leaders != nil else {
            throw BookingError.invalid(
                "step 2 has not \(rule.facilitators) who are free for every session: "
                    + plan.days(rule, opening.first))
        }
        var decisions = step.decisions()
        try decisions.openGroup(team: team, rule, asked: asked, on: opening.first)
        return try step.entry(step.box.desk.groups.count - 1)
    }
}

/// What a course that is to be opened comes to.
private struct OpeningPlan: StepPart {
    let step: CommandStep

    /// What a course that is to be opened is.
    func rule(of opening: GroupOpening) throws -> GroupRule {
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
    func asked(_ opening: GroupOpening) throws -> [Int] {
        for leader in opening.leaders {
            guard box.clinicians.indices.contains(Int(leader)) else {
                throw BookingError.refused([.noSuchClinician])
            }
            let known = box.clinicians[Int(leader)]
            guard Int(known.team) == opening.team, known.role.step == .low,
                opening.leaders.count(where: { $0 == leader }) == 1
            else { throw BookingError.invalid("\(known.name) is not of step 2 of the team, or is named twice") }
        }
        let asked = opening.leaders.map { Int($0) }
        if let helper = asked.first, !asked.contains(where: { box.clinicians[$0].role.leadsGroups }) {
            throw BookingError.invalid(
                "\(box.clinicians[helper].name) is a \(box.clinicians[helper].role.title), who helps to lead a course: "
                    + "name a PWP or an assistant psychologist too")
        }
        return asked
    }

    /// When the sessions of a course would be, in words.
    func days(_ rule: GroupRule, _ first: CivilDay) -> String {
        let start = CivilMinute(day: first, minuteOfDay: rule.startMinute)
        return "from \(start), "
            + rule.days(from: first, calendar: box.desk.calendar).map(\.description)
            .joined(separator: ", ")
    }
}
