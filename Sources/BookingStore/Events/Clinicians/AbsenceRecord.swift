public import CareModel
import GRDB

/// An absence as it stands.
public struct AbsenceRecord: Hashable, Sendable {
    /// Its number.
    public var absence: Int64
    /// Index of the clinician.
    public var clinician: Int32
    /// The days, and why.
    public var days: Absence
    /// Whether it was removed.
    public var isRemoved: Bool

    /// An absence.
    public init(absence: Int64, clinician: Int32, days: Absence, isRemoved: Bool) {
        self.absence = absence
        self.clinician = clinician
        self.days = days
        self.isRemoved = isRemoved
    }
}

extension AbsenceRecord {
    static let columns = Columns("absence, clinician, first, last, reason, is_removed", of: "absences")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        absence = columns.integer()
        clinician = try columns.number()
        days = Absence(
            first: try columns.day(), last: try columns.day(), reason: AbsenceReason(rawValue: try columns.number()))
        isRemoved = columns.flag()
    }
}
