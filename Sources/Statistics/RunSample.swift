// SPDX-License-Identifier: GPL-3.0-or-later

/// What the runs of a simulation gave for one quantity, run by run.
///
/// Runs begin with the first days in turn, and those of the same first day have its luck in common. The interval of the
/// mean and the evidence for a chance therefore count first days, each with all that its runs gave together; where each
/// run has a first day of its own they count runs.
public struct RunSample: Sendable, Equatable {
    /// One value a run, in order; nil where there was nothing to be measured.
    public let values: [Double?]
    /// First days that the runs begin with in turn, at least 1. A single one is known, not one of many, so its runs are
    /// independent.
    public let firstDays: Int

    /// A sample.
    public init(_ values: [Double?], firstDays: Int = 1) {
        precondition(firstDays >= 1, "runs begin with a first day")
        self.values = values
        self.firstDays = firstDays
    }

    /// The values of the runs that have one, in order.
    public var known: [Double] { values.compactMap { $0 } }

    /// The interval of the mean, within what is possible; nil if fewer than two runs, or first days, have a value: one
    /// bounds nothing.
    ///
    /// - Parameters:
    ///   - limits: what the quantity cannot leave, such as `0 ... 1` or `0 ... .infinity`.
    ///   - level: between 0 and 1.
    public func interval(within limits: ClosedRange<Double>, level: Double = 0.95) -> ConfidenceInterval? {
        let parts = parts
        guard parts.count > 1 else { return nil }
        let summary = Summary(known)
        // Few first days may agree by chance; their runs do not for that.
        let variance = max(RunSample.variance(ofMean: summary.mean, parts), summary.variance / Double(summary.count))
        return .bounded(
            mean: summary.mean, standardError: variance.squareRoot(),
            degreesOfFreedom: parts.count - 1, within: limits, level: level)
    }

    /// How many runs would tell the mean from zero, if it is what these say. They are of the same days, whose luck
    /// in common does not go away.
    /// - Parameter level: of the interval that is to leave out zero.
    /// - Returns: nil if fewer than two runs, or first days, have a value.
    public func runsToTell(level: Double = 0.95) -> RunsToTell? {
        guard let interval = interval(within: -.infinity ... .infinity, level: level) else { return nil }
        guard interval.contains(0) else { return .told }
        let parts = parts
        let count = Double(parts.values.count)
        let squares = parts.sum { part in
            let mean = part.reduce(0, +) / Double(part.count)
            return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        let variance = interval.estimate == 0 ? 0 : interval.halfWidth * interval.halfWidth
        // Where runs are independent all of the error is theirs.
        let isOfRuns = parts.count == Int(count)
        let ofRuns = isOfRuns ? 1 : squares / (count - Double(parts.count)) / count
        let ofMean = isOfRuns ? 1 : max(RunSample.variance(ofMean: interval.estimate, parts), ofRuns)
        guard ofMean > 0 else { return .never }
        let left = interval.estimate * interval.estimate - variance * (1 - ofRuns / ofMean)
        guard left > 0 else { return .never }
        let runs = (count * variance * ofRuns / ofMean / left).rounded(.up)
        return runs < 1e9 ? .runs(max(Int(runs), Int(count) + 1)) : .never
    }

    /// How often something happened in the runs that have a value; nil if none has.
    public func chance(where happens: (Double) -> Bool) -> Chance? {
        var parts = parts
        for place in parts.values.indices { parts.values[place] = happens(parts.values[place]) ? 1 : 0 }
        let outcomes = parts.values
        guard !outcomes.isEmpty else { return nil }
        let count = Double(outcomes.count)
        let share = outcomes.reduce(0, +) / count
        let expected = share * (1 - share) / count
        // Runs that agree more with those of their own first day than with others count as fewer.
        let effect = parts.count > 1 && expected > 0 ? RunSample.variance(ofMean: share, parts) / expected : 1
        return Chance(
            happened: outcomes.count { $0 > 0 }, runs: outcomes.count,
            independentRuns: count / min(max(effect, 1), count / Double(parts.count)))
    }

    /// The known values by first day, in order; where runs are independent, each alone.
    private var parts: Parts {
        guard firstDays > 1, firstDays < values.count else {
            let known = known
            return Parts(values: known, ends: Array(known.indices.map { $0 + 1 }))
        }
        var parts = Parts(values: [], ends: [])
        parts.values.reserveCapacity(values.count)
        for day in 0..<firstDays {
            for place in stride(from: day, to: values.count, by: firstDays) {
                if let value = values[place] { parts.values.append(value) }
            }
            if parts.values.count > parts.ends.last ?? 0 { parts.ends.append(parts.values.count) }
        }
        return parts
    }

    /// The variance of the mean of values that are alike within parts: from the parts' sums about the mean.
    private static func variance(ofMean mean: Double, _ parts: Parts) -> Double {
        let count = Double(parts.values.count)
        let squares = parts.sum { part in
            let deviation = part.reduce(0) { $0 + ($1 - mean) }
            return deviation * deviation
        }
        let number = Double(parts.count)
        return squares * number / (number - 1) / (count * count)
    }
}

/// Values that belong together in parts, one part after the other: of ten thousand runs each may be a part.
private struct Parts {
    var values: [Double]
    /// Where each part ends.
    var ends: [Int]

    var count: Int { ends.count }

    /// A sum over the parts, none of which is empty, in order.
    func sum(_ term: (UnsafeBufferPointer<Double>) -> Double) -> Double {
        values.withUnsafeBufferPointer { values in
            var (sum, first) = (0.0, 0)
            for end in ends {
                sum += term(UnsafeBufferPointer(rebasing: values[first..<end]))
                first = end
            }
            return sum
        }
    }
}

/// How many runs tell a difference from nothing.
public enum RunsToTell: Sendable, Hashable {
    /// Those that there are.
    case told
    /// So many, if the difference is what it looks like.
    case runs(Int)
    /// No number of runs from the same first days: there is no difference, or the luck of the days outweighs it.
    case never
}
