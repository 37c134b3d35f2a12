import CareModel
import Forecasting
public import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

extension PreparedSensitivity.Outcome {
    /// The answer as tables, words, charts and files are made of it.
    /// - Parameter command: the command that makes it again; empty if no command made it.
    public func report(command: String = "") -> SensitivityReport {
        let (loaded, request) = (prepared.loaded, prepared.request)
        let scenario = loaded.scenario
        var report = SensitivityReport(
            scenario: ComparedScenario(loaded, changes: request.changes),
            measure: request.measure, title: prepared.target.title, unit: prepared.target.unit.rawValue,
            variant: request.variant.map { variant in
                variant.name + " (" + variant.changes.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") + ")"
            } ?? "", base: Summary(base).mean, starts: scenario.starts, weeks: prepared.weeks,
            seed: request.settings.seed, version: ProgramVersion.text, command: command)
        let near = closest.indices.map(near)
        let others = prepared.factors.indices.filter { !closest.contains($0) }.map(row)
            .sorted { ($1.size, $0.key) < ($0.size, $1.key) }
        report.rows = near + others
        report.luck = shares.flatMap { shares in
            shares.first.last.map { ($0.share, $0.standardError) }
        }
        report.refused = refused
        report.runs = (runs, paths, base.count, rows)
        return report
    }

    private func row(_ factor: Int) -> SensitivityReport.Row {
        let own = prepared.factors[factor]
        return SensitivityReport.Row(
            key: own.key, meaning: own.meaning, unit: own.unit, value: own.value, low: own.low, high: own.high,
            size: effects.meanSize[factor], deviation: effects.deviation[factor])
    }

    /// One that was looked at more closely.
    private func near(_ place: Int) -> SensitivityReport.Row {
        var row = row(closest[place])
        let limits: ClosedRange<Double> = prepared.target.isShare ? -1...1 : -.infinity ... .infinity
        func change(_ values: [Double]) -> MeasureDifference? {
            PairedDifference(first: values, second: base, firstDays: firstDays, within: limits).map { difference in
                MeasureDifference(
                    mean: difference.interval.estimate,
                    ci95: difference.interval.lowerBound...difference.interval.upperBound,
                    correlation: difference.correlation)
            }
        }
        if let low = change(ends[place].low), let high = change(ends[place].high) { row.ends = (low, high) }
        // The last of the shares is luck's.
        if let shares, place < shares.first.count - 1 {
            let (first, total) = (shares.first[place], shares.total[place])
            row.share = (first.share, first.standardError, total.share, total.standardError)
        }
        return row
    }
}
