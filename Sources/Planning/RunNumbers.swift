// SPDX-License-Identifier: GPL-3.0-or-later

/// Which runs are whose, by their numbers: the search's own, and for each test of finalists new ones that nothing has
/// seen. All are below the last number that a run can have, 2²⁰ − 1.
enum RunNumbers {
    /// Where the numbers begin that the search never sees.
    private static let fresh = 1 << 19
    /// Rounds of finalists, and the numbers of each.
    static let rounds = 3
    private static let ofRound = 1 << 17
    /// Steps down from a plan that was chosen, and the numbers of each.
    static let steps = 4
    private static let ofStep = 1 << 15

    /// The first number of a round, from 0.
    static func round(_ round: Int) -> Int {
        precondition(0..<rounds ~= round)
        return fresh + round * ofRound
    }

    /// The first number of a step down, from 0.
    static func step(_ step: Int) -> Int {
        precondition(0..<steps ~= step)
        return fresh + rounds * ofRound + step * ofStep
    }

    /// How many runs there can be from a first number on: of the search, a round or a step.
    static func room(from first: Int) -> Int {
        if first < fresh { return fresh - first }
        return first < step(0) ? ofRound : ofStep
    }
}
