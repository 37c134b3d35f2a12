public import CareModel

/// What a bundle of FHIR holds.
public struct FHIROptions: Sendable {
    /// The days whose slots and appointments are in it.
    public var days: ClosedRange<CivilDay>
    /// The present minute: the bundle's timestamp, and by which holds have expired.
    public var now: CivilMinute
    /// Indices of the clinicians; nil for all.
    public var clinicians: [Int32]?
    /// Whether names are shown beside the identifiers.
    public var includesNames = false
    /// Days on which the service is closed besides bank holidays.
    public var closedDays: [CivilDay] = []
    /// What goes before `Schedule/…` in an entry's address.
    public var baseURL = "https://stepcare.invalid/"

    /// Everybody's diaries on some days, without names.
    public init(days: ClosedRange<CivilDay>, now: CivilMinute) {
        self.days = days
        self.now = now
    }
}
