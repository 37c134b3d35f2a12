import Allocation
import BookingStore
import CareModel

extension Bookings {
    /// The session of a course beyond the next one that has this number; nil if the appointment is none (BK-2).
    func laterSession(_ appointment: Int64) throws -> AppointmentKey? {
        guard let key = box.appointments.key(of: appointment),
            box.desk.laterSession(of: key.person, at: key.start) != nil
        else { return nil }
        return key
    }

    /// Moves a session of a course beyond the next one (BK-4): its time is given back, and the other is taken, in one
    /// step.
    func move(
        _ later: AppointmentKey, to slot: SlotOffer, byPerson: Bool, reason: String?
    ) throws -> BookedSlot {
        let number = UInt32(later.person)
        let there = box.desk.laterSession(of: later.person, at: later.start)?.slot
        let wanted = box.desk.fitted(slot, for: later.person, kind: .treatment)
        if let there, there.clinician == wanted.clinician, there.start == wanted.start, there.minutes == wanted.minutes
        {
            let number = box.appointments[later.person, later.start] ?? 0
            return try unchanged(number, there, Int64(later.person + 1))
        }
        _ = try step.holds.end(of: Int64(later.person + 1))
        var decisions = decisions()
        decisions.why = "moved"
        decisions.overrideReason = reason
        try decisions.hear(.laterCancelled(number, later.start, .moved(byPerson: byPerson)))
        let slot = box.desk.fitted(slot, for: later.person, kind: .treatment)
        let refusals = box.desk.laterRefusals(of: slot, for: later.person)
        let hard = refusals.filter { $0 != .setAside && $0 != .anotherLength }
        guard hard.isEmpty else { throw BookingError.refused(hard) }
        if !refusals.isEmpty { try checkOverride(refusals, reason) }
        try decisions.hear(.laterChosen(number, slot, insteadOf: later.start))
        guard let booked = decisions.booked.last else { throw BookingError.refused([.taken]) }
        return BookedSlot(
            appointment: booked, start: slot.start, clinician: slot.clinician,
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: Int64(later.person) + 1,
            name: try step.name(of: Int64(later.person) + 1),
            clinicianName: box.clinicians[Int(slot.clinician)].name)
    }

    /// Somebody who missed a session came to the next one that is booked of the course: it is the one that stands now
    /// (AT-4, BK-2). Does nothing for any other appointment.
    func takeUp(_ appointment: Int64, _ decisions: inout DecisionWriter) throws {
        guard let later = try laterSession(appointment) else { return }
        let number = UInt32(later.person)
        let next = box.desk.laterSessions(of: later.person).first
        guard next?.slot.start == later.start, box.desk.isPossible(.cameToLater(number)) else {
            guard later.start <= context.now else { throw BookingError.notNow(later.start) }
            throw BookingError.invalid(
                "an earlier appointment of person \(later.person + 1) has no outcome yet: record that first")
        }
        box.desk.tookPlace = later.start
        try decisions.hear(.cameToLater(number))
    }
}
