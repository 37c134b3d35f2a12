import CareModel

/// What tables of earlier releases have in the columns of `episodes.csv`, said as today.
enum EarlierCells {
    /// A bit without a word of its own: works with computerised CBT (TX-5). The contacts that were left stood among the
    /// planned sessions.
    private static let onComputerised = "bit-8"
    /// Bits that said nothing that does not stand elsewhere: who has a seat in a course, the appointments say.
    private static let others = ["bit-6", "bit-9"] + (10...15).map { "bit-\($0)" }

    /// The same column, which takes what was written in it too.
    static func bringForward(_ column: TableColumn<PersonFacts>) -> TableColumn<PersonFacts> {
        switch column.name {
        case "planned-sessions":
            column.reading { text, facts in
                guard column.put(text, &facts) else { return false }
                if facts.plannedSessions == 0 { facts.plannedSessions = nil }
                return true
            }
        case "agreed":
            column.reading { text, facts in
                let words = text.split(separator: " ").map(String.init)
                let today = words.filter { $0 != onComputerised && !others.contains($0) }
                guard column.put(today.joined(separator: " "), &facts) else { return false }
                if words.contains(onComputerised) {
                    facts.supportContactsLeft = facts.plannedSessions ?? 0
                    facts.plannedSessions = nil
                }
                return true
            }
        default: column
        }
    }
}

extension TableColumn {
    /// The same column, read in another way.
    fileprivate func reading(_ put: @escaping (String, inout Row) -> Bool) -> TableColumn {
        TableColumn(
            name: name, allowed: allowed, meaning: meaning, isRequired: isRequired, kind: kind, text: text, put: put)
    }
}
