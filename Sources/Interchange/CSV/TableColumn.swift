import CareModel

/// A column of a table: its name, and how a cell is taken from a row and put into one.
struct TableColumn<Row> {
    /// The name, as in the first line.
    let name: String
    /// What is allowed.
    let allowed: String
    /// What it means, a sentence.
    let meaning: String
    /// Whether a file must have it: a cell of it cannot be empty.
    let isRequired: Bool
    /// What a spreadsheet may have made of a cell.
    let kind: CellKind
    /// The words that are allowed, where only some are.
    let words: [ColumnWord]
    /// The cell of a row.
    let text: (Row) -> String
    /// Puts a cell into a row; false if it means nothing.
    let put: (String, inout Row) -> Bool

    init<Value>(
        _ name: String, _ path: WritableKeyPath<Row, Value>, _ form: ColumnForm<Value>, _ meaning: String
    ) {
        self.name = name
        self.meaning = meaning
        allowed = form.allowed
        isRequired = form.value("") == nil
        kind = form.kind
        words = form.words
        text = { form.text($0[keyPath: path]) }
        put = { text, row in
            guard let value = form.value(text) else { return false }
            row[keyPath: path] = value
            return true
        }
    }

    /// The same column of a row that holds this one.
    func within<Outer>(_ path: WritableKeyPath<Outer, Row>) -> TableColumn<Outer> {
        TableColumn<Outer>(
            name: name, allowed: allowed, meaning: meaning, isRequired: isRequired, kind: kind,
            words: words,
            text: { text($0[keyPath: path]) },
            put: { put($0, &$1[keyPath: path]) })
    }

    init(
        name: String, allowed: String, meaning: String, isRequired: Bool, kind: CellKind,
        words: [ColumnWord] = [], text: @escaping (Row) -> String, put: @escaping (String, inout Row) -> Bool
    ) {
        self.name = name
        self.allowed = allowed
        self.meaning = meaning
        self.isRequired = isRequired
        self.kind = kind
        self.words = words
        self.text = text
        self.put = put
    }
}

/// A row of a table that is a file.
protocol TableRow: Hashable, Sendable {
    /// The file's name.
    static var fileName: String { get }
    /// The columns in the order in which they are written.
    /// - Parameter teams: what the teams are called; without any, a team is its number.
    static func columns(_ teams: TeamNames) -> [TableColumn<Self>]
    /// A row to put cells into.
    static var blank: Self { get }
}

extension TableRow {
    /// Whether a column is written only where some row has it, so that tables without it are as they always were.
    static func isRare(_ column: String) -> Bool { column == "in-force-from" || column == "closed-on" }

    /// The columns, whatever the teams are called.
    static var columns: [TableColumn<Self>] { columns(TeamNames([])) }
}

/// A row that was read, and where.
struct PlacedRow<Row: TableRow> {
    /// The row.
    var row: Row
    /// The record that it was read from.
    var record: CSVText.Record
    /// For each column of the table the place of its cell in the record; nil if the file has no such column.
    var places: [Int?]
    /// What is wrong with it.
    var faults: [FileFault] = []
    /// The columns in which a day stands without a time.
    var assumed: [String] = []

    /// Adds a fault at the cell of a column.
    mutating func fail(_ key: String, _ what: String, _ allowed: String, file: String) {
        let place = Row.columns.firstIndex { $0.name == key }.flatMap { places[$0] }
        let field = place.flatMap { $0 < record.fields.count ? record.fields[$0] : nil } ?? record.fields[0]
        faults.append(
            FileFault(
                file: file, line: field.line, column: field.column, key: key, message: what, allowed: allowed))
    }
}
