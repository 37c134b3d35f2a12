import CareModel

extension ServiceScenario {
    /// Who each team is, by index: its name. A new title leaves a team what it is; a new name makes another team of it.
    public var teamKeys: [UInt64] {
        teams.indices.map { team in
            let key = StableKey.of(teams[team].name)
            // A scenario file gives each team a name of its own; one that is built by hand may not.
            let before = teams[..<team].count { $0.name == teams[team].name }
            return before == 0 ? key : StableKey.of(key, UInt64(before))
        }
    }

    /// Which room each room is, by index: its team, its venue, its number there (CL-9).
    public var roomKeys: [UInt64] {
        let rooms = rooms
        let teams = teamKeys
        var counts: [UInt64: UInt64] = [:]  // lookup only
        return rooms.map { room in
            let team = teams.indices.contains(Int(room.team)) ? teams[Int(room.team)] : 0
            let venue = StableKey.of(StableKey.of(team, "room"), UInt64(room.venue))
            let number = counts[venue, default: 0]
            counts[venue] = number + 1
            return StableKey.of(venue, number)
        }
    }
}

/// One group of a team's staff, and who its posts are.
struct StaffGroup {
    /// The group as the scenario has it.
    var staff: StaffInput
    /// Which group of which team it is.
    var key: UInt64
    /// Sets the days off of this group apart from those of others of the step.
    var offset: Int
}

extension TeamScenario {
    /// The groups of a step in an order that does not depend on that in which they are written: those who are there
    /// from the start before those who join, then by role, name and what else is said of them.
    ///
    /// A group is its role, with its name where it has one. Groups of one role without names are told apart by their
    /// place in this order: for good before for a time, more hours before fewer. A name keeps a group what it is when
    /// that changes.
    /// - Parameter team: the team's key.
    func groups(at step: Step, team: UInt64) -> [StaffGroup] {
        var alike: [UInt64: Int] = [:]  // lookup only
        return staff.filter { $0.role.step == step }.sorted { $0.precedes($1) }.map { staff in
            let role = StableKey.of(team, staff.role.name)
            let group = staff.name.isEmpty ? role : StableKey.of(role, staff.name)
            let before = alike[group, default: 0]
            alike[group] = before + 1
            let key = before == 0 ? group : StableKey.of(group, "and \(before) before")
            let apart = staff.name.isEmpty ? before : Int(key % 5)
            return StaffGroup(staff: staff, key: key, offset: 2 * Int(staff.role.rawValue) + apart)
        }
    }
}

extension StaffInput {
    /// Whether a group comes before another of its step, whichever is written first.
    fileprivate func precedes(_ other: StaffInput) -> Bool {
        let never = Int32.max
        let (one, two) = (
            [from?.number ?? -never, Int32(role.rawValue)], [other.from?.number ?? -never, Int32(other.role.rawValue)]
        )
        if one != two { return one.lexicographicallyPrecedes(two) }
        return name == other.name ? facts.lexicographicallyPrecedes(other.facts) : name < other.name
    }

    /// What tells groups of one role apart, the most telling first.
    private var facts: [Double] {
        let never = Double(Int32.max)
        func number(_ day: CivilDay?) -> Double { day.map { Double($0.number) } ?? never }
        var facts: [Double] = [-number(until), -wte, Double(-caseload), -completedHours, -bookableHours]
        facts += [number(qualifies), number(topUpFrom), Double(topUpDays), Double(eveningsPerWeek)]
        facts += [Double(earlyDaysPerWeek), women]
        facts += [saturdays ? 1 : 0, seesUnder18 ? 0 : 1]
        facts += [Double(modalities.count)] + modalities.map { Double($0.rawValue) }
        facts += [Double(languages.count)] + languages.map { Double($0) }
        facts += [Double(venues.count)] + venues.map { Double($0) }
        facts.append(Double(-count))
        return facts
    }
}
