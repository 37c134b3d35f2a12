import CareModel
import Diaries
import TestSupport
import Testing

/// A clinician's week with other hours (CL-3, PO-2).
@Suite struct WeekHoursTests {
    private static let hours: [MinutesOfDay?] = [
        nil, MinutesOfDay(start: 0, end: 0), MinutesOfDay(start: 540, end: 780), MinutesOfDay(start: 780, end: 1020),
        MinutesOfDay(start: 360, end: 1320), MinutesOfDay(start: 1020, end: 1200), MinutesOfDay(start: 605, end: 610),
    ]

    /// Every day of random weeks, with random hours for some of its days.
    @Test(arguments: 0..<40) func whatStaysStaysAndNothingIsOutside(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let worked = (0..<7).map { _ in random.below(3) > 0 }
        var plan = WeekTemplateTests.fullWeek(bookableHours: 5 + random.below(25))
        for day in 0..<7 where !worked[day] { plan.hours[day] = WeekTemplateTests.off }
        let week = WeekTemplate(plan)
        let told = (0..<7).map { _ in Self.hours[random.below(Self.hours.count)] }
        let changed = week.changed(to: told)
        for (weekday, hours) in zip(Weekday.allCases, told) {
            guard let hours else {
                for purpose in SlotPurpose.allCases { #expect(changed[weekday, purpose] == week[weekday, purpose]) }
                continue
            }
            let open = DayGrid(Quanta.within(hours))
            #expect(changed.bookable(weekday).subtracting(open).isEmpty, "\(weekday) \(hours)")
            for purpose in SlotPurpose.allCases {
                let kept = week[weekday, purpose] & open
                #expect(kept.subtracting(changed[weekday, purpose]).isEmpty, "\(weekday) \(purpose) \(hours)")
            }
        }
        #expect(changed.changed(to: told) == changed.changed(to: told))
        #expect(week.changed(to: [MinutesOfDay?](repeating: nil, count: 7)) == week)
    }

    @Test func aDayThatIsNewIsAsTheFullestDay() {
        var plan = WeekTemplateTests.fullWeek()
        plan.hours[0] = WeekTemplateTests.off
        let week = WeekTemplate(plan)
        #expect(week.bookable(.monday).isEmpty)
        let changed = week.changed(to: [WeekTemplateTests.core])
        let fullest = Weekday.allCases.map { week.bookable($0).count }.max()
        #expect(changed.bookable(.monday).count == fullest && (fullest ?? 0) > 0)
        #expect(changed.minutes(.firstAppointment) > week.minutes(.firstAppointment))
        // Nobody worked in the evening: that is for treatment.
        let evening = week.changed(to: [MinutesOfDay(start: 1080, end: 1200)])
        #expect(evening[.monday, .treatment].count == 24 && evening[.monday, .firstAppointment].isEmpty)
    }
}
