import Allocation
import CareModel
import EventKernel

extension Simulation {
    /// Moves a person, and keeps the counts of states and queues in step. The only caller of `Episode.apply`.
    mutating func move(_ person: Int, _ event: EpisodeEvent) {
        let team = team(person)
        let before = episodes[person]
        do {
            try episodes[person].apply(event, at: now)
        } catch {
            fatalError("person \(people[person].key): \(error.event) is not possible in \(error.state.name)")
        }
        let after = episodes[person]
        stateCounts[stateIndex(before, team)] -= 1
        stateCounts[stateIndex(after, team)] += 1
        let left = Simulation.queue(of: before)
        let joined = Simulation.queue(of: after)
        if after.state == .closed, !keepsEveryone { freeNumbers[team].append(Int32(person)) }
        if left != joined {
            if let left { leaveQueue(left, person, team) }
            if let joined { joinQueue(joined, person, team) }
        }
    }

    @inline(__always)
    func stateIndex(_ episode: Episode, _ team: Int) -> Int {
        team * Simulation.statesPerTeam + Int(episode.state.rawValue) * 4 + Int(episode.step.rawValue) * 2
            + (episode.wasSteppedUp ? 1 : 0)
    }

    /// People of a team in a state, at either step, stepped up or not.
    func people(in state: EpisodeState, team: Int) -> Int {
        let base = team * Simulation.statesPerTeam + Int(state.rawValue) * 4
        return (base..<base + 4).reduce(0) { $0 + Int(stateCounts[$1]) }
    }

    /// People of a team in a state at a step.
    func people(in state: EpisodeState, team: Int, step: Step, steppedUp: Bool) -> Int {
        let index = Int(state.rawValue) * 4 + Int(step.rawValue) * 2 + (steppedUp ? 1 : 0)
        return Int(stateCounts[team * Simulation.statesPerTeam + index])
    }

    @inline(__always)
    static func queue(of episode: Episode) -> QueueKind? {
        switch episode.state {
        case .awaitingScreening: .screening
        case .awaitingContact: .contact
        case .waitingFirstAppointment, .firstAppointmentBooked: .firstAppointment
        case .waitingTreatment: episode.step == .low ? .treatmentLow : .treatmentHigh
        case .inTreatment, .missedSession: .inTreatment
        case .missedFirstAppointment, .onHold, .awaitingSupervision, .closed: nil
        }
    }

    @inline(__always)
    mutating func joinQueue(_ kind: QueueKind, _ person: Int, _ team: Int) {
        let index = team * ReplicationRecord.queueKinds + kind.rawValue
        record.queues[index].advance(to: now)
        record.queues[index].length += 1
        record.queues[index].joined += 1
        people[person].queueSince = now
    }

    @inline(__always)
    mutating func leaveQueue(_ kind: QueueKind, _ person: Int, _ team: Int) {
        let index = team * ReplicationRecord.queueKinds + kind.rawValue
        record.queues[index].advance(to: now)
        record.queues[index].length -= 1
        record.queues[index].left += 1
        record.queues[index].minutesOfLeavers += now - people[person].queueSince
    }

    /// Ends an episode: everything that was still to come is cancelled, every list is left, the caseload is let go.
    mutating func close(_ person: Int, _ reason: EndReason) {
        let team = team(person)
        let before = episodes[person]
        cancelBooking(person)
        leaveList(person)
        events.cancel(people[person].timer)
        events.cancel(people[person].withdrawal)
        if before.state.isOnCaseload { letGo(person) }
        if before.state.isBeforeFirstAppointment { recordBreaches(person, until: now, closing: reason) }
        move(person, .closed(reason))
        recordEnd(person, reason, team: team)
    }

    /// Takes a person off the caseload that holds them.
    mutating func letGo(_ person: Int) {
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

    @inline(__always)
    func listIndex(_ person: Int) -> Int { team(person) * 2 + Int(episodes[person].step.rawValue) }
}
