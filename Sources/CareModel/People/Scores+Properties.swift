extension Property {
    /// PHQ-9 and GAD-7 that were taken together, or not at all (KP-6): a row each.
    /// - Parameters:
    ///   - columns: the columns of a database.
    ///   - cells: the columns of tables.
    static func scores(
        _ name: String, _ place: any Place<Scores?>, columns: (String, String), cells: (String, String), rules: String,
        _ meaning: String
    ) -> [Property] {
        func part(
            _ part: String, _ ceiling: UInt8, _ test: String,
            _ get: @escaping @Sendable (Scores) -> UInt8, _ with: @escaping @Sendable (UInt8, Scores?) -> Scores,
            without: @escaping @Sendable (Scores?) -> Scores?
        ) -> Property {
            Property(
                "\(name).\(part)", .number(0...Int64(ceiling)), isOptional: true, rules: rules, "\(meaning): \(test).",
                number: { $0[keyPath: place].map { Int64(get($0)) } },
                put: { number, root in
                    guard let number else {
                        root[keyPath: place] = without(root[keyPath: place])
                        return true
                    }
                    guard (0...Int64(ceiling)).contains(number) else { return false }
                    root[keyPath: place] = with(UInt8(number), root[keyPath: place])
                    return true
                }
            ).required
        }
        // One after the other: PHQ-9 alone is kept until GAD-7 is known.
        let depression = part(
            "depression", Scores.depressionCeiling, "PHQ-9", \.depression,
            { Scores(depression: $0, anxiety: $1?.anxiety ?? 0) }, without: { _ in nil })
        let anxiety = part(
            "anxiety", Scores.anxietyCeiling, "GAD-7", \.anxiety,
            { Scores(depression: $1?.depression ?? 0, anxiety: $0) }, without: { $0 })
        return [
            depression.column(columns.0).cell(cells.0), anxiety.column(columns.1).cell(cells.1),
        ]
    }
}
