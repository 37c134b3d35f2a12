import Allocation
import CareModel
import EventKernel

extension Simulation {
    /// Tells the desk what happened; ``settle()`` acts on what it decides.
    @inline(__always)
    mutating func hear(_ fact: DeskFact) {
        if recorder != nil { return hearAndWriteDown(fact) }
        desk.hear(fact)
    }

    // Never inlined: it stands wherever something happens, and hardly ever runs.
    @inline(never)
    private mutating func hearAndWriteDown(_ fact: DeskFact) {
        recorder?.told(.fact(fact), at: now)
        let before = desk.effects.count
        desk.hear(fact)
        recorder?.decided(desk.effects[before...])
    }

    /// Tells the desk of a change in who works when, or in how a team books.
    @inline(never)
    mutating func hear(_ change: DeskChange) {
        if recorder != nil { recorder?.told(.change(change), at: now) }
        desk.hear(change)
    }

    /// Acts on everything that the desk has decided: what people do about it is drawn, what is still to come is
    /// scheduled, and what happened is recorded.
    mutating func settle() {
        while let effect = desk.nextEffect() { act(on: effect) }
    }

    private mutating func act(on effect: DeskEffect) {
        switch effect {
        case .arrived(let person, let joined):
            if let joined { joinQueue(joined, Int(person), desk.team(Int(person))) }
        case .moved(let person, _, let left, let joined):
            guard left != joined else { break }
            let team = desk.team(Int(person))
            if let left { leaveQueue(left, Int(person), team) }
            if let joined { joinQueue(joined, Int(person), team) }
        case .booked(let person, _, _, _), .takenUp(let person, _):
            AppointmentOutcomes.scheduleOutcome(Int(person), &self)
        // Sessions beyond the next one have no outcome before they are taken up (BK-2). Outcomes are drawn here, and
        // nobody has tasks or is told anything.
        case .laterBooked, .laterCancelled, .tookPlace, .groupTookPlace, .task, .message: break
        case .cancelled(let person, _, let cancellation):
            if cancellation.cause.isLetDown { Recording.recordAppointment(Int(person), .cancelledByProvider, &self) }
            events.cancel(people[Int(person)].appointmentEvent)
        case .timeFreed(let team): schedule(.backfill, Int(team), at: now, .booking)
        case .waitsForFirstAppointment(let person): Waiting.startPatience(Int(person), &self)
        case .waitLetter(let person): count(.waitLetters, team: desk.team(Int(person)))
        case .contactAgain(let person, let day): Contact.contactAgain(Int(person), days: day - now.day, &self)
        case .awaitsContact(let person, let until): Contact.awaitContact(Int(person), until: until, &self)
        case .onHold(let person, let day):
            setTimer(Int(person), .holdEnds, at: CivilMinute(day: day, minuteOfDay: 9 * 60), .deadline)
        case .waitsForTreatment(let person):
            Waiting.startPatience(Int(person), &self)
            Waiting.startKeepingInTouch(Int(person), &self)
            Waiting.offerReadierModes(Int(person), &self)
        case .callPlanned(let person, let day):
            events.cancel(people[Int(person)].timer)
            setTimer(Int(person), .callDue, at: CivilMinute(day: day, minuteOfDay: 9 * 60), .office)
        case .callNotBooked(let person, let again):
            count(.keepingInTouchUnbooked, team: desk.team(Int(person)))
            setTimer(Int(person), .callDue, at: again, .office)
        case .takenOn(let person, let clinician, let group):
            stopClocks(Int(person))
            if group < 0 {
                Recording.recordTakenOn(Int(person), by: clinician, &self)
                Workforce.takeHandoverTime(of: Int(clinician), Int(person), &self)
            }
            Employment.offerEmploymentSupport(Int(person), &self)
            if desk.people[Int(person)].sessionsAtStep == 0 { Treatment.planCourse(Int(person), &self) }
        case .handedOver(let person, let clinician):
            stopClocks(Int(person))
            people[Int(person)].willCall = false
            count(.handovers, team: desk.team(Int(person)))
            Workforce.takeHandoverTime(of: Int(clinician), Int(person), &self)
        case .closed(let person, let reason, let state):
            stopClocks(Int(person))
            if state.isBeforeFirstAppointment, !hasBeenSeen(Int(person)) {
                Recording.recordBreaches(Int(person), until: now, closing: reason, &self)
            }
            Recording.recordUnendedWaits(Int(person), in: state, closing: reason, &self)
            Recording.recordEnd(Int(person), reason, team: desk.team(Int(person)), &self)
            Returns.leaves(Int(person), reason, &self)
        case .urgentSlot(let person, let clinician, _):
            // Nobody may have time: then somebody acts at once, and no diary says who.
            if clinician >= 0, desk.capacity.absence(Int(clinician), on: now.day).contains(.duty) {
                count(.riskTakenByDuty, team: desk.team(Int(person)))
            }
        case .groupDue(let group, let minute, _): schedule(.groupDue, Int(group), at: minute, .appointment)
        case .groupPutOff(let group): count(.groupsPutOff, team: desk.groups[Int(group)].team)
        case .groupCancelled(let group): count(.groupsCancelled, team: desk.groups[Int(group)].team)
        case .groupStarted(let group): GroupSessions.recordStart(ofGroup: Int(group), &self)
        case .groupSessionPutOff(let group):
            for member in desk.groups[Int(group)].members {
                Recording.recordAppointment(Int(member), .cancelledByProvider, &self)
            }
        case .callsChosen, .allocated, .contactReceived: break
        case .groupOpened, .groupDecided, .groupMeets, .groupChanged, .groupTimeTaken, .groupTimeFreed, .seatTaken,
            .seatLeft:
            break
        }
    }

    private func hasBeenSeen(_ person: Int) -> Bool { desk.episodes[person].firstAppointment != Episode.never }

    private mutating func stopClocks(_ person: Int) {
        events.cancel(people[person].timer)
        events.cancel(people[person].withdrawal)
    }

    mutating func joinQueue(_ kind: QueueKind, _ person: Int, _ team: Int) {
        let index = team * ReplicationRecord.queueKinds + Int(kind.rawValue)
        recording.record.queues[index].join(at: now)
        people[person].queueSince = now
    }

    mutating func leaveQueue(_ kind: QueueKind, _ person: Int, _ team: Int) {
        let index = team * ReplicationRecord.queueKinds + Int(kind.rawValue)
        recording.record.queues[index].leave(since: people[person].queueSince, at: now)
    }

    /// Ends an episode for a reason that is the person's own.
    mutating func close(_ person: Int, _ reason: EndReason) {
        hear(.closed(UInt32(person), reason))
        settle()
    }
}
