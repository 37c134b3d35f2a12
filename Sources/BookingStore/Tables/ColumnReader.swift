import CareModel
import GRDB

/// Reads the columns of a row in their order. Integers become values of the field; one that means nothing is an error,
/// because no version of this program wrote it.
struct ColumnReader {
    private let row: Row
    private var index = 0

    init(_ row: Row) { self.row = row }

    mutating func integer() -> Int64 {
        defer { index += 1 }
        return row[index]
    }

    mutating func integerIfAny() -> Int64? {
        defer { index += 1 }
        return row[index]
    }

    mutating func text() -> String {
        defer { index += 1 }
        return row[index]
    }

    mutating func textIfAny() -> String? {
        defer { index += 1 }
        return row[index]
    }

    mutating func fractionIfAny() -> Double? {
        defer { index += 1 }
        return row[index]
    }

    mutating func flag() -> Bool { integer() != 0 }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws -> Number {
        try exact(integer())
    }

    mutating func minute() -> CivilMinute { CivilMinute(minutes: integer()) }

    mutating func minuteIfAny() -> CivilMinute? { integerIfAny().map(CivilMinute.init(minutes:)) }

    mutating func day() throws -> CivilDay { CivilDay(number: try number()) }

    mutating func dayIfAny() throws -> CivilDay? {
        try integerIfAny().map { CivilDay(number: try exact($0)) }
    }

    mutating func value<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
    where Value.RawValue == UInt8 {
        try value(of: integer())
    }

    mutating func word<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        let kept = text()
        guard let value = Value(rawValue: kept) else { throw meaningless(kept) }
        return value
    }

    mutating func valueIfAny<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value?
    where Value.RawValue == UInt8 {
        try integerIfAny().map { try value(of: $0) }
    }

    mutating func scores() throws -> Scores {
        try scores(depression: integer(), anxiety: integer())
    }

    mutating func scoresIfAny() throws -> Scores? {
        let depression = integerIfAny()
        let anxiety = integerIfAny()
        guard let depression, let anxiety else { return nil }
        return try scores(depression: depression, anxiety: anxiety)
    }

    /// The ninth item of PHQ-9, 0 … 3, if it was noted.
    mutating func itemNine() throws -> UInt8? {
        guard let kept = integerIfAny() else { return nil }
        guard (0...3).contains(kept) else { throw outOfRange(kept) }
        return UInt8(kept)
    }

    private func scores(depression: Int64, anxiety: Int64) throws -> Scores {
        guard (0...Int64(Scores.depressionCeiling)).contains(depression),
            (0...Int64(Scores.anxietyCeiling)).contains(anxiety)
        else { throw outOfRange(depression) }
        return Scores(depression: UInt8(depression), anxiety: UInt8(anxiety))
    }

    private func value<Value: RawRepresentable>(of integer: Int64) throws -> Value where Value.RawValue == UInt8 {
        guard let value = Value(rawValue: try exact(integer)) else { throw outOfRange(integer) }
        return value
    }

    private func exact<Number: FixedWidthInteger>(_ integer: Int64) throws -> Number {
        guard let number = Number(exactly: integer) else { throw outOfRange(integer) }
        return number
    }

    /// The error of a column that was just read, and that means nothing.
    func meaningless(_ kept: (some CustomStringConvertible)?) -> StoreError {
        let value = kept.map { "\($0)" } ?? "nothing"
        return .database(detail: "column \(index) of \(Array(row.columnNames)) holds \(value), which means nothing")
    }

    private func outOfRange(_ integer: Int64) -> StoreError {
        .database(detail: "column \(index) of \(Array(row.columnNames)) holds \(integer), which means nothing")
    }
}

/// The columns of a table, in the order in which they are written and read.
struct Columns {
    let insert: String
    let select: String

    /// - Parameters:
    ///   - names: the columns, separated by commas.
    ///   - table: the table.
    init(_ names: String, of table: String) {
        let count = names.split(separator: ",").count
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        insert = "INSERT INTO \(table) (\(names)) VALUES (\(marks))"
        select = "SELECT \(names) FROM \(table)"
    }

    /// A statement that sets these columns of one row.
    static func update(_ names: String, of table: String, where key: String) -> String {
        let count = names.split(separator: ",").count
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        return "UPDATE \(table) SET (\(names)) = (\(marks)) WHERE \(key) = ?"
    }
}
