/// What people are told, by the name of the text that is sent. The names are stored: they stay.
@frozen
public enum MessageTemplate: String, Codable, CaseIterable, Hashable, Sendable, BitwiseCopyable {
    /// An appointment was booked.
    case appointmentBooked = "appointment-booked"
    /// A whole course was booked (BK-2).
    case courseBooked = "course-booked"
    /// A link to book with (BK-10).
    case bookingLink = "booking-link"
    /// An appointment was moved (BK-4).
    case appointmentMoved = "appointment-moved"
    /// An appointment will not take place.
    case appointmentCancelled = "appointment-cancelled"
    /// An appointment was missed: until when the person may be in touch (AT-4).
    case missedAppointment = "missed-appointment"
    /// What was agreed at the first appointment (BK-12).
    case assessmentOutcome = "assessment-outcome"
    /// How long the wait will be (FA-6).
    case waitEstimate = "wait-estimate"
    /// The episode ended (BK-12).
    case discharge
    /// A seat in a course was taken (TX-4).
    case seatTaken = "seat-taken"
    /// There is no seat any more (TX-4).
    case seatLost = "seat-lost"
    /// A course, or a session of it, is put off (TX-4).
    case groupPutOff = "group-put-off"

    /// Whether it says that an appointment is still to come: true as long as that stands and has not begun.
    public var isOfComing: Bool {
        switch self {
        case .appointmentBooked, .appointmentMoved: true
        case .courseBooked, .bookingLink, .appointmentCancelled, .missedAppointment, .waitEstimate, .discharge,
            .assessmentOutcome, .seatTaken, .seatLost, .groupPutOff:
            false
        }
    }

    /// Whether it is true only as long as the person waits for an appointment.
    public var isOfWaiting: Bool {
        switch self {
        case .bookingLink, .waitEstimate, .missedAppointment: true
        case .appointmentBooked, .courseBooked, .appointmentMoved, .appointmentCancelled, .discharge, .seatTaken,
            .assessmentOutcome, .seatLost, .groupPutOff:
            false
        }
    }

    /// Whether it is true for somebody who has left.
    public var isOfLeaving: Bool {
        switch self {
        case .discharge, .appointmentCancelled, .seatLost: true
        case .appointmentBooked, .courseBooked, .bookingLink, .appointmentMoved, .missedAppointment, .waitEstimate,
            .assessmentOutcome, .seatTaken, .groupPutOff:
            false
        }
    }

    /// Whether the general practitioner hears of it too, with the person's consent (FA-6, BK-12).
    public var goesToPractitioner: Bool { self == .waitEstimate || self == .assessmentOutcome || self == .discharge }

    /// Whether somebody must tell the person by hand if nothing may be sent.
    public var mustBeTold: Bool {
        switch self {
        case .appointmentCancelled, .seatLost, .groupPutOff: true
        case .appointmentBooked, .courseBooked, .bookingLink, .appointmentMoved, .missedAppointment, .waitEstimate,
            .assessmentOutcome, .discharge, .seatTaken:
            false
        }
    }

    /// The text in words.
    public var words: String { rawValue.spelledOut }
}
