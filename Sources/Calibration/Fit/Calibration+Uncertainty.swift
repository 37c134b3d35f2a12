import Foundation
import PublishedStatistics
import ServiceSimulation

extension Calibration {
    /// Values that move as far as makes the figures of the fitted service move as those of providers did.
    func uncertainty(_ drift: MomentDrift) -> UncertaintyInput {
        func moved(_ quantity: MomentQuantity, _ usual: Double) -> Double {
            max(0, drift[quantity].map(\.tailDeviation) ?? usual)
        }
        /// A figure's drift over how strongly it answers to some values; an answer is believed within a factor.
        func value(
            _ quantity: MomentQuantity, usual: Double, to keys: [String], between least: Double, and most: Double
        ) -> Double {
            let response = responses.response(of: quantity, to: keys).map(abs) ?? least
            return moved(quantity, usual) / min(most, max(least, response))
        }
        let practice = scenario.teams[0].practice
        let lost = practice.contact.neverAnswers + (1 - practice.contact.neverAnswers) * practice.contact.declines
        var uncertainty = UncertaintyInput()
        uncertainty.referrals = Self.rounded(moved(.referralsPerWeek, 0.07), 0.01...0.5)
        uncertainty.lost = Self.rounded(moved(.endedBeforeTreatment, 0.04) / max(0.05, lost), 0...0.4)
        uncertainty.capacity = Self.rounded(moved(.attendedPerWeek, 0.08), 0.01...0.2)
        // Diaries are divided anew every few weeks, and lists take months to follow: of what the wait would answer to
        // in the long run a year sees half at most.
        uncertainty.aim = Self.rounded(
            value(.firstWaitMean, usual: 0.3, to: ["diary.aim-days"], between: 0.35, and: 0.5), 0.05...0.9)
        uncertainty.highShare = Self.rounded(
            value(
                .assessmentToHighWait, usual: 0.3, to: ["first-appointments.low-to-high"], between: 0.8, and: 4),
            0...0.12)
        uncertainty.sessions = Self.rounded(
            value(
                .sessions, usual: 0.4,
                to: ["low-intensity.needed-sessions", "high-intensity.needed-sessions"], between: 0.5, and: 1)
                / max(2, moments.value(.sessions) ?? 8), 0...0.3)
        uncertainty.leavers = Self.rounded(
            moved(.endedTreatedOnce, 0.02) / max(0.1, moments.value(.endedTreatedOnce) ?? 0.29), 0...0.5)
        uncertainty.outcomes = Self.rounded(
            value(.recovery, usual: 0.015, to: ["scores.high-change"], between: 0.1, and: 0.5), 0...0.3)
        return uncertainty
    }

    private static func rounded(_ value: Double, _ range: ClosedRange<Double>) -> Double {
        (min(range.upperBound, max(range.lowerBound, value)) * 1000).rounded() / 1000
    }
}
