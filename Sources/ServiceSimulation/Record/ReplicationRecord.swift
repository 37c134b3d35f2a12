public import CareModel

/// Everything that one replication leaves behind: whole numbers by week and team.
public struct ReplicationRecord: Sendable, Equatable {
    /// Days that a wait's distribution tells apart; longer waits fall into the last.
    @inlinable public static var longestWaitDays: Int { LongestWait.days }

    /// The first day.
    public let starts: CivilDay
    /// Weeks recorded.
    public let weeks: Int
    /// Teams.
    public let teams: Int
    /// Week by week, team by team, ``Counter`` by ``Counter``.
    public internal(set) var counts: [Int32]
    /// Week by week, team by team, role by role, ``RoleCounter`` by ``RoleCounter``.
    public internal(set) var roleCounts: [Int32]
    /// Team by team, ``WaitKind`` by ``WaitKind``, day by day.
    public internal(set) var waits: [Int32]
    /// Team by team, ``WaitKind`` by ``WaitKind``, day by day: people by how long they had waited when the record first
    /// saw them; 0 for a wait that began in it.
    public internal(set) var waitsEntered: [Int32]
    /// Team by team, ``WaitKind`` by ``WaitKind``, day by day: people by how long they had waited, in vain so far, when
    /// they left or the record ended.
    public internal(set) var waitsUnended: [Int32]
    /// Team by team, ``Counter`` by ``Counter``: who waits and who is in treatment on the first day; 0 for all else.
    public internal(set) var startCounts: [Int32]
    /// Team by team, end reason by end reason.
    public internal(set) var ends: [Int32]
    /// Team by team, ``QueueKind`` by ``QueueKind``.
    public internal(set) var queues: [QueueTally]
    /// Team by team, ``EquityGroup`` by ``EquityGroup``, ``Counter`` by ``Counter``, over all weeks; empty where
    /// nothing is recorded by group (EQ-1).
    public internal(set) var groupCounts: [Int32]
    /// Events that fired.
    public internal(set) var events: UInt64 = 0
    /// Those of them that are of no team: each part of a service has them too.
    var eventsOfEverybody: UInt64 = 0
    /// Whether most of this lies in ``packedColumns``, and the arrays of it are empty.
    var isPacked = false
    var packedColumns = Packed.none

    /// Whether it was recorded by group (EQ-1).
    public var isByGroup: Bool { isPacked ? packedColumns.groupCounts.count > 0 : !groupCounts.isEmpty }

    init(starts: CivilDay, weeks: Int, teams: Int, byGroup: Bool = false) {
        precondition(
            Counter.count == Counter.allCases.count && RoleCounter.count == RoleCounter.allCases.count
                && WaitKind.count == WaitKind.allCases.count && Role.allCases.count == Self.roles
                && QueueKind.allCases.count == Self.queueKinds && EquityGroup.all.count == EquityGroup.count)
        self.starts = starts
        self.weeks = weeks
        self.teams = teams
        counts = [Int32](repeating: 0, count: weeks * teams * Counter.count)
        roleCounts = [Int32](repeating: 0, count: weeks * teams * Role.allCases.count * RoleCounter.count)
        waits = [Int32](repeating: 0, count: teams * WaitKind.count * (Self.longestWaitDays + 1))
        waitsEntered = waits
        waitsUnended = waits
        startCounts = [Int32](repeating: 0, count: teams * Counter.count)
        ends = [Int32](repeating: 0, count: teams * EndReason.allCases.count)
        groupCounts = [Int32](repeating: 0, count: byGroup ? teams * EquityGroup.count * Counter.count : 0)
        queues = [QueueTally](repeating: QueueTally(), count: teams * QueueKind.allCases.count)
    }

    /// A counter of a week and team. O(1).
    public func count(_ counter: Counter, week: Int, team: Int) -> Int {
        let place = (week * teams + team) * Counter.count + counter.index
        return Int(isPacked ? packedColumns.counts[place] : counts[place])
    }

    /// A counter of the people of a group, over all weeks; 0 where nothing is recorded by group (EQ-1). O(1).
    public func total(_ counter: Counter, team: Int, group: EquityGroup) -> Int {
        guard isByGroup else { return 0 }
        let place = (team * EquityGroup.count + group.index) * Counter.count + counter.index
        return Int(isPacked ? packedColumns.groupCounts[place] : groupCounts[place])
    }

    /// A counter summed over weeks. O(weeks).
    public func total(_ counter: Counter, team: Int) -> Int {
        (0..<weeks).reduce(0) { $0 + count(counter, week: $1, team: team) }
    }

    /// A counter of a week, team and role. O(1).
    public func count(_ counter: RoleCounter, week: Int, team: Int, role: Role) -> Int {
        let place = roleIndex(week, team, role) + counter.index
        return Int(isPacked ? packedColumns.roleCounts[place] : roleCounts[place])
    }

    /// A counter of people who wait or are in treatment, as it was on the first day; 0 for any other. O(1).
    public func countAtStart(_ counter: Counter, team: Int) -> Int {
        Int(startCounts[team * Counter.count + counter.index])
    }

