import CareModel

/// Who waits: for a first appointment, for treatment, and for the next session of a course under way (PO-3).
///
/// Nobody is on two lists. Where somebody is, and under which key, stands with the person (``DeskPerson/list``), who is
/// found on the list by it.
@usableFromInline
struct WaitingLists {
    /// For a first appointment: index team · 2 + step.
    @usableFromInline private(set) var first: [WaitingList]
    /// For treatment: index team · 2 + step.
    @usableFromInline private(set) var treatment: [WaitingList]
    /// People in treatment without a next session, by clinician.
    @usableFromInline private(set) var session: [WaitingList]

    init(teams: Int, clinicians: Int) {
        first = [WaitingList](repeating: WaitingList(), count: teams * 2)
        treatment = first
        session = [WaitingList](repeating: WaitingList(), count: clinicians)
    }

    /// Puts a person on a list, and takes them off the one that they are on.
    mutating func join(_ place: WaitingPlace, _ person: Int, key: WaitingKey, _ people: inout PeopleRegister) {
        leave(person, &people)
        people[person].joined(place, key: key)
        switch place {
        case .none: break
        case .firstAppointment: first[people.group(person)].join(key)
        case .treatment: treatment[people.group(person)].join(key)
        case .nextSession: session[Int(people.episodes[person].clinician)].join(key)
        }
    }

    /// Takes a person off the list that they are on, if any. It is called before the step or the clinician changes.
    mutating func leave(_ person: Int, _ people: inout PeopleRegister) {
        let key = people[person].listKey
        switch people[person].list {
        case .none: return
        case .firstAppointment: first[people.group(person)].leave(key)
        case .treatment: treatment[people.group(person)].leave(key)
        case .nextSession: session[Int(people.episodes[person].clinician)].leave(key)
        }
        people[person].joined(.none, key: key)
    }

    /// Everybody on a list is on it once, in order, and says that they are on it; nobody says so who is not.
    func checkInvariants(_ people: borrowing PeopleRegister) {
        var listed = 0
        for (lists, place) in [
            (first, WaitingPlace.firstAppointment), (treatment, .treatment), (session, .nextSession),
        ] {
            for (index, list) in lists.enumerated() {
                for turn in 0..<list.count {
                    let person = Int(list[turn].person)
                    precondition(turn == 0 || list[turn - 1] < list[turn], "a list out of order")
                    precondition(people[person].list == place, "person \(person) is on a list that they do not know of")
                    precondition(people[person].listKey == list[turn], "person \(person) stands elsewhere on the list")
                    let own = place == .nextSession ? Int(people.episodes[person].clinician) : people.group(person)
                    precondition(own == index, "person \(person) is on the list of another step or clinician")
                    listed += 1
                }
            }
        }
        var said = 0
        for person in people.episodes.indices where people[person].list != .none { said += 1 }
        precondition(listed == said, "\(said) people are on lists, which hold \(listed)")
    }
}
