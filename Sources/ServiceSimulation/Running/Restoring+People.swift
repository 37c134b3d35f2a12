import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Restoring {
    /// Everyone in the snapshot, with what is booked for them.
    /// - Parameter goesOn: everybody keeps their number.
    static func restorePeople(_ snapshot: ServiceSnapshot, goesOn: Bool, _ service: inout Simulation) {
        var numbers: [UInt64: Int] = [:]  // lookup only
        let coming = goesOn ? snapshot.coming : nil
        for (place, person) in snapshot.people.enumerated() {
            if let coming { leaveOutNumbers(before: Int(coming.numbers[place]), &service) }
            numbers[person.key] = addPerson(person, &service)
        }
        if let coming { leaveOutNumbers(before: coming.numbersGiven, &service) }
        for appointment in snapshot.appointments {
            guard let person = numbers[appointment.person] else {
                preconditionFailure("an appointment of somebody who is not in the snapshot")
            }
            restoreAppointment(person, appointment, &service)
        }
        for group in snapshot.groups {
            GroupSessions.restoreGroup(
                group, members: group.members.compactMap { numbers[$0].map { UInt32($0) } }, &service)
        }
        for person in snapshot.people {
            if let number = numbers[person.key] { start(number, person, &service) }
        }
    }

    /// Leaves out the numbers of people who have left.
    private static func leaveOutNumbers(before number: Int, _ service: inout Simulation) {
        while service.desk.episodes.count < number {
            service.desk.skipNumber()
            service.people.append(PersonState())
        }
    }

    private static func addPerson(_ known: Person, _ service: inout Simulation) -> Int {
        var known = known
        // How long a course will be is drawn, where a simulation has not drawn it already.
        if known.unseen == nil { (known.facts.plannedSessions, known.facts.supervisorAgrees) = (nil, false) }
        let person = service.desk.add(known)
        var state = PersonState()
        state.queueSince = service.now
        state.screeningTask = known.facts.screeningTask
        service.people.append(state)
        service.settle()
        return person
    }

    private static func restoreAppointment(_ person: Int, _ known: AppointmentSnapshot, _ service: inout Simulation) {
        if service.desk.restoreAppointment(person, known) { AppointmentOutcomes.scheduleOutcome(person, &service) }
    }

    /// Starts what each state waits for.
    private static func start(_ person: Int, _ known: Person, _ service: inout Simulation) {
        switch known.facts.acceptsShortNotice {
        case .some(true): service.hear(.shortNotice(UInt32(person), true))
        case .some(false): break
        case .none: Arrivals.drawShortNotice(person, &service)
        }
        if service.desk.episodes[person].state.isOnCaseload { service.desk.restoreToCaseload(person) }
        restoreUnseen(person, known, &service)
        if known.unseen == nil { drawUnseen(person, known, &service) }
        let due = known.facts.nextActionDue ?? service.now
        switch known.episode.state {
        case .awaitingScreening:
            service.setTimer(person, .screeningDone, at: due, .office)
            if known.facts.screeningTask == .seniorScreen {
                service.screening.seniorDesks[service.team(person)].isBusy(until: due)
            } else {
                service.screening.desks[service.team(person)].isBusy(until: due)
            }
        case .awaitingContact:
            Contact.restoreAttempt(person, due: due, &service)
        case .waitingFirstAppointment, .firstAppointmentBooked:
            Waiting.startPatience(person, &service)
            service.desk.restoreList(person)
        case .missedFirstAppointment:
            Waiting.startPatience(person, &service)
            Contact.awaitContact(person, &service)
        case .waitingTreatment:
            service.desk.restoreList(person)
            Waiting.startPatience(person, &service)
            restoreCall(person, known, &service)
        case .onHold:
            service.setTimer(person, .holdEnds, at: due, .deadline)
        case .awaitingSupervision:
            service.setTimer(person, .supervision, at: due, .office)
        case .inTreatment, .missedSession:
            restoreCourse(person, known, &service)
        case .closed:
            preconditionFailure("a snapshot holds people who are in the service")
        }
    }

    /// The next keeping-in-touch call is booked when it was to be, or else when it is due (KT-2).
    private static func restoreCall(_ person: Int, _ known: Person, _ service: inout Simulation) {
        guard !service.desk.people[person].isBooked else { return }
        if known.unseen != nil, let due = known.facts.nextActionDue {
            return service.setTimer(person, .callDue, at: due, .office)
        }
        service.desk.restoreCall(person)
        service.settle()
    }

    private static func restoreCourse(_ person: Int, _ known: Person, _ service: inout Simulation) {
        if known.unseen != nil {
            let planned = known.facts.supportContactsLeft ?? known.facts.plannedSessions ?? 0
            service.hear(
                .coursePlanned(UInt32(person), sessions: planned, supervisorAgrees: known.facts.supervisorAgrees))
        }
        if service.desk.people[person].flags.contains(.inGroup) { return }
        if service.desk.episodes[person].state == .missedSession {
            Contact.awaitContact(person, &service)
        } else if let since = known.facts.listedAt {
            service.desk.restoreToSessionList(person, since: since)
        } else if !service.desk.people[person].isBooked {
            service.hear(.courseGoesOn(UInt32(person)))
            service.settle()
        }
    }
}
