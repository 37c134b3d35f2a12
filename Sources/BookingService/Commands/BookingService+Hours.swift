import Allocation
import BookingStore
public import CareModel
import Diaries

/// Other hours of a clinician from a day on (CL-3).
public struct HoursChange: Hashable, Sendable {
    /// The first day on which they are in force, until the next day on which hours are said to change.
    public var first: CivilDay
    /// For each weekday, Monday first: from when until when, in multiples of five minutes between 06:00 and 22:00; an
    /// empty stretch is a day off, nil is as it was. None at all takes a change on that day back.
    public var hours: [MinutesOfDay?]

    /// A change of hours.
    public init(from first: CivilDay, _ hours: [MinutesOfDay?]) {
        self.first = first
        self.hours = hours
    }
}

/// What became of a change of hours.
public struct HoursChanged: Codable, Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The clinician's name.
    public var name: String
    /// The first day.
    public var from: CivilDay
    /// The last day, if hours are said to change again after it; nil if they are not.
    public var until: CivilDay?
    /// Bookable minutes of a week before.
    public var minutesBefore: Int
    /// Bookable minutes of a week from then on.
    public var minutes: Int
    /// Who was booked outside the new hours, with the best new slots.
    public var affected: [AffectedBooking] = []
}

extension BookingService {
    /// Changes the hours of a clinician from a day on (CL-3, PO-2). What is booked in time that is not worked any more
    /// is cancelled by the service, and each person is listed with new slots, as for an absence (BK-6, AT-10); so are
    /// people with seats in a course that the clinician cannot lead then. What is offered follows the new hours.
    public func changeHours(
        clinician: Int32, _ change: HoursChange, limit: Int = 3, in context: Context
    ) throws -> HoursChanged {
        let command = KeyedCommand("change hours", .nobody, clinician, change, limit)
        return try run(context, .changeStaff, command) { step in
            guard let index = Int(exactly: clinician), step.box.clinicians.indices.contains(index) else {
                throw BookingError.refused([.noSuchClinician])
            }
            try step.check(change)
            let capacity = { (isAssessment: Bool, day: CivilDay) in
                step.box.desk.capacity.week(index, isAssessment: isAssessment, on: day)
            }
            let before = capacity(false, change.first)
            let usual = capacity(false, change.first - 1).changed(to: change.hours)
            let assessment = capacity(true, change.first - 1).changed(to: change.hours)
            guard usual.bookableMinutes > 0 else {
                throw BookingError.invalid(
                    "no hours are left in the week: who is away is entered with 'absent', who leaves with 'clinician "
                        + "--last-day'")
            }
            let next = step.box.desk.capacity.hoursChange(index).first { $0 > change.first }
            var reply = HoursChanged(
                clinician: clinician, name: step.box.clinicians[index].name, from: change.first,
                until: next.map { $0 - 1 }, minutesBefore: before.bookableMinutes, minutes: usual.bookableMinutes)
            guard usual != before || assessment != capacity(true, change.first) else { return reply }
            var decisions = step.decisions()
            decisions.why = "the clinician's hours are others from \(change.first)"
            try decisions.hear(
                .hours(clinician: index, from: change.first, usual: usual, assessment: assessment))
            let end = step.box.desk.calendar.first + Int32(step.box.desk.calendar.dayCount - 1)
            let last = min(end, reply.until ?? end)
            guard change.first <= last else { return reply }
            let days = max(change.first, step.context.now.day)...last
            try step.endHolds(&decisions, on: days) { slot in
                Int(slot.clinician) == index && !step.box.desk.capacity.isBookable(slot)
            }
            reply.affected = try step.cancelDisplaced(
                .outsideHours(clinician: UInt32(index)), on: days, limit: limit, &decisions)
            reply.affected += try step.writer.named(step.affectedSeats(with: index, on: days))
            return reply
        }
    }
}

extension BookingService.CommandStep {
    /// A change of hours is of days to come, and within the day that can be booked.
    fileprivate func check(_ change: HoursChange) throws {
        guard change.first >= context.now.day, change.first - context.now.day < BookingService.longestAbsence else {
            throw BookingError.invalid(
                "hours change today or on a day to come, within \(BookingService.longestAbsence) days, not on "
                    + "\(change.first)")
        }
        for hours in change.hours.compactMap({ $0 }) where hours.minutes > 0 {
            guard hours.start >= Quanta.dayStart, hours.end <= Quanta.dayEnd, hours.start % Quanta.minutes == 0,
                hours.end % Quanta.minutes == 0
            else {
                throw BookingError.invalid("hours lie between 06:00 and 22:00, on multiples of five minutes")
            }
        }
    }

    /// Ends holds on some days that can keep nothing any more.
    func endHolds(
        _ decisions: inout DecisionWriter, on days: ClosedRange<CivilDay>, where isLost: (SlotOffer) -> Bool
    ) throws {
        for held in box.holds {
            guard let slot = held.slot, days.contains(slot.start.day), isLost(slot) else { continue }
            try decisions.endHold(held.hold)
        }
    }
}

extension WeekTemplate {
    /// Bookable minutes of the week, each counted once, whatever it may be booked for.
    var bookableMinutes: Int {
        Weekday.allCases.reduce(0) { $0 + bookable($1).count * Quanta.minutes }
    }
}
