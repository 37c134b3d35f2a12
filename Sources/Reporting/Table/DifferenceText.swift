/// A difference as tables and sentences say it.
enum DifferenceText {
    /// `-3.1 (-3.6 to -2.6)`, shares in points.
    static func text(_ difference: MeasureDifference, unit: String, beside largest: Double) -> String {
        func number(_ value: Double) -> String {
            let text = ValueText.number(value, unit: unit, beside: largest)
            return value > 0 && text.contains { $0 >= "1" && $0 <= "9" } ? "+" + text : text
        }
        return "\(number(difference.mean)) (\(number(difference.ci95.lowerBound)) to "
            + "\(number(difference.ci95.upperBound)))"
    }
}
