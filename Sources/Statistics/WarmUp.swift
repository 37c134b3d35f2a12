// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the effect of how a simulation began has gone from its output.
public enum WarmUp: Hashable, Sendable {
    /// Drop this many first observations.
    case detected(truncation: Int)
    /// The rule points into the last half, or there are under ten batches: run longer.
    case notDetected

    /// MSER-5: means of batches of five; drop the batches that make the standard error of the rest smallest.
    ///
    /// The sum of squared deviations of the kept batches over the square of their number is smallest where what is
    /// dropped removes more bias than precision. K. P. White, "An effective truncation heuristic for bias reduction in
    /// simulation output", Simulation 69 (1997), doi 10.1177/003754979706900601; White, Cobb & Spratt, "A comparison
    /// of five steady-state truncation heuristics", WSC 2000, doi 10.1109/WSC.2000.899100. The last five batches are
    /// never considered, since a few equal values there would always win.
    ///
    /// - Parameter series: equally spaced observations of one run, or the mean of several; a part batch at the end is
    ///   ignored.
    /// - Complexity: O(*n*).
    public static func mser5(_ series: [Double]) -> WarmUp {
        let batchSize = 5
        let fewestKept = 5
        let count = series.count / batchSize
        guard count >= 2 * fewestKept else { return .notDetected }
        // From the last batch backwards, so that each truncation's mean and squares follow from the one after it.
        var kept = 0.0
        var mean = 0.0
        var squares = 0.0
        var best = (statistic: Double.infinity, dropped: 0)
        for batch in (0..<count).reversed() {
            let value = series[batch * batchSize..<(batch + 1) * batchSize].reduce(0, +) / Double(batchSize)
            kept += 1
            let step = value - mean
            mean += step / kept
            squares += step * (value - mean)
            let statistic = squares / (kept * kept)
            if Int(kept) >= fewestKept && statistic <= best.statistic { best = (statistic, batch) }
        }
        return 2 * best.dropped > count ? .notDetected : .detected(truncation: best.dropped * batchSize)
    }
}
