public import CareModel

/// Days known to have no free slot for anybody, so that a search need not look there again.
///
/// It only saves time: a search gives the same answer with and without it. A day is forgotten whenever something on it
/// becomes free; what is booked can only make a full day fuller.
public struct FullDays: Sendable {
    /// One word for each team, step and day: a bit for each kind of search.
    @usableFromInline var known: [UInt32]
    @usableFromInline let dayCount: Int
    @usableFromInline let first: CivilDay

    /// Nothing is known of so many groups of clinicians.
    public init(groups: Int, first: CivilDay, dayCount: Int) {
        known = [UInt32](repeating: 0, count: groups * dayCount)
        self.first = first
        self.dayCount = dayCount
    }

    /// The kind of a search, as a bit: what for, whether time that is set aside for other purposes counts, and the
    /// person's wishes. Nil for treatment sessions, which are looked for with one clinician at a time.
    @inlinable
    public static func bit(_ request: SlotRequest, anyPurpose: Bool) -> UInt32? {
        guard request.kind != .treatment else { return nil }
        let wishes = UInt32(request.timeOfDay.rawValue) * 2 + (request.isUnder18 ? 1 : 0)
        let purpose: UInt32 = request.kind == .keepingInTouch ? 2 : 0
        return 1 << (wishes * 4 + purpose + (anyPurpose ? 1 : 0))
    }

    /// The bit of a search, and that of the same search for somebody without wishes: a day that is full for them is
    /// full for everybody. None for treatment sessions.
    @inlinable
    static func bits(_ request: SlotRequest, anyPurpose: Bool) -> UInt32 {
        guard let bit = bit(request, anyPurpose: anyPurpose) else { return 0 }
        return bit | 1 << ((request.kind == .keepingInTouch ? 2 : 0) + (anyPurpose ? 1 : 0))
    }

    /// Whether any of these searches is known to find nothing on a day. O(1).
    @inlinable
    public func isFull(_ group: Int, _ day: CivilDay, _ bits: UInt32) -> Bool {
        known[group * dayCount + Int(day - first)] & bits != 0
    }

    /// This search found nothing on a day.
    @inlinable
    public mutating func learn(_ group: Int, _ day: CivilDay, _ bit: UInt32) {
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

/// What a search may do with what is known of full days.
@frozen
public struct SearchMemory: OptionSet, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt8

    /// From bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Skip what is known to be full.
    @inlinable public static var uses: SearchMemory { SearchMemory(rawValue: 1) }
    /// Remember what turns out to be full.
    @inlinable public static var learns: SearchMemory { SearchMemory(rawValue: 2) }
}
