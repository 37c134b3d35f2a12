import Allocation
import BookingStore
import CareModel

/// The texts that the outbox knows, by name.
enum MessageTemplate: String {
    case appointmentBooked = "appointment-booked"
    case courseBooked = "course-booked"
    case bookingLink = "booking-link"
    case appointmentMoved = "appointment-moved"
    case appointmentCancelled = "appointment-cancelled"
    case missedAppointment = "missed-appointment"
    case waitEstimate = "wait-estimate"
    case discharge = "discharge"
    case seatTaken = "seat-taken"
    case seatLost = "seat-lost"
    case groupPutOff = "group-put-off"

    /// Whether it says that an appointment is still to come: true as long as that stands and has not begun.
    var isOfComing: Bool {
        switch self {
        case .appointmentBooked, .appointmentMoved: true
        case .courseBooked, .bookingLink, .appointmentCancelled, .missedAppointment, .waitEstimate, .discharge,
            .seatTaken, .seatLost, .groupPutOff:
            false
        }
    }

    /// Whether the general practitioner hears of it too, with the person's consent (FA-6, BK-12).
    var goesToPractitioner: Bool { self == .waitEstimate || self == .discharge }

    /// Whether somebody must tell the person by hand if nothing may be sent.
    var mustBeTold: Bool {
        switch self {
        case .appointmentCancelled, .seatLost, .groupPutOff: true
        default: false
        }
    }
}

extension DecisionWriter {
    /// Puts a message to a person in the outbox: by the channel that the person prefers, if they agreed to it, else by
    /// the first that they agreed to; without any consent, nothing (BK-7, BK-8).
    func tell(_ person: Int, _ template: MessageTemplate, appointment: Int64? = nil) throws {
        // Nothing goes to somebody who died, or to their practice as if they had left.
        guard box.desk.episodes[person].endReason != .died,
            let identity = try writer.identity(ofPerson: Int64(person + 1))
        else { return }
        if let channel = identity.channel {
            try queue(person, template, channel, identity.consents, appointment)
        } else if template.mustBeTold {
            try addTask("tell-by-telephone", due: now, person: person)
        }
        if template.goesToPractitioner, identity.consents.contains(.practitionerLetter) {
            try queue(person, template, .practitionerLetter, identity.consents, appointment)
        }
    }

    private func queue(
        _ person: Int, _ template: MessageTemplate, _ channel: MessageChannel, _ consents: Consents,
        _ appointment: Int64?
    ) throws {
        let number = try writer.nextNumber(of: .message)
        try append(
            .messageQueued(
                MessageQueued(
                    message: number, person: Int64(person + 1), channel: channel, template: template.rawValue,
                    consent: consents, appointment: appointment)))
    }
}

extension Identity {
    /// How the person is reached: as they prefer, else in the order of speed; nil if they agreed to nothing.
    var channel: MessageChannel? {
        let wanted = [preferredChannel].compactMap { $0 } + [.textMessage, .email, .post, .voicemail]
        return wanted.first { $0 != .practitionerLetter && consents.contains($0.consent) }
    }
}
