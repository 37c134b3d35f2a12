import Allocation
import BookingStore
import CareModel
import Diaries

/// Changes the hours of a clinician from a day on (CL-3, PO-2). What is booked in time that is not worked any more is
/// cancelled by the service, and each person is listed with new slots, as for an absence (BK-6, AT-10); so are people
/// with seats in a course that the clinician cannot lead then. What is offered follows the new hours.
public struct ChangeHours: UseCase {
    /// Index of the clinician.
    public var clinician: Int32
    /// The hours.
    public var change: HoursChange
    /// Slots to show for each person.
    public var limit: Int

    /// The command.
    public init(clinician: Int32, change: HoursChange, limit: Int = 3) {
        self.clinician = clinician
        self.change = change
        self.limit = limit
    }
}

extension ChangeHours {
    package static let name = "change-hours"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "change hours" }

    package func perform(in step: CommandStep) throws -> HoursChanged {
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
        try step.holds.end(&decisions, on: days) { slot, person in
            Int(slot.clinician) == index
                && !(person.map { step.box.desk.isBookable(slot, for: $0) } ?? step.box.desk.capacity.isBookable(slot))
        }
        reply.affected = try step.affected.cancelDisplaced(
            .outsideHours(clinician: UInt32(index)), on: days, limit: limit, &decisions)
        reply.affected += try step.writer.named(step.affected.affectedSeats(with: index, on: days))
        return reply
    }
}

extension CommandStep {
    /// A change of hours is of days to come, and within the day that can be booked.
    fileprivate func check(_ change: HoursChange) throws {
        guard change.first >= context.now.day, change.first - context.now.day < FarDays.longestAbsence else {
            throw BookingError.invalid(
                "hours change today or on a day to come, within \(FarDays.longestAbsence) days, not on "
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
}

extension WeekTemplate {
    /// Bookable minutes of the week, each counted once, whatever it may be booked for.
    var bookableMinutes: Int {
        Weekday.allCases.reduce(0) { $0 + bookable($1).count * Quanta.minutes }
    }
}
