public import CareModel
public import Diaries

/// A free slot that a batch may fill.
@frozen
public struct BatchSlot: Sendable, Equatable, BitwiseCopyable {
    /// Index of the clinician.
    public var clinician: Int32
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// What for.
    public var kind: AppointmentKind
    /// How many people may be placed in it: 1, or the seats left in a group (TX-4).
    public var seats: Int32 = 1
    /// What it has that people may need or wish for.
    public var traits: SlotTraits = []
    /// Index of the venue in ``PlacementPolicy/travel``; -1 if nobody travels to it.
    public var venue: Int32 = -1
    /// Step 3 sees people for step 2 in it: an assessment week (PO-1).
    public var servesStepBelow = false
    /// Set aside for another purpose: only for people with priority (FA-8, PO-2).
    public var isOnlyForPriority = false
    /// What is already known of why it would be offered: released time, an assessment week (BK-3).
    public var reasons: OfferReasons = []

    /// A slot for one person.
    public init(clinician: Int32, start: CivilMinute, minutes: Int, kind: AppointmentKind) {
        self.clinician = clinician
        self.start = start
        self.minutes = minutes
        self.kind = kind
    }

    /// The slot of an offer found live, so that both rank by the same cost.
    public init(_ offer: SlotOffer, kind: AppointmentKind) {
        self.init(clinician: offer.clinician, start: offer.start, minutes: offer.minutes, kind: kind)
        reasons = offer.reasons
    }

    /// The minute after the last.
    @inlinable
    public var end: CivilMinute { start + Int64(minutes) }

    /// Whether all of it lies in a part of the day. O(1).
    @inlinable
    public func isWithin(_ part: TimeOfDayPreference) -> Bool {
        guard part != .any else { return true }
        let first = Quanta.index(minuteOfDay: start.minuteOfDay)
        let slot = DayGrid(first..<min(Quanta.perDay, first + Quanta.spanning(minutes: minutes)))
        return slot & part.grid == slot
    }
}
