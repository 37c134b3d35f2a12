/// A chart of bars, a row each, with its table, for a page of another house: below an element of the class
/// `report-parts`, styled and drawn as the parts of a comparison are (``ComparisonParts``).
public struct StackedChart: Sendable {
    /// A row: what it is called, and what each column counts of it.
    public struct Row: Sendable {
        /// What it is called.
        public var head: String
        /// Its cells as the table has them; what is no number is not drawn.
        public var cells: [String]

        /// A row.
        public init(_ head: String, _ cells: [String]) { (self.head, self.cells) = (head, cells) }
    }

    /// What it shows, and of whom.
    public var title: String
    public var about: String
    /// What one sees in it, in a sentence.
    public var note: String
    /// What the bars count.
    public var unit: String
    /// What the rows are.
    public var rowHead: String
    /// What stands behind one another in a bar.
    public var columns: [String]
    /// Columns of the table alone, after those.
    public var beside: [String]
    /// The rows.
    public var rows: [Row]

    /// A chart.
    public init(
        _ title: String, of about: String, note: String = "", unit: String, rowHead: String, columns: [String],
        beside: [String] = [], rows: [Row]
    ) {
        (self.title, self.about, self.note, self.unit) = (title, about, note, unit)
        (self.rowHead, self.columns, self.beside, self.rows) = (rowHead, columns, beside, rows)
    }

    /// The charts side by side, as HTML whose words are made harmless.
    public static func html(_ charts: [StackedChart]) -> String {
        ComparisonParts.withoutStyles(Section.grid(charts.map(\.figure)))
    }

    private var figure: Figure {
        Figure(
            scope: Scope(team: nil, title: about), kind: .stacked, title: title, note: note, unit: unit,
            rowHead: rowHead,
            columns: columns.map { Figure.Column(key: "bar", head: $0) }
                + beside.map { Figure.Column(key: "", head: $0) },
            rows: rows.map { ($0.head, $0.cells) })
    }
}
