public import CareModel

/// What a batch allocation proposes. Nothing is booked by it: a scheduler confirms it, place by place or whole.
public struct BatchProposal: Sendable, Equatable {
    /// Who would be seen where, in the order of the list.
    public internal(set) var placements: [BatchPlacement] = []
    /// Who would get no place, in the order of the list.
    public internal(set) var unplaced: [BatchUnplaced] = []
    /// The total under each criterion, those without a place included; no placement has less, compared in the order of
    /// the policy.
    public internal(set) var total = LevelAmounts()
}

/// A place that is proposed to somebody, and why (BK-3).
public struct BatchPlacement: Sendable, Equatable {
    /// The person's number.
    public let person: UInt32
    /// Where.
    public let slot: BatchSlot
    /// Why this one.
    public let reasons: OfferReasons
    /// Days from today to the day on which the first promise falls due; less than 0 once it is broken.
    public let dueInDays: Int
    /// The class that counted.
    public let priority: PriorityClass
    /// What it costs, by criterion.
    public let cost: PlacementCost
    /// What stands against an earlier day that would be better; nil if none fits.
    public let notSooner: BatchObstacle?
}

/// Somebody without a place, and why (BK-3).
public struct BatchUnplaced: Sendable, Equatable {
    /// The person's number.
    public let person: UInt32
    /// What it costs, by criterion.
    public let cost: PlacementCost
    /// Why.
    public let reason: UnplacedReason
}

/// Why somebody gets no place.
public enum UnplacedReason: Sendable, Equatable {
    /// No slot fits, whoever else waits. The requirement named is the one at which the slots that came closest fail.
    case nothingFits(MisfitReason)
    /// Slots fit, and this stands against them.
    case obstacle(BatchObstacle)
}

/// What stands between a person and a better place (BK-3).
public struct BatchObstacle: Sendable, Equatable {
    /// The place that would be best for the person among the better ones.
    public let slot: BatchSlot
    /// What stands against that one.
    public let limit: BatchLimit
    /// Limits at that place that are used up as well: more room at ``limit`` alone may not help then.
    public let alsoUsedUp: [BatchLimitKind]
    /// What one more unit of room at ``limit`` would take off the total: for one slot more, one more appointment in the
    /// week, or one more opening. An amount under an earlier criterion may come with less than 0 under a later one. It
    /// is exact if nothing else is used up there, and else an upper bound. Of the criteria of the first stage only: as
    /// a rule the place, the promises, and the due date or priority; see the decision record.
    public let worth: LevelAmounts
    /// Better places that fit, by what stands against each.
    public let counts: BatchLimitCounts
}

/// A limit that a batch keeps.
public enum BatchLimit: Sendable, Equatable {
    /// The slot is taken by somebody, who, if the two changed places, would cost more under this criterion, the first
    /// one that differs; nil if none does.
    case slot(takenBy: UInt32, decidedBy: PlacementLevel?)
    /// The clinician's week holds no more.
    case week(ClinicianWeekCap)
    /// The clinician can take on nobody more (CL-1, CL-6, CL-8).
    case caseload(clinician: Int32, openings: Int32)
}

/// The kinds of limits, from the place outwards.
public enum BatchLimitKind: UInt8, CaseIterable, Sendable {
    /// The seats of a slot.
    case slot
    /// What a clinician's week may hold.
    case week
    /// The openings of a clinician.
    case caseload
}

/// How many places each kind of limit stands against.
public struct BatchLimitCounts: Sendable, Equatable {
    private var counts: [Int] = [0, 0, 0]

    /// How many a kind of limit stands against.
    public internal(set) subscript(kind: BatchLimitKind) -> Int {
        get { counts[Int(kind.rawValue)] }
        set { counts[Int(kind.rawValue)] = newValue }
    }

    /// All of them.
    public var total: Int { counts.reduce(0, +) }

    init() {}
}
