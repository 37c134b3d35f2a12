/// What a data dictionary says of a column.
public struct DictionaryEntry: Sendable, Equatable {
    /// The file that it is in.
    public let table: String
    /// Its name.
    public let column: String
    /// What its cells hold.
    public let type: CellType
    /// The unit of its numbers; empty for what has none.
    public let unit: String
    /// Whether a cell may be empty.
    public let isOptional: Bool
    /// The values that it may have, with a bar between; empty if they are not listed.
    public let allowed: String
    /// A sentence of what it means.
    public let meaning: String

    /// An entry.
    public init(
        table: String, column: String, type: CellType, unit: String, isOptional: Bool, allowed: String, meaning: String
    ) {
        self.table = table
        self.column = column
        self.type = type
        self.unit = unit
        self.isOptional = isOptional
        self.allowed = allowed
        self.meaning = meaning
    }

    /// The entry of a column.
    public init<Row>(table: String, _ column: DataColumn<Row>) {
        self.init(
            table: table, column: column.name, type: column.type, unit: column.unit, isOptional: column.isOptional,
            allowed: column.allowed.joined(separator: "|"), meaning: column.meaning)
    }

    static let columns: [DataColumn<DictionaryEntry>] = [
        .text("table", "The file that the column is in.") { $0.table },
        .text("column", "The column's name.") { $0.column },
        .text("type", "What its cells hold.", allowed: CellType.allCases.map(\.rawValue)) { $0.type.rawValue },
        .text("unit", "The unit of its numbers.", isOptional: true) { $0.unit },
        .flag("optional", "Whether a cell may be empty.") { $0.isOptional },
        .text("allowed", "The values that it may have, with a bar between; empty: any.", isOptional: true) {
            $0.allowed
        },
        .text("meaning", "What it means.") { $0.meaning },
    ]
}
