public import CareModel

/// What is to be changed of a clinician; nil leaves it as it is.
public struct ClinicianChange: Codable, Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The sex, for people who ask for one (KT-10).
    public var sex: Sex?
    /// Indices of the languages beside English (EQ-2).
    public var languages: [UInt8]?
    /// The venue of each weekday, Monday first; 0 is wherever there is a room (CL-9).
    public var venues: [UInt8]?
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool?
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int?
    /// The last day on which the clinician sees anyone (CL-7).
    public var lastDay: CivilDay?
    /// Whether the clinician stays, after a last day was said.
    public var stays = false

    /// No change.
    public init() {}
}
