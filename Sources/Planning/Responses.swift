// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What is believed of every value at every point: the cheap model's estimate, if there is one, and a Gaussian process
/// of what runs say beyond it.
struct Responses {
    let lattice: Lattice
    let problem: any PlanningProblem
    /// One for each value; none before there are runs.
    let processes: [GaussianProcess]
    /// Whether a process is of warped coordinates.
    let isWarped: [Bool]
    /// How much each value varies from point to point.
    let spreads: [Double]
    /// What each target is to reach, in the middle of its zone.
    let levels: [Double]

    /// Before there are runs.
    init(estimateOf problem: any PlanningProblem, lattice: Lattice, goal: Goal) {
        self.lattice = lattice
        self.problem = problem
        processes = []
        isWarped = []
        levels = goal.targets.indices.map { goal.level($0, standardDeviation: 0) }
        spreads = [Double](repeating: 1, count: problem.valueCount)
    }

    /// - Parameters:
    ///   - points: those with runs that the fit is made to.
    ///   - kernels: where the search for each kernel begins; empty the first time.
    init(_ ledger: RunLedger, lattice: Lattice, goal: Goal, points: [[Int]], kernels: [GaussianProcess.Kernel]) {
        self.lattice = lattice
        problem = ledger.problem
        var processes: [GaussianProcess] = []
        var spreads: [Double] = []
        var levels: [Double] = []
        let units = points.map { lattice.unit($0) }
        let warped = points.map { lattice.warpedUnit($0.map(Double.init)) }
        var isWarped: [Bool] = []
        let estimates = points.map { ledger.problem.estimate($0.map(Double.init)) }
        for value in 0..<ledger.width {
            let samples = points.map { ledger.values(value, of: $0) }
            let readings = samples.map { goal.reading(value, of: $0) }
            let residuals = readings.indices.map { readings[$0].value - (estimates[$0]?[value] ?? 0) }
            let noise = Self.noise(samples, readings, chance: goal.chance(value))
            let start = kernels.isEmpty ? [.init(dimensions: lattice.dimensions)] : [kernels[value]]
            let fits = [units, warped].map {
                GaussianProcess(
                    inputs: $0, values: residuals, noise: noise, start: start[0], sweeps: kernels.isEmpty ? 8 : 3)
            }
            isWarped.append(fits[1].logLikelihood > fits[0].logLikelihood)
            processes.append(isWarped[value] ? fits[1] : fits[0])
            spreads.append(max(Summary(readings.map(\.value)).standardDeviation, 1e-12))
            if value < goal.targets.count {
                let deviations = readings.map(\.standardDeviation)
                levels.append(goal.level(value, standardDeviation: Summary(deviations).mean))
            }
        }
        self.processes = processes
        self.isWarped = isWarped
        self.spreads = spreads
        self.levels = levels
    }

    private func place(_ value: Int, _ point: [Double]) -> [Double] {
        isWarped[value] ? lattice.warpedUnit(point) : lattice.unit(point)
    }

    var kernels: [GaussianProcess.Kernel] { processes.map(\.kernel) }

    /// What a value is believed to be.
    func mean(_ value: Int, at point: [Double]) -> Double {
        let base = problem.estimate(point)?[value] ?? 0
        return processes.isEmpty ? base : base + processes[value].mean(place(value, point))
    }

    /// What a value is believed to be, and the standard deviation of that belief.
    func belief(_ value: Int, at point: [Double]) -> (mean: Double, deviation: Double) {
        let base = problem.estimate(point)?[value] ?? 0
        guard !processes.isEmpty else { return (base, 0) }
        let known = processes[value].predict(place(value, point))
        return (base + known.mean, known.variance.squareRoot())
    }

    /// Covariances of what runs say at points that share their numbers: of points with n and m runs the luck of the
    /// first min(n, m) is common, so that the covariance is that of a run divided by max(n, m).
    private static func noise(_ samples: [[Double]], _ readings: [PointReading], chance: Double?) -> [Double] {
        let count = samples.count
        let signs = zip(samples, readings).map { values, reading in
            chance == nil ? values : values.map { $0 <= reading.value ? 0 : 1 }
        }
        let correlation = commonCorrelation(signs)
        let deviations = readings.map { $0.standardError * Double($0.count).squareRoot() }
        var noise = [Double](repeating: 0, count: count * count)
        for row in 0..<count {
            for column in 0..<count {
                let shared = row == column ? 1 : correlation
                noise[row * count + column] =
                    shared * deviations[row] * deviations[column] / Double(max(samples[row].count, samples[column].count))
            }
        }
        return noise
    }

    /// The mean correlation of neighbours in the list over the numbers that they share, at most 0.99.
    private static func commonCorrelation(_ samples: [[Double]]) -> Double {
        var sum = 0.0
        var pairs = 0.0
        for (one, other) in zip(samples, samples.dropFirst()) {
            let shared = min(one.count, other.count)
            guard shared >= 4 else { continue }
            let (a, b) = (Array(one.prefix(shared)), Array(other.prefix(shared)))
            let (aSummary, bSummary) = (Summary(a), Summary(b))
            let scale = aSummary.standardDeviation * bSummary.standardDeviation
            guard scale > 0 else { continue }
            var product = 0.0
            for index in 0..<shared { product += (a[index] - aSummary.mean) * (b[index] - bSummary.mean) }
            sum += product / Double(shared - 1) / scale
            pairs += 1
        }
        return pairs > 0 ? min(max(sum / pairs, 0), 0.99) : 0
    }
}

extension Goal {
    /// The chance with which a value is to exceed what is read of it; nil for a mean.
    func chance(_ value: Int) -> Double? { value < targets.count ? targets[value].chance : nil }

    /// What runs say of a value.
    func reading(_ value: Int, of values: [Double]) -> PointReading {
        guard let chance = chance(value) else { return PointReading(meanOf: values) }
        return PointReading(exceededWithChance: chance, of: values)
    }
}
