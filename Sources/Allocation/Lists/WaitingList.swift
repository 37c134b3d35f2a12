public import CareModel

/// Where a person stands in a list: rank of the class first, then the day or minute that the order goes by (PO-3).
@frozen
public struct WaitingKey: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Rank of the class and the time, packed so that one comparison orders both.
    @usableFromInline let order: UInt64
    /// Breaks ties: the person's number in the service.
    public let person: UInt32

    /// The key of a person under an order of lists.
    /// - Parameters:
    ///   - since: when the wait began.
    ///   - due: the last day that keeps the promise.
    @inlinable
    public init(
        person: UInt32, priority: PriorityClass, since: CivilMinute, due: CivilDay, under order: PriorityOrder
    ) {
        self.init(person: person, rank: order.rank(priority), since: since, due: due, under: order.order)
    }

    /// The same, of somebody whose class has a rank under the order.
    @inlinable @inline(__always)
    init(person: UInt32, rank: UInt8, since: CivilMinute, due: CivilDay, under order: ListOrder) {
        let minute: Int64
        switch order {
        case .firstComeFirstServed: minute = since.minutes
        case .earliestDueDate, .priorityClasses, .optimised: minute = due.start.minutes + Int64(since.minuteOfDay)
        }
        let offset = UInt64(clamping: minute + (1 << 40))
        self.order = UInt64(rank) << 48 | (offset & (1 << 48 - 1))
        self.person = person
    }

    /// The lower rank, then the earlier time, then the lower number goes first.
    @inlinable
    public static func < (one: WaitingKey, other: WaitingKey) -> Bool {
        one.order == other.order ? one.person < other.person : one.order < other.order
    }
}

/// A waiting list in the order in which people are served.
///
/// Lists are short beside the number of events, so a sorted array serves best: taking the first is O(1), joining and
/// leaving are O(log n) comparisons and a move of memory, walking in order is free (KT-8).
public struct WaitingList: Sendable {
    @usableFromInline var entries: [WaitingKey] = []
    /// Entries before this one have left.
    @usableFromInline var head = 0

    /// An empty list.
    @inlinable
    public init() {}

    /// People on the list.
    @inlinable
    public var count: Int { entries.count - head }

    /// Whether nobody waits.
    @inlinable
    public var isEmpty: Bool { head == entries.count }

    /// The person at a place, 0 being next.
    @inlinable
    public subscript(place: Int) -> WaitingKey { entries[head + place] }

    /// The first place whose key is not before `key`.
    @inlinable
    public func place(of key: WaitingKey) -> Int {
        var low = head
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low - head
    }

    /// Adds a person.
    @inlinable
    public mutating func join(_ key: WaitingKey) {
        if head > 64, head * 2 > entries.count {
            entries.removeFirst(head)
            head = 0
        }
        entries.insert(key, at: head + place(of: key))
    }

    /// Takes a person off the list.
    /// - Returns: false if the person was not on it.
    @inlinable
    @discardableResult
    public mutating func leave(_ key: WaitingKey) -> Bool {
        let place = place(of: key)
        guard place < count, self[place] == key else { return false }
        if place == 0 { head += 1 } else { entries.remove(at: head + place) }
        return true
    }
}
