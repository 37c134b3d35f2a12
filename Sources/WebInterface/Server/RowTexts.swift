import Mustache
import Synchronization

/// Rows of tables as they stand on a page. Lists of hundreds of people are asked for again at every change, of which
/// most rows are the same: a row's cells say all that their text depends on, so it is made once.
final class RowTexts: Sendable {
    /// Rows that are kept at most.
    static let most = 4096

    /// Rows that were asked for of late, and those that were before: when there are as many of the first as may be,
    /// they take the place of the second, of which nobody has asked for any since.
    private struct Kept {
        var late: [[Table.Cell]: String] = [:]  // lookup only
        var before: [[Table.Cell]: String] = [:]  // lookup only

        mutating func text(of cells: [Table.Cell]) -> String? {
            if let text = late[cells] { return text }
            guard let text = before.removeValue(forKey: cells) else { return nil }
            keep(text, of: cells)
            return text
        }

        mutating func keep(_ text: String, of cells: [Table.Cell]) {
            if late.count >= RowTexts.most / 2 { (late, before) = ([:], late) }
            late[cells] = text
        }
    }

    private let library: MustacheLibrary
    private let kept = Mutex(Kept())

    init(_ library: MustacheLibrary) { self.library = library }

    /// Rows that are kept.
    var count: Int { kept.withLock { $0.late.count + $0.before.count } }

    /// Gives each row of a table its text.
    func write(into table: inout Table) {
        var missing: [Int] = []
        kept.withLock { kept in
            for place in table.rows.indices {
                if let text = kept.text(of: table.rows[place].cells) {
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
        kept.withLock { kept in
            for place in missing { kept.keep(table.rows[place].cellsText, of: table.rows[place].cells) }
        }
    }
}
