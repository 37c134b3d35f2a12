/// What is whose work (CL-15): the source names first appointments, case management of people in groups, and duty as
/// the work of PWPs and therapists; assistant psychologists give low-intensity work, alone and in groups; support
/// workers support computerised CBT.
extension Role {
    /// Whether the role is one of those beside PWPs and therapists (CL-15).
    @inlinable
    public var isAssistant: Bool { rawValue > 5 }

    /// Whether an appointment of a kind is the role's work. Support of computerised CBT is a treatment contact; who
    /// may treat somebody alone is another question (``holdsCases``).
    @inlinable
    public func takes(_ kind: AppointmentKind) -> Bool {
        guard isAssistant else { return true }
        switch kind {
        case .firstAppointment: return false
        case .treatment: return true
        case .keepingInTouch: return self == .assistantPsychologist
        }
    }

    /// Whether the role has people on a caseload.
    @inlinable
    public var holdsCases: Bool { self != .supportWorker }

    /// Whether the role leads a group; a support worker helps somebody who does (TX-4).
    @inlinable
    public var leadsGroups: Bool { self != .supportWorker }

    /// Whether the role manages the cases of people in groups, is on duty and supervises (TX-4, CL-4, CL-5): a PWP or
    /// therapist, trainees left to whoever asks.
    @inlinable
    public var isPractitioner: Bool { !isAssistant }
}
