public import CareModel

/// Why a session of a course is not where the one before, and the interval, would put it (BK-2).
@frozen
public enum SeriesObstacle: UInt8, CaseIterable, Sendable {
    /// A bank holiday, or another day on which the service is closed.
    case closed
    /// The clinician is on leave, or away for another reason.
    case away
    /// The usual time is taken, or set aside for something else.
    case taken
}

/// A session of a course, as it is planned or booked (BK-2).
public struct SeriesSession: Sendable, Equatable {
    /// When, and with whom.
    public let slot: SlotOffer
    /// Booked already.
    public let isBooked: Bool
    /// The day on which it would be, by the interval from the one before.
    public let wanted: CivilDay
    /// Why it is on another day, or at another time than the course usually is; nil if it is not.
    public let obstacle: SeriesObstacle?
}
