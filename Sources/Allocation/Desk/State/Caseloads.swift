import CareModel

/// Who is on whose caseload (CL-1). How many there are, and how many more there may be, stands with the clinician.
@usableFromInline
struct Caseloads {
    /// People on each caseload, in no particular order.
    @usableFromInline private(set) var members: [[Int32]]

    init(clinicians: Int) {
        members = [[Int32]](repeating: [], count: clinicians)
    }

    /// A clinician takes somebody on; the meter of starters counts it (CL-8).
    mutating func takeOn(_ person: Int, _ clinician: Int, today: CivilDay, _ capacity: inout Capacity) {
        capacity.takeOn(clinician, today: today)
        members[clinician].append(Int32(person))
    }

    /// Somebody is put back on the caseload that already held them, as when a service is loaded.
    mutating func restore(_ person: Int, _ clinician: Int, _ capacity: inout Capacity) {
        capacity.restoreToCaseload(clinician)
        members[clinician].append(Int32(person))
    }

    /// Somebody leaves the caseload. O(people on it).
    mutating func letGo(_ person: Int, _ clinician: Int, _ capacity: inout Capacity) {
        capacity.letGo(clinician)
        let place = members[clinician].firstIndex(of: Int32(person))
        guard let place else { fatalError("person \(person) is on no caseload") }
        members[clinician].swapAt(place, members[clinician].count - 1)
        members[clinician].removeLast()
    }

    /// A caseload holds whom the episodes say, each once, and as many as the clinician counts.
    func checkInvariants(_ people: borrowing PeopleRegister, _ capacity: borrowing Capacity) {
        var held = 0
        for clinician in members.indices {
            precondition(
                Int(capacity.clinicians[clinician].caseload) == members[clinician].count,
                "the caseload of clinician \(clinician) is not what it counts")
            let distinct = Set(members[clinician]).count  // lookup only
            precondition(distinct == members[clinician].count, "somebody is on a caseload twice")
            for member in members[clinician] {
                let episode = people.episodes[Int(member)]
                precondition(
                    episode.state.isOnCaseload && episode.clinician == Int32(clinician),
                    "person \(member) is on a caseload that the episode does not know of")
            }
            held += members[clinician].count
        }
        var said = 0
        for person in people.episodes.indices where people.episodes[person].state.isOnCaseload { said += 1 }
        precondition(held == said, "\(said) people are held, caseloads hold \(held)")
    }
}
