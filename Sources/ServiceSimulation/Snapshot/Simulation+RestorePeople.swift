import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Everyone in the snapshot, with what is booked for them.
    mutating func restorePeople(_ snapshot: ServiceSnapshot) {
        var numbers: [UInt64: Int] = [:]  // lookup only
        for person in snapshot.people { numbers[person.key] = addPerson(person) }
        for appointment in snapshot.appointments {
            guard let person = numbers[appointment.person] else {
                preconditionFailure("an appointment of somebody who is not in the snapshot")
            }
            restoreAppointment(person, appointment)
        }
        for group in snapshot.groups {
            restoreGroup(group, members: group.members.compactMap { numbers[$0].map { UInt32($0) } })
        }
        for (number, person) in snapshot.people.enumerated() { start(number, person) }
    }

    private mutating func addPerson(_ known: PersonSnapshot) -> Int {
        let person = desk.add(known)
        var state = PersonState()
        state.queueSince = now
        state.depression = Float(known.scores.depression)
        state.anxiety = Float(known.scores.anxiety)
        state.screeningTask = known.screeningTask
        people.append(state)
        settle()
        return person
    }

    private mutating func restoreAppointment(_ person: Int, _ known: AppointmentSnapshot) {
        if desk.restoreAppointment(person, known) { scheduleOutcome(person) }
    }

    /// Starts what each state waits for.
    private mutating func start(_ person: Int, _ known: PersonSnapshot) {
        drawShortNotice(person)
        let due = known.nextActionDue ?? now
        switch known.episode.state {
        case .awaitingScreening:
            drawScores(person)
            drawScreeningFacts(person)
            setTimer(person, .screeningDone, at: due, .office)
            if known.screeningTask == .seniorScreen {
                seniorDesks[team(person)].isBusy(until: due)
            } else {
                desks[team(person)].isBusy(until: due)
            }
        case .awaitingContact:
            drawScores(person)
            setTimer(person, .contactAttempt, at: due, .office)
            restoreAttempt(team(person), due: due)
        case .waitingFirstAppointment, .firstAppointmentBooked:
            drawScores(person)
            startPatience(person)
            desk.restoreList(person)
        case .missedFirstAppointment:
            drawScores(person)
            startPatience(person)
            awaitContact(person)
        case .waitingTreatment:
            desk.restoreList(person)
            startPatience(person)
            if !desk.people[person].isBooked { desk.planNextCall(person) }
            settle()
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

    private mutating func restoreCourse(_ person: Int, _ known: PersonSnapshot) {
        desk.restoreToCaseload(person)
        planCourse(person)
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
