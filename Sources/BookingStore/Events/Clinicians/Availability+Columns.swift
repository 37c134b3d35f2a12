import CareModel
import GRDB

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
