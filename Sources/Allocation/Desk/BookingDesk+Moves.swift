public import CareModel

extension BookingDesk {
    /// Moves a person, and keeps the counts of states in step. The only caller of `Episode.apply`.
    mutating func move(_ person: Int, _ event: EpisodeEvent) {
        let team = team(person)
        let before = episodes[person]
        do {
            try episodes[person].apply(event, at: tookPlace.map { max($0, before.lastMove) } ?? now)
        } catch {
            fatalError("person \(people[person].key): \(error.event) is not possible in \(error.state.name)")
        }
        let after = episodes[person]
        stateCounts[stateIndex(before, team)] -= 1
        stateCounts[stateIndex(after, team)] += 1
        if after.state == .closed, !keepsEveryone { freeNumbers[team].append(Int32(person)) }
        emit(.moved(UInt32(person), event, from: before.queue, to: after.queue))
    }

    /// The place of an episode in ``stateCounts``.
    @inline(__always)
    public func stateIndex(_ episode: Episode, _ team: Int) -> Int {
        team * BookingDesk.statesPerTeam + Int(episode.state.rawValue) * 4 + Int(episode.step.rawValue) * 2
            + (episode.wasSteppedUp ? 1 : 0)
    }

    /// People of a team in a state, at either step, stepped up or not. O(1).
    public func people(in state: EpisodeState, team: Int) -> Int {
        let base = team * BookingDesk.statesPerTeam + Int(state.rawValue) * 4
        return (base..<base + 4).reduce(0) { $0 + Int(stateCounts[$1]) }
    }

    /// People of a team in a state at a step. O(1).
    public func people(in state: EpisodeState, team: Int, step: Step, steppedUp: Bool) -> Int {
        let index = Int(state.rawValue) * 4 + Int(step.rawValue) * 2 + (steppedUp ? 1 : 0)
        return Int(stateCounts[team * BookingDesk.statesPerTeam + index])
    }

    /// People of a team in any state, those who have left included; ``everyoneByTeam`` says the same, or somebody has
    /// vanished (KP-10).
    public func peopleEver(in team: Int) -> Int {
        let base = team * BookingDesk.statesPerTeam
        return (base..<base + BookingDesk.statesPerTeam).reduce(0) { $0 + Int(stateCounts[$1]) }
    }

    /// Ends an episode: the booking is cancelled, every list is left, the caseload is let go (ST-6).
    public mutating func close(_ person: Int, _ reason: EndReason) {
        let before = episodes[person].state
        cancelBooking(person)
        leaveList(person)
        if people[person].flags.contains(.inGroup) { leaveGroup(person) }
        if before.isOnCaseload { letGo(person) }
        move(person, .closed(reason))
        emit(.closed(UInt32(person), reason, in: before))
    }

    /// Takes a person off the caseload that holds them; what is booked of the course is given up (BK-2).
    mutating func letGo(_ person: Int) {
        giveUpLaterSessions(person)
        let clinician = Int(episodes[person].clinician)
        capacity.letGo(clinician)
        let place = caseloadMembers[clinician].firstIndex(of: Int32(person))
        guard let place else { fatalError("person \(people[person].key) is on no caseload") }
        caseloadMembers[clinician].swapAt(place, caseloadMembers[clinician].count - 1)
        caseloadMembers[clinician].removeLast()
    }

    /// Puts a person on a list.
    mutating func join(_ place: WaitingPlace, _ person: Int, key: WaitingKey) {
        leaveList(person)
        people[person].listKey = key
        people[person].list = place
        switch place {
        case .none: break
        case .firstAppointment: firstLists[listIndex(person)].join(key)
        case .treatment: treatmentLists[listIndex(person)].join(key)
        case .nextSession: sessionLists[Int(episodes[person].clinician)].join(key)
        }
    }

    /// Takes a person off the list that they are on, if any.
    mutating func leaveList(_ person: Int) {
        let key = people[person].listKey
        switch people[person].list {
        case .none: return
        case .firstAppointment: firstLists[listIndex(person)].leave(key)
        case .treatment: treatmentLists[listIndex(person)].leave(key)
        case .nextSession: sessionLists[Int(episodes[person].clinician)].leave(key)
        }
        people[person].list = .none
    }
}
