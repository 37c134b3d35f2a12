// SPDX-License-Identifier: GPL-3.0-or-later

/// What runs must show, of a value that is the better the larger it is.
public struct PlanTarget: Sendable, Hashable, Codable {
    /// What it is called.
    public let name: String
    /// What the value is to reach.
    public let atLeast: Double
    /// The chance that a run reaches it, between 0 and 1; nil if the mean of runs is to reach it.
    public let chance: Double?
    /// What the value can be at all, if that is known.
    public let limits: ClosedRange<Double>?
    /// How far beyond the target a plan is good without doubt: within this the test of the finalists may say either.
    /// Of the chance for a chance, in the value's unit for a mean; nil: as the settings say.
    public let tolerance: Double?

    /// A target of that name.
    public init(
        name: String, atLeast: Double, chance: Double? = nil, limits: ClosedRange<Double>? = nil,
        tolerance: Double? = nil
    ) {
        self.name = name
        self.atLeast = atLeast
        self.chance = chance
        self.limits = limits
        self.tolerance = tolerance
    }
}
