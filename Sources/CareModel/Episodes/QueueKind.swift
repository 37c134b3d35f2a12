/// The queues whose length and waits are measured exactly, for Little's law.
@frozen
public enum QueueKind: UInt8, CaseIterable, Sendable {
    /// Referred, not yet screened.
    case screening
    /// Being contacted.
    case contact
    /// Waiting for, or booked for, a first appointment.
    case firstAppointment
    /// Waiting for treatment at step 2.
    case treatmentLow
    /// Waiting for treatment at step 3, step-ups included.
    case treatmentHigh
    /// In treatment.
    case inTreatment
}

extension Episode {
    /// The queue that the person is in, of those that are measured; nil in between.
    @inlinable
    public var queue: QueueKind? {
        switch state {
        case .awaitingScreening: .screening
        case .awaitingContact: .contact
        case .waitingFirstAppointment, .firstAppointmentBooked: .firstAppointment
        case .waitingTreatment: step == .low ? .treatmentLow : .treatmentHigh
        case .inTreatment, .missedSession: .inTreatment
        case .missedFirstAppointment, .onHold, .awaitingSupervision, .closed: nil
        }
    }
}
