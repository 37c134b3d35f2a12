import CareModel
import Diaries

extension WeekPlan {
    /// What a clinician's week should hold (PO-1, PO-2, PO-7, CL-2, CL-3, CL-4).
    /// - Parameters:
    ///   - staff: what is said of the post; its role is the holder's.
    ///   - number: the post's number in its team.
    ///   - declared: what the holder declares, about 1 (CL-10).
    ///   - practice: the team's, in force.
    ///   - firstShare: the share of bookable time for first appointments.
    ///   - supervision: minutes a week that the holder receives and gives.
    init(
        of staff: StaffInput, number: Int, declared: Double, in team: TeamScenario, practice: Practice,
        firstShare: Double, supervision: (received: Int, given: Int)
    ) {
        let course = staff.role.step == .low ? practice.low.rule : practice.high.rule
        self.init(hours: WeekPlan.hours(of: staff, number: number, in: team, practice.workforce))
        firstMinutes = course.firstAppointmentMinutes
        sessionMinutes = course.sessionMinutes
        callMinutes = practice.keepingInTouch.rule.minutes
        // Time is set aside only for what is the role's work (CL-15).
        self.firstShare = staff.role.takes(.firstAppointment) ? firstShare : 0
        let calls = practice.keepingInTouch.rule.isOn && staff.role.takes(.keepingInTouch)
        keepingInTouchShare = calls ? practice.diary.keepingInTouchShare : 0
        rotation = number
        let worked = hours.indices.filter { hours[$0].minutes > 0 }
        if let day = worked.isEmpty ? nil : worked[number % worked.count] {
            reservedMinutes[day] = min(supervision.received, hours[day].minutes / 2)
        }
        let time = BookableTime(
            of: staff, declared: declared, practice, supervision: supervision.received + supervision.given)
        bookableMinutes = time.planned
    }

    /// The hours of each weekday: whole days by WTE, trainees their days of practice (CL-3), evenings and Saturdays
    /// (PO-7).
    private static func hours(
        of staff: StaffInput, number: Int, in team: TeamScenario, _ workforce: WorkforceInput
    ) -> [MinutesOfDay] {
        let off = MinutesOfDay(start: 0, end: 0)
        var hours = [MinutesOfDay](repeating: off, count: 7)
        let fullDays = staff.role.isTrainee ? Double(workforce.traineePracticeDays) : 5.0
        let days = max(1, Int((staff.wte * fullDays).rounded()))
        let shift = staff.saturdays ? 1 : 0
        for position in 0..<min(5, days) {
            // Days off rotate, so that the team is there on every day.
            let weekday = (position * 5 / days + number) % 5 + shift
            hours[weekday] = team.hours(
                onDay: position, evenings: staff.eveningsPerWeek, earlyDays: staff.earlyDaysPerWeek)
        }
        return hours
    }
}

extension TeamScenario {
    /// The hours of a day of somebody's week: as many days as are said run into the evening, the next begin early, and
    /// the others are the core hours. All are as long (PO-7).
    fileprivate func hours(onDay position: Int, evenings: Int, earlyDays: Int) -> MinutesOfDay {
        let length = openingHours.minutes
        if position < evenings {
            return MinutesOfDay(start: max(0, extendedHours.end - length), end: extendedHours.end)
        }
        guard position < evenings + earlyDays else { return openingHours }
        return MinutesOfDay(start: extendedHours.start, end: min(1440, extendedHours.start + length))
    }
}

/// How much of a clinician's week can be booked (CL-2, CL-3, CL-4, AT-8), minutes.
struct BookableTime {
    /// What the scenario asks for, with what the holder declares.
    var asked: Double
    /// The most that can be booked as usual: a share of the contract, less study and supervision.
    var most: Double
    /// The most that can be booked back to back: the contract, less study and supervision.
    var mostBackToBack: Double
    /// How much more than usual is booked (AT-8), share.
    var overbooking: Double

    /// The time of one holder of a post.
    /// - Parameter supervision: minutes a week, received and given.
    init(of staff: StaffInput, declared: Double = 1, _ practice: Practice, supervision: Int) {
        let workforce = practice.workforce
        let contracted = workforce.hoursPerWeek * 60 * staff.wte
        let studying = staff.role.isTrainee ? contracted * Double(5 - workforce.traineePracticeDays) / 5 : 0
        let other = studying + Double(supervision)
        asked = staff.bookableHours * 60 * staff.wte * declared * workforce.bookableShare
        most = max(0, contracted * workforce.mostBookableShare - other)
        mostBackToBack = max(0, contracted - other)
        overbooking = practice.diary.overbooking
    }

    /// What is booked: what is asked for as far as it can be, and so much more where people are counted on not to come.
    var planned: Int { Int(min(min(asked, most) * (1 + overbooking), mostBackToBack)) }
}
