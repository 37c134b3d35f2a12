import Allocation
import BookingStore
import CareModel

/// Writes what was booked, given up and held, with what the step says of itself.
struct AppointmentWriter {
    let log: StepLog
    /// Why a rule was overridden, if it was (CL-1).
    let overrideReason: String?
    /// How the appointment takes place.
    let channel: ConsultationChannel

    /// An appointment was booked.
    /// - Parameters:
    ///   - old: the start of the one that was given up for it, if it is a move (BK-4).
    ///   - hold: the hold that it confirms, if one.
    /// - Returns: its number.
    func book(
        _ person: Int, _ appointment: DeskAppointment, insteadOf old: CivilMinute?, takesOn: Bool, hold: Int64?
    ) throws -> Int64 {
        let placement = Placement(
            person: Int64(person + 1), clinician: appointment.clinician, room: appointment.roomNumber,
            kind: appointment.kind, start: appointment.start, minutes: Int(appointment.minutes))
        var booking = Booking(appointment: log.box.nextAppointment, placement: placement, channel: channel)
        booking.reasons = takesOn ? Booking.takesOn : 0
        booking.overrideReason = overrideReason
        booking.hold = hold
        booking.replaces = try old.flatMap { try log.appointment(of: person, at: $0) }
        try log.append(.booked(booking))
        log.box.nextAppointment += 1
        return booking.appointment
    }

    /// An appointment that stood will not take place.
    /// - Parameters:
    ///   - why: in somebody's words.
    ///   - cause: the entry that it follows from, if it follows from one about the person.
    /// - Returns: the number of the entry.
    func cancel(
        _ person: Int, _ appointment: DeskAppointment, _ cancellation: Cancellation, _ why: String,
        because cause: Int64?
    ) throws -> Int64? {
        guard let number = log.box.appointments[person, appointment.start] else { return nil }
        var event = AppointmentCancelled(
            appointment: number, by: cancellation.cause.isByPerson ? .patient : .provider,
            noticeMinutes: Int(cancellation.noticeMinutes), why: why)
        event.cause = cancellation.cause
        event.because = cause
        return try log.append(.appointmentCancelled(event))
    }

    /// What became of an appointment (AT-1).
    /// - Returns: the number of the entry.
    func record(
        _ person: Int, _ appointment: DeskAppointment, _ attendance: Attendance, _ scores: Scores?, itemNine: UInt8?
    ) throws -> Int64? {
        guard let number = log.box.appointments[person, appointment.start] else { return nil }
        let recorded = AttendanceRecorded(
            appointment: number, attendance: attendance, scores: scores,
            itemNine: attendance.wasSeen ? itemNine : nil)
        let entry = try log.append(.attendanceRecorded(recorded))
        try log.tasks.endConfirmation(of: person, "the appointment has an outcome")
        return entry
    }
}

extension DeskAppointment {
    /// The number of the room, as the store has it: its index, and one; nil if there is none.
    fileprivate var roomNumber: Int64? { room < 0 ? nil : Int64(room) + 1 }
}
