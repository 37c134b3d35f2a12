import CareModel

/// A number as it is shown, and which number of the files it is: a reader can find it there, and a test does.
struct ShownNumber: Equatable {
    /// Where it stands in the files.
    enum Place: Equatable {
        /// A column of `measures.csv`.
        case measure(String, MeasureGroup, column: String)
        /// What is made of a column of `weekly.csv` over some weeks.
        case weeks(String, MeasureGroup, column: String, ClosedRange<Int>, Fold)
        /// A column of `weekly.csv`, of which each cell is a week.
        case weekly(String, MeasureGroup, column: String)
        /// A column of `promised.csv`.
        case promised(KeptRow, column: String)
        /// The people of a queue in `waiting-list.csv`.
        case list(WaitingQueue, team: String?)

        static func == (one: Place, other: Place) -> Bool { one.attributes == other.attributes }
    }

    /// How one number is made of those of several weeks.
    enum Fold: String {
        case least, most, mean, sum
    }

    /// As it is shown, without its unit.
    var text: String
    /// As the files have it.
    var value: Double
    var place: Place

    /// The number as an element of the page.
    var html: String {
        let exact = DataCell.number(value).text
        let attributes = place.attributes.map { " data-\($0.name)=\"\(HTMLText.escape($0.value))\"" }
        return "<data value=\"\(exact)\"\(attributes.joined())>\(HTMLText.escape(text))</data>"
    }
}

extension ShownNumber.Place {
    /// One attribute of the element that shows it.
    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    /// What says where it stands: the file, the row and the column.
    var attributes: [Attribute] {
        func attributes(_ pairs: [(String, String?)]) -> [Attribute] {
            pairs.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
        }
        func of(_ group: MeasureGroup) -> [(String, String?)] {
            [
                ("team", group.team), ("role", group.role), ("cause", group.cause),
                ("people", group.people.map { "\($0.characteristic)=\($0.value)" }),
            ]
        }
        return switch self {
        case .measure(let measure, let group, let column):
            attributes([("in", "measures"), ("measure", measure)] + of(group) + [("column", column)])
        case .weeks(let measure, let group, let column, let weeks, let fold):
            attributes(
                [("in", "weekly"), ("measure", measure)] + of(group) + [
                    ("column", column), ("weeks", "\(weeks.lowerBound)-\(weeks.upperBound)"), ("fold", fold.rawValue),
                ])
        case .weekly(let measure, let group, let column):
            attributes([("in", "weekly"), ("measure", measure)] + of(group) + [("column", column)])
        case .promised(let row, let column):
            attributes([
                ("in", "promised"), ("measure", row.measure), ("span", row.span.rawValue),
                ("first", row.first.description), ("column", column),
            ])
        case .list(let queue, let team):
            attributes([
                ("in", "waiting-list"), ("queue", queue.listed.queue), ("step", queue.listed.step?.name),
                ("team", team), ("column", "people"), ("fold", "sum"),
            ])
        }
    }
}

extension MeasureSummary {
    /// One of its numbers, with as many decimals as `largest` would have; shares in percent, without the sign.
    func shown(_ column: Column, beside largest: Double? = nil) -> ShownNumber {
        let value = self[column]
        return ShownNumber(
            text: ValueText.number(value, unit: unit, beside: largest), value: value,
            place: .measure(measure, group, column: column.rawValue))
    }

    /// The same as a sentence says it: counts in two figures.
    func roughly(_ column: Column) -> ShownNumber {
        ShownNumber(
            text: NumberText.rough(self[column]), value: self[column],
            place: .measure(measure, group, column: column.rawValue))
    }

    /// A share as so many of a hundred.
    func inHundred(brief: Bool = false) -> ShownNumber {
        ShownNumber(
            text: brief ? ChanceText.morePeople(mean) : ChanceText.people(mean), value: mean,
            place: .measure(measure, group, column: Column.mean.rawValue))
    }

    /// A number of it, by its column in the files.
    enum Column: String {
        case mean, p05, p95
        case yearBefore = "year_before"
        case low95 = "ci95_low"
        case high95 = "ci95_high"
    }

    private subscript(column: Column) -> Double {
        switch column {
        case .mean: mean
        case .p05: p05
        case .p95: p95
        case .yearBefore: yearBefore ?? .nan
        case .low95: ci95?.lowerBound ?? .nan
        case .high95: ci95?.upperBound ?? .nan
        }
    }

    /// `20.1 to 22.6`: the range of the runs; nil for a single run.
    var range: Told? {
        guard p05.isFinite, p95.isFinite else { return nil }
        return "\(shown(.p05, beside: p95)) to \(shown(.p95))"
    }

    /// `20.1–22.6`: the same for a table.
    var briefRange: Told? {
        guard p05.isFinite, p95.isFinite else { return nil }
        let (low, top) = (shown(.p05, beside: p95), shown(.p95))
        var high = top
        if high.text == "100.0" { high.text = "100" }
        // A range that is one number says no more than the mean, where that is the same.
        if low.text == top.text, top.text == shown(.mean).text { return nil }
        return "\(low)–\(high)"
    }
}

extension [WeeklyBand] {
    /// A number made of a column over all these weeks, which follow one another; counts in two figures.
    func shown(_ column: WeeklyBand.Column, _ fold: ShownNumber.Fold) -> ShownNumber {
        let values = map { $0[column] }
        let value =
            switch fold {
            case .least: values.min() ?? .nan
            case .most: values.max() ?? .nan
            case .mean: values.reduce(0, +) / Double(Swift.max(1, values.count))
            case .sum: values.reduce(0, +)
            }
        let week = first?.week ?? 1
        return ShownNumber(
            text: NumberText.rough(value), value: value,
            place: .weeks(
                first?.measure ?? "", first?.group ?? MeasureGroup(), column: column.rawValue,
                week...Swift.max(week, last?.week ?? week), fold))
    }
}

extension WeeklyBand {
    /// A number of it, by its column in the files.
    enum Column: String, CaseIterable {
        case p05, p25, p50, p75, p95, mean
    }

    subscript(column: Column) -> Double {
        switch column {
        case .mean: mean
        case .p05: p05
        case .p25: p25
        case .p50: p50
        case .p75: p75
        case .p95: p95
        }
    }
}
