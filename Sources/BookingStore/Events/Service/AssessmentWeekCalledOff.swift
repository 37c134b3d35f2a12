public import CareModel

/// A team's week that was to be given to first appointments will be as usual (PO-1).
public struct AssessmentWeekCalledOff: Hashable, Sendable, Codable {
    /// Index of the team.
    public var team: UInt8
    /// The Monday of the week.
    public var monday: CivilDay
    /// Why.
    public var why: String

    /// A usual week.
    public init(team: UInt8, monday: CivilDay, why: String) {
        self.team = team
        self.monday = monday
        self.why = why
    }
}

extension AssessmentWeekCalledOff: StoredEvent {
    static let kind = EventKind.assessmentWeekCalledOff

    var words: String {
        "the assessment week from \(monday) was called off" + (why.isEmpty ? "" : ": \(why)")
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "DELETE FROM assessment_weeks WHERE team = ? AND monday = ?", [Int64(team), Int64(monday.number)], entry,
            else: "the week from \(monday) is no assessment week of the team")
    }
}
