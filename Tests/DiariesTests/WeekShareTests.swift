import CareModel
import Diaries
import Testing

/// A week whose share of first appointments is another (PO-1).
@Suite("Weeks with another share")
struct WeekShareTests {
    private let lengths = SlotLengths(first: 50, session: 30, call: 15)

    /// Four days of nine to five with an hour's pause, a fifth of it first appointments.
    private var week: WeekTemplate {
        var plan = WeekPlan(
            hours: (0..<7).map { MinutesOfDay(start: $0 < 4 ? 540 : 0, end: $0 < 4 ? 1020 : 0) })
        plan.bookableMinutes = 1200
        plan.firstShare = 0.2
        plan.keepingInTouchShare = 0.1
        return WeekTemplate(plan)
    }

    @Test("PO-1: first appointments have about the share, calls keep theirs", arguments: [0.05, 0.3, 0.5, 0.7, 1])
    func share(_ share: Double) {
        let other = week.laidOut(firstShare: share, lengths)
        let bookable = Double(Weekday.allCases.reduce(0) { $0 + week.bookable($1).count * Quanta.minutes })
        #expect(abs(Double(other.minutes(.firstAppointment)) - share * bookable) <= 60)
        if share < 0.9 { #expect(abs(other.minutes(.keepingInTouch) - week.minutes(.keepingInTouch)) <= 30) }
        if share == 1 { #expect(other.minutes(.treatment) <= 30) }
    }

    @Test("on the same days, within the same hours, with the pause")
    func hours() {
        let other = week.laidOut(firstShare: 0.7, lengths)
        for weekday in Weekday.allCases {
            let (before, after) = (week.bookable(weekday).runs, other.bookable(weekday).runs)
            #expect(before.isEmpty == after.isEmpty)
            guard let first = before.first, let last = before.last, let start = after.first, let end = after.last else {
                continue
            }
            #expect(start.lowerBound >= first.lowerBound && end.upperBound <= last.upperBound)
        }
        #expect(WeekTemplate().laidOut(firstShare: 0.7, lengths) == WeekTemplate())
    }
}
