public import CareModel

/// A request for a session that found a clinician's diary full, so that a request that asks for no more need not look.
///
/// It only saves time: a search gives the same answer with and without it.
@frozen
public struct FullDiary: Sendable, BitwiseCopyable {
    /// The day on which it was asked; nothing is known on any other.
    @usableFromInline var askedOn = CivilDay(number: Int32.min / 2)
    @usableFromInline var kind = AppointmentKind.treatment
    @usableFromInline var minutes = 0
    @usableFromInline var hasPriority = false
    @usableFromInline var earliest = CivilMinute(minutes: 0)
    @usableFromInline var latest = CivilDay(number: 0)

    /// Nothing is known.
    @inlinable
    public init() {}

    /// Whether the diary cannot have a slot for this request either: it asks on the same day for as long or longer,
    /// within
    /// the days that were looked through.
    @inlinable
    public func excludes(_ request: SlotRequest, today: CivilDay) -> Bool {
        askedOn == today && request.kind == kind && request.minutes >= minutes && request.earliest >= earliest
            && request.latest <= latest && (hasPriority || !request.hasPriority)
    }

    /// The request found no slot. One with a wish for a time of day proves nothing: others may fit.
    @inlinable
    public mutating func learn(_ request: SlotRequest, today: CivilDay) {
        guard request.timeOfDay == .any else { return }
        askedOn = today
        kind = request.kind
        minutes = request.minutes
        hasPriority = request.hasPriority
        earliest = request.earliest
        latest = request.latest
    }
}
