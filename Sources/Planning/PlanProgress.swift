// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a search is.
public struct PlanProgress: Sendable {
    /// What it is doing.
    public enum Stage: Sendable, Hashable, CaseIterable {
        /// A first look at the region.
        case design
        /// Points that the fitted responses propose.
        case search
        /// Steps of one around the best.
        case polish
        /// The last few, in fresh runs.
        case finalists
    }

    /// What it is doing.
    public let stage: Stage
    /// Runs so far, those of a state that it resumed included.
    public let runs: Int
    /// Runs that it may use.
    public let budget: Int
    /// What was simulated, to be kept for a resumption.
    public let state: PlanState
}
