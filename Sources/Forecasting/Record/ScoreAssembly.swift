import Calibration
import CareModel
import PublishedStatistics
import Reporting

/// Lays forecasts beside what is known.
struct ScoreAssembly {
    let forecasts: [KeptForecast]
    /// What they are laid against.
    let against: String

    /// The report.
    /// - Parameter outcome: where it is known what came of a forecast, by its place.
    /// - Throws: ``ScoreError/nothingYet(_:)``.
    func report(
        _ command: String, _ outcome: (_ forecast: Int) -> any KnownOutcome
    ) throws(ScoreError) -> ScoreReport {
        var scored: [ScoredRow] = []
        var left: [UnscoredRow] = []
        for (index, forecast) in forecasts.enumerated() {
            let known = outcome(index)
            for row in forecast.rows {
                switch known.value(row) {
                case .success(let actual): scored.append(ScoredRow(forecast: index, row: row, actual: actual))
                case .failure(let because):
                    left.append(UnscoredRow(forecast: index, row: row, reason: because.reason))
                }
            }
        }
        guard !scored.isEmpty else { throw .nothingYet(nothing(left)) }
        return ScoreReport(
            forecasts: forecasts, against: against, scored: scored, left: left, notes: notes(scored),
            version: ProgramVersion.text, command: command)
    }

    /// Why there is nothing to say.
    private func nothing(_ left: [UnscoredRow]) -> String {
        let waiting = left.filter { $0.reason == .notYet }
        if let first = waiting.map(\.row.last).min() {
            return
                "Nothing can be scored yet: the first span that was forecast ends on \(first.longText), and it is laid "
                + "against \(against)."
        }
        return "Nothing can be scored: \(against) tell nothing of any measure, span or team that was forecast."
    }

    private func notes(_ scored: [ScoredRow]) -> [String] {
        var notes: [String] = []
        let months = forecasts.indices.map { index in
            Set(scored.filter { $0.forecast == index && $0.row.span == .month }.map(\.row.first))
        }
        let all = months.reduce(into: Set<CivilDay>()) { $0.formUnion($1) }
        let shared = months.reduce(0) { $0 + $1.count } > all.count
        if shared {
            notes.append(
                "Some months are in more than one forecast: each is scored as it was said, and all together such a "
                    + "month counts once for how sure the share is.")
        }
        notes += Self.learned(scored.filter { $0.row.basis != .raw })
        for (index, forecast) in forecasts.enumerated() {
            let late = scored.filter { $0.forecast == index && $0.row.last < forecast.made.day }
            guard !late.isEmpty else { continue }
            let months = Set(late.filter { $0.row.span == .month }.map(\.row.first)).count
            notes.append(
                "The forecast from \(forecast.manifest.starts.longText) was made on \(forecast.made.day.longText): "
                    + "\(months) of its months had passed by then, and whoever made it could have known them.")
        }
        let raw = scored.count { $0.row.basis == .raw }
        if raw > 0 {
            notes.append(
                raw == scored.count
                    ? "The ranges are of the runs alone; they do not know how wrong such forecasts have been."
                    : "\(raw) of \(scored.count) ranges are of the runs alone.")
        }
        return notes
    }

    /// That what the program promises was learned from some of the months itself.
    private static func learned(_ scored: [ScoredRow]) -> [String] {
        let until = Trust.ofProgram.learnedUntil
        let after = until + 1
        guard let end = CivilDay(year: after.year, month: after.month, day: 1) else { return [] }
        let months = Set(scored.filter { $0.row.span == .month }.map(\.row.first))
        let seen = months.count { $0 < end }
        guard seen > 0 else { return [] }
        let which = seen == months.count ? "These months are" : "\(seen) of these \(months.count) months are"
        return [
            "\(which) among those from which this program learned how wide its ranges must be (until \(until)): that "
                + "ranges held in them is no proof."
        ]
    }
}
