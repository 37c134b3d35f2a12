/// A table that leaves, as a file: its name, its text, and what a dictionary says of its columns.
public struct DataTable: Sendable, Equatable {
    /// The file's name, such as `measures.csv`.
    public let name: String
    /// Its text (RFC 4180): a heading, and a line for each row.
    public let text: String
    /// Its columns, in order.
    public let entries: [DictionaryEntry]

    /// A table made of rows. O(cells).
    public init<Row>(_ name: String, _ columns: [DataColumn<Row>], _ rows: some Sequence<Row>) {
        self.name = name
        var text = CSVText.line(columns.map(\.name))
        for row in rows { text += CSVText.line(columns.map { $0.cell(row).text }) }
        self.text = text
        entries = columns.map { DictionaryEntry(table: name, $0) }
    }

    /// The dictionary of tables, which names its own columns too: a line for each column of each.
    public static func dictionary(of tables: [DataTable]) -> DataTable { dictionary(of: tables.flatMap(\.entries)) }

    /// The dictionary of columns, which names its own too.
    public static func dictionary(of entries: [DictionaryEntry]) -> DataTable {
        let own = DictionaryEntry.columns.map { DictionaryEntry(table: dictionaryName, $0) }
        return DataTable(dictionaryName, DictionaryEntry.columns, entries + own)
    }

    /// The name of a dictionary's file.
    public static let dictionaryName = "dictionary.csv"
}
