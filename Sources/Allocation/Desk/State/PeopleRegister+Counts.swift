import CareModel

extension PeopleRegister {
    /// The place of an episode in ``stateCounts``.
    @inline(__always)
    func stateIndex(_ episode: Episode, _ team: Int) -> Int {
        team * PeopleRegister.statesPerTeam + Int(episode.state.rawValue) * 4 + Int(episode.step.rawValue) * 2
            + (episode.wasSteppedUp ? 1 : 0)
    }

    /// People of a team in a state, at either step, stepped up or not. O(1).
    func people(in state: EpisodeState, team: Int) -> Int {
        let base = team * PeopleRegister.statesPerTeam + Int(state.rawValue) * 4
        return (base..<base + 4).reduce(0) { $0 + Int(stateCounts[$1]) }
    }

    /// People of a team in a state at a step. O(1).
    func people(in state: EpisodeState, team: Int, step: Step, steppedUp: Bool) -> Int {
        let index = Int(state.rawValue) * 4 + Int(step.rawValue) * 2 + (steppedUp ? 1 : 0)
        return Int(stateCounts[team * PeopleRegister.statesPerTeam + index])
    }

    /// People of a team in any state, those who have left included; ``everyoneByTeam`` says the same, or somebody has
    /// vanished (KP-10).
    func peopleEver(in team: Int) -> Int {
        let base = team * PeopleRegister.statesPerTeam
        return (base..<base + PeopleRegister.statesPerTeam).reduce(0) { $0 + Int(stateCounts[$1]) }
    }

    /// Nobody vanishes (KP-10), the counts of states are those of the people, and free numbers belong to people of the
    /// team who have left.
    func checkInvariants() {
        precondition(episodes.count == referrals.count && episodes.count == known.count, "columns of different lengths")
        var counts = [Int32](repeating: 0, count: stateCounts.count)
        for person in episodes.indices where episodes[person].state.isOpen {
            counts[stateIndex(episodes[person], team(person))] += 1
        }
        for team in everyoneByTeam.indices {
            precondition(peopleEver(in: team) == everyoneByTeam[team], "people have vanished from team \(team)")
            let base = team * PeopleRegister.statesPerTeam
            for state in EpisodeState.allCases where state.isOpen {
                for index in base + Int(state.rawValue) * 4..<base + Int(state.rawValue) * 4 + 4 {
                    precondition(counts[index] == stateCounts[index], "the count of \(state.name) is wrong")
                }
            }
            let distinct = Set(freeNumbers[team]).count  // lookup only
            precondition(distinct == freeNumbers[team].count, "a number is free twice")
            for number in freeNumbers[team] {
                precondition(!episodes[Int(number)].state.isOpen, "the number of somebody who is there is free")
            }
        }
    }
}
