public import CareModel

/// Who waits, what is free, and what must not be exceeded: the question that batch allocation answers (PO-3).
///
/// Only free time is in it, so whatever it proposes moves no booking that was confirmed (FA-8).
public struct BatchProblem: Sendable {
    /// The day on which the question is asked.
    public var today: CivilDay
    /// Everybody who may be placed, in any order.
    public var people: [BatchPerson]
    /// Every slot that may be filled, in any order.
    public var slots: [BatchSlot]
    /// The clinicians of the slots, by index.
    public var clinicians: [Clinician]
    /// How many people each clinician may take on for treatment, 0 or more (CL-1, CL-8).
    public var openings: [Int32]
    /// How many appointments may be placed with a clinician in a week; a week that is not named has no cap.
    public var weekCaps: [ClinicianWeekCap] = []
    /// How places are compared.
    public var policy: PlacementPolicy

    /// A question about a service.
    /// - Parameter capacity: read for the clinicians and their openings only; see
    ///   ``SlotCut/freeSlots(_:of:with:days:today:)`` for the slots.
    public init(
        today: CivilDay, people: [BatchPerson], slots: [BatchSlot], capacity: borrowing Capacity,
        policy: PlacementPolicy = PlacementPolicy()
    ) {
        self.today = today
        self.people = people
        self.slots = slots
        clinicians = capacity.clinicians
        openings = []
        for clinician in clinicians.indices { openings.append(capacity.openings(clinician, today: today)) }
        self.policy = policy
    }

    /// A question about clinicians without diaries.
    public init(
        today: CivilDay, people: [BatchPerson], slots: [BatchSlot], clinicians: [Clinician], openings: [Int32],
        policy: PlacementPolicy = PlacementPolicy()
    ) {
        self.today = today
        self.people = people
        self.slots = slots
        self.clinicians = clinicians
        self.openings = openings
        self.policy = policy
    }
}

/// How many appointments of a kind may be placed with a clinician in a week, by one batch (CL-2, CL-8, CL-10).
public struct ClinicianWeekCap: Sendable, Equatable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The Monday of the week.
    public var monday: CivilDay
    /// The kind of appointment that is counted.
    public var kind: AppointmentKind
    /// Most people, 0 or more.
    public var most: Int32

    /// A cap.
    public init(clinician: Int32, monday: CivilDay, kind: AppointmentKind, most: Int32) {
        self.clinician = clinician
        self.monday = monday
        self.kind = kind
        self.most = most
    }
}

/// What keeps a person from a slot, whoever else waits; in the order in which it is looked at.
@frozen
public enum MisfitReason: UInt8, CaseIterable, Comparable, Sendable {
    /// Another team, another kind of appointment or another step.
    case elsewhere
    /// The slot is shorter than the appointment.
    case tooShort
    /// Before the person can come, or after the last day that was asked for.
    case outsideDates
    /// At a time of day at which the person cannot come (KT-10).
    case timeOfDay
    /// Set aside for another purpose, and the person has no priority (PO-2, FA-8).
    case setAside
    /// The clinician will have left (CL-7), is not trained to see people under 18 (PR-4), or it is not the role's work
    /// (CL-15).
    case clinician
    /// The clinician is not trained in the therapy (TX-3).
    case therapy
    /// A need is not met: language, venue, channel (EQ-2, KT-10).
    case needs

    /// Earlier looked at, less.
    @inlinable
    public static func < (one: MisfitReason, other: MisfitReason) -> Bool { one.rawValue < other.rawValue }
}

extension BatchProblem {
    /// What keeps a person from a slot; nil if it fits. The predicates are those of the live search. O(1).
    @inlinable
    public func misfit(_ person: BatchPerson, _ slot: BatchSlot) -> MisfitReason? {
        let request = person.request
        let clinician = clinicians[Int(slot.clinician)]
        let step = clinician.role.step
        let isAtStep = step == request.step || (slot.servesStepBelow && request.step == .low)
        guard Int(clinician.team) == request.team, slot.kind == request.kind, isAtStep else { return .elsewhere }
        guard let minutes = clinician.minutes(request.minutes, for: request.needs) else { return .needs }
        guard slot.minutes >= minutes else { return .tooShort }
        let day = slot.start.day
        guard slot.start >= request.earliest, day <= request.latest else { return .outsideDates }
        guard slot.isWithin(request.timeOfDay) else { return .timeOfDay }
        if slot.isOnlyForPriority, !request.hasPriority { return .setAside }
        guard clinician.mayTake(request, on: day) else { return .clinician }
        if let modality = person.modality, !clinician.mayTreat(modality, isUnder18: request.isUnder18) {
            return .therapy
        }
        return person.needs.isSubset(of: slot.traits) ? nil : .needs
    }
}
