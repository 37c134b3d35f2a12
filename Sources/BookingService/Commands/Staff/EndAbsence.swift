import Allocation
import BookingStore
public import CareModel

/// A clinician who was to be away is there again on a range of days (BK-6): the time is free again, and those whose
/// appointments were cancelled for it, and can have them back, are listed, in the order of the appointments, each with
/// the time that it had. Nothing is booked.
public struct EndAbsence: UseCase {
    /// Index of the clinician.
    public var clinician: Int32
    /// The first day.
    public var first: CivilDay
    /// The last day.
    public var last: CivilDay

    /// The command.
    public init(clinician: Int32, first: CivilDay, last: CivilDay) {
        self.clinician = clinician
        self.first = first
        self.last = last
    }
}

extension EndAbsence {
    package static let name = "back"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "back" }

    package func perform(in step: CommandStep) throws -> [AffectedBooking] {
        guard step.box.clinicians.indices.contains(Int(clinician)) else {
            throw BookingError.refused([.noSuchClinician])
        }
        let reasons: AbsenceReason = [.sickness, .leave, .training, .parentalLeave]
        let isAway = try step.writer.absences(endingFrom: first).contains {
            $0.clinician == clinician && $0.days.first <= last && !$0.days.reason.isDisjoint(with: reasons)
        }
        guard first <= last, isAway else {
            throw BookingError.invalid(
                "\(step.box.clinicians[Int(clinician)].name) is not away between \(first) and \(last)")
        }
        var decisions = step.decisions()
        let (number, today) = (Int(clinician), step.context.now.day)
        let closed = [first, last].compactMap { step.box.desk.quietDays(number, around: $0, from: today) }
        try decisions.hear(.back(clinician: number, first: first, last: last, reasons))
        // What is left of a long absence closes the days before it anew (CL-6).
        for quiet in Set(closed).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            try decisions.hear(
                .back(clinician: number, first: quiet.lowerBound, last: quiet.upperBound, .beforeLongAbsence))
        }
        for day in [first - 1, last + 1] {
            let quiet = step.box.desk.quietDays(number, around: day, from: today)
            if let quiet { try decisions.closeToNewPeople(number, quiet) }
        }
        return try step.writer.named(step.couldReturn(to: clinician, first, last))
    }
}

extension CommandStep {
    /// Whose appointments were cancelled for an absence, and could be had again at the same time.
    fileprivate func couldReturn(
        to clinician: Int32, _ first: CivilDay, _ last: CivilDay
    ) throws -> [AffectedBooking] {
        try writer.appointments(ofClinician: clinician, from: first, through: last).compactMap { record in
            guard record.status == .cancelled, record.why == DecisionWriter.absent,
                let person = record.placement.person,
                record.placement.start > context.now
            else { return nil }
            let index = Int(person - 1)
            guard let kind = box.desk.nextKind(of: index), kind == record.placement.kind else { return nil }
            let slot = box.desk.fitted(SlotOffer(record.placement), for: index, kind: kind)
            guard box.desk.refusals(of: slot, for: index, kind: kind).allSatisfy(\.canBeOverridden) else { return nil }
            return AffectedBooking(
                person: person, appointment: record.appointment, start: record.placement.start,
                slots: [RankedSlot(slot, in: box, reason: "as it was")])
        }
    }
}
