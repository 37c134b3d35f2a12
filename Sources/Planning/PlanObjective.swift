// SPDX-License-Identifier: GPL-3.0-or-later

/// What makes one plan better than another.
public enum PlanObjective: Sendable, Hashable, Codable {
    /// The least Σ cost × choice, with a cost for each variable.
    case known([Double])
    /// The mean of the last value of a run.
    case measured(PlanDirection)
}

/// Which end of a measured objective is wanted.
public enum PlanDirection: Sendable, Hashable, Codable {
    /// The smaller the better.
    case least
    /// The larger the better.
    case greatest
}
