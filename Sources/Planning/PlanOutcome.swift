// SPDX-License-Identifier: GPL-3.0-or-later

public import Statistics

/// What a search found.
public struct PlanOutcome: Sendable {
    /// The plan to choose, one of the finalists; nil if none was accepted.
    public let chosen: PlanFinalist?
    /// Why there is none; nil if there is one.
    public let refusal: PlanRefusal?
    /// What ended it.
    public let ending: PlanEnding
    /// The plans that met in fresh runs, in the order in which they were tested, from the best.
    public let finalists: [PlanFinalist]
    /// What can be said of the choice, in words.
    public let guarantee: String
    /// Every point that was simulated in the search, in the order of their first runs.
    public let simulated: [PlanSimulation]
    /// What a step of one does to the chosen plan, as fitted: up and down for each variable, where its range allows.
    public let marginal: [PlanMarginal]
    /// The nearest better plan that was refused, and by which target.
    public let refusedNearby: PlanRefused?
    /// The least cost against the tightness of the first target, as fitted; empty if the objective is measured.
    public let frontier: [PlanFrontierPoint]
    /// Runs used, those of a state that it resumed included.
    public let runs: Int
    /// What was simulated, to go on from.
    public let state: PlanState
}

/// What ended a search.
public enum PlanEnding: Sendable, Hashable, Codable {
    /// It was decided.
    case decided
    /// The budget of runs, before all was decided.
    case budget
    /// The user.
    case cancelled
}

/// A plan that was tested in runs that the search never saw.
public struct PlanFinalist: Sendable, Hashable {
    /// A value for each variable.
    public let point: [Int]
    /// Σ cost × choice, or the mean of a measured objective in fresh runs.
    public let cost: Double
    /// The interval of a measured objective's mean; nil if the cost is known.
    public let costInterval: ConfidenceInterval?
    /// Each target's, in order.
    public let targets: [PlanTargetResult]
    /// Fresh runs.
    public let runs: Int
    /// What the test of its targets said.
    public let verdict: PlanVerdict
}

/// What fresh runs say of a target at a point.
public struct PlanTargetResult: Sendable, Hashable {
    /// The target's.
    public let name: String
    /// Of its chance, or of its mean if it asks for a mean.
    public let interval: ConfidenceInterval
    /// The quantile of the value that the target's chance names, or the mean.
    public let value: Double
    /// What the test said.
    public let verdict: PlanVerdict
}

/// What a sequential test said.
public enum PlanVerdict: Sendable, Hashable, Codable {
    /// It keeps the target.
    case accepted
    /// It does not.
    case refused
    /// The budget, or a better plan, ended the test first.
    case undecided
}

/// Why no plan was chosen.
public struct PlanRefusal: Sendable, Hashable {
    /// The best that was reached of each target by itself, in order: the value, and where.
    public let reachable: [Reachable]
    /// The target that stands in the way, by name: of those that are not reached even by themselves, or else of all,
    /// the one that the best compromise misses by most of its spread.
    public let inTheWay: String
    /// The point that comes nearest to all targets together.
    public let nearest: [Int]

    /// The best that was reached of a target.
    public struct Reachable: Sendable, Hashable {
        /// The target's.
        public let name: String
        /// The quantile of the value that the target's chance names, or the mean.
        public let value: Double
        /// Whether that reaches the target.
        public let isEnough: Bool
        /// Where.
        public let point: [Int]
    }
}

/// A point that was simulated in the search.
public struct PlanSimulation: Sendable, Hashable {
    /// A value for each variable.
    public let point: [Int]
    /// Runs in the search.
    public let runs: Int
    /// Σ cost × choice, or the mean of a measured objective.
    public let cost: Double
    /// Of each target, the quantile of the value that its chance names, or the mean.
    public let values: [Double]
    /// The standard errors of those.
    public let standardErrors: [Double]
}

/// What a step of one variable does to the chosen plan, as fitted.
public struct PlanMarginal: Sendable, Hashable {
    /// The variable's name.
    public let variable: String
    /// +1 or −1.
    public let step: Int
    /// How much the cost changes.
    public let cost: Double
    /// How much each target's value changes, in order.
    public let values: [Double]
    /// Whether the step stays within ranges and bounds.
    public let isAllowed: Bool
}

/// A plan that would be better and was refused.
public struct PlanRefused: Sendable, Hashable {
    /// A value for each variable.
    public let point: [Int]
    /// Its cost.
    public let cost: Double
    /// The name of the target that refuses it.
    public let target: String
    /// What that target's value is there.
    public let value: Double
    /// The standard error of that.
    public let standardError: Double
}

/// What a tighter or looser first target costs.
public struct PlanFrontierPoint: Sendable, Hashable {
    /// What the first target's value is to reach.
    public let atLeast: Double
    /// The least cost at which the fitted responses keep it, and all other targets.
    public let cost: Double
    /// Where.
    public let point: [Int]
}
