import CareModel

/// How long the appointments of a week are, minutes.
public struct SlotLengths: Sendable, Equatable {
    /// A first appointment.
    public var first: Int
    /// A treatment session.
    public var session: Int
    /// A keeping-in-touch call.
    public var call: Int

    /// Lengths, each over 0.
    public init(first: Int, session: Int, call: Int) {
        self.first = first
        self.session = session
        self.call = call
    }
}

extension WeekTemplate {
    /// A week of the same days and as much bookable time, laid out so that first appointments have a share of it (PO-1,
    /// PO-2); calls keep theirs. A pause that each day has is kept.
    /// - Parameter firstShare: 0 … 1.
    public func laidOut(firstShare: Double, _ lengths: SlotLengths) -> WeekTemplate {
        let days = Weekday.allCases.map { bookable($0).runs }
        let hours = days.map { runs in
            guard let first = runs.first, let last = runs.last else { return MinutesOfDay(start: 0, end: 0) }
            return MinutesOfDay(
                start: Quanta.minuteOfDay(first.lowerBound), end: Quanta.minuteOfDay(last.upperBound))
        }
        let pauses = days.filter { !$0.isEmpty }.map { runs in
            zip(runs, runs.dropFirst()).map { $1.lowerBound - $0.upperBound }.max() ?? 0
        }
        var plan = WeekPlan(hours: hours)
        plan.breakMinutes = (pauses.min() ?? 0) * Quanta.minutes
        plan.bookableMinutes = Weekday.allCases.reduce(0) { $0 + bookable($1).count * Quanta.minutes }
        guard plan.bookableMinutes > 0 else { return self }
        plan.firstShare = firstShare
        let calls = Double(minutes(.keepingInTouch)) / Double(plan.bookableMinutes)
        plan.keepingInTouchShare = min(calls, 1 - firstShare)
        plan.firstMinutes = lengths.first
        plan.sessionMinutes = lengths.session
        plan.callMinutes = lengths.call
        return WeekTemplate(plan)
    }
}
