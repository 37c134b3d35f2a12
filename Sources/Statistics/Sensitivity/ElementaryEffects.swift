// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of many factors move a model at all, by few runs: one is changed at a time along random paths through the unit
/// cube (Morris, *Technometrics* 33, 1991, 161–174, doi 10.1080/00401706.1991.10484804).
public struct MorrisPath: Sendable, Hashable {
    /// The points, one more than there are factors; neighbours differ in one factor.
    public let points: [[Double]]
    /// Which factor differs from each point to the next.
    public let order: [Int]
    /// How much each changes, with its sign.
    public let steps: [Double]

    /// The size of a step on the grid of four levels.
    public static let step = 2.0 / 3

    /// A path from a random corner of the grid, in a random order.
    /// - Parameters:
    ///   - factors: at least 1.
    ///   - uniform: the next number on [0, 1).
    public init(factors: Int, uniform: () -> Double) {
        precondition(factors >= 1, "a path changes a factor")
        var point = (0..<factors).map { _ in uniform() < 0.5 ? 0 : 1.0 / 3 }
        let isUp = (0..<factors).map { _ in uniform() < 0.5 }
        var order = Array(0..<factors)
        for place in order.indices.reversed() where place > 0 {
            order.swapAt(place, min(place, Int(uniform() * Double(place + 1))))
        }
        for factor in 0..<factors where !isUp[factor] { point[factor] += Self.step }
        var points = [point]
        var steps: [Double] = []
        for factor in order {
            let step = isUp[factor] ? Self.step : -Self.step
            point[factor] += step
            steps.append(step)
            points.append(point)
        }
        self.points = points
        self.order = order
        self.steps = steps
    }
}

/// What paths say of each factor.
public struct ElementaryEffects: Sendable, Hashable {
    /// The mean of the effects of each factor, as a change over the factor's whole range.
    public let mean: [Double]
    /// The mean of their sizes: what factors are ranked by (Campolongo, Cariboni and Saltelli, *Environmental Modelling
    /// & Software* 22, 2007, 1509–1518, doi 10.1016/j.envsoft.2006.10.004).
    public let meanSize: [Double]
    /// The standard deviation of the effects: large where a factor acts with others, or not in a line.
    public let deviation: [Double]

    /// - Parameters:
    ///   - paths: at least one, of as many factors.
    ///   - values: the model at each point of each path.
    public init(_ paths: [MorrisPath], values: [[Double]]) {
        precondition(!paths.isEmpty && paths.count == values.count, "a value for each point of each path")
        let factors = paths[0].order.count
        var effects = [[Double]](repeating: [], count: factors)
        for (path, values) in zip(paths, values) {
            precondition(values.count == path.points.count, "a value for each point of each path")
            for (place, factor) in path.order.enumerated() {
                effects[factor].append((values[place + 1] - values[place]) / path.steps[place])
            }
        }
        let summaries = effects.map(Summary.init)
        mean = summaries.map(\.mean)
        meanSize = effects.map { Summary($0.map(abs)).mean }
        deviation = summaries.map(\.standardDeviation)
    }
}
