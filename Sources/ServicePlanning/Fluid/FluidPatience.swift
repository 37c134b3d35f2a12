import CareModel
import Foundation
import ServiceSimulation

/// Giving up while waiting, as water (KT-7): the longer the wait, the more of a list leave it each week.
struct FluidPatience: Sendable {
    /// Days within which half would have given up.
    private let halfDays: Double
    /// How the hazard grows with the wait.
    private let shape: Double
    /// Times the hazard, so that no more leave than were seen to.
    private var times = 1.0

    init(halfDays: Double, shape: Double) {
        self.halfDays = halfDays
        self.shape = shape
    }

    /// Leaves no more than were seen to leave a list.
    /// - Parameter modelled: people who leave it by this patience as it is.
    mutating func hold(to left: Double, modelled: Double) {
        times = modelled > 0 ? min(1, max(0, left) / modelled) : 1
    }

    /// How many of a list give up in a week: who is on it came in the last weeks, evenly, and their hazard over the
    /// days since then is that of a Weibull law.
    /// - Parameter joining: how many come to the list in a week.
    func leaving(_ waiting: Double, joining: Double) -> Double {
        let days = min(Self.longest, max(7, 7 * waiting / max(1e-6, joining)))
        return waiting * min(1, times * 7 / days * log(2) * pow(days / halfDays, shape))
    }

    /// The longest wait that a weekly flow tells of, days.
    private static let longest = 730.0
}

/// The patience on each list.
struct FluidPatiences: Sendable {
    var first: FluidPatience
    var low: FluidPatience
    var high: FluidPatience

    /// That of a scenario.
    init(_ input: WaitingInput) {
        first = FluidPatience(halfDays: input.firstAppointmentHalfDays, shape: input.shape)
        low = FluidPatience(halfDays: input.lowHalfDays, shape: input.shape)
        high = FluidPatience(halfDays: input.highHalfDays, shape: input.shape)
    }

    /// Leaves no more than were seen to leave each list.
    /// - Returns: how many that patience says gave up, as it was.
    mutating func hold(
        to left: (first: Double, low: Double, high: Double), _ counted: CountedWeeks
    ) -> (first: Double, low: Double, high: Double) {
        let gone = (
            first: Self.total(
                first, [.waitingFirstAppointment, .firstAppointmentBooked], .firstAppointment, counted),
            low: Self.total(low, [.waitingLow], .treatmentLow, counted),
            high: Self.total(high, [.waitingHigh, .waitingStepUp], .treatmentHigh, counted)
        )
        first.hold(to: left.first, modelled: gone.first)
        low.hold(to: left.low, modelled: gone.low)
        high.hold(to: left.high, modelled: gone.high)
        return gone
    }

    private static func total(
        _ patience: FluidPatience, _ lists: [Counter], _ queue: QueueKind, _ counted: CountedWeeks
    ) -> Double {
        let waiting = lists.map(counted.weekly)
        let joining = counted.queue(queue).joined / Double(max(1, counted.weeks))
        return (0..<counted.weeks).reduce(0) { sum, week in
            sum + patience.leaving(waiting.reduce(0) { $0 + $1[week] }, joining: joining)
        }
    }
}
