/// How a waiting list is ordered (PO-3).
@frozen
public enum ListOrder: UInt8, CaseIterable, Sendable {
    /// By the date of receipt, or of the start of the wait.
    case firstComeFirstServed
    /// By the day on which the promise falls due.
    case earliestDueDate
    /// By priority class, then by due day.
    case priorityClasses
    /// By the day on which the promise falls due; the morning round places the whole list in all free time at once.
    case optimised

    /// The name in scenario files.
    public var name: String {
        switch self {
        case .firstComeFirstServed: "first-come-first-served"
        case .earliestDueDate: "earliest-due-date"
        case .priorityClasses: "priority-classes"
        case .optimised: "optimised"
        }
    }
}

/// The order of the lists and of the priority classes (PO-3, PR-1, PR-2, ST-1, FA-8).
public struct PriorityOrder: BitwiseCopyable, Sendable, Equatable {
    /// How lists are ordered.
    public var order: ListOrder = .priorityClasses
    /// The rank of each class, a byte each by its raw value; 0 goes first. An order is read at every join of a list, as
    /// part of rules that are plain words throughout: an array here would be held and let go each time.
    @usableFromInline let ranks: UInt64
    /// The rank of classes that are not named: they count as routine.
    private let unranked: UInt8

    /// An order of classes, most pressing first, each once; those left out rank with ``PriorityClass/routine``, last.
    public init(order: ListOrder = .priorityClasses, classes: [PriorityClass]) {
        self.order = order
        unranked = UInt8(classes.count)
        ranks = PriorityClass.allCases.reduce(0) { ranks, priority in
            let rank = classes.lastIndex(of: priority) ?? classes.count
            return ranks | UInt64(rank) << PriorityOrder.place(of: priority)
        }
    }

    /// The classes from the first to the last.
    public var classes: [PriorityClass] {
        PriorityClass.allCases.filter { place($0) < unranked }.sorted { place($0) < place($1) }
    }

    /// The first bit of a class's rank.
    @inlinable @inline(__always)
    static func place(of priority: PriorityClass) -> UInt64 { UInt64(priority.rawValue) * 8 }

    /// The place of a class among those that are named, or after all of them, whatever the lists are ordered by.
    @inlinable @inline(__always)
    public func place(_ priority: PriorityClass) -> UInt8 {
        UInt8(truncatingIfNeeded: ranks >> PriorityOrder.place(of: priority))
    }

    /// Rebooked people first, then risk, perinatal, step-ups, veterans.
    public static let standard = PriorityOrder(classes: [.rebooking, .risk, .perinatal, .stepUp, .veteran])

    /// The rank of a class under this order; the same for all unless the order is by classes.
    @inlinable @inline(__always)
    public func rank(_ priority: PriorityClass) -> UInt8 {
        order == .priorityClasses ? place(priority) : 0
    }
}
