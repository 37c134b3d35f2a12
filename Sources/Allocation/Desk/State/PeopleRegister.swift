public import CareModel

/// Everyone who is in the service, or was: who they are, where their episode stands, and what else is known of them.
///
/// A person's number is the index in all columns. Numbers of people who have left are given again, so that memory holds
/// who is there and no more; they stay within a team, or a hire in one would change the order of ties in another.
@usableFromInline
struct PeopleRegister: ~Copyable {
    /// Where each person is.
    @usableFromInline private(set) var episodes = Column<Episode>()
    /// What each person's referral carries.
    @usableFromInline private(set) var referrals = Column<Referral>()
    /// What else is known of each person.
    @usableFromInline private(set) var known = Column<DeskPerson>()
    /// When something is due for each person next; `Episode.never` if nothing is.
    @usableFromInline private(set) var nextDues = Column<CivilMinute>()
    /// People in each state: team · 44 + state · 4 + step · 2 + stepped up.
    @usableFromInline private(set) var stateCounts: Column<Int32>
    /// People ever in the service, by team: the other side of the balance (KP-10).
    @usableFromInline private(set) var everyoneByTeam: [Int]
    /// Numbers of people who have left, by team: the last is given first.
    @usableFromInline private(set) var freeNumbers: [[Int32]]
    /// Whether everyone who left keeps their number.
    @usableFromInline var keepsEveryone = false
    /// The number of the person who was referred last; -1 if nobody was.
    @usableFromInline private(set) var newest = -1

    init(teams: Int) {
        stateCounts = Column(repeating: 0, count: teams * PeopleRegister.statesPerTeam)
        everyoneByTeam = [Int](repeating: 0, count: teams)
        freeNumbers = [[Int32]](repeating: [], count: teams)
    }

    /// Eleven states, two steps, stepped up or not.
    @inlinable static var statesPerTeam: Int { 44 }

    /// How many numbers were given.
    @usableFromInline var count: Int { episodes.count }

    /// What is known of a person beyond the referral and the episode.
    @usableFromInline
    subscript(person: Int) -> DeskPerson {
        @inline(__always) _read { yield known[person] }
        @inline(__always) _modify { yield &known[person] }
    }

    /// The team that a person belongs to.
    @inline(__always)
    func team(_ person: Int) -> Int { Int(referrals[person].team) }

    /// A person's team and step, as one index: team · 2 + step.
    @inline(__always)
    func group(_ person: Int) -> Int { team(person) * 2 + Int(episodes[person].step.rawValue) }

    /// A referral is received: the person takes the number of somebody of the team who has left, if there is one, else
    /// the next.
    /// - Returns: the number, and whether it was never given before.
    mutating func receive(_ referral: Referral, key: UInt64) -> (person: Int, isNew: Bool) {
        let team = Int(referral.team)
        let number = freeNumbers[team].popLast()
        let person = number.map { Int($0) } ?? episodes.count
        let row = DeskPerson(key: key, listKey: PeopleRegister.noPlace(person, referral))
        if number == nil {
            referrals.append(referral)
            episodes.append(Episode(received: referral.received))
            known.append(row)
            nextDues.append(Episode.never)
        } else {
            referrals[person] = referral
            episodes[person] = Episode(received: referral.received)
            known[person] = row
            nextDues[person] = Episode.never
        }
        count(person)
        newest = person
        return (person, number == nil)
    }

    /// Puts in somebody whose episode is under way; the number is the next.
    /// - Parameter due: when something is due for them; `Episode.never` if nothing is.
    mutating func add(_ referral: Referral, _ episode: Episode, _ row: DeskPerson, due: CivilMinute) -> Int {
        let person = episodes.count
        referrals.append(referral)
        episodes.append(episode)
        known.append(row)
        nextDues.append(due)
        count(person)
        return person
    }

    /// Something is due for a person at a minute; `Episode.never`: nothing is any more.
    @inline(__always)
    mutating func setNextDue(_ person: Int, _ minute: CivilMinute) { nextDues[person] = minute }

    /// Somebody who has left, and whose number is not given again: they count no more.
    mutating func forget(_ person: Int, departedBefore now: CivilMinute) {
        stateCounts[stateIndex(episodes[person], team(person))] -= 1
        everyoneByTeam[team(person)] -= 1
        episodes[person] = Episode(departedBefore: now)
    }

    /// The place in a list of somebody who is on none.
    static func noPlace(_ person: Int, _ referral: Referral) -> WaitingKey {
        WaitingKey(
            person: UInt32(person), priority: .routine, since: referral.received, due: referral.received.day,
            under: .standard)
    }

    @inline(__always)
    private mutating func count(_ person: Int) {
        everyoneByTeam[team(person)] += 1
        stateCounts[stateIndex(episodes[person], team(person))] += 1
    }

    /// Moves a person, and keeps the counts of states in step. The only caller of `Episode.apply`.
    mutating func move(_ person: Int, _ event: EpisodeEvent, at minute: CivilMinute) {
        let team = team(person)
        let before = episodes[person]
        do {
            try episodes[person].apply(event, at: minute)
        } catch {
            fatalError("person \(known[person].key): \(error.event) is not possible in \(error.state.name)")
        }
        let after = episodes[person]
        stateCounts[stateIndex(before, team)] -= 1
        stateCounts[stateIndex(after, team)] += 1
        if after.state == .closed, !keepsEveryone { freeNumbers[team].append(Int32(person)) }
    }

    /// Misses are counted over the episode: a move did not begin the count anew (AT-3).
    @inline(__always)
    mutating func keepMissedCount(_ person: Int, _ count: UInt8) { episodes[person].keepMissedCount(count) }

    /// Sets the numbers of people who have left, by team, in the order in which they were free; the last comes first.
    mutating func restoreFreeNumbers(_ numbers: [[Int32]]) {
        precondition(numbers.count == freeNumbers.count, "free numbers are kept by team")
        freeNumbers = numbers
    }
}
