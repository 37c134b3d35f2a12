/// The outcome of an appointment; raw values are the national attendance codes (AT-1).
@frozen
public enum Attendance: UInt8, CaseIterable, Sendable {
    /// Cancelled by the patient.
    case cancelledByPatient = 2
    /// Did not attend, no notice.
    case didNotAttend = 3
    /// Cancelled by the provider.
    case cancelledByProvider = 4
    /// Attended on time, or late but before the professional was ready.
    case attendedOnTime = 5
    /// Late, but seen.
    case attendedLate = 6
    /// Late, and not seen.
    case arrivedTooLate = 7

    /// Whether the person was seen.
    @inlinable
    public var wasSeen: Bool { self == .attendedOnTime || self == .attendedLate }

    /// Whether the policy on missed appointments counts it against the person (AT-3): DNA, too late, or a patient's
    /// cancellation. A provider's cancellation never does (AT-10).
    @inlinable
    public var countsAsMissed: Bool { !wasSeen && self != .cancelledByProvider }
}

extension Attendance: NamedCode {
    /// The outcome in sentences.
    public var title: String {
        switch self {
        case .cancelledByPatient: "cancelled by the person"
        case .didNotAttend: "did not attend"
        case .cancelledByProvider: "cancelled by the service"
        case .attendedOnTime: "attended"
        case .attendedLate: "attended, late"
        case .arrivedTooLate: "arrived too late to be seen"
        }
    }
}