    /// People by days waited. O(days).
    public func waits(_ kind: WaitKind, team: Int) -> ArraySlice<Int32> {
        isPacked ? packedColumns.waits[days(kind, team: team)] : waits[days(kind, team: team)]
    }

    /// People by days waited when the record first saw them. O(days).
    public func waitsEntered(_ kind: WaitKind, team: Int) -> ArraySlice<Int32> {
        isPacked ? packedColumns.waitsEntered[days(kind, team: team)] : waitsEntered[days(kind, team: team)]
    }

    /// People by days waited when they left, or the record ended, before the wait did. O(days).
    public func waitsUnended(_ kind: WaitKind, team: Int) -> ArraySlice<Int32> {
        isPacked ? packedColumns.waitsUnended[days(kind, team: team)] : waitsUnended[days(kind, team: team)]
    }

    /// Where the days of a wait stand.
    private func days(_ kind: WaitKind, team: Int) -> ClosedRange<Int> {
        let start = (team * WaitKind.count + kind.index) * (Self.longestWaitDays + 1)
        return start...start + Self.longestWaitDays
    }

    /// Episodes that ended for a reason.
    public func ends(_ reason: EndReason, team: Int) -> Int {
        Int(ends[team * EndReason.allCases.count + Int(reason.rawValue)])
    }

    /// What was measured of a queue.
    public func queue(_ kind: QueueKind, team: Int) -> QueueTally {
        queues[team * Self.queueKinds + Int(kind.rawValue)]
    }

    // Written as numbers because they are needed at every event; the initialiser checks them.
    static var roles: Int { 8 }
    static var queueKinds: Int { 6 }

    func roleIndex(_ week: Int, _ team: Int, _ role: Role) -> Int {
        ((week * teams + team) * Self.roles + Int(role.rawValue)) * RoleCounter.count
    }

    mutating func add(_ counter: Counter, week: Int, team: Int, _ amount: Int = 1) {
        counts[(week * teams + team) * Counter.count + counter.index] += Int32(truncatingIfNeeded: amount)
    }

    /// Counts somebody once more under each characteristic (EQ-1).
    mutating func addByGroup(_ counter: Counter, team: Int, _ referral: Referral, _ amount: Int) {
        let amount = Int32(truncatingIfNeeded: amount)
        groupCounts.withUnsafeMutableBufferPointer { counts in
            Characteristic.forEachGroup(of: referral) { group in
                counts[(team * EquityGroup.count + group) * Counter.count + counter.index] += amount
            }
        }
    }

    mutating func set(_ counter: Counter, week: Int, team: Int, _ value: Int) {
        counts[(week * teams + team) * Counter.count + counter.index] = Int32(clamping: value)
    }

    mutating func add(_ counter: RoleCounter, week: Int, team: Int, role: Role, _ amount: Int) {
        roleCounts[roleIndex(week, team, role) + counter.index] += Int32(truncatingIfNeeded: amount)
    }

    mutating func setAtStart(_ counter: Counter, team: Int, _ value: Int) {
        startCounts[team * Counter.count + counter.index] = Int32(clamping: value)
    }

    mutating func addWait(_ kind: WaitKind, team: Int, days: Int) { waits[place(kind, team, days)] += 1 }

    /// Counts a wait that the record saw from `entered` days on: as ended, or as not ended yet.
    mutating func addWait(_ kind: WaitKind, team: Int, days: Int, entered: Int, isEnded: Bool) {
        let place = place(kind, team, days)
        if isEnded { waits[place] += 1 } else { waitsUnended[place] += 1 }
        waitsEntered[self.place(kind, team, min(entered, days))] += 1
    }

    private func place(_ kind: WaitKind, _ team: Int, _ days: Int) -> Int {
        (team * WaitKind.count + kind.index) * (Self.longestWaitDays + 1) + min(max(0, days), Self.longestWaitDays)
    }
}

/// Length and waits of a queue, measured two independent ways: people by the minute, and each person's own wait.
public struct QueueTally: BitwiseCopyable, Sendable, Equatable {
    /// People in the queue now.
    public internal(set) var length: Int64 = 0
    /// People when the record began.
    public internal(set) var startLength: Int64 = 0
    /// Minutes · people since the record began.
    public internal(set) var area: Int64 = 0
    /// People who joined.
    public internal(set) var joined: Int64 = 0
    /// People who left.
    public internal(set) var left: Int64 = 0
    /// Minutes that those who left had been in the queue, counted from the record's beginning at the earliest.
    public internal(set) var minutesOfLeavers: Int64 = 0
    /// Up to when the area is counted.
    var countedUntil = CivilMinute(minutes: 0)

    mutating func advance(to now: CivilMinute) {
        area += length * (now - countedUntil)
        countedUntil = now
    }

    mutating func join(at now: CivilMinute) {
        advance(to: now)
        length += 1
        joined += 1
    }

    mutating func leave(since joined: CivilMinute, at now: CivilMinute) {
        advance(to: now)
        length -= 1
        left += 1
        minutesOfLeavers += now - joined
    }
}
