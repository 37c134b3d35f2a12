public import CareModel

/// What a part of a clinician's week is set aside for (PO-2).
@frozen
public enum SlotPurpose: UInt8, CaseIterable, Sendable {
    /// First appointments.
    case firstAppointment
    /// Treatment sessions.
    case treatment
    /// Keeping-in-touch calls.
    case keepingInTouch

    /// The purpose that an appointment needs.
    @inlinable
    public init(_ kind: AppointmentKind) {
        switch kind {
        case .firstAppointment: self = .firstAppointment
        case .treatment: self = .treatment
        case .keepingInTouch: self = .keepingInTouch
        }
    }
}
