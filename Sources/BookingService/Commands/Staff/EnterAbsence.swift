import Allocation
public import CareModel

/// A clinician is absent (BK-6): what is booked and has not begun is cancelled by the service, and each person is
/// listed with ranked new slots, in the order in which they were booked; they are rebooked before anybody new (AT-10).
/// No two of them are shown the same time; nothing is booked. People with seats in a course that the clinician leads
/// are listed with what to do. Before a planned absence of two weeks or more they take nobody new (CL-6).
public struct EnterAbsence: UseCase {
    /// Index of the clinician.
    public var clinician: Int32
    /// The first day.
    public var first: CivilDay
    /// The last day.
    public var last: CivilDay
    /// Why.
    public var reason: AbsenceReason
    /// Slots to show for each person.
    public var limit: Int

    /// The command.
    public init(clinician: Int32, first: CivilDay, last: CivilDay, reason: AbsenceReason = .sickness, limit: Int = 3) {
        self.clinician = clinician
        self.first = first
        self.last = last
        self.reason = reason
        self.limit = limit
    }
}

extension EnterAbsence {
    package static let name = "absent"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "absent" }

    package func perform(in step: CommandStep) throws -> [AffectedBooking] {
        guard step.box.clinicians.indices.contains(Int(clinician)) else {
            throw BookingError.refused([.noSuchClinician])
        }
        guard first <= last, last >= step.context.now.day, last - first < FarDays.longestAbsence else {
            throw BookingError.invalid(
                "\(first) … \(last) is no stretch of days to come, of at most \(FarDays.longestAbsence)")
        }
        try step.requireNear(first, back: FarDays.longestAbsence)
        var decisions = step.decisions()
        decisions.why = DecisionWriter.absent
        try decisions.hear(.absent(clinician: Int(clinician), first: first, last: last, reason))
        // A planned absence of two weeks or more closes the days before it to new people (CL-6).
        let today = step.context.now.day
        let quiet = step.box.desk.quietDays(Int(clinician), around: max(first, today), from: today)
        if let quiet { try decisions.closeToNewPeople(Int(clinician), quiet) }
        return try step.affected.cancelAll(
            with: Int(clinician), on: max(first, step.context.now.day)...last, limit: limit, &decisions)
    }
}
