public import CareModel
import GRDB

extension StoreReader {
    /// The scenario on which the service was opened; nil while it has not been.
    public func service() throws -> ServiceInitialised? {
        try fetch("SELECT name, fingerprint, scenario, first_day FROM service", []) { row in
            var columns = ColumnReader(row)
            return ServiceInitialised(
                name: columns.text(), fingerprint: columns.text(), scenario: columns.text(),
                firstDay: try columns.day())
        }.first
    }

    /// Every team, by index.
    public func teams() throws -> [TeamAdded] {
        try fetch(TeamAdded.columns.select + " ORDER BY team", [], TeamAdded.init)
    }

    /// Every room, by number.
    public func rooms() throws -> [RoomAdded] {
        try fetch(RoomAdded.columns.select + " ORDER BY room", [], RoomAdded.init)
    }

    /// Closures of rooms that are not over and end on a day or later, by room, then first day.
    /// - Parameter day: all if nil.
    public func roomClosures(endingFrom day: CivilDay? = nil) throws -> [RoomClosed] {
        let sql = RoomClosed.columns.select + " WHERE is_over = 0 AND last >= ? ORDER BY room, first, closure"
        return try fetch(sql, [Int64(day?.number ?? Int32.min)], RoomClosed.init)
    }

    /// Every user, by number.
    public func users() throws -> [UserDetails] {
        try fetch(UserDetails.columns.select + " ORDER BY user", [], UserDetails.init)
    }

    /// A user, whether they may still come or not; nil if there is none with this number. O(log n).
    public func user(_ number: Int64) throws -> UserDetails? {
        try fetch(UserDetails.columns.select + " WHERE user = ?", [number], UserDetails.init).first
    }

    /// A user who may still come; nil if there is none with this number. O(log n).
    public func activeUser(_ number: Int64) throws -> UserDetails? {
        try user(number).flatMap { $0.isActive ? $0 : nil }
    }

    /// Whether there is any user. O(1).
    public var hasUsers: Bool {
        get throws { try !fetch("SELECT 1 FROM users LIMIT 1", []) { _ in true }.isEmpty }
    }

    /// Every clinician, by index.
    public func clinicians() throws -> [ClinicianDetails] {
        try fetch(ClinicianDetails.columns.select + " ORDER BY clinician", [], ClinicianDetails.init)
    }

    /// Every week that was set, by clinician, then kind of week.
    public func availability() throws -> [AvailabilitySet] {
        var weeks: [AvailabilitySet] = []
        let sql = AvailabilityStretch.columns.select + " ORDER BY clinician, week, weekday, purpose, start"
        _ = try fetch(sql, []) { row in
            var columns = ColumnReader(row)
            let clinician: Int32 = try columns.number()
            let week: WeekKind = try columns.value()
            if weeks.last?.clinician != clinician || weeks.last?.week != week {
                weeks.append(AvailabilitySet(clinician: clinician, week: week, stretches: []))
            }
            weeks[weeks.count - 1].stretches.append(try AvailabilityStretch(&columns))
        }
        return weeks
    }

    /// Every week that is in force from a day on, by clinician, then day, then kind of week (CL-3).
    public func datedAvailability() throws -> [AvailabilitySet] {
        try fetch(
            AvailabilitySet.columns.select + " ORDER BY clinician, first, week", [], AvailabilitySet.init(dated:))
    }

    /// Absences that were not removed and end on a day or later, by clinician, then last day.
    /// - Parameter day: all if nil.
    public func absences(endingFrom day: CivilDay? = nil) throws -> [AbsenceRecord] {
        let sql = AbsenceRecord.columns.select + " WHERE is_removed = 0 AND last >= ? ORDER BY clinician, last, absence"
        return try fetch(sql, [Int64(day?.number ?? Int32.min)], AbsenceRecord.init)
    }

    /// Mondays of assessment weeks (PO-1), by team, then Monday.
    public func assessmentWeeks() throws -> [AssessmentWeekDeclared] {
        try fetch("SELECT team, monday, first_share FROM assessment_weeks ORDER BY team, monday", []) { row in
            var columns = ColumnReader(row)
            return AssessmentWeekDeclared(
                team: try columns.number(), monday: try columns.day(), firstShare: columns.fractionIfAny())
        }
    }
}
