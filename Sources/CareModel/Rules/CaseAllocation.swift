/// Who has a person from the referral on (CL-18).
@frozen
public enum CaseAllocation: UInt8, CaseIterable, Sendable {
    /// Nobody before the course begins: whoever has time first assesses, and whoever has room treats.
    case sharedList
    /// One clinician, allocated when the referral is accepted, who keeps a place for the person, assesses and treats.
    case atReferral

    /// The name in scenario files.
    public var name: String {
        switch self {
        case .sharedList: "shared-list"
        case .atReferral: "at-referral"
        }
    }
}
