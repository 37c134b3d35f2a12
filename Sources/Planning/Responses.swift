// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What is believed of every value at every point: the cheap model's estimate, if there is one, and a Gaussian process
/// of what runs say beyond it.
struct Responses {
    let lattice: Lattice
    private let estimates: Estimates
    /// One for each value; none before there are runs.
    let processes: [GaussianProcess]
    /// Whether a process is of warped coordinates.
    let isWarped: [Bool]
    /// How much each value varies from point to point.
    let spreads: [Double]
    /// What each target is to reach, in the middle of its zone.
    let levels: [Double]

    /// Before there are runs.
    init(_ estimates: Estimates, valueCount: Int, lattice: Lattice, goal: Goal) {
        self.lattice = lattice
        self.estimates = estimates
        processes = []
        isWarped = []
        levels = goal.targets.indices.map { goal.level($0, standardDeviation: 0) }
        spreads = [Double](repeating: 1, count: valueCount)
    }

    /// - Parameters:
    ///   - points: those with runs that the fit is made to.
    ///   - kernels: where the search for each kernel begins; empty the first time.
    init(
        _ ledger: RunLedger, _ estimates: Estimates, lattice: Lattice, goal: Goal, points: [[Int]],
        kernels: [GaussianProcess.Kernel]
    ) {
        self.lattice = lattice
        self.estimates = estimates
        var processes: [GaussianProcess] = []
        var spreads: [Double] = []
        var levels: [Double] = []
        let units = points.map { lattice.unit($0) }
        let warped = points.map { lattice.warpedUnit($0.map(Double.init)) }
        var isWarped: [Bool] = []
        let estimated = points.map { estimates($0) }
        for value in 0..<ledger.width {
            let samples = points.map { ledger.values(value, of: $0) }
            let readings = samples.map { goal.reading(value, of: $0) }
            let residuals = readings.indices.map { readings[$0].value - Self.part(value, of: estimated[$0]) }
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

    /// One value of an estimate; 0 where it is no number, which runs then correct.
    private static func part(_ value: Int, of estimate: [Double]?) -> Double {
        guard let estimate, estimate[value].isFinite else { return 0 }
        return estimate[value]
    }

    private func place(_ value: Int, _ point: [Int]) -> [Double] {
        isWarped[value] ? lattice.warpedUnit(point.map(Double.init)) : lattice.unit(point)
    }

    var kernels: [GaussianProcess.Kernel] { processes.map(\.kernel) }

    /// What a value is believed to be.
    func mean(_ value: Int, at point: [Int]) -> Double {
        let base = Self.part(value, of: estimates(point))
        return processes.isEmpty ? base : base + processes[value].mean(place(value, point))
    }

    /// What a value is believed to be, and the standard deviation of that belief.
    func belief(_ value: Int, at point: [Int]) -> (mean: Double, deviation: Double) {
        let base = Self.part(value, of: estimates(point))
        guard !processes.isEmpty else { return (base, 0) }
        let known = processes[value].predict(place(value, point))
        return (base + known.mean, known.variance.squareRoot())
    }

    /// Covariances of what runs say at points that share their numbers.
    ///
    /// What a point's runs say is, but for its truth, a sum over its runs of how much each moves it. Two sums share the
    /// luck of the numbers that both have run: near points nearly all of it, so that a hundred of them know a level no
    /// better than one. The matrix is one of scalar products, so it is never indefinite.
    private static func noise(_ samples: [[Double]], _ readings: [PointReading], chance: Double?) -> [Double] {
        let count = samples.count
        let influences = zip(samples, readings).map { Self.influences($0, $1, chance: chance) }
        var noise = [Double](repeating: 0, count: count * count)
        for row in 0..<count {
            for column in 0...row {
                var product = 0.0
                for number in 0..<min(influences[row].count, influences[column].count) {
                    product += influences[row][number] * influences[column][number]
                }
                noise[row * count + column] = product
                noise[column * count + row] = product
            }
        }
        return noise
    }

    /// How much each run moves what a point's runs say, so that the squares sum to the variance of that: for a mean the
    /// distance from it, for a quantile which side of it the run is on.
    private static func influences(_ values: [Double], _ reading: PointReading, chance: Double?) -> [Double] {
        let sides = chance == nil ? values : values.map { $0 <= reading.value ? -1 : 0 }
        let mean = Summary(sides).mean
        let distances = sides.map { $0 - mean }
        let squares = distances.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return distances }
        let scale = reading.standardError / squares.squareRoot()
        return distances.map { $0 * scale }
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
