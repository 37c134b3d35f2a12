import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Everyone in the snapshot, with what is booked for them.
    /// - Parameter goesOn: everybody keeps their number.
    mutating func restorePeople(_ snapshot: ServiceSnapshot, goesOn: Bool) {
        var numbers: [UInt64: Int] = [:]  // lookup only
        let coming = goesOn ? snapshot.coming : nil
        for (place, person) in snapshot.people.enumerated() {
            if let coming { leaveOutNumbers(before: Int(coming.numbers[place])) }
            numbers[person.key] = addPerson(person)
        }
        if let coming { leaveOutNumbers(before: coming.numbersGiven) }
        for appointment in snapshot.appointments {
            guard let person = numbers[appointment.person] else {
                preconditionFailure("an appointment of somebody who is not in the snapshot")
            }
            restoreAppointment(person, appointment)
        }
        for group in snapshot.groups {
            restoreGroup(group, members: group.members.compactMap { numbers[$0].map { UInt32($0) } })
        }
        for person in snapshot.people {
            if let number = numbers[person.key] { start(number, person) }
        }
    }

    /// Leaves out the numbers of people who have left.
    private mutating func leaveOutNumbers(before number: Int) {
        while desk.episodes.count < number {
            desk.skipNumber()
            people.append(PersonState())
        }
    }

    private mutating func addPerson(_ known: Person) -> Int {
        let person = desk.add(known)
        var state = PersonState()
        state.queueSince = now
        state.screeningTask = known.screeningTask
        people.append(state)
        settle()
        return person
    }

    private mutating func restoreAppointment(_ person: Int, _ known: AppointmentSnapshot) {
        if desk.restoreAppointment(person, known) { scheduleOutcome(person) }
    }

    /// Starts what each state waits for.
    private mutating func start(_ person: Int, _ known: Person) {
        switch known.shortNotice {
        case .some(true): hear(.shortNotice(UInt32(person), true))
        case .some(false): break
        case .none: drawShortNotice(person)
        }
        if desk.episodes[person].state.isOnCaseload { desk.restoreToCaseload(person) }
        restoreUnseen(person, known)
        if known.unseen == nil { drawUnseen(person, known) }
        let due = known.nextActionDue ?? now
        switch known.episode.state {
        case .awaitingScreening:
            setTimer(person, .screeningDone, at: due, .office)
            if known.screeningTask == .seniorScreen {
                seniorDesks[team(person)].isBusy(until: due)
            } else {
                desks[team(person)].isBusy(until: due)
            }
        case .awaitingContact:
            setTimer(person, .contactAttempt, at: due, .office)
            restoreAttempt(team(person), due: due)
        case .waitingFirstAppointment, .firstAppointmentBooked:
            startPatience(person)
            desk.restoreList(person)
        case .missedFirstAppointment:
            startPatience(person)
            awaitContact(person)
        case .waitingTreatment:
            desk.restoreList(person)
            startPatience(person)
            restoreCall(person, known)
        case .onHold:
            setTimer(person, .holdEnds, at: due, .deadline)
        case .awaitingSupervision:
            setTimer(person, .supervision, at: due, .office)
        case .inTreatment, .missedSession:
            restoreCourse(person, known)
        case .closed:
            preconditionFailure("a snapshot holds people who are in the service")
        }
    }

    /// The next keeping-in-touch call is booked when it was to be, or else when it is due (KT-2).
    private mutating func restoreCall(_ person: Int, _ known: Person) {
        guard !desk.people[person].isBooked else { return }
        if known.unseen != nil, let due = known.nextActionDue { return setTimer(person, .callDue, at: due, .office) }
        desk.restoreCall(person)
        settle()
    }

    private mutating func restoreCourse(_ person: Int, _ known: Person) {
        if let unseen = known.unseen {
            hear(
                .coursePlanned(
                    UInt32(person), sessions: unseen.plannedSessions, supervisorAgrees: unseen.supervisorAgrees))
        }
        if desk.people[person].flags.contains(.inGroup) { return }
        if desk.episodes[person].state == .missedSession {
            awaitContact(person)
        } else if let since = known.listedAt {
            desk.restoreToSessionList(person, since: since)
        } else if !desk.people[person].isBooked {
            hear(.courseGoesOn(UInt32(person)))
            settle()
        }
    }
}
