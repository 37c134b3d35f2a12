public import CareModel

/// A team's week is given to first appointments (PO-1).
public struct AssessmentWeekDeclared: Hashable, Sendable, Codable {
    /// Index of the team.
    public var team: UInt8
    /// The Monday of the week.
    public var monday: CivilDay
    /// Why it was declared against the rule, with little notice or soon after another; nil if it was not, as in entries
    /// of earlier releases.
    public var why: String?
    /// The share of bookable time that first appointments have in it, over 0 and up to 1; nil if it is the team's usual
    /// one, as in entries of earlier releases.
    public var firstShare: Double?

    /// An assessment week.
    public init(team: UInt8, monday: CivilDay, why: String? = nil, firstShare: Double? = nil) {
        self.team = team
        self.monday = monday
        self.why = why
        self.firstShare = firstShare
    }
}

extension AssessmentWeekDeclared: StoredEvent {
    static let kind = EventKind.assessmentWeekDeclared
    private static let columns = Columns("team, monday, first_share", of: "assessment_weeks")

    var words: String {
        "the week from \(monday) was given to first appointments" + (why.map { ", against the rule: \($0)" } ?? "")
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(AssessmentWeekDeclared.columns, [Int64(team), Int64(monday.number), firstShare], entry)
    }
}
