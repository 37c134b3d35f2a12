/// A chart and the table of its numbers; the script draws the chart from the table, so both always agree.
struct Figure {
    /// How the script draws it.
    enum Kind: String {
        /// Median with bands of half and of 9 in 10 runs.
        case fan
        /// Bars of the mean with the range of 9 in 10 runs, above the chance of any.
        case breach
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
        /// Differences around zero, a bar a row, with their ranges.
        case difference
    }

    /// A column of numbers.
    struct Column {
        /// What the script knows it by; empty for one that is in the table only.
        var key: String
        /// Its heading, and the name of its line.
        var head: String
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
    /// Heading of the row heads; of a histogram, what its horizontal axis counts.
    var rowHead = "Week of"
    /// What a histogram's horizontal axis counts in one bar.
    var barWidth = 7
    var columns: [Column]
    /// A head and a cell for each column; the cells are formatted numbers.
    var rows: [(head: String, cells: [String])]
    var limits: [Limit] = []

    /// The figure as HTML.
    var html: String {
        let marks = limits.map { "\($0.value)|\($0.label)" }.joined(separator: ";")
        let alternative = [title + ", " + scope.title + ".", note, "The table below has the numbers."]
            .filter { !$0.isEmpty }.joined(separator: " ")
        return """
            <figure data-kind="\(kind.rawValue)" data-unit="\(HTMLText.escape(unit))" \
            data-axis="\(HTMLText.escape(rowHead.lowercased()))" data-bar="\(barWidth)" \
            data-limits="\(HTMLText.escape(marks))">
            <figcaption><h4>\(HTMLText.escape(title))</h4>\(note.isEmpty ? "" : "<p>\(HTMLText.escape(note))</p>")\
            </figcaption>
            <div class="plot"><canvas role="img" aria-label="\(HTMLText.escape(alternative))"></canvas></div>
            <details><summary>The numbers<span class="unseen"> of: \(HTMLText.escape(title)), \
            \(HTMLText.escape(scope.title))</span></summary>
            \(table)</details>
            </figure>

            """
    }

    private var table: String {
        let isWeekly = rowHead == "Week of"
        var text =
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">"
        text += "<table class=\"numbers\(isWeekly ? " weeks" : "")\">"
        text +=
            "<caption>\(HTMLText.escape(title)), \(HTMLText.escape(scope.title)), \(HTMLText.escape(unit))</caption>"
        text += "<thead><tr><th scope=\"col\">\(HTMLText.escape(rowHead))"
        for column in columns {
            text += "<th scope=\"col\" data-key=\"\(HTMLText.escape(column.key))\">\(HTMLText.escape(column.head))"
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
    static let fan = [
        Self(key: "p05", head: "1 in 20 below"), Self(key: "p25", head: "1 in 4 below"),
        Self(key: "p50", head: "Middle"),
        Self(key: "p75", head: "1 in 4 above"), Self(key: "p95", head: "1 in 20 above"),
    ]
    /// The bars of a breach chart.
    static let breach = [
        Self(key: "mean", head: "Mean"), Self(key: "p05", head: "1 in 20 below"),
        Self(key: "p95", head: "1 in 20 above"),
        Self(key: "chance", head: "Chance of any, %"), Self(key: "", head: "at least, %"),
        Self(key: "", head: "at most, %"),
    ]
}
