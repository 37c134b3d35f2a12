import Allocation
import BookingStore
import CareModel

extension DecisionWriter {
    /// Writes that a session of a course beyond the next one was booked (BK-2).
    mutating func bookLater(_ person: Int, _ start: CivilMinute) throws {
        guard let session = box.desk.laterSession(of: person, at: start) else { return }
        let placement = Placement(
            person: Int64(person + 1), clinician: session.slot.clinician, room: session.slot.roomNumber,
            kind: .treatment, start: start, minutes: session.slot.minutes)
        var booking = Booking(appointment: box.nextAppointment, placement: placement, channel: channel)
        booking.overrideReason = overrideReason
        booking.replaces = isMoving ? replacedLater : nil
        try append(.booked(booking))
        box.laterAppointments[LaterKey(person: person, start: start)] = booking.appointment
        booked.append(booking.appointment)
        box.nextAppointment += 1
        // Whoever was told where it is hears that it is elsewhere now.
        if booking.replaces != nil, try toldOf(booking.appointment, person) != nil {
            try tell(person, .appointmentMoved, appointment: booking.appointment)
        }
    }

    /// Writes that a session of a course beyond the next one will not take place (BK-2).
    mutating func cancelLater(_ person: Int, _ start: CivilMinute) throws {
        guard let number = box.laterAppointments.removeValue(forKey: LaterKey(person: person, start: start)) else {
            return
        }
        replacedLater = number
        let notice = max(0, start - now)
        let told = try toldOf(number, person) ?? (canceller == .provider ? number : nil)
        try append(
            cancelled: number, of: person, noticeMinutes: Int(notice),
            why: why.isEmpty ? "the course does not go on as booked" : why)
        if let told, start > now, !isMoving { try tell(person, .appointmentCancelled, appointment: told) }
    }

    /// A session that was booked with the whole course is the next one now: its number stays (BK-2).
    mutating func takeUp(_ person: Int) {
        touched.append(person)
        let key = LaterKey(person: person, start: box.desk.people[person].slotStart)
        box.appointments[person] = box.laterAppointments.removeValue(forKey: key) ?? 0
        box.nextAction[person] = nil
    }
}
