// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that a search has simulated: what it needs to go on where it was stopped.
///
/// A search decides by what runs say and nothing else, so it goes through its steps again and finds the runs done.
public struct PlanState: Sendable, Hashable, Codable {
    /// What the problem and the seed were, to tell a state from another plan's.
    public let mark: UInt64
    /// What was simulated, in the order in which points were first looked at.
    public internal(set) var entries: [Entry]

    /// Runs of a point, of numbers that follow each other.
    public struct Entry: Sendable, Hashable, Codable {
        /// A value for each variable.
        public let point: [Int]
        /// The number of the first run.
        public let firstNumber: Int
        /// The values of each run from there, run after run.
        public internal(set) var values: [Double]
    }

    init(mark: UInt64) {
        self.mark = mark
        entries = []
    }
}

extension PlanState {
    /// The mark of a problem and a seed: 64 bits of what describes them, by Fowler, Noll and Vo's hash.
    static func mark(of problem: any PlanningProblem, seed: UInt64) -> UInt64 {
        let parts = [
            String(describing: problem.variables), String(describing: problem.bounds),
            String(describing: problem.targets), String(describing: problem.objective),
            String(describing: problem.start), problem.identity, String(seed),
        ]
        var mark: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in parts.joined(separator: "\n").utf8 { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return mark
    }
}
