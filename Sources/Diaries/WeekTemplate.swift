public import CareModel

/// A clinician's usual week: which quanta of which weekday may be booked for what (PO-2, PO-7).
@frozen
public struct WeekTemplate: Sendable, Equatable {
    /// Three purposes for each of seven days, day by day.
    @usableFromInline var grids: [DayGrid]

    /// A week in which nothing may be booked.
    public init() { grids = [DayGrid](repeating: DayGrid(), count: 7 * SlotPurpose.allCases.count) }

    /// What may be booked on a weekday for a purpose. O(1).
    @inlinable
    public subscript(weekday: Weekday, purpose: SlotPurpose) -> DayGrid {
        get { grids[Int(weekday.rawValue) * 3 + Int(purpose.rawValue)] }
        set { grids[Int(weekday.rawValue) * 3 + Int(purpose.rawValue)] = newValue }
    }

    /// What may be booked on a weekday for any purpose. O(1).
    @inlinable
    public func bookable(_ weekday: Weekday) -> DayGrid {
        let base = Int(weekday.rawValue) * 3
        return grids[base] | grids[base + 1] | grids[base + 2]
    }

    /// Bookable minutes in the week for a purpose.
    public func minutes(_ purpose: SlotPurpose) -> Int {
        Weekday.allCases.reduce(0) { $0 + self[$1, purpose].count * Quanta.minutes }
    }
}
