/// Rows of text set in columns.
struct TableLayout {
    /// A line of a table.
    enum Line {
        /// Stands alone, at the margin.
        case heading(String)
        /// Set in columns.
        case cells([String])
        case blank
    }

    /// The lines in order.
    var lines: [Line] = []
    /// Whether a column is set to the right.
    var alignsRight: [Bool]
    /// A heading that is longer is cut; a line of figures never is, for a figure that is cut says something else.
    var widest = 100

    /// The text: each column as wide as its widest cell, two spaces between. O(cells).
    var text: String {
        var widths = alignsRight.map { _ in 0 }
        for case .cells(let cells) in lines {
            for (column, cell) in cells.enumerated() { widths[column] = max(widths[column], cell.count) }
        }
        return lines.map { line in
            switch line {
            case .heading(let text): TableLayout.cut(text, to: widest) + "\n"
            case .blank: "\n"
            case .cells(let cells): row(cells, widths: widths) + "\n"
            }
        }.joined()
    }

    private func row(_ cells: [String], widths: [Int]) -> String {
        var text = ""
        for (column, cell) in cells.enumerated() where widths[column] > 0 {
            let space = String(repeating: " ", count: widths[column] - cell.count)
            text += (column == 0 ? "" : "  ") + (alignsRight[column] ? space + cell : cell + space)
        }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The text, ended by an ellipsis if it would be longer than `width`.
    static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
    }
}
