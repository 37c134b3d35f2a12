import CareModel

/// A waiting list as somebody keeps it in a spreadsheet: the rows that are people, where each column is, and what was
/// passed over.
struct ListRecords {
    /// The file's path.
    let path: String
    /// The headings, as they were.
    private(set) var header: [String] = []
    /// The place of each column that is known, in the order of the file.
    private(set) var columns: [(column: ListColumn, place: Int)] = []
    /// The rows of people.
    private(set) var rows: [CSVText.Record] = []
    /// For rows under a line that names a team alone, that line.
    private(set) var headings: [String] = []
    /// What was passed over, a sentence each.
    private(set) var notes: [String] = []
    /// Which of two numbers is the day.
    private(set) var cells = SpreadsheetCell(order: .unknown)
    /// The line of the headings.
    private(set) var headerLine = 1

    /// - Throws: ``InterchangeError/faults(_:)`` if it is no list at all.
    init(path: String, bytes: some Collection<UInt8>, teams: TeamNames) throws(InterchangeError) {
        self.path = path
        let records: [CSVText.Record]
        do {
            let separator = ListRecords.separator(bytes)
            records = try CSVText.records(bytes, separator: separator).filter { !$0.isBlank }
        } catch {
            throw .faults([fault(error.line, error.column, error.what, error.allowed)])
        }
        let known = records.prefix(20).map { record in record.fields.count { ListColumn.named($0.text) != nil } }
        guard let most = known.max(), most >= 2, let top = known.firstIndex(of: most) else {
            throw .faults([
                fault(
                    1, 1, "no line has the names of columns",
                    "a line with such as team, step, referred on, waiting since, name, next appointment")
            ])
        }
        if top > 0 {
            notes.append("\(top == 1 ? "1 line" : "\(top) lines") above the names of the columns passed over.")
        }
        try readHeader(records[top])
        keep(records[(top + 1)...], teams)
        cells = SpreadsheetCell(order: order())
    }

    /// The text of a cell, trimmed; empty if the file has no such column, or the row is short.
    func text(_ row: CSVText.Record, _ column: ListColumn) -> String {
        field(row, column).map { SpreadsheetCell.trimmed($0.text) } ?? ""
    }

    /// A cell and where it is; nil if the file has no such column, or the row is short.
    func field(_ row: CSVText.Record, _ column: ListColumn) -> CSVText.Field? {
        guard let place = columns.first(where: { $0.column == column })?.place, place < row.fields.count else {
            return nil
        }
        return row.fields[place]
    }

    /// Whether the file has a column.
    func has(_ column: ListColumn) -> Bool { columns.contains { $0.column == column } }

    private func fault(_ line: Int, _ column: Int, _ what: String, _ allowed: String) -> FileFault {
        FileFault(file: path, line: line, column: column, key: "", message: what, allowed: allowed)
    }

    /// What stands between the cells: that by which most of some line is known.
    private static func separator(_ bytes: some Collection<UInt8>) -> Unicode.Scalar {
        var best: (separator: Unicode.Scalar, known: Int) = (",", 0)
        for separator in [",", ";", "\t", "|"] as [Unicode.Scalar] {
            let records = (try? CSVText.records(bytes, separator: separator)) ?? []
            let known = records.prefix(30).map { $0.fields.count { ListColumn.named($0.text) != nil } }.max() ?? 0
            if known > best.known { best = (separator, known) }
        }
        return best.separator
    }

    private mutating func readHeader(_ record: CSVText.Record) throws(InterchangeError) {
        header = record.fields.map(\.text)
        headerLine = record.line
        var unused: [String] = []
        var faults: [FileFault] = []
        for (place, field) in record.fields.enumerated() where !field.isBlank {
            let heading = SpreadsheetCell.trimmed(field.text)
            guard let column = ListColumn.named(heading) else {
                unused.append("'\(heading)'")
                continue
            }
            if let other = columns.first(where: { $0.column == column }) {
                faults.append(
                    fault(
                        field.line, field.column,
                        "'\(heading)' and '\(header[other.place])' are both the \(column.words)", "one of the two"))
            }
            columns.append((column, place))
        }
        guard faults.isEmpty else { throw .faults(faults) }
        if !unused.isEmpty { notes.append("Columns that are not used: \(unused.joined(separator: ", ")).") }
    }

    /// Keeps the rows of people: not sums, not what stands below the list, not lines that name a team alone.
    private mutating func keep(_ records: ArraySlice<CSVText.Record>, _ teams: TeamNames) {
        func filled(_ record: CSVText.Record) -> [String] {
            record.fields.map { SpreadsheetCell.trimmed($0.text) }.filter { !$0.isEmpty }
        }
        let lastOfPeople = records.last { filled($0).count > 1 && !ListRecords.isSum(filled($0)[0]) }?.line ?? 0
        var heading = ""
        var passed: [String] = []
        for record in records {
            let words = filled(record)
            if ListRecords.isSum(words[0]) || record.line > lastOfPeople {
                passed.append("line \(record.line) ('\(words[0].prefix(30))')")
            } else if words.count == 1, teams.index(of: words[0]) != nil, columns.count > 1 {
                heading = words[0]
            } else if record.fields.map(\.text).map(SpreadsheetCell.trimmed) == header.map(SpreadsheetCell.trimmed) {
                passed.append("line \(record.line) (the names of the columns again)")
            } else {
                rows.append(record)
                headings.append(heading)
            }
        }
        if !passed.isEmpty { notes.append("Passed over: \(passed.joined(separator: ", ")).") }
    }

    /// Whether a cell begins a row of sums.
    private static func isSum(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return ["total", "totals", "sum", "subtotal", "count", "average", "mean", "median"].contains(words.first ?? "")
            || text.lowercased().hasPrefix("grand total")
    }

    private func order() -> SpreadsheetDay.Order {
        let readings = rows.flatMap { row in
            columns.filter { $0.column.kind.hasDay }.compactMap { column, _ -> SpreadsheetDay.Reading? in
                let text = text(row, column)
                return SpreadsheetDay.reading(
                    SpreadsheetCell.split(text)?.day ?? text, isBirth: column.kind == .birthday)
            }
        }
        return SpreadsheetDay.order(of: readings)
    }
}
