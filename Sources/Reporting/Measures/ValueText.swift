import CareModel

/// A measure's value with its unit, as tables say it.
enum ValueText {
    /// Decimals that a reader can use: one for shares (as percentages), days and hours; counts are whole from 20 on.
    static func decimals(_ largest: Double, unit: String) -> Int {
        switch unit {
        case "share", "days", "hours", "sessions", "weeks", "caseload": 1
        default: abs(largest) < 20 ? 1 : 0
        }
    }

    /// A bare number in the measure's unit, with as many decimals as `largest` would have.
    static func number(_ value: Double, unit: String, beside largest: Double? = nil) -> String {
        let decimals = decimals(largest ?? value, unit: unit)
        if unit == "pounds" { return (value < 0 ? "-£" : "£") + NumberText.fixed(abs(value)) }
        return unit == "share"
            ? NumberText.percent(value, decimals: decimals) : NumberText.fixed(value, decimals: decimals)
    }

    /// The unit as it stands behind a number, with its space.
    static func suffix(_ unit: String) -> String {
        switch unit {
        case "share": "%"
        case "", "number", "caseload", "pounds": ""
        default: " " + unit
        }
    }

    /// `18.4 days (17.9–18.9)`: the mean and the 95% confidence interval of the mean.
    static func interval(_ row: MeasureSummary, bare: Bool = false) -> String {
        let value = number(row.mean, unit: row.unit, beside: row.ci95?.upperBound) + (bare ? "" : suffix(row.unit))
        return value + " (\(interval95(row)))"
    }

    /// `17.9–18.9`: the 95% confidence interval of the mean; a dash for a single run.
    static func interval95(_ row: MeasureSummary) -> String {
        row.ci95.map { range($0.lowerBound, $0.upperBound, unit: row.unit) } ?? NumberText.unknown
    }

    /// `14.2–23.8`: both ends with the same decimals.
    static func range(_ low: Double, _ high: Double, unit: String) -> String {
        guard low.isFinite, high.isFinite else { return NumberText.unknown }
        return "\(number(low, unit: unit, beside: high))–\(number(high, unit: unit))"
    }
}
