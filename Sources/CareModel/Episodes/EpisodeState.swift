/// Where a person is. Everyone who was ever referred is in exactly one state (KP-10).
@frozen
public enum EpisodeState: UInt8, CaseIterable, Sendable {
    /// Referred, waiting to be screened (RF-4).
    case awaitingScreening
    /// Accepted; the booking clerk tries to reach the person (RF-10).
    case awaitingContact
    /// Reached; on the list for a first appointment.
    case waitingFirstAppointment
    /// A first appointment is booked.
    case firstAppointmentBooked
    /// Missed the first appointment; the time to make contact runs (AT-4, FA-4).
    case missedFirstAppointment
    /// Assessed; on the list for treatment, nobody allocated yet (KT rules).
    case waitingTreatment
    /// Treatment is put off until after a birth (PR-3).
    case onHold
    /// Allocated to a clinician, in a course of treatment.
    case inTreatment
    /// Missed a session; the time to make contact runs (AT-4).
    case missedSession
    /// A step-up waits to be discussed in supervision (ST-1).
    case awaitingSupervision
    /// Left the service.
    case closed

    /// Whether the person is still in the service.
    @inlinable
    public var isOpen: Bool { self != .closed }

    /// Whether a clinician's caseload holds the person (CL-1).
    @inlinable
    public var isOnCaseload: Bool { self == .inTreatment || self == .missedSession }

    /// Whether the person has not yet had a first appointment.
    @inlinable
    public var isBeforeFirstAppointment: Bool { rawValue <= EpisodeState.missedFirstAppointment.rawValue }

    /// The name in tables.
    public var name: String {
        switch self {
        case .awaitingScreening: "awaiting-screening"
        case .awaitingContact: "awaiting-contact"
        case .waitingFirstAppointment: "waiting-first-appointment"
        case .firstAppointmentBooked: "first-appointment-booked"
        case .missedFirstAppointment: "missed-first-appointment"
        case .waitingTreatment: "waiting-treatment"
        case .onHold: "on-hold"
        case .inTreatment: "in-treatment"
        case .missedSession: "missed-session"
        case .awaitingSupervision: "awaiting-supervision"
        case .closed: "closed"
        }
    }

    /// Where somebody is, in sentences.
    public var title: String {
        switch self {
        case .awaitingScreening: "to be screened"
        case .awaitingContact: "to be reached"
        case .waitingFirstAppointment: "waits for a first appointment"
        case .firstAppointmentBooked: "first appointment booked"
        case .missedFirstAppointment: "missed the first appointment"
        case .waitingTreatment: "waits for treatment"
        case .onHold: "treatment is put off"
        case .inTreatment: "in treatment"
        case .missedSession: "missed a session"
        case .awaitingSupervision: "a step-up waits for supervision"
        case .closed: "has left"
        }
    }
}

extension EpisodeState: NamedCode, PropertyValue {}
