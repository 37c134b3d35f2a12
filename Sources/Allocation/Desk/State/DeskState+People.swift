import CareModel

extension DeskState {
    /// The team that a person belongs to.
    @inline(__always)
    func team(_ person: Int) -> Int { people.team(person) }

    /// Moves a person to where an event leads, and says so.
    mutating func move(_ person: Int, _ event: EpisodeEvent) {
        let before = people.episodes[person]
        let minute = tookPlace.map { max($0, before.lastMove) } ?? now
        people.move(person, event, at: minute)
        emit(.moved(UInt32(person), event, from: before.queue, to: people.episodes[person].queue))
    }

    /// Whether a person is under 18 (PR-4).
    @inline(__always)
    func isUnder18(_ person: Int) -> Bool {
        let band = people.referrals[person].ageBand
        return band == .fourteenToFifteen || band == .sixteenToSeventeen
    }

    /// Whether a person goes before others for a first appointment (FA-8, PR-1, AT-10).
    @inline(__always)
    func movesAhead(_ person: Int) -> Bool {
        let priority = people.episodes[person].priority
        return priority == .perinatal || priority == .risk || people[person].flags.contains(.rebookFirst)
    }

    /// Whether the person is on a caseload, so that a course is under way (TX-12).
    func isHeld(_ person: Int) -> Bool { people.episodes[person].state.isOnCaseload }

    // MARK: Lists and caseloads

    /// Puts a person on a list.
    mutating func join(_ place: WaitingPlace, _ person: Int, key: WaitingKey) {
        lists.join(place, person, key: key, &people)
    }

    /// Takes a person off the list that they are on, if any.
    mutating func leaveList(_ person: Int) { lists.leave(person, &people) }

    /// Puts a person on a caseload: the clinician has agreed, or somebody has a reason (CL-1).
    mutating func join(caseloadOf clinician: Int, _ person: Int, step: Step) {
        let own = allocated(person)
        endPlace(person)
        if own == clinician {
            // The meter counted them when the place was kept (CL-8, CL-18).
            caseloads.restore(person, clinician, &capacity)
        } else {
            caseloads.takeOn(person, clinician, today: now.day, &capacity)
        }
        recentWaits.addTakenOn(team: team(person), step: step)
    }

    /// Takes a person off the caseload that holds them; what is booked of the course is given up (BK-2).
    mutating func letGo(_ person: Int, _ cause: CancellationCause) {
        giveUpLaterSessions(person, cause)
        caseloads.letGo(person, Int(people.episodes[person].clinician), &capacity)
    }

    /// The person gives up the seat in a course, whatever comes next (TX-4).
    mutating func leaveGroup(_ person: Int) {
        guard let number = groups.unseat(person, &people) else { return }
        emit(.seatLeft(UInt32(person), group: UInt32(number)))
    }

    /// The course in which a person has a seat; nil if in none. O(courses · seats).
    func group(of person: Int) -> Int? { groups.group(of: person) }
}
