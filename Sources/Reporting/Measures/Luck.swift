import Statistics

extension [WeeklyBand] {
    /// How far chance may move the mean of these weeks: half of a 95% interval, as if all weeks of a run had the same
    /// luck, so that it is rather too wide; infinite for a single run.
    func luck(runs: Int) -> Double {
        let ranges = map { $0.p95 - $0.p05 }.filter(\.isFinite)
        guard runs > 1, !ranges.isEmpty else { return .infinity }
        let range = ranges.reduce(0, +) / Double(ranges.count)
        return ConfidenceInterval.studentHalfWidth(
            standardDeviation: range / Self.deviations(runs: runs), count: runs, level: 0.95)
    }

    /// How many standard deviations lie between the 5th and the 95th centile of so many runs: 3.29 of many; of few the
    /// mean range of a normal sample (Tippett 1925), nine tenths of it, for their centiles lie within.
    private static func deviations(runs: Int) -> Double {
        let ranges = [1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078]
        guard ranges.indices.contains(runs - 2) else { return 3.29 }
        return 0.9 * ranges[runs - 2]
    }
}
