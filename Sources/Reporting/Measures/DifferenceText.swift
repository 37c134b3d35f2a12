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

    /// `3.1`: how large it is, whatever its side.
    static func size(_ difference: MeasureDifference, _ unit: String, beside base: Double? = nil) -> String {
        ValueText.number(abs(difference.mean), unit: unit, beside: base)
    }

    /// `2.6 to 3.6`: how large it may be, of one whose interval leaves out zero.
    static func ends(_ difference: MeasureDifference, _ unit: String, beside base: Double? = nil) -> String {
        let ends = [abs(difference.ci95.lowerBound), abs(difference.ci95.upperBound)].sorted()
            .map { ValueText.number($0, unit: unit, beside: base) }
        return "\(ends[0]) to \(ends[1])"
    }
}
