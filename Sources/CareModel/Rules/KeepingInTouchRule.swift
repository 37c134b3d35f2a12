/// Calls to people who wait long for treatment (KT-2, KT-3, KT-5).
public struct KeepingInTouchRule: Sendable, Equatable {
    /// Whether the service makes these calls at all.
    public var isOn = true
    /// Days between the first appointment and the first call, and between calls.
    public var everyDays = 28
    /// Length of a call, minutes of a clinician's time.
    public var minutes = 15

    /// The rule of the sources.
    public init() {}

    /// The day on which the next call is due.
    /// - Parameter last: the first appointment, or the last call.
    @inlinable
    public func nextDue(after last: CivilDay) -> CivilDay { last + Int32(everyDays) }
}
