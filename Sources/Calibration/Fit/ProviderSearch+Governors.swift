import Foundation
import PublishedStatistics

extension ProviderSearch {
    /// Brings a search near: for a few rounds each value is moved by the one figure that it governs most, by the whole
    /// of its distance. It is cheap, one trial a round; what values do to other figures is left to the search.
    /// - Parameters:
    ///   - start: where it begins.
    ///   - governors: which values are moved, and by what.
    ///   - rounds: how often.
    ///   - sum: how far the residuals of a trial are from nothing, as the search counts them.
    /// - Returns: the nearest place of all rounds and its residuals; nil if the fit is cancelled.
    static func approach(
        _ trial: Trial, from start: [Double], by governors: [Governor], rounds: Int, sum: ([Double]) -> Double
    ) -> (place: [Double], residuals: [Double])? {
        var point = start
        var best: (place: [Double], residuals: [Double])?
        for _ in 0...rounds {
            guard let tally = trial.tallies(at: [point])?.first else { return nil }
            let residuals = trial.residuals(of: tally, at: point)
            if best.map({ sum(residuals) < sum($0.residuals) }) ?? true { best = (point, residuals) }
            for (place, parameter) in trial.parameters.enumerated() {
                guard let governor = governors.first(where: { $0.key == parameter.key }),
                    let entry = trial.targets.first(where: { $0.target.quantity == governor.quantity }),
                    let simulated = entry.target.simulated(tally), simulated > 0
                else { continue }
                let error = governor.error(entry.moment.value, simulated)
                let step = governor.response * error / parameter.deviation
                point[place] = min(2.5, max(-2.5, point[place] + min(1, max(-1, step))))
            }
        }
        return best
    }

    /// What governs what, and how strongly a value answers to its figure.
    struct Governor {
        let key: String
        let quantity: MomentQuantity
        let response: Double
        /// Whether distances are in log odds; else in logarithms.
        var isShare = false

        /// Whether a verdict rests on its figure.
        var isOfMain: Bool { CalibrationTarget.all.contains { $0.quantity == quantity && $0.isMain } }

        func error(_ published: Double, _ simulated: Double) -> Double {
            isShare ? Self.logOdds(published) - Self.logOdds(simulated) : log(published / simulated)
        }

        private static func logOdds(_ share: Double) -> Double {
            let share = min(0.99, max(0.01, share))
            return log(share / (1 - share))
        }
    }

    /// Flows go first: those lost before treatment, and not the list, say how many never answer, for a long list that
    /// cannot be met would else be met with people who never answer. Staff answer to waits, not to attended
    /// appointments: where nobody waits, more staff see no more people, and the search would have no slope to follow.
    /// From the side of too few, it has.
    static let governors = [
        Governor(key: "contact.declines", quantity: .endedBeforeTreatment, response: 0.5, isShare: true),
        Governor(key: "contact.never-answers", quantity: .firstTreatmentsPerWeek, response: -1.0),
        Governor(key: "contact.reached", quantity: .waitingForTreatment, response: -0.7),
        Governor(key: "diary.aim-days", quantity: .firstWaitMean, response: 1.0),
        Governor(key: "first-appointments.declines", quantity: .secondTreatmentsPerWeek, response: -1.2),
        Governor(key: "first-appointments.low-to-high", quantity: .sessions, response: 1.5),
        Governor(key: "low-intensity.needed-sessions", quantity: .lowIntensitySessions, response: 1),
        Governor(key: "high-intensity.needed-sessions", quantity: .highIntensitySessions, response: 1),
        Governor(key: "keeping-in-touch.opt-out", quantity: .attendedPerWeek, response: -4),
        Governor(key: "staff at step 2", quantity: .secondWithin28Days, response: 0.08, isShare: true),
        Governor(key: "staff at step 3", quantity: .assessmentToHighWait, response: -0.15),
        Governor(key: "attendance.did-not-attend-treatment", quantity: .didNotAttendShare, response: 1, isShare: true),
        Governor(
            key: "attendance.cancelled-treatment", quantity: .patientCancelledShare, response: 1, isShare: true),
        Governor(
            key: "attendance.provider-cancels", quantity: .providerCancelledShare, response: 1.5, isShare: true),
        Governor(key: "scores.high-change", quantity: .recovery, response: 0.35, isShare: true),
    ]
}
