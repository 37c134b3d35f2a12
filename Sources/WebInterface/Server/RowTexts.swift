import Mustache
import Synchronization

/// Rows of tables as they stand on a page. Lists of hundreds of people are asked for again at every change, of which
/// most rows are the same: a row's cells say all that their text depends on, so it is made once.
final class RowTexts: Sendable {
    /// Rows that are kept; when there are more, all are forgotten. About ten megabytes.
    private static let most = 8192

    private let library: MustacheLibrary
    private let known = Mutex<[[Table.Cell]: String]>([:])  // lookup only

    init(_ library: MustacheLibrary) { self.library = library }

    /// Gives each row of a table its text.
    func write(into table: inout Table) {
        var missing: [Int] = []
        known.withLock { known in
            for place in table.rows.indices {
                if let text = known[table.rows[place].cells] {
                    table.rows[place].cellsText = text
                } else {
                    missing.append(place)
                }
            }
        }
        guard !missing.isEmpty else { return }
        for place in missing {
            table.rows[place].cellsText = library.render(table.rows[place], withTemplate: "cells") ?? ""
        }
        known.withLock { known in
            if known.count + missing.count > RowTexts.most { known.removeAll(keepingCapacity: true) }
            for place in missing.prefix(RowTexts.most) {
                known[table.rows[place].cells] = table.rows[place].cellsText
            }
        }
    }
}
