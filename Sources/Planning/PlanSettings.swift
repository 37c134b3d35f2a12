// SPDX-License-Identifier: GPL-3.0-or-later

/// How long a search may take, and how sure it is to be.
public struct PlanSettings: Sendable, Hashable {
    /// Runs in all, those of the finalists included.
    public var budget = 2_000
    /// Runs that are made at once. It changes the time, never the result.
    public var threads = 1
    /// The chance that is left of a wrong choice among the finalists, between 0 and 0.5.
    public var alpha = 0.05
    /// Where the tolerance of a target lies.
    public var zone = PlanZone.above
    /// The tolerance of a chance for targets that name none.
    public var chanceTolerance = 0.05
    /// The tolerance of a mean for targets that name none, in standard deviations of a run.
    public var meanTolerance = 0.1
    /// The smallest difference of a measured objective that matters, in its unit; nil: `meanTolerance` of its standard
    /// deviation.
    public var objectiveTolerance: Double?
    /// Plans that meet in fresh runs, from 1.
    public var finalists = 5
    /// Runs at a point that is looked at for the first time, from 4.
    public var firstRuns = 10
    /// Points of the first design.
    public var designPoints = 30

    /// The settings above.
    public init() {}
}

/// Where the test of the finalists may say either.
public enum PlanZone: Sendable, Hashable, Codable {
    /// From the target up: a plan below its target is accepted no more often than `alpha`, and one that beats it by the
    /// tolerance is refused no more often.
    case above
    /// Half of the tolerance on both sides of the target.
    case around
}
