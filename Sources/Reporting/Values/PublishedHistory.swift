public import CareModel

/// What was published of a provider, month by month.
public struct PublishedHistory: Sendable {
    /// A figure.
    public struct Line: Sendable {
        /// The name of the measure that is the same.
        public var measure: String
        /// What it is called.
        public var title: String
        /// What it counts.
        public var unit: MeasureUnit
        /// A month each; nil where nothing was published.
        public var values: [Double?]

        /// A figure.
        public init(measure: String, title: String, unit: MeasureUnit, values: [Double?]) {
            self.measure = measure
            self.title = title
            self.unit = unit
            self.values = values
        }
    }

    /// The provider, with its code.
    public var title: String
    /// The first day of each month.
    public var months: [CivilDay]
    public var lines: [Line]

    /// What was published.
    public init(title: String, months: [CivilDay], lines: [Line]) {
        self.title = title
        self.months = months
        self.lines = lines
    }

    /// A figure of a month, as a row of a table has it.
    fileprivate struct Row: Sendable {
        var month: CivilDay
        var line: Line
        var value: Double?
    }

    /// All of it, for a spreadsheet.
    public var table: DataTable {
        let columns: [DataColumn<Row>] = [
            .day("month", "The first day of the month.") { $0.month },
            .text("measure", "The measure's name.") { $0.line.measure },
            .text("unit", "The unit of the value.") { $0.line.unit.rawValue },
            .number(
                "value", DataGroup.unitOfRow, "What was published; empty where nothing was, or it was kept back.",
                orNothing: { $0.value }),
        ]
        let rows = months.indices.flatMap { month in
            lines.map { Row(month: months[month], line: $0, value: $0.values[month]) }
        }
        return DataTable("history.csv", columns, rows)
    }
}
