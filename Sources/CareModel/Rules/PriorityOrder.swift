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
public struct PriorityOrder: Sendable, Equatable {
    /// How lists are ordered.
    public var order: ListOrder = .priorityClasses
    /// Rank of each class by its raw value; 0 goes first. Classes that are not ranked count as routine.
    public private(set) var ranks: [UInt8]
    /// The classes from the first to the last.
    public let classes: [PriorityClass]

    /// An order of classes, most pressing first; those left out rank with ``PriorityClass/routine``, last.
    public init(order: ListOrder = .priorityClasses, classes: [PriorityClass]) {
        self.order = order
        self.classes = classes
        ranks = [UInt8](repeating: UInt8(classes.count), count: PriorityClass.allCases.count)
        for (rank, priority) in classes.enumerated() { ranks[Int(priority.rawValue)] = UInt8(rank) }
    }

    /// Rebooked people first, then risk, perinatal, step-ups, veterans.
    public static let standard = PriorityOrder(classes: [.rebooking, .risk, .perinatal, .stepUp, .veteran])

    /// The rank of a class under this order; the same for all unless the order is by classes.
    @inlinable @inline(__always)
    public func rank(_ priority: PriorityClass) -> UInt8 {
        order == .priorityClasses ? ranks[Int(priority.rawValue)] : 0
    }
}
