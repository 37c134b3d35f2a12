/// The criteria by which places are compared, in the order of the design: more of one never pays for less of an earlier
/// one, over the whole batch. Each counts a number that is 0 at best.
@frozen
public enum PlacementLevel: UInt8, CaseIterable, Sendable {
    /// 1 without a place, else 0.
    case unplaced
    /// Promises broken, 0 … 3 (FA-1, KP-2, KT-1).
    case breachClass
    /// How far from the due day, rising ever more steeply, so that of two people the one who is due first goes first:
    /// the square of days after the due day, plus 127, which is kept within 0 … 255.
    case dueDate
    /// Days from today, at most 127, times the standing of the person's class: 0 for routine, one more for each class
    /// above (FA-8, PR-1, PR-2, ST-1).
    case priority
    /// 1 with another clinician than the one who knows the person (TX-12).
    case continuity
    /// Wishes that the slot does not meet, 0 … 65.
    case preference
    /// Minutes of travel one way, 0 … 255 (CL-9, BK-9).
    case travel
    /// Breaks ties: the earlier in the list, the earlier the slot. Known within a batch only.
    case turn
}

/// What it costs to see a person in a slot, or in none, by criterion: the common measure of batches and live offers.
@frozen
public struct PlacementCost: Sendable, Equatable, BitwiseCopyable {
    /// One lane for each level, by raw value.
    @usableFromInline var lanes: SIMD8<Int32>

    @inlinable
    init(lanes: SIMD8<Int32>) { self.lanes = lanes }

    /// What counts under a criterion, from 0.
    @inlinable
    public subscript(level: PlacementLevel) -> Int {
        get { Int(lanes[Int(level.rawValue)]) }
        set { lanes[Int(level.rawValue)] = Int32(newValue) }
    }

    /// The criteria in one number: the lower it is, the better the place for this person. Bits from the top: place 1,
    /// breach class 2, due date 16, priority 10, continuity 1, preference 7, travel 8; due date and priority change
    /// places under an order of lists by classes. The turn is not in it. O(1).
    @inlinable
    public func rank(under policy: PlacementPolicy) -> Int64 {
        var rank: Int64 = 0
        for level in policy.levels where level != .turn {
            rank = rank << level.bits | Int64(lanes[Int(level.rawValue)])
        }
        return rank
    }
}

extension PlacementLevel {
    /// Bits that hold what counts under the criterion for one person in one slot.
    @inlinable var bits: Int64 {
        switch self {
        case .unplaced, .continuity: 1
        case .breachClass: 2
        case .dueDate: 16
        case .priority: 10
        case .preference: 7
        case .travel: 8
        case .turn: 31
        }
    }
}

/// An amount for each criterion: the total of a batch, or a change of it.
public struct LevelAmounts: Sendable, Equatable {
    /// By raw value of the level.
    var amounts = SIMD8<Int64>(repeating: 0)

    /// The amount under a criterion.
    public subscript(level: PlacementLevel) -> Int64 {
        get { amounts[Int(level.rawValue)] }
        set { amounts[Int(level.rawValue)] = newValue }
    }

    /// Whether nothing changes.
    public var isZero: Bool { amounts == SIMD8<Int64>(repeating: 0) }

    /// The first criterion, in an order, under which there is any.
    public func first(under policy: PlacementPolicy) -> PlacementLevel? { policy.levels.first { self[$0] != 0 } }

    mutating func add(_ cost: PlacementCost) { amounts &+= SIMD8<Int64>(truncatingIfNeeded: cost.lanes) }

    mutating func subtract(_ cost: PlacementCost) { amounts &-= SIMD8<Int64>(truncatingIfNeeded: cost.lanes) }

    static func - (one: LevelAmounts, other: LevelAmounts) -> LevelAmounts {
        LevelAmounts(amounts: one.amounts &- other.amounts)
    }
}
