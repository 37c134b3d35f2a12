/// Calls to people who wait long for treatment (KT-2, KT-3, KT-5).
public struct KeepingInTouchRule: Sendable, Equatable {
    /// Whether the service makes these calls at all.
    public var isOn = true
    /// Days between the first appointment and the first call, and between calls.
    public var everyDays = 28
    /// Whether calls go on while the wait does; else there is one, after the first appointment (KT-2).
    public var repeats = true
    /// Length of a call, minutes of a clinician's time.
    public var minutes = 15

    /// The rule of the sources.
    public init() {}

    /// The day on which the next call is due to somebody who waits; nil if none is.
    /// - Parameters:
    ///   - last: the first appointment, or the last call.
    ///   - start: the day on which this wait began: a later call is one that was made.
    @inlinable
    public func nextDue(after last: CivilDay, waitingFrom start: CivilDay) -> CivilDay? {
        isOn && (repeats || last <= start) ? nextDue(after: last) : nil
    }

    /// The day on which the next call is due.
    /// - Parameter last: the first appointment, or the last call.
    @inlinable
    public func nextDue(after last: CivilDay) -> CivilDay { last + Int32(everyDays) }
}
