import Allocation
import BookingStore
import CareModel

/// Changes what is known of a clinician. What is booked stands, but for what is after a last day: that is cancelled by
/// the service and listed with new slots, as for an absence (AT-10, BK-6), and everybody on the caseload is to be
/// handed over by then: a task for each asks for it (CL-7, CL-11, TX-12).
public struct ChangeClinician: UseCase {
    /// Index of the clinician.
    public var clinician: Int32
    /// What is to be changed.
    public var change: ClinicianChange
    /// Slots to show for each person.
    public var limit: Int

    /// The command.
    public init(clinician: Int32, change: ClinicianChange, limit: Int = 3) {
        self.clinician = clinician
        self.change = change
        self.limit = limit
    }
}

extension ChangeClinician {
    package static let name = "change-clinician"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "change clinician" }
    package var formerParts: [Any?] { [clinician, change] }

    package func perform(in step: CommandStep) throws -> ChangedClinician {
        let index = Int(clinician)
        guard step.box.clinicians.indices.contains(index) else {
            throw BookingError.refused([.noSuchClinician])
        }
        var details = step.box.clinicians[index]
        if let name = change.name { details.name = try NameCheck.checked(name, of: "a clinician") }
        if let sex = change.sex { details.sex = sex }
        if let languages = change.languages { details.languages = languages }
        if let venues = change.venues { details.venues = venues }
        if let seesUnder18 = change.seesUnder18 { details.seesUnder18 = seesUnder18 }
        if let cap = change.caseloadCap { details.caseloadCap = cap }
        if let lastDay = change.lastDay {
            try step.requireNear(lastDay, back: FarDays.farthestBack)
            details.lastDay = lastDay
        }
        if change.stays { details.lastDay = nil }
        let before = step.box.clinicians[index]
        var reply = ChangedClinician(details: details)
        guard details != before else { return reply }
        var decisions = step.decisions()
        if details.lastDay != before.lastDay {
            var known = step.box.desk.capacity.clinicians[index]
            known.lastDay = details.lastDay ?? Clinician.never
            step.box.desk.hear(.clinician(index, known))
            reply.affected = try LastDay(step: step).leave(index, after: details.lastDay, limit: limit, &decisions)
            reply.caseload = try decisions.log.handovers.askAll(from: index, by: details.lastDay)
            reply.toHandOver = try step.writer.named(reply.caseload.map { PersonToHandOver(person: $0) })
        }
        try decisions.append(.clinicianChanged(details))
        step.box.isStale = true
        return reply
    }
}

/// What follows from the last day of a clinician.
private struct LastDay: StepPart {
    let step: CommandStep

    /// Cancels what is booked with a clinician after their last day.
    func leave(
        _ clinician: Int, after lastDay: CivilDay?, limit: Int, _ decisions: inout DecisionWriter
    ) throws -> [AffectedBooking] {
        guard let lastDay else { return [] }
        let first = max(lastDay + 1, context.now.day)
        let last = box.desk.calendar.first + Int32(box.desk.calendar.dayCount - 1)
        guard first <= last else { return [] }
        decisions.why = "the clinician's last day is \(lastDay)"
        let affected = try step.affected.cancelAll(with: clinician, on: first...last, limit: limit, &decisions)
        return affected.map { booking in
            var booking = booking
            if booking.group == nil, box.desk.episodes[Int(booking.person - 1)].state.isOnCaseload {
                booking.advice = "to be handed over with the rest of the course ('move-case')"
            }
            return booking
        }
    }
}
