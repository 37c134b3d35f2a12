import Experiments
import Foundation
import ServiceSimulation
import Statistics

/// What becomes of chances where the service moves after today in ways that the forecast does not know: as they are,
/// as forecast with the sizes of such moves, and as drawn to the middle by what other todays taught.
struct DriftStudy {
    let experiment: Experiment
    let todays: Int
    let progress: @Sendable (Int) -> Void

    /// Days that are left until a promise would be broken, up to which one widening is learned.
    static let horizons = [7, 21, Int.max]
    /// The promises that are judged; the longest is broken too rarely.
    static let promises = 2
    /// Weeks that people are followed: the longer of these promises, and one.
    static let weeks = 7

    /// One way to tell chances.
    struct Way {
        let name: String
        let outcomes: [[Reliability.Outcome]]
        let days: [RangeOutcome]
    }

    /// The widenings by horizon, from todays of another seed.
    func learned(_ drift: ServiceDrift) -> [ChanceWidening] {
        let found = study(drift, seed: experiment.seed &+ 1_000_003).findings(progress: progress)
        return Self.horizons.indices.map { place in
            let outcomes = (found?.promises.prefix(Self.promises) ?? []).flatMap { promise in
                zip(promise.reliability.outcomes, promise.daysLeft).filter { Self.horizon($1) == place }.map(\.0)
            }
            return ChanceWidening.fitted(to: outcomes, runs: experiment.replications)
        }
    }

    /// All ways, on todays from which nothing was learned.
    func ways(_ drift: ServiceDrift, _ widenings: [ChanceWidening]) -> [Way] {
        let study = study(drift, seed: experiment.seed)
        var knowing = experiment.scenario
        knowing.uncertainty = drift.sizes
        guard let raw = study.findings(progress: progress),
            let told = study.findings(believing: knowing, progress: progress)
        else { return [] }
        let promises = raw.promises.prefix(Self.promises)
        let widened = promises.map { promise in
            zip(promise.reliability.outcomes, promise.daysLeft).map { outcome, left in
                Reliability.Outcome(
                    occasion: outcome.occasion,
                    chance: widenings[Self.horizon(left)].chance(outcome.chance, runs: experiment.replications),
                    happened: outcome.happened)
            }
        }
        return [
            Way(name: "as they are", outcomes: promises.map(\.reliability.outcomes), days: raw.days),
            Way(
                name: "knowing the sizes", outcomes: told.promises.prefix(Self.promises).map(\.reliability.outcomes),
                days: told.days),
            Way(name: "widened by horizon", outcomes: widened, days: raw.days),
        ]
    }

    private func study(_ drift: ServiceDrift, seed: UInt64) -> ReliabilityStudy {
        var experiment = experiment
        experiment.seed = seed
        var study = ReliabilityStudy(experiment, todays: todays)
        study.drift = drift
        study.weeks = Self.weeks
        return study
    }

    private static func horizon(_ left: Int) -> Int { horizons.firstIndex { left <= $0 } ?? horizons.count - 1 }

    /// How much less the Brier score is than that of other chances of the same people, with its interval, by today.
    static func gain(_ one: [Reliability.Outcome], over other: [Reliability.Outcome]) -> ConfidenceInterval {
        var totals: [Int: Double] = [:]  // summed in order below
        var people = 0.0
        for (one, other) in zip(one, other) {
            let came = one.happened ? 1.0 : 0
            let gain = (other.chance - came) * (other.chance - came) - (one.chance - came) * (one.chance - came)
            totals[one.occasion, default: 0] += gain
            people += 1
        }
        let days = totals.keys.sorted().map { (totals[$0] ?? 0) * Double(totals.count) / max(1, people) }
        return ConfidenceInterval.student(Summary(days))
    }
}
