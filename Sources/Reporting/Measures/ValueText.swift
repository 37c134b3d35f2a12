import CareModel

/// A measure's value with its unit, as tables say it.
enum ValueText {
    /// The unit of a caseload, which is told with one decimal and without a word.
    static let caseload = "caseload"

    /// Decimals that a reader can use: one for shares (as percentages), days and hours; counts are whole from 20 on.
    static func decimals(_ largest: Double, unit: String) -> Int {
        let hasDecimal = unit == caseload || MeasureUnit(rawValue: unit)?.hasDecimal == true
        return hasDecimal || abs(largest) < 20 ? 1 : 0
    }

    /// A bare number in the measure's unit, with as many decimals as `largest` would have.
    static func number(_ value: Double, unit: String, beside largest: Double? = nil) -> String {
        let decimals = decimals(largest ?? value, unit: unit)
        switch MeasureUnit(rawValue: unit) {
        case .pounds: return (value < 0 ? "-£" : "£") + NumberText.fixed(abs(value))
        case .share: return NumberText.percent(value, decimals: decimals)
        case .people, .days, .hours, .weeks, .appointments, .calls, .sessions, .contacts, .courses, .requests,
            .wholeTime, nil:
            return NumberText.fixed(value, decimals: decimals)
        }
    }

    /// The unit as it stands behind a number, with its space; a unit that no measure has is not said.
    static func suffix(_ unit: String) -> String {
        switch MeasureUnit(rawValue: unit) {
        case .share: "%"
        case .pounds, nil: ""
        case .people, .days, .hours, .weeks, .appointments, .calls, .sessions, .contacts, .courses, .requests,
            .wholeTime:
            " " + unit
        }
    }

    /// The unit as a heading says it.
    static func heading(_ unit: String) -> String {
        switch MeasureUnit(rawValue: unit) {
        case .share: "%"
        case .pounds: ""
        case .people, .days, .hours, .weeks, .appointments, .calls, .sessions, .contacts, .courses, .requests,
            .wholeTime, nil:
            unit
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
