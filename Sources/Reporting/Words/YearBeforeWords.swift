import CareModel

/// How a wait stands beside the same one a year before: an arrow, and words that say it without.
struct YearBeforeWords {
    let scope: Scope
    let index: ForecastIndex

    /// The beginning of a wait's line, whatever it says.
    static let opening = "Last year"

    /// What is said of a wait; nil where nothing is known of any, which ``nothing`` says once.
    func line(_ wait: WaitWords.Wait) -> (sign: String, words: Told)? {
        switch index.forecast.yearBefore {
        case .published: published(wait) ?? ("", "\(Self.opening): not published.")
        case .records: recorded(wait) ?? ("", "\(Self.opening): nobody to measure.")
        case .tooYoung, .unknown: nil
        }
    }

    /// Why there is no year to compare with; nil where there is one.
    var nothing: String? {
        switch index.forecast.yearBefore {
        case .published, .records: nil
        case .tooYoung(let first):
            "No last year to compare with: the service's own records begin on \(first.longText)."
        case .unknown: "No last year to compare with: the scenario has no past of its own."
        }
    }

    /// A level that may be promised beside what was published: both are the provider's, neither the model's.
    private func published(_ wait: WaitWords.Wait) -> (sign: String, words: Told)? {
        guard let measure = wait.published, scope.team == nil || index.forecast.teams.count == 1 else { return nil }
        let name = measure.name(index.forecast.standards)
        let rows = index.forecast.trusted.rows.filter { $0.kept.measure == name }
        let longest: [ForecastSpan] = [.year, .quarter, .month]
        let row = longest.lazy.compactMap { span in rows.first { $0.kept.span == span } }.first
        guard let row, let before = row.yearBefore else { return nil }
        let (then, now) = (told(row, before, .yearBefore), told(row, row.kept.level, .level))
        let isSame = measure.label == wait.measure.label
        let what = isSame ? "" : " (referral to first treatment)"
        var told = compared(
            row.kept.level - before, isWithin: row.kept.low <= before && before <= row.kept.high,
            values: "\(then) days published, \(now) promised\(what)")
        // Where the fitted service waits as nobody has, its own number is not to be trusted.
        if isSame, row.simulated < row.kept.low || row.simulated > row.kept.high {
            told.words = told.words + " The fit misses this wait: trust what is promised."
        }
        return told
    }

    private enum Column: String {
        case level
        case yearBefore = "year_before"
    }

    private func told(_ row: TrustedFigures.Row, _ value: Double, _ column: Column) -> ShownNumber {
        ShownNumber(
            text: ValueText.number(value, unit: MeasureUnit.days.rawValue), value: value,
            place: .promised(row.kept, column: column.rawValue))
    }

    /// The mean of the runs beside the service's own records.
    private func recorded(_ wait: WaitWords.Wait) -> (sign: String, words: Told)? {
        guard let row = index.summary(wait.measure, scope.group), let before = row.yearBefore else { return nil }
        let isWithin = row.p05.isFinite ? row.p05 <= before && before <= row.p95 : abs(row.mean - before) < 1
        return compared(
            row.mean - before, isWithin: isWithin, values: "\(row.shown(.yearBefore)) days in your own records")
    }

    /// `Up 3 days on last year: 24.1 days published, 27.0 promised.` What lies within the range is no change.
    private func compared(_ change: Double, isWithin: Bool, values: Told) -> (sign: String, words: Told) {
        let days = NumberText.fixed(abs(change), decimals: abs(change) < 9.95 ? 1 : 0)
        if isWithin || days == "0.0" {
            return ("→", "No clear change on last year: \(values).")
        }
        let noun = days == "1.0" ? "day" : "days"
        let number = days.hasSuffix(".0") ? String(days.dropLast(2)) : days
        return change > 0
            ? ("↗", "Up \(number) \(noun) on last year: \(values).")
            : ("↘", "Down \(number) \(noun) on last year: \(values).")
    }
}
