/// What the service does about missed appointments (AT-3, AT-4, FA-4, PO-5).
public struct AttendancePolicy: Sendable, Equatable {
    /// Missed or cancelled appointments during treatment that end the episode (AT-3); 0 means never.
    public var missesThatEnd = 2
    /// Whether a patient's cancellation with notice counts like a DNA (AT-3 counts both).
    public var cancellationsCount = true
    /// Working days in which a person who missed an appointment may make contact (AT-4).
    public var contactWorkingDays = 7

    /// The policy of the sources.
    public init() {}

    /// Whether this outcome counts against the person during treatment.
    @inlinable
    public func counts(_ attendance: Attendance) -> Bool {
        attendance == .cancelledByPatient ? cancellationsCount : attendance.countsAsMissed
    }

    /// Whether the policy ends an episode with this many misses; the supervisor's exception is the caller's to grant.
    @inlinable
    public func ends(missedCount: Int) -> Bool { missesThatEnd > 0 && missedCount >= missesThatEnd }
}
