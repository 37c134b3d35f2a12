import Allocation
import BookingStore
public import CareModel
import Diaries

/// Gives most of a team's bookable time in some weeks to first appointments (PO-1). The rule of the team asks for
/// notice, and for a distance from other such weeks; with a reason a manager may declare one all the same. What is
/// booked then stands, and what is offered follows.
public struct DeclareAssessmentWeek: UseCase {
    /// Index of the team.
    public var team: Int
    /// A day of the first week.
    public var day: CivilDay
    /// How many weeks in a row, 1 … 8; nil is as the team's rule has it.
    public var weeks: Int?
    /// The share of bookable time that first appointments have in these weeks, over 0 and up to 1; nil is the team's
    /// usual one.
    public var share: Double?
    /// Why it is declared against the rule; nil if it is not.
    public var reason: String?

    /// The command.
    public init(team: Int, day: CivilDay, weeks: Int? = nil, share: Double? = nil, reason: String? = nil) {
        self.team = team
        self.day = day
        self.weeks = weeks
        self.share = share
        self.reason = reason
    }
}

extension DeclareAssessmentWeek {
    package static let name = "declare-assessment-week"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "declaring an assessment week" }

    package func perform(in step: CommandStep) throws -> [AssessmentWeekEntry] {
        let team = Int(try step.index(ofTeam: team))
        var rule = step.box.desk.rules[team].assessmentWeek
        rule.lengthWeeks = weeks ?? rule.lengthWeeks
        guard (1...8).contains(rule.lengthWeeks) else {
            throw BookingError.invalid("assessment weeks are 1 to 8 in a row (--weeks), not \(rule.lengthWeeks)")
        }
        let declared = try step.assessmentWeeks(of: team)
        let mondays = rule.mondays(from: day).filter { !declared.contains($0) }
        guard let first = mondays.first else {
            throw BookingError.invalid(
                "the week from \(day.monday) is an assessment week already: '--call-off' makes it a usual one")
        }
        try step.check(mondays)
        if let share, !(share > 0 && share <= 1) {
            throw BookingError.invalid("the share of first appointments (--share) is over 0 and up to 1, not \(share)")
        }
        var decisions = step.decisions()
        let objections = rule.objections(to: first, on: step.context.now.day, declared: declared)
        if !objections.isEmpty { decisions.why = try step.reason(reason, against: objections, first) }
        for monday in mondays {
            try decisions.hear(.assessmentWeek(team: team, monday: monday, firstShare: share))
        }
        return mondays.map { step.assessmentWeek(of: team, $0) }
    }
}

extension CommandStep {
    /// Weeks that can be declared: not over, and within the diaries.
    fileprivate func check(_ mondays: [CivilDay]) throws {
        for monday in mondays where monday + 6 < context.now.day || !box.desk.capacity.diary.hasPage(for: monday + 6) {
            throw BookingError.invalid(
                "the week from \(monday) is \(monday < context.now.day ? "over" : "farther ahead than the diaries"): "
                    + "name a day of a week to come (--from)")
        }
    }

    /// Why a week is declared against the rule.
    fileprivate func reason(
        _ reason: String?, against objections: [AssessmentWeekObjection], _ monday: CivilDay
    ) throws -> String {
        guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.invalid(
                "the week from \(monday) is against the rule: \(objections.map(\.words).joined(separator: "; ")): name "
                    + "another (--from), or say why it must be (--reason)")
        }
        try AccessRules.check(.override, context, writer)
        return reason
    }
}

extension AssessmentWeekObjection {
    /// What speaks against it, in words.
    var words: String {
        switch self {
        case .shortNotice(let earliest): "there is too little notice, the earliest begins on \(earliest)"
        case .tooNear(let other): "it is too near to the one from \(other)"
        }
    }
}
