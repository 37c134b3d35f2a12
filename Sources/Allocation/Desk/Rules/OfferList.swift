public import CareModel

/// The slots that can be offered to a person, best first, and why none is sooner (BK-3).
public struct OfferList: Equatable, Sendable {
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise made to the person (FA-1, KT-1, PR-1).
    public var due: CivilDay
    /// The slots, best first; empty if there is none in the days that are booked ahead.
    public var slots: [SlotOffer]
    /// What stands in the way of something sooner than the first.
    public var delays: [OfferDelay]
}

/// One thing that stands in the way of a sooner slot, and what would be possible without it.
public struct OfferDelay: Equatable, Sendable {
    /// What stands in the way.
    @frozen
    public enum Cause: UInt8, CaseIterable, Sendable {
        /// The notice that the person needs.
        case notice
        /// The time of day that the person wishes.
        case timeOfDay
        /// Time set aside for other appointments, not released yet (PO-2).
        case setAside
        /// Those who have time have full caseloads, or take nobody new (CL-1, CL-6).
        case caseload
        /// The course stays with one clinician (TX-12).
        case continuity
        /// The sessions of the course are spaced (TX-1, TX-2, TX-8), or treatment is put off (PR-3).
        case spacing
        /// Everybody who could is booked or away on every day before.
        case booked
        /// The person asks for a language, a therapist's sex or a venue, or needs a room (KT-10, EQ-2, CL-9).
        case needs
    }

    /// What stands in the way.
    public var cause: Cause
    /// The start that would be possible without it; nil for ``Cause/booked``.
    public var without: CivilMinute?
}
