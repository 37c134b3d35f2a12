/// The waits of which the whole distribution is kept. The measures that are read off them are in `Rows`.
public enum WaitKind: Int, CaseIterable, Sendable {
    /// Receipt to first appointment.
    case firstAppointment
    /// Receipt to first treatment.
    case firstTreatment
    /// First to second treatment.
    case secondTreatment
    /// Last session at low intensity to the first at high intensity, after a step-up.
    case stepUp
    /// Assessment to the first session at step 2.
    case assessmentToLow
    /// Assessment to the first session at step 3, straight.
    case assessmentToHigh
    /// Contacts in a finished course; not days.
    case sessionsPerFinished

    /// Its place among all, which is its raw value, read so that it costs nothing in another module. O(1).
    @inlinable public var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// How many there are.
    @inlinable public static var count: Int { sessionsPerFinished.index + 1 }

    /// The name of its distribution.
    public var name: String {
        switch self {
        case .firstAppointment: "first-appointment-wait"
        case .firstTreatment: "first-treatment-wait"
        case .secondTreatment: "second-treatment-wait"
        case .stepUp: "step-up-wait"
        case .assessmentToLow: "assessment-to-low-wait"
        case .assessmentToHigh: "assessment-to-high-wait"
        case .sessionsPerFinished: "sessions-per-finished"
        }
    }

    /// From when to when.
    public var title: String {
        switch self {
        case .firstAppointment: "Referral to first appointment"
        case .firstTreatment: "Referral to first treatment"
        case .secondTreatment: "First to second treatment"
        case .stepUp: "Step-up to first high-intensity session"
        case .assessmentToLow: "Assessment to low-intensity treatment"
        case .assessmentToHigh: "Assessment to high-intensity treatment"
        case .sessionsPerFinished: "Sessions per finished"
        }
    }

    /// What it counts.
    public var unit: MeasureUnit {
        switch self {
        case .firstAppointment, .firstTreatment, .secondTreatment, .stepUp, .assessmentToLow, .assessmentToHigh: .days
        case .sessionsPerFinished: .sessions
        }
    }

    /// The days within which it is promised to end.
    public func promises(_ standards: Standards) -> [Int] {
        switch self {
        case .firstAppointment, .firstTreatment: standards.breachDays
        case .secondTreatment: [standards.secondTreatmentDays, standards.secondTreatmentLimitDays]
        case .stepUp, .assessmentToLow, .assessmentToHigh: [standards.secondTreatmentDays]
        case .sessionsPerFinished: []
        }
    }
}
