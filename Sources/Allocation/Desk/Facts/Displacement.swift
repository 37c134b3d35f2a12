import CareModel

/// Why what is booked can no longer take place where and when it was to.
@frozen
public enum Displacement: Hashable, Sendable, BitwiseCopyable {
    /// It lies outside the hours in which the clinician works now (CL-3).
    case outsideHours(clinician: UInt32)
    /// Its room is closed (CL-9).
    case roomClosed(UInt32)

    /// Why what was booked is given up.
    var cause: CancellationCause {
        switch self {
        case .outsideHours: .outsideHours
        case .roomClosed: .roomClosed
        }
    }
}
