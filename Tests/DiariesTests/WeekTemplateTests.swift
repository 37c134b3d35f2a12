import CareModel
import Diaries
import Testing

/// The layout of a clinician's week: shares, hours, breaks, reserved time.
@Suite("Week template")
struct WeekTemplateTests {
    static let off = MinutesOfDay(start: 0, end: 0)
    static let core = MinutesOfDay(start: 9 * 60, end: 17 * 60)

    static func fullWeek(bookableHours: Int = 20) -> WeekPlan {
        var plan = WeekPlan(hours: [core, core, core, core, core, off, off])
        plan.bookableMinutes = bookableHours * 60
        plan.firstShare = 0.3
        plan.keepingInTouchShare = 0.05
        return plan
    }

    @Test("PO-2: a plain week has the slots that its shares say")
    func plainWeek() {
        let week = WeekTemplate(Self.fullWeek())
        // 1200 minutes: 360 are seven first appointments, 60 are four calls, 790 are left for 26 sessions.
        #expect(week.minutes(.firstAppointment) == 7 * 50)
        #expect(week.minutes(.keepingInTouch) == 4 * 15)
        #expect(week.minutes(.treatment) == 26 * 30)
        #expect(Weekday.allCases.filter(\.isWeekend).allSatisfy { week.bookable($0).isEmpty })
    }

    @Test("PO-2: a share of all, of none, and no time at all")
    func extremes() {
        var plan = Self.fullWeek()
        plan.firstShare = 1
        plan.keepingInTouchShare = 0
        let firstsOnly = WeekTemplate(plan)
        #expect(firstsOnly.minutes(.firstAppointment) == 24 * 50 && firstsOnly.minutes(.treatment) == 0)
        plan.firstShare = 0
        let sessionsOnly = WeekTemplate(plan)
        #expect(sessionsOnly.minutes(.treatment) == 1200 && sessionsOnly.minutes(.firstAppointment) == 0)
        plan.bookableMinutes = 0
        #expect(WeekTemplate(plan) == WeekTemplate())
        plan.bookableMinutes = 29
        #expect(WeekTemplate(plan) == WeekTemplate())
    }

    @Test("A week without hours, or with all of them reserved, has nothing to book")
    func nothingToBook() {
        var plan = WeekPlan(hours: [MinutesOfDay](repeating: Self.off, count: 7))
        plan.bookableMinutes = 600
        #expect(WeekTemplate(plan) == WeekTemplate())
        plan = Self.fullWeek()
        plan.reservedMinutes = [480, 480, 600, 480, 480, 0, 0]
        #expect(WeekTemplate(plan) == WeekTemplate())
    }

    @Test("Days of a few minutes take what fits and no more")
    func tinyHours() {
        for minutes in [1, 5, 14, 15, 29, 30, 49, 50, 90] {
            var plan = Self.fullWeek()
            let day = MinutesOfDay(start: 600, end: 600 + minutes)
            plan.hours = [day, Self.off, day, Self.off, Self.off, Self.off, Self.off]
            let week = WeekTemplate(plan)
            for weekday in Weekday.allCases {
                #expect(week.bookable(weekday).count * 5 <= plan.hours[Int(weekday.rawValue)].minutes)
                #expect(WeekLayout.outside(week, plan, weekday).isEmpty)
            }
        }
    }

    @Test("PO-7: evenings and Saturdays are laid out as any other hours")
    func evenings() {
        var plan = Self.fullWeek()
        let evening = MinutesOfDay(start: 12 * 60, end: 20 * 60)
        plan.hours = [evening, Self.off, Self.core, Self.off, evening, Self.core, Self.off]
        plan.bookableMinutes = 900
        let week = WeekTemplate(plan)
        let afterFive = DayGrid(Quanta.index(minuteOfDay: 17 * 60)..<Quanta.perDay)
        for day in [Weekday.monday, .friday] {
            #expect(!(week.bookable(day) & afterFive).isEmpty)
            #expect(WeekLayout.outside(week, plan, day).isEmpty)
        }
        #expect((week.bookable(.wednesday) & afterFive).isEmpty && !week.bookable(.saturday).isEmpty)
        #expect(week.bookable(.tuesday).isEmpty && week.bookable(.sunday).isEmpty)
    }

    @Test("Hours beyond 06:00 to 22:00 are not booked")
    func beyondTheDay() {
        var plan = Self.fullWeek()
        plan.hours[0] = MinutesOfDay(start: 0, end: 1440)
        plan.hours[1] = MinutesOfDay(start: 21 * 60, end: 24 * 60)
        let week = WeekTemplate(plan)
        #expect(!week.bookable(.monday).isEmpty && week.bookable(.tuesday).count <= 12)
    }

    @Test("Not all clinicians keep the same hours free")
    func rotations() {
        var plan = Self.fullWeek(bookableHours: 18)
        var layouts: [WeekTemplate] = []
        for rotation in 0..<4 {
            plan.rotation = rotation
            let week = WeekTemplate(plan)
            #expect(!layouts.contains(week), "rotation \(rotation)")
            #expect(
                SlotPurpose.allCases.map { week.minutes($0) }
                    == SlotPurpose.allCases.map {
                        WeekTemplate(Self.fullWeek(bookableHours: 18)).minutes($0)
                    })
            layouts.append(week)
        }
    }

    @Test("A template remembers each weekday and purpose apart")
    func cells() {
        var week = WeekTemplate()
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let start = Int(weekday.rawValue) * 20 + Int(purpose.rawValue) * 5
                week[weekday, purpose] = DayGrid(start..<start + 2)
            }
        }
        for weekday in Weekday.allCases {
            let start = Int(weekday.rawValue) * 20
            #expect(week[weekday, .treatment] == DayGrid(start + 5..<start + 7))
            #expect(week.bookable(weekday).count == 6 && week.bookable(weekday).first == start)
        }
        #expect(SlotPurpose.allCases.allSatisfy { week.minutes($0) == 7 * 10 })
    }
}
