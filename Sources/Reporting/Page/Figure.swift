import CareModel

/// A chart and the table of its numbers; the script draws the chart from the table, so both always agree.
struct Figure {
    /// How the script draws it.
    enum Kind: String {
        /// Median with bands of half and of 9 in 10 runs.
        case fan
        /// A line a column.
        case lines
        /// People by days waited.
        case histogram
        /// Lines over weeks that are shaded by the chance in the first column.
        case shaded
        /// A level and a range, and what came as dots over them.
        case outcome
        /// A level and a range.
        case range
        /// Differences as dots with their ranges around zero, a row a measure.
        case difference
        /// A line through points, with those of the second column marked; the row heads are numbers.
        case curve
        /// Bars of a row each, of what the columns count behind one another.
        case stacked
    }

    /// A column of numbers.
    struct Column {
        /// What the script knows it by; empty for one that is in the table only.
        var key: String
        /// Its heading, and the name of its line.
        var head: String
        /// Where its numbers stand in the files; nil for numbers that are made of several.
        var place: ShownNumber.Place?
        /// What they are multiplied by.
        var scale = 1.0
    }

    /// A limit that is drawn across the chart.
    struct Limit {
        var value: Double
        var label: String
    }

    var scope: Scope
    var kind: Kind
    var title: String
    /// One sentence: what the reader would see. May be empty.
    var note = ""
    /// What the vertical axis counts.
    var unit: String
    /// Heading of the row heads; of a histogram and a curve, what its horizontal axis counts.
    var rowHead = "Week of"
    /// What a histogram's horizontal axis counts in one bar.
    var barWidth = 7
    var columns: [Column]
    /// A head and a cell for each column; the cells are formatted numbers.
    var rows: [(head: String, cells: [String])]
    var limits: [Limit] = []
    /// Whether a smaller drawing says the same above, so that a telephone leaves it out.
    var isTwin = false

    /// The heading, and what stands below it: a note of one sentence is the finding, and the heading.
    private var words: (heading: String, below: String) {
        guard !note.isEmpty, note.count <= 90, !note.dropLast().contains(". ") else { return (title, note) }
        return (String(note.hasSuffix(".") ? note.dropLast() : Substring(note)), title)
    }

    /// The figure as HTML.
    var html: String {
        let words = words
        let marks = limits.map { "\($0.value)|\($0.label)" }.joined(separator: ";")
        let alternative = [title + ", " + scope.title + ".", note, "The table below has the numbers."]
            .filter { !$0.isEmpty }.joined(separator: " ")
        return """
            <figure\(isTwin ? " class=\"twin\"" : "") data-kind="\(kind.rawValue)" \
            data-unit="\(HTMLText.escape(unit))" \
            data-axis="\(HTMLText.escape(rowHead.lowercased()))" data-bar="\(barWidth)" \
            data-limits="\(HTMLText.escape(marks))">
            <figcaption><p class="title">\(HTMLText.escape(words.heading))</p>\
            \(words.below.isEmpty ? "" : "<p>\(HTMLText.escape(words.below))</p>")</figcaption>
            <div class="plot"\(height)><canvas role="img" aria-label="\(HTMLText.escape(alternative))"></canvas></div>
            <details class="table"><summary>The numbers<span class="unseen"> of: \(HTMLText.escape(title)), \
            \(HTMLText.escape(scope.title))</span></summary>
            \(table)</details>
            </figure>

            """
    }

    /// A chart of rows is as high as they need: a row has room for two lines of its name on a telephone.
    private var height: String {
        guard kind == .difference || kind == .stacked else { return "" }
        let lines = rows.map { max(2, ($0.head.count + Self.lineLength - 1) / Self.lineLength) }
        return " style=\"--rows:\(NumberText.rounded(Double(lines.reduce(0, +)) / 2))\""
    }

    /// Characters of a name that surely fit a line on a telephone.
    private static let lineLength = 18

    private var table: String {
        let isWeekly = rowHead == "Week of"
        var text =
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Numbers: \(HTMLText.escape(title)), "
            + "\(HTMLText.escape(scope.title))\">"
        text += "<table class=\"numbers\(isWeekly ? " weeks" : "")\">"
        text +=
            "<caption>\(HTMLText.escape(title)), \(HTMLText.escape(scope.title)), \(HTMLText.escape(unit))</caption>"
        text += "<thead><tr><th scope=\"col\">\(HTMLText.escape(rowHead))"
        for column in columns {
            let place = (column.place?.attributes ?? []).map { " data-\($0.name)=\"\(HTMLText.escape($0.value))\"" }
            let scale = column.scale == 1 || column.place == nil ? "" : " data-scale=\"\(column.scale)\""
            text += "<th scope=\"col\" data-key=\"\(HTMLText.escape(column.key))\"\(place.joined())\(scale)>"
            text += HTMLText.escape(column.head)
        }
        text += "<tbody>\n"
        for row in rows {
            text += "<tr><th>" + HTMLText.escape(row.head)
            for cell in row.cells { text += "<td>" + HTMLText.escape(cell) }
            text += "\n"
        }
        return text + "</table></div>"
    }
}

/// Columns that several figures have.
extension Figure.Column {
    /// The centiles of a fan chart.
    static func fan(_ measure: String, _ group: MeasureGroup) -> [Self] {
        [
            (WeeklyBand.Column.p05, "1 in 20 below"), (.p25, "1 in 4 below"), (.p50, "Middle"),
            (.p75, "1 in 4 above"), (.p95, "1 in 20 above"),
        ].map { column, head in
            Self(
                key: column.rawValue, head: head, place: .weekly(measure, group, column: column.rawValue))
        }
    }
}
