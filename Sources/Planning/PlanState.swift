// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that a search has simulated: what it needs to go on where it was stopped.
///
/// A search decides by what runs say and nothing else, so it goes through its steps again and finds the runs done.
public struct PlanState: Sendable, Hashable, Codable {
    /// What the problem and the seed were, to tell a state from another plan's.
    public let mark: UInt64
    /// What was simulated, point by point in the order in which they were first looked at.
    public internal(set) var entries: [Entry]

    /// The runs of a point.
    public struct Entry: Sendable, Hashable, Codable {
        /// A value for each variable.
        public let point: [Int]
        /// The number of the first run.
        public let firstNumber: Int
        /// The values of each run from there, run after run.
        public internal(set) var values: [[Double]]
    }

    init(mark: UInt64) {
        self.mark = mark
        entries = []
    }
}
