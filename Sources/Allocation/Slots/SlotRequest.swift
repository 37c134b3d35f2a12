public import CareModel
public import Diaries

/// What an appointment must be, for the search of a slot.
@frozen
public struct SlotRequest: Sendable, Equatable, BitwiseCopyable {
    /// What for.
    public var kind: AppointmentKind
    /// Length in minutes.
    public var minutes: Int
    /// Index of the team.
    public var team: Int
    /// The step of the clinician.
    public var step: Step
    /// Under 18: only clinicians trained for it (PR-4).
    public var isUnder18 = false
    /// When in the day the person can come.
    public var timeOfDay: TimeOfDayPreference = .any
    /// Moves ahead of others, and may use time that is set aside for other purposes (FA-8, PR-1).
    public var hasPriority = false
    /// Not on a day on which the clinician takes nobody new before a long absence (CL-6).
    public var avoidsDaysBeforeLeave = false
    /// What else it must have (KT-10, EQ-2, CL-9).
    public var needs = PersonNeeds()
    /// The first minute at which it may start.
    public var earliest: CivilMinute
    /// The last day on which it may be.
    public var latest: CivilDay

    /// A request.
    @inlinable
    public init(
        kind: AppointmentKind, minutes: Int, team: Int, step: Step, earliest: CivilMinute, latest: CivilDay
    ) {
        self.kind = kind
        self.minutes = minutes
        self.team = team
        self.step = step
        self.earliest = earliest
        self.latest = latest
    }
}

/// A slot that fits a request.
@frozen
public struct SlotOffer: Sendable, Hashable, BitwiseCopyable {
    /// Index of the clinician.
    public var clinician: Int32
    /// Index of the room; -1 if none is needed (CL-9).
    public var room: Int32 = -1
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// Why this one (BK-3).
    public var reasons: OfferReasons

    /// An offer without a room.
    @inlinable
    public init(clinician: Int32, start: CivilMinute, minutes: Int, reasons: OfferReasons) {
        self.clinician = clinician
        self.start = start
        self.minutes = minutes
        self.reasons = reasons
    }

    /// The quanta of the day that the slot takes.
    @inlinable
    public var quanta: Range<Int> {
        let first = Quanta.index(minuteOfDay: start.minuteOfDay)
        return first..<(first + Quanta.spanning(minutes: minutes))
    }

    /// The quanta that it takes without so many minutes at its end; one at least.
    func quanta(without beyond: Int) -> Range<Int> {
        let first = Quanta.index(minuteOfDay: start.minuteOfDay)
        return first..<(first + Quanta.spanning(minutes: max(Quanta.minutes, minutes - beyond)))
    }
}

/// Why a slot is offered (BK-3).
@frozen
public struct OfferReasons: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt16

    /// From bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first slot that fits.
    @inlinable public static var firstThatFits: OfferReasons { OfferReasons(rawValue: 1) }
    /// With the clinician who knows the person (TX-12).
    @inlinable public static var continuity: OfferReasons { OfferReasons(rawValue: 2) }
    /// The person's class moves ahead (FA-8).
    @inlinable public static var priority: OfferReasons { OfferReasons(rawValue: 4) }
    /// Time set aside for something else that nobody used (PO-2).
    @inlinable public static var released: OfferReasons { OfferReasons(rawValue: 8) }
    /// In an assessment week (PO-1).
    @inlinable public static var assessmentWeek: OfferReasons { OfferReasons(rawValue: 16) }
}
