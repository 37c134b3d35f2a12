import Allocation
public import CareModel

/// Makes a week that was declared an assessment week of a team a usual one again (PO-1). What is booked then stands.
public struct CallOffAssessmentWeek: UseCase {
    /// Index of the team.
    public var team: Int
    /// A day of the week.
    public var day: CivilDay
    /// Why.
    public var why: String

    /// The command.
    public init(team: Int, day: CivilDay, why: String = "") {
        self.team = team
        self.day = day
        self.why = why
    }
}

extension CallOffAssessmentWeek {
    package static let name = "call-off-assessment-week"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "calling off an assessment week" }

    package func perform(in step: CommandStep) throws -> [AssessmentWeekEntry] {
        let team = Int(try step.index(ofTeam: team))
        let monday = day.monday
        let declared = try step.assessmentWeeks(of: team).filter { $0 + 6 >= step.context.now.day }
        guard declared.contains(monday) else {
            let known = declared.isEmpty ? "it has none to come" : "those to come are of \(declared.list)"
            throw BookingError.invalid(
                "the week from \(monday) is no assessment week of the team to call off: \(known) ('assessment-week')")
        }
        var decisions = step.decisions()
        decisions.why = why
        try decisions.hear(.assessmentWeekCalledOff(team: team, monday: monday))
        // Weeks that were held before the diaries begin count for the next one: they are read again.
        step.box.isStale = true
        return declared.filter { $0 != monday }.map { step.assessmentWeek(of: team, $0) }
    }
}

extension [CivilDay] {
    /// The days in a sentence.
    fileprivate var list: String { map(\.description).joined(separator: ", ") }
}
