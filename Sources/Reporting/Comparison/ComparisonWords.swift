/// A comparison in a few sentences: what each scenario does to both waits, and to those who finish.
public enum ComparisonWords {
    private static let measures: [(name: String, words: String)] = [
        ("first-appointment-wait-mean", "the wait for a first appointment"),
        ("second-treatment-wait-mean", "the wait from first to second treatment"),
        ("step-up-wait-mean", "the wait for step-up"),
        ("finished-courses", "the number of people who finish a course"),
    ]

    /// The sentences, a line for each scenario beside the first.
    public static func summary(_ report: ComparisonReport) -> String {
        report.scenarios.indices.dropFirst().map { place in
            let name = report.scenarios[place].name
            if report.rows.allSatisfy({ ($0.differences[place - 1]?.ci95 ?? 0...0) == 0...0 }) {
                return "\(name): nothing changes; every run is the same."
            }
            let parts = measures.compactMap { part($0, place, report) }
            guard !parts.isEmpty else { return "\(name): nothing could be compared." }
            return "\(name): " + parts.joined(separator: "; ") + "."
        }.joined(separator: "\n")
    }

    private static func part(
        _ measure: (name: String, words: String), _ place: Int, _ report: ComparisonReport
    ) -> String? {
        guard let row = report.rows.first(where: { $0.measure == measure.name && $0.group == MeasureGroup() }),
            let difference = row.differences[place - 1], let base = row.means[0]
        else { return nil }
        guard difference.isClear else { return "\(measure.words) does not clearly differ" }
        let isDays = row.unit == "days"
        let amount = ValueText.number(abs(difference.mean), unit: row.unit, beside: isDays ? nil : base)
        let ends = [abs(difference.ci95.lowerBound), abs(difference.ci95.upperBound)].sorted()
            .map { ValueText.number($0, unit: row.unit, beside: isDays ? nil : base) }
        let direction =
            isDays ? (difference.mean < 0 ? "shorter" : "longer") : (difference.mean < 0 ? "smaller" : "larger")
        let unit = isDays ? " days" : ""
        return "\(measure.words) is \(amount)\(unit) \(direction) (\(ends[0]) to \(ends[1]))"
    }
}
