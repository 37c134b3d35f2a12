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
        for (number, person) in snapshot.people.enumerated() { start(number, person) }
    }

    private mutating func addPerson(_ known: PersonSnapshot) -> Int {
        let person = episodes.count
        referrals.append(known.referral)
        episodes.append(known.episode)
        let order = WaitingKey(
            person: UInt32(person), priority: .routine, since: known.referral.received,
            due: known.referral.received.day, under: .standard)
        var state = PersonState(key: known.key, listKey: order)
        state.queueSince = now
        state.reachedAt = known.reachedAt ?? Episode.never
        state.assessor = known.assessor
        state.lastKeptInTouch = known.lastKeptInTouch ?? CivilDay(number: Int32.min)
        state.notBefore = known.notBefore ?? CivilDay(number: Int32.min)
        state.startScores = known.startScores
        state.scores = known.scores
        state.depression = Float(known.scores.depression)
        state.anxiety = Float(known.scores.anxiety)
        state.appointmentCount = known.appointmentCount
        state.sessionsAtStep = known.sessionsAtStep
        state.contactAttempts = known.contactAttempts
        state.screeningTask = known.screeningTask
        if known.keepingInTouchOptOut { state.flags.insert(.optedOut) }
        if known.movedByPerson { state.flags.insert(.movedByPerson) }
        if known.movedByService { state.flags.insert(.movedByService) }
        people.append(state)
        let team = team(person)
        everyoneByTeam[team] += 1
        stateCounts[stateIndex(known.episode, team)] += 1
        if let queue = Simulation.queue(of: known.episode) { joinQueue(queue, person, team) }
        return person
    }

    private mutating func restoreAppointment(_ person: Int, _ known: AppointmentSnapshot) {
        let offer = SlotOffer(clinician: known.clinician, start: known.start, minutes: known.minutes, reasons: [])
        guard capacity.book(offer) else { preconditionFailure("a snapshot with a double booking") }
        people[person].slotStart = known.start
        people[person].bookedAt = known.bookedAt
        people[person].slotClinician = known.clinician
        people[person].slotMinutes = UInt8(truncatingIfNeeded: known.minutes)
        people[person].slotKind = known.kind
        linkToDay(person)
        scheduleOutcome(person)
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
        case .waitingFirstAppointment, .firstAppointmentBooked:
            drawScores(person)
            startPatience(person)
            if known.episode.state == .waitingFirstAppointment { joinFirstList(person) }
        case .missedFirstAppointment:
            drawScores(person)
            startPatience(person)
            awaitContact(person)
        case .waitingTreatment:
            joinTreatmentList(person)
            startPatience(person)
            if !people[person].isBooked { planNextCall(person) }
        case .onHold:
            setTimer(person, .holdEnds, at: due, .deadline)
        case .awaitingSupervision:
            setTimer(person, .supervision, at: due, .office)
        case .inTreatment, .missedSession:
            restoreCourse(person)
        case .closed:
            preconditionFailure("a snapshot holds people who are in the service")
        }
    }

    private mutating func restoreCourse(_ person: Int) {
        let clinician = Int(episodes[person].clinician)
        capacity.restoreToCaseload(clinician)
        caseloadMembers[clinician].append(Int32(person))
        drawCourse(person)
        if episodes[person].state == .missedSession {
            awaitContact(person)
        } else if !people[person].isBooked {
            bookNextSession(person)
        }
    }
}
