import CareModel
import Diaries
import TestSupport
import Testing

/// What any layout must keep, whatever the plan.
enum WeekLayout {
    /// The quanta of a day that may hold slots: whole quanta of the hours, after what is reserved.
    static func allowed(_ plan: WeekPlan, _ weekday: Weekday) -> [Bool] {
        let hours = plan.hours[Int(weekday.rawValue)]
        let start = hours.start + plan.reservedMinutes[Int(weekday.rawValue)]
        return (0..<192).map { quantum in
            let minute = 360 + quantum * 5
            return minute >= start && minute + 5 <= hours.end
        }
    }

    /// Quanta that a layout books outside the hours or in reserved time.
    static func outside(_ week: WeekTemplate, _ plan: WeekPlan, _ weekday: Weekday) -> [Int] {
        let allowed = allowed(plan, weekday)
        return (0..<192).filter { week.bookable(weekday).contains($0) && !allowed[$0] }
    }

    /// The longest free stretch between the first and the last slot of a day, in quanta.
    static func longestPause(_ grid: DayGrid) -> Int {
        let booked = (0..<192).filter { grid.contains($0) }
        return zip(booked, booked.dropFirst()).map { $1 - $0 - 1 }.max() ?? 0
    }

    static func length(_ plan: WeekPlan, _ purpose: SlotPurpose) -> Int {
        [plan.firstMinutes, plan.sessionMinutes, plan.callMinutes][Int(purpose.rawValue)]
    }

    /// Slots of a purpose, from the quanta that they take.
    static func slots(_ week: WeekTemplate, _ plan: WeekPlan, _ purpose: SlotPurpose) -> Int {
        week.minutes(purpose) / (Quanta.spanning(minutes: length(plan, purpose)) * 5)
    }
}

/// Random plans.
@Suite("Week layout, random plans")
struct WeekLayoutTests {
    /// A plan as services make them, or stranger.
    static func plan(_ random: inout SplitMix) -> WeekPlan {
        let hours = (0..<7).map { _ -> MinutesOfDay in
            switch random.below(6) {
            case 0: return MinutesOfDay(start: 0, end: 0)
            case 1: return MinutesOfDay(start: 720, end: 1200)
            case 2:
                let start = random.below(1300)
                return MinutesOfDay(start: start, end: start + random.below(1440 - start))
            default: return MinutesOfDay(start: 540, end: 1020)
            }
        }
        var plan = WeekPlan(hours: hours)
        plan.breakMinutes = [0, 30, 60, 43][random.below(4)]
        plan.bookableMinutes = random.below(3000)
        plan.firstShare = Double(random.below(101)) / 100
        plan.keepingInTouchShare = Double(random.below(101)) / 100 * (1 - plan.firstShare)
        plan.firstMinutes = [50, 60, 48][random.below(3)]
        plan.sessionMinutes = [30, 60, 45, 32][random.below(4)]
        plan.callMinutes = [15, 10, 12][random.below(3)]
        plan.reservedMinutes = (0..<7).map { _ in random.below(3) == 0 ? random.below(200) : 0 }
        plan.rotation = random.below(40)
        return plan
    }

    @Test("BK-9, CL-4: slots lie within the hours, after reserved time, none upon another, the break kept")
    func laws() {
        for seed: UInt64 in 1...4000 {
            var random = SplitMix(seed: seed)
            let plan = Self.plan(&random)
            let week = WeekTemplate(plan)
            for weekday in Weekday.allCases {
                let outside = WeekLayout.outside(week, plan, weekday)
                if !outside.isEmpty {
                    Issue.record("seed \(seed): \(weekday) books \(outside)")
                    return
                }
                let counts = SlotPurpose.allCases.map { week[weekday, $0].count }
                if counts.reduce(0, +) != week.bookable(weekday).count {
                    Issue.record("seed \(seed): purposes overlap on \(weekday)")
                    return
                }
                for purpose in SlotPurpose.allCases
                where counts[Int(purpose.rawValue)] % Quanta.spanning(minutes: WeekLayout.length(plan, purpose)) != 0 {
                    Issue.record("seed \(seed): a broken slot on \(weekday)")
                    return
                }
            }
            if WeekTemplate(plan) != week {
                Issue.record("seed \(seed): not the same twice")
                return
            }
        }
    }

    @Test("PO-2: where the hours hold them, counts of slots follow the shares, spread evenly, around a break")
    func shares() {
        var checked = 0
        for seed: UInt64 in 1...4000 {
            var random = SplitMix(seed: seed)
            var plan = Self.plan(&random)
            plan.hours = (0..<7).map { $0 < 5 ? WeekTemplateTests.core : WeekTemplateTests.off }
            plan.reservedMinutes = plan.reservedMinutes.map { $0 / 2 }
            plan.bookableMinutes = 300 + random.below(900)
            let week = WeekTemplate(plan)
            if let trouble = sharesTrouble(week, plan) {
                Issue.record("seed \(seed): \(trouble)")
                return
            }
            checked += 1
        }
        #expect(checked == 4000)
    }

    private func sharesTrouble(_ week: WeekTemplate, _ plan: WeekPlan) -> String? {
        let counts = SlotPurpose.allCases.map { WeekLayout.slots(week, plan, $0) }
        let wanted = [plan.firstShare, 0, plan.keepingInTouchShare].map { $0 * Double(plan.bookableMinutes) }
        for purpose in [SlotPurpose.firstAppointment, .keepingInTouch] {
            let length = Double(WeekLayout.length(plan, purpose))
            let given = Double(counts[Int(purpose.rawValue)]) * length
            if abs(given - wanted[Int(purpose.rawValue)]) > length / 2 + 1e-9 {
                return "\(purpose) has \(given) of \(wanted[Int(purpose.rawValue)]) minutes"
            }
        }
        let left = plan.bookableMinutes - counts[0] * plan.firstMinutes - counts[2] * plan.callMinutes
        if counts[1] != max(0, left / plan.sessionMinutes) { return "\(counts[1]) sessions in \(left) minutes" }
        let pause = Quanta.spanning(minutes: plan.breakMinutes)
        for weekday in Weekday.allCases {
            let grid = week.bookable(weekday)
            // More time than the longest slot takes means two slots or more, and the break between them.
            let longest = max(plan.firstMinutes, plan.sessionMinutes, plan.callMinutes)
            if grid.count > Quanta.spanning(minutes: longest), WeekLayout.longestPause(grid) < pause {
                return "no break on \(weekday)"
            }
        }
        return nil
    }

    @Test("PO-2: days of a week differ by one slot at most")
    func evenDays() {
        for hours in 5...25 {
            var plan = WeekTemplateTests.fullWeek(bookableHours: hours)
            plan.firstShare = 0
            plan.keepingInTouchShare = 0
            let week = WeekTemplate(plan)
            let daily = Weekday.allCases.prefix(5).map { week.bookable($0).count / 6 }
            #expect((daily.max() ?? 0) - (daily.min() ?? 0) <= 1 && daily.reduce(0, +) == hours * 2)
        }
    }
}
