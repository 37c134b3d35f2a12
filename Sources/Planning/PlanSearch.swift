// SPDX-License-Identifier: GPL-3.0-or-later

public import Replications

/// A search for the best plan that keeps its targets.
///
/// Deterministic for a seed and a budget, on any number of threads.
public struct PlanSearch: Sendable {
    let problem: any PlanningProblem
    let seed: UInt64
    let settings: PlanSettings

    /// A search of that problem.
    /// - Parameter seed: of the search's own draws. The luck of runs is the problem's own, by their numbers.
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
    ///   - sharedWork: runs that other processes make, between which the search stops where it needs them; nil makes
    ///     all of them here.
    /// - Throws: what is wrong with the problem, its settings or the state.
    public func run(
        progress: (PlanProgress) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false },
        state: PlanState? = nil, sharing sharedWork: SharedWork? = nil
    ) throws(PlanningError) -> PlanOutcome {
        try problem.check()
        try settings.check()
        let mark = PlanState.mark(of: problem, seed: seed)
        if let state, state.mark != mark { throw .stateOfAnotherPlan }
        var outcome: Result<PlanOutcome, PlanningError>?
        withoutActuallyEscaping(progress) { progress in
            let ledger = RunLedger(
                problem, settings: settings, mark: mark, earlier: state, sharedWork: sharedWork, progress: progress,
                isCancelled: isCancelled)
            outcome = search(ledger)
        }
        guard let outcome else { throw .noVariables }
        return try outcome.get()
    }

    /// The share of the budget that the finalists may count on.
    private static let reserve = 0.4

    private func search(_ ledger: RunLedger) -> Result<PlanOutcome, PlanningError> {
        let goal = Goal(problem, settings: settings)
        let lattice = Lattice(variables: problem.variables, bounds: problem.bounds)
        let explorer = Explorer(
            problem, settings: settings, seed: seed, lattice: lattice, goal: goal, ledger: ledger)
        ledger.limit =
            settings.budget
            - max(
                FeasibilityTest.firstRuns, Int(Double(settings.budget) * Self.reserve))
        let finals = Finals(explorer)
        var ending = PlanEnding.decided
        do throws(SearchEnd) {
            do throws(SearchEnd) {
                try explorer.design()
                try explorer.search()
                try explorer.polish()
                try explorer.lookCloser()
            } catch {
                guard case .budget = error else { throw error }
                ending = .budget
                explorer.takeBestGuess()
            }
            ledger.limit = settings.budget
            try finals.run()
            if finals.isShort { ending = .budget }
        } catch {
            switch error {
            case .fault(let fault): return .failure(fault)
            case .cancelled: ending = .cancelled
            case .budget: ending = .budget
            }
        }
        return .success(OutcomeAccount(explorer, finals, ending: ending).outcome())
    }
}
