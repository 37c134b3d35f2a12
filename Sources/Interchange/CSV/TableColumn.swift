/// A column of a table: its name, and how a cell is taken from a row and put into one.
struct TableColumn<Row> {
    /// The name, as in the first line.
    let name: String
    /// What is allowed.
    let allowed: String
    /// Whether a file must have it: a cell of it cannot be empty.
    let isRequired: Bool
    /// The cell of a row.
    let text: (Row) -> String
    /// Puts a cell into a row; false if it means nothing.
    let put: (String, inout Row) -> Bool

    init<Value>(_ name: String, _ path: WritableKeyPath<Row, Value>, _ form: ColumnForm<Value>) {
        self.name = name
        allowed = form.allowed
        isRequired = form.value("") == nil
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
            name: name, allowed: allowed, isRequired: isRequired, text: { text($0[keyPath: path]) },
            put: { put($0, &$1[keyPath: path]) })
    }

    fileprivate init(
        name: String, allowed: String, isRequired: Bool, text: @escaping (Row) -> String,
        put: @escaping (String, inout Row) -> Bool
    ) {
        self.name = name
        self.allowed = allowed
        self.isRequired = isRequired
        self.text = text
        self.put = put
    }
}

/// A row of a table that is a file.
protocol TableRow: Hashable, Sendable {
    /// The file's name.
    static var fileName: String { get }
    /// The columns in the order in which they are written.
    static var columns: [TableColumn<Self>] { get }
    /// A row to put cells into.
    static var blank: Self { get }
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
    var faults: [InterchangeFault] = []

    /// Adds a fault at the cell of a column.
    mutating func fail(_ key: String, _ what: String, _ allowed: String, file: String) {
        let place = Row.columns.firstIndex { $0.name == key }.flatMap { places[$0] }
        let field = place.flatMap { $0 < record.fields.count ? record.fields[$0] : nil } ?? record.fields[0]
        faults.append(
            InterchangeFault(
                file: file, line: field.line, column: field.column, key: key, what: what, allowed: allowed))
    }
}

/// A file as a table: rows with their places, or what is wrong with the file itself.
struct TableFile<Row: TableRow> {
    /// The file's path.
    let path: String
    /// The first line, as it was.
    var header: [String] = []
    /// Every row, those with faults too.
    var rows: [PlacedRow<Row>] = []
    /// What is wrong with the file itself; it has no rows then.
    var faults: [InterchangeFault] = []

    /// Reads a file's bytes. O(length).
    init(path: String, bytes: some Collection<UInt8>) {
        self.path = path
        do {
            let records = try CSVText.records(bytes)
            guard let first = records.first else {
                fail(1, 1, "", "the file is empty", "a first line with the names of the columns")
                return
            }
            let places = readHeader(first)
            guard faults.isEmpty else { return }
            let columns = Row.columns
            for record in records.dropFirst() { read(record, columns, places) }
        } catch {
            fail(error.line, error.column, "", error.what, error.allowed)
        }
    }

    private mutating func fail(_ line: Int, _ column: Int, _ key: String, _ what: String, _ allowed: String) {
        faults.append(
            InterchangeFault(file: path, line: line, column: column, key: key, what: what, allowed: allowed))
    }

    private mutating func readHeader(_ record: CSVText.Record) -> [Int?] {
        let columns = Row.columns
        let names = columns.map(\.name)
        header = record.fields.map(\.text)
        var places = [Int?](repeating: nil, count: columns.count)
        for (index, field) in record.fields.enumerated() {
            guard let column = names.firstIndex(of: field.text) else {
                let question = NearestName.question(field.text, among: names)
                fail(
                    field.line, field.column, field.text, "there is no such column\(question)",
                    names.joined(separator: ", "))
                continue
            }
            if places[column] != nil {
                fail(field.line, field.column, field.text, "the column is there twice", "each column once")
            }
            places[column] = index
        }
        for (column, place) in zip(columns, places) where column.isRequired && place == nil {
            fail(record.line, 1, column.name, "the column is missing", column.allowed)
        }
        return places
    }

    private mutating func read(_ record: CSVText.Record, _ columns: [TableColumn<Row>], _ places: [Int?]) {
        var placed = PlacedRow(row: Row.blank, record: record, places: places)
        if record.fields.count != header.count {
            let place = min(record.fields.count, header.count + 1) - 1
            let field = record.fields[place]
            placed.faults.append(
                InterchangeFault(
                    file: path, line: field.line, column: field.column, key: "",
                    what: "the row has \(record.fields.count) cells", allowed: "\(header.count), as in the first line"))
            rows.append(placed)
            return
        }
        for (column, place) in zip(columns, places) {
            guard let place else { continue }
            let field = record.fields[place]
            if !column.put(field.text, &placed.row) {
                let words = column.allowed.split(separator: ", ").map(String.init)
                let question = NearestName.question(field.text, among: words)
                let what = field.text.isEmpty ? "the cell is empty" : "'\(field.text)' is not allowed\(question)"
                placed.fail(column.name, what, column.allowed, file: path)
            }
        }
        rows.append(placed)
    }

    /// The rows without a fault.
    var good: [Row] { rows.filter(\.faults.isEmpty).map(\.row) }

    /// Every fault, in the order of the file.
    var allFaults: [InterchangeFault] { faults + rows.flatMap(\.faults) }

    /// The rows with faults as a file of their own, with a last column that says why; nil if there is none.
    var rejects: String? {
        let rejected = rows.filter { !$0.faults.isEmpty }
        guard !rejected.isEmpty else { return nil }
        return CSVText.line(header + ["rejected-because"])
            + rejected.map { row in
                var cells = row.record.fields.map(\.text)
                while cells.count < header.count { cells.append("") }
                return CSVText.line(cells + [row.faults.map(\.reason).joined(separator: "; ")])
            }.joined()
    }

    /// Rows as the text of a file.
    static func text(_ rows: [Row]) -> String {
        let columns = Row.columns
        return CSVText.line(columns.map(\.name))
            + rows.map { row in CSVText.line(columns.map { $0.text(row) }) }.joined()
    }
}
