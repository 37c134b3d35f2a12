/// Columns of text, as wide as they must be.
enum TextTable {
    /// A line each row, the first of them the heading. Cells that somebody else may have chosen are made fit for a
    /// terminal; the last column is not cut, so that reasons are whole.
    static func lines(_ rows: [[String]]) -> String {
        let shown = rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? ShownText.cell(cell, longest: longestLast) : ShownText.cell(cell)
            }
        }
        let widths = (shown.first ?? []).indices.map { column in
            shown.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return shown.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let isLast = column == row.count - 1
                line += isLast ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
            }
            return line
        }.joined(separator: "\n")
    }

    /// Characters that the last cell of a row shows at most.
    private static let longestLast = 400
}
