public import CareModel
public import Foundation

extension ReferralFile {
    /// A column that a file of referrals may have.
    public struct Column: Hashable, Sendable {
        /// The name, as in the first line.
        public let name: String
        /// What it means, a sentence.
        public let meaning: String
        /// What is allowed in a cell.
        public let allowed: String
        /// Whether every file has it.
        public let isRequired: Bool
        /// The words that are allowed, where only some are.
        public let words: [ColumnWord]

        /// The name as people write it; it is read too.
        public var title: String {
            let shown = ColumnWord.shown(name)
            return shown.prefix(1).uppercased() + shown.dropFirst()
        }
    }

    /// The columns of a file for a service, in the order in which they are exported; the number is not needed.
    public static func columns(_ teams: TeamNames) -> [Column] {
        ReferralRow.columns(teams).dropFirst().map {
            Column(name: $0.name, meaning: $0.meaning, allowed: $0.allowed, isRequired: $0.isRequired, words: $0.words)
        }
    }
}

/// What stands where in a file, so that a fault can be shown with what it is about.
public struct PlacedCells: Sendable {
    private struct Place: Hashable, Sendable {
        var line: Int
        var column: Int
    }

    private var cells: [Place: String] = [:]  // lookup only

    /// The cells of a file of referrals; none if it cannot be read as a table. O(length).
    public init(ofReferrals bytes: Data, teams: TeamNames) {
        let names = ReferralRow.columns(teams).map(\.name)
        let separator = CSVText.separator(bytes) { names.contains(SpreadsheetCell.word($0)) }
        guard let records = try? CSVText.records(bytes, separator: separator) else { return }
        for field in records.flatMap(\.fields) { cells[Place(line: field.line, column: field.column)] = field.text }
    }

    /// What stands where a fault is; nil if it is about no one cell.
    public subscript(fault: FileFault) -> String? { cells[Place(line: fault.line, column: fault.column)] }
}
