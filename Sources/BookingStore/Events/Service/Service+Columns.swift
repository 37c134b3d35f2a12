import CareModel
import GRDB

extension TeamAdded {
    static let columns = Columns("team, name", of: "teams")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(team: try columns.number(), name: columns.text())
    }
}

extension RoomAdded {
    static let columns = Columns("room, team, name, venue, is_accessible, opens, closes", of: "rooms")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [room, Int64(team), name, Int64(venue), isAccessible, hours?.start, hours?.end]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(room: columns.integer(), team: try columns.number(), name: columns.text())
        venue = try columns.number()
        isAccessible = columns.flag()
        let (opens, closes) = (columns.integerIfAny(), columns.integerIfAny())
        guard let opens, let closes else { return }
        guard (0...1440).contains(opens), (opens...1440).contains(closes) else {
            throw StoreError.database(detail: "\(opens)–\(closes) is no stretch of a day")
        }
        hours = MinutesOfDay(start: Int(opens), end: Int(closes))
    }
}

extension RoomClosed {
    static let columns = Columns("closure, room, first, last, why, is_over", of: "room_closures")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [closure, room, Int64(first.number), Int64(last.number), why, false]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(
            closure: columns.integer(), room: columns.integer(), first: try columns.day(), last: try columns.day(),
            why: columns.text())
        guard first <= last else { throw StoreError.database(detail: "closure \(closure) ends before it begins") }
    }
}

extension AvailabilitySet {
    static let columns = Columns("clinician, week, first, stretches", of: "dated_weeks")

    func columnValues(from first: CivilDay) -> [(any DatabaseValueConvertible)?] {
        [
            Int64(clinician), Int64(week.rawValue), Int64(first.number),
            stretches.map(\.text).joined(separator: " "),
        ]
    }

    init(dated row: Row) throws {
        var columns = ColumnReader(row)
        self.init(clinician: try columns.number(), week: try columns.value(), stretches: [])
        from = try columns.day()
        stretches = try columns.text().split(separator: " ").map { try AvailabilityStretch(text: $0) }
    }
}

extension AvailabilityStretch {
    /// The stretch in one word: weekday, purpose, first minute, end.
    fileprivate var text: String { "\(weekday.rawValue).\(purpose).\(minutes.start).\(minutes.end)" }

    fileprivate init(text: Substring) throws {
        let parts = text.split(separator: ".").map { Int($0) }
        guard parts.count == 4, let day = parts[0].flatMap({ UInt8(exactly: $0) }).flatMap(Weekday.init(rawValue:)),
            let purpose = parts[1].flatMap({ UInt8(exactly: $0) }), let start = parts[2], let end = parts[3],
            start >= 0, end >= start, end <= 1440
        else { throw StoreError.database(detail: "'\(text)' is no stretch of a week") }
        self.init(weekday: day, purpose: purpose, minutes: MinutesOfDay(start: start, end: end))
    }
}

extension UserDetails {
    static let columns = Columns("user, name, role, clinician, is_active", of: "users")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [name, Int64(role.rawValue), clinician.map { Int64($0) }, isActive]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(user: columns.integer(), name: columns.text(), role: try columns.value())
        clinician = try columns.integerIfAny().map { try exact($0) }
        isActive = columns.flag()
    }

    private func exact(_ index: Int64) throws -> Int32 {
        guard let exact = Int32(exactly: index) else { throw StoreError.database(detail: "no clinician \(index)") }
        return exact
    }
}

extension AvailabilityStretch {
    static let columns = Columns("clinician, week, weekday, purpose, start, end", of: "availability")

    init(_ columns: inout ColumnReader) throws {
        weekday = try columns.value()
        purpose = try columns.number()
        let start: Int = try columns.number()
        let end: Int = try columns.number()
        guard start >= 0, end >= start, end <= 1440 else {
            throw StoreError.database(detail: "\(start)–\(end) is no stretch of a day")
        }
        minutes = MinutesOfDay(start: start, end: end)
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
