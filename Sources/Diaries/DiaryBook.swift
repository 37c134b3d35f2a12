public import CareModel

/// What is booked for every resource on every day of a range: the one place that says whether time is taken.
///
/// A resource is a clinician or a room. A day takes three words, a clinician's year 9 KB. Booking twice is refused
/// here,
/// whoever asks (BK-1).
public struct DiaryBook: ~Copyable {
    /// The first day of the range.
    public let first: CivilDay
    /// Days in the range.
    public let dayCount: Int
    /// Resources.
    public let resourceCount: Int
    /// Booked quanta, resource by resource, day by day.
    @usableFromInline let booked: UnsafeMutablePointer<DayGrid>

    /// Empty diaries.
    /// - Parameters:
    ///   - first: the first day.
    ///   - dayCount: days, 1 or more.
    ///   - resourceCount: clinicians or rooms.
    public init(first: CivilDay, dayCount: Int, resourceCount: Int) {
        precondition(dayCount > 0 && resourceCount >= 0, "a diary has days")
        self.first = first
        self.dayCount = dayCount
        self.resourceCount = resourceCount
        booked = UnsafeMutablePointer<DayGrid>.allocate(capacity: max(1, dayCount * resourceCount))
        booked.initialize(repeating: DayGrid(), count: max(1, dayCount * resourceCount))
    }

    deinit { booked.deallocate() }

    @inlinable
    func index(_ resource: Int, _ day: CivilDay) -> Int {
        let offset = Int(day - first)
        precondition(
            resource >= 0 && resource < resourceCount && offset >= 0 && offset < dayCount, "no such diary page")
        return resource * dayCount + offset
    }

    /// Whether the diary has a page for this day.
    @inlinable
    public func hasPage(for day: CivilDay) -> Bool { day >= first && Int(day - first) < dayCount }

    /// What is booked for a resource on a day. O(1).
    @inlinable
    public func booked(_ resource: Int, on day: CivilDay) -> DayGrid { booked[index(resource, day)] }

    /// Where a page lies, for a hint to the processor that it will be read soon. O(1).
    @inlinable @inline(__always)
    public func address(of resource: Int, on day: CivilDay) -> UnsafeRawPointer {
        UnsafeRawPointer(booked + index(resource, day))
    }

    /// Books a run of quanta.
    /// - Returns: false, and nothing changed, if any of it is taken already (BK-1).
    @inlinable
    public mutating func book(_ resource: Int, on day: CivilDay, quanta: Range<Int>) -> Bool {
        let page = index(resource, day)
        let run = DayGrid(quanta)
        guard (booked[page] & run).isEmpty else { return false }
        booked[page] = booked[page] | run
        return true
    }

    /// Frees a run of quanta that was booked whole.
    @inlinable
    public mutating func release(_ resource: Int, on day: CivilDay, quanta: Range<Int>) {
        let page = index(resource, day)
        let run = DayGrid(quanta)
        precondition((booked[page] & run) == run, "only what is booked can be released")
        booked[page] = booked[page].subtracting(run)
    }
}
