public import CareModel
public import Diaries

/// Days known to have no free slot for anybody, so that a search need not look there again.
///
/// It only saves time: a search gives the same answer with and without it. A day is forgotten whenever something on it
/// becomes free; what is booked can only make a full day fuller.
public struct FullDays: Sendable {
    /// One byte for each team, step and day: a bit for each kind of search.
    @usableFromInline var known: [UInt8]
    @usableFromInline let dayCount: Int
    @usableFromInline let first: CivilDay

    /// Nothing is known of so many groups of clinicians.
    public init(groups: Int, first: CivilDay, dayCount: Int) {
        known = [UInt8](repeating: 0, count: groups * dayCount)
        self.first = first
        self.dayCount = dayCount
    }

    /// The bit of a search: by purpose, and by whether time that is set aside for other purposes counts.
    @inlinable
    public static func bit(_ purpose: SlotPurpose, anyPurpose: Bool) -> UInt8 {
        1 << (purpose.rawValue * 2 + (anyPurpose ? 1 : 0))
    }

    /// Whether this search is known to find nothing on a day. O(1).
    @inlinable
    public func isFull(_ group: Int, _ day: CivilDay, _ bit: UInt8) -> Bool {
        known[group * dayCount + Int(day - first)] & bit != 0
    }

    /// This search found nothing on a day.
    @inlinable
    public mutating func learn(_ group: Int, _ day: CivilDay, _ bit: UInt8) {
        known[group * dayCount + Int(day - first)] |= bit
    }

    /// Something may be free on a day again.
    @inlinable
    public mutating func forget(_ group: Int, _ day: CivilDay) {
        let offset = Int(day - first)
        if offset >= 0, offset < dayCount { known[group * dayCount + offset] = 0 }
    }

    /// Nothing is known of a group any more.
    public mutating func forget(_ group: Int) {
        for index in group * dayCount..<(group + 1) * dayCount { known[index] = 0 }
    }
}
