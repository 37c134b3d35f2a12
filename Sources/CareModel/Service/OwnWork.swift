/// Time of a clinician that is taken for the service's own work, such as supervision or study (CL-4).
public struct OwnWork: Sendable, Hashable, BitwiseCopyable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The day.
    public var day: CivilDay
    /// From when until when.
    public var hours: MinutesOfDay

    /// Time of a clinician.
    public init(clinician: Int32, day: CivilDay, hours: MinutesOfDay) {
        self.clinician = clinician
        self.day = day
        self.hours = hours
    }
}
