import CareModel
import GRDB

extension ClinicianDetails {
    private static let names = """
        team, name, role, whole_time_percent, caseload_cap, trained_in, sees_under_18, sex, languages, started_on, \
        metered_until, metered_per_week, winds_down_from, last_day, taken_this_week, metered_week, venues
        """
    static let columns = Columns("clinician, \(names)", of: "clinicians")
    static let update = Columns.update(names, of: "clinicians", where: "clinician")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [
            Int64(team), name, Int64(role.rawValue), wholeTimePercent, caseloadCap, Int64(trainedIn.bits),
            seesUnder18, Int64(sex.rawValue), languages.map(String.init).joined(separator: " "),
            Int64(startedOn.number), (meteredUntil?.number).map { Int64($0) }, meteredPerWeek,
            (windsDownFrom?.number).map { Int64($0) }, (lastDay?.number).map { Int64($0) }, takenThisWeek,
            (meteredWeek?.number).map { Int64($0) }, venues.map(String.init).joined(separator: " "),
        ]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        clinician = try columns.number()
        team = try columns.number()
        name = columns.text()
        role = try columns.value()
        wholeTimePercent = try columns.number()
        caseloadCap = try columns.number()
        trainedIn = ModalitySet(bits: try columns.number())
        seesUnder18 = columns.flag()
        sex = try columns.value()
        languages = columns.text().split(separator: " ").compactMap { UInt8($0) }
        startedOn = try columns.day()
        meteredUntil = try columns.dayIfAny()
        meteredPerWeek = try columns.number()
        windsDownFrom = try columns.dayIfAny()
        lastDay = try columns.dayIfAny()
        takenThisWeek = try columns.number()
        meteredWeek = try columns.dayIfAny()
        venues = columns.text().split(separator: " ").compactMap { UInt8($0) }
    }
}
