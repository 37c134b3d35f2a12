import CareModel

/// A file as a table: rows with their places, or what is wrong with the file itself.
struct TableFile<Row: TableRow> {
    /// The file's path.
    let path: String
    /// What the teams are called.
    let teams: TeamNames
    /// The first line, as it was.
    var header: [String] = []
    /// Every row, those with faults too.
    var rows: [PlacedRow<Row>] = []
    /// What is wrong with the file itself; it has no rows then.
    var faults: [FileFault] = []

    /// Reads a file's bytes; rows and columns without anything in them are passed over. O(length).
    init(path: String, bytes: some Collection<UInt8>, teams: TeamNames = TeamNames([])) {
        self.path = path
        self.teams = teams
        let columns = Row.columns(teams)
        do {
            let names = columns.map(\.name)
            let separator = CSVText.separator(bytes) { names.contains(SpreadsheetCell.word($0)) }
            let records = try CSVText.records(bytes, separator: separator).filter { !$0.isBlank }
            guard let first = records.first else {
                fail(1, 1, "", "the file is empty", "a first line with the names of the columns")
                return
            }
            let places = readHeader(first, columns, records.dropFirst())
            guard faults.isEmpty else { return }
            let cells = SpreadsheetCell(order: TableFile.order(of: records.dropFirst(), columns, places))
            for record in records.dropFirst() { read(record, columns, places, cells) }
        } catch {
            fail(error.line, error.column, "", error.what, error.allowed)
        }
    }

    private mutating func fail(_ line: Int, _ column: Int, _ key: String, _ what: String, _ allowed: String) {
        faults.append(
            FileFault(file: path, line: line, column: column, key: key, message: what, allowed: allowed))
    }

    private mutating func readHeader(
        _ record: CSVText.Record, _ columns: [TableColumn<Row>], _ rest: ArraySlice<CSVText.Record>
    ) -> [Int?] {
        let names = columns.map(\.name)
        var fields = record.fields
        while fields.count > 1, fields.last?.isBlank == true { fields.removeLast() }
        header = fields.map(\.text)
        var places = [Int?](repeating: nil, count: columns.count)
        for (index, field) in fields.enumerated() {
            if field.isBlank {
                guard let filled = rest.first(where: { index < $0.fields.count && !$0.fields[index].isBlank }) else {
                    continue
                }
                let place = filled.fields[index]
                fail(
                    place.line, place.column, "", "'\(place.text)' is in a column without a name",
                    "a name in the first line: \(names.joined(separator: ", "))")
                continue
            }
            let known = names.firstIndex(of: field.text) ?? names.firstIndex(of: SpreadsheetCell.word(field.text))
            guard let column = known else {
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

    /// Which of two numbers is the day, as all days of the file have it.
    private static func order(
        of records: ArraySlice<CSVText.Record>, _ columns: [TableColumn<Row>], _ places: [Int?]
    ) -> SpreadsheetDay.Order {
        let dated = zip(columns, places).filter { $0.0.kind.hasDay }.compactMap(\.1)
        var readings: [SpreadsheetDay.Reading] = []
        for record in records {
            for place in dated where place < record.fields.count {
                let text = SpreadsheetCell.trimmed(record.fields[place].text)
                let day = SpreadsheetCell.split(text)?.day ?? text
                if let reading = SpreadsheetDay.reading(day) { readings.append(reading) }
            }
        }
        return SpreadsheetDay.order(of: readings)
    }

    private mutating func read(
        _ record: CSVText.Record, _ columns: [TableColumn<Row>], _ places: [Int?], _ cells: SpreadsheetCell
    ) {
        var record = record
        while record.fields.count > header.count, record.fields.last?.isBlank == true { record.fields.removeLast() }
        var placed = PlacedRow(row: Row.blank, record: record, places: places)
        if record.fields.count != header.count {
            let place = min(record.fields.count, header.count + 1) - 1
            let field = record.fields[place]
            placed.faults.append(
                FileFault(
                    file: path, line: field.line, column: field.column, key: "",
                    message: "the row has \(record.fields.count) cells",
                    allowed: "\(header.count), as in the first line"))
            rows.append(placed)
            return
        }
        for (column, place) in zip(columns, places) {
            guard let place else { continue }
            let field = record.fields[place]
            guard !column.put(field.text, &placed.row) else { continue }
            switch cells.reading(field.text, as: column.kind) {
            case .cell(let text)? where column.put(text, &placed.row): continue
            case .assumed(let text)? where column.put(text, &placed.row): placed.assumed.append(column.name)
            case .doubt(let what, let allowed)?: placed.fail(column.name, what, allowed, file: path)
            case .cell?, .assumed?, nil:
                let words = column.allowed.split(separator: ", ").map(String.init)
                let question = NearestName.question(field.text, among: words)
                let what = field.isBlank ? "the cell is empty" : "'\(field.text)' is not allowed\(question)"
                placed.fail(column.name, what, column.allowed, file: path)
            }
        }
        rows.append(placed)
    }

    /// The rows without a fault.
    var good: [Row] { rows.filter(\.faults.isEmpty).map(\.row) }

    /// What was assumed of days without a time, a sentence for each column.
    var assumptions: [String] {
        Row.columns(teams).compactMap { column in
            guard case .minute(let assumed) = column.kind else { return nil }
            let count = rows.count { $0.faults.isEmpty && $0.assumed.contains(column.name) }
            guard count > 0 else { return nil }
            let cells = count == 1 ? "1 cell has a day" : "\(count) cells have a day"
            let time = ColumnForm<Int>.timeOfDay.text(assumed)
            return "\(column.name): \(cells) without a time; \(time) is assumed."
        }
    }

    /// Every fault, in the order of the file.
    var allFaults: [FileFault] { faults + rows.flatMap(\.faults) }

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

    /// The columns in which rows are written.
    private static func columns(_ rows: [Row], _ teams: TeamNames) -> [TableColumn<Row>] {
        Row.columns(teams).filter { column in
            !Row.isRare(column.name) || rows.contains { !column.text($0).isEmpty }
        }
    }

    /// What a dictionary says of the columns in which rows are written.
    static func entries(_ rows: [Row]) -> [DictionaryEntry] {
        columns(rows, TeamNames([])).map { column in
            DictionaryEntry(
                table: Row.fileName, column: column.name, type: column.kind.type, unit: "",
                isOptional: !column.isRequired, allowed: "", meaning: "\(column.meaning) Allowed: \(column.allowed).")
        }
    }

    /// Rows as the text of a file.
    static func text(_ rows: [Row], _ teams: TeamNames = TeamNames([])) -> String {
        let columns = columns(rows, teams)
        return CSVText.line(columns.map(\.name))
            + rows.map { row in CSVText.line(columns.map { $0.text(row) }) }.joined()
    }
}

extension CSVText.Field {
    /// Whether nothing is in it.
    var isBlank: Bool { SpreadsheetCell.trimmed(text).isEmpty }
}

extension CSVText.Record {
    /// Whether nothing is in any of its fields.
    var isBlank: Bool { fields.allSatisfy(\.isBlank) }
}
