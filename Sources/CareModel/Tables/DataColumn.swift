/// A column of a table that leaves: what a reader must know of it, and how its cell is taken from a row.
public struct DataColumn<Row>: Sendable {
    /// Its name, in lower case with underscores.
    public let name: String
    /// What its cells hold.
    public let type: CellType
    /// The unit of its numbers; empty for what has none.
    public let unit: String
    /// A sentence of what it means.
    public let meaning: String
    /// Whether a cell may be empty.
    public let isOptional: Bool
    /// The values that it may have; empty if they are not listed.
    public let allowed: [String]
    /// The cell of a row.
    public let cell: @Sendable (Row) -> DataCell

    private init(
        _ name: String, _ type: CellType, _ unit: String, _ meaning: String, isOptional: Bool = false,
        allowed: [String] = [], cell: @escaping @Sendable (Row) -> DataCell
    ) {
        self.name = name
        self.type = type
        self.unit = unit
        self.meaning = meaning
        self.isOptional = isOptional
        self.allowed = allowed
        self.cell = cell
    }

    /// Text that is always there, and never empty unless it is said.
    public static func text(
        _ name: String, _ meaning: String, allowed: [String] = [], isOptional: Bool = false,
        _ value: @escaping @Sendable (Row) -> String
    ) -> DataColumn {
        DataColumn(name, .text, "", meaning, isOptional: isOptional, allowed: allowed) { row in
            let text = value(row)
            return isOptional && text.isEmpty ? .nothing : .text(text)
        }
    }

    /// One of a kind of groups, or `total` for all of them together.
    public static func group(
        _ name: String, _ meaning: String, of allowed: [String] = [], _ value: @escaping @Sendable (Row) -> String?
    ) -> DataColumn {
        DataColumn(
            name, .text, "", meaning + "; total: all together.", allowed: allowed.isEmpty ? [] : allowed + [total]
        ) { .text(value($0) ?? total) }
    }

    /// A number that is always there.
    public static func number(
        _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double
    ) -> DataColumn {
        DataColumn(name, .number, unit, meaning) { .number(value($0)) }
    }

    /// A number that may not be known: nil, or not a number.
    public static func number(
        _ name: String, _ unit: String, _ meaning: String, orNothing value: @escaping @Sendable (Row) -> Double?
    ) -> DataColumn {
        DataColumn(name, .number, unit, meaning, isOptional: true) { row in
            guard let number = value(row), number.isFinite else { return .nothing }
            return .number(number)
        }
    }

    /// A whole number.
    public static func integer(
        _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int
    ) -> DataColumn {
        DataColumn(name, .integer, unit, meaning) { .integer(value($0)) }
    }

    /// Yes or no.
    public static func flag(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool
    ) -> DataColumn {
        DataColumn(name, .boolean, "", meaning) { .flag(value($0)) }
    }

    /// A day.
    public static func day(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> CivilDay
    ) -> DataColumn {
        DataColumn(name, .date, "", meaning) { .day(value($0)) }
    }

    /// A day that may not be known.
    public static func day(
        _ name: String, _ meaning: String, orNothing value: @escaping @Sendable (Row) -> CivilDay?
    ) -> DataColumn {
        DataColumn(name, .date, "", meaning, isOptional: true) { value($0).map(DataCell.day) ?? .nothing }
    }

    /// What stands for all groups of a kind together.
    private static var total: String { DataGroup.total }
}

/// Groups in tables that leave.
public enum DataGroup {
    /// What stands for all groups of a kind together.
    public static let total = "total"
    /// The unit of a number whose row says it, in its column `unit`.
    public static let unitOfRow = "as the row's unit"
}
