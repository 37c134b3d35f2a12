import Allocation
import BookingStore
import CareModel
import ServiceSimulation

@testable import BookingService

extension Clerk {
    /// What a clerk does about the first entries of a log.
    func deed(_ log: ArraySlice<Entry>, _ box: DeskBox) -> Deed {
        let entry = log[log.startIndex]
        guard case .fact(let fact) = entry.told, box.desk.begun(givenUpBy: fact) == nil else { return .facts(1) }
        switch fact {
        case .received(let referral, _):
            guard !referral.isUrgent else { return .facts(1) }
            let identity = Identity(name: "Invented Person \(box.desk.episodes.count + 1)")
            let told = ToldReferral(referral, identity, now: entry.at)
            return .command(.refer(Refer(referral: told, isAnother: true)), entries: 1)
        case .shortNotice(let person, let agrees):
            var change = PersonChange()
            change.acceptsShortNotice = agrees
            return .command(.changePerson(ChangePerson(person: number(person), change: change)), entries: 1)
        case .screened(let person, let facts, let isDiverted):
            let screen = Screen(
                person: number(person), mentionsRisk: facts.mentionsRisk, isExcluded: facts.isExcluded,
                looksLikeHighIntensity: facts.looksLikeHighIntensity, isUnderAge: facts.isUnderAge,
                isDiverted: isDiverted)
            return .command(.screen(screen), entries: 1)
        case .contactAttempted(let person, let answer): return contacted(person, answer, entry)
        case .scores, .assessed, .keptInTouch, .sessionAttended: return contact(log, box)
        case .missed(let person, let outcome, let exception):
            var record = ContactRecord(outcome)
            record.exception = exception
            record.endsCourse = box.desk.people[Int(person)].slotKind != .firstAppointment && ends(entry)
            return attend(person, record, box, entries: 1)
        case .madeContact(let person): return .command(.makeContact(MakeContact(person: number(person))), entries: 1)
        case .madeNoContact(let person):
            return .command(.endWithoutContact(EndWithoutContact(person: number(person), atLimit: .ends)), entries: 1)
        case .cancelledByPerson(let person, let rebooks, let exception):
            let answer: LimitAnswer? = exception ? .exception : rebooks && ends(entry) ? .ends : nil
            let cancel = Cancel(appointment: box.appointment(of: Int(person)), rebooks: rebooks, atLimit: answer)
            return .command(.cancel(cancel), entries: 1)
        case .cancelledByService(let person):
            let cancel = Cancel(appointment: box.appointment(of: Int(person)), byPerson: false)
            return .command(.cancel(cancel), entries: 1)
        case .keptAtADistance(let person):
            let keep = KeepAtADistance(appointment: box.appointment(of: Int(person)))
            return .command(.keepAtADistance(keep), entries: 1)
        case .callDue(let person): return .command(.bookCall(BookCall(person: number(person))), entries: 1)
        case .holdEnded(let person): return .command(.endHold(EndHold(person: number(person))), entries: 1)
        case .stepUpAgreed(let person): return .command(.agreeStepUp(AgreeStepUp(person: number(person))), entries: 1)
        case .stepUpDeclined(let person):
            return .command(.declineStepUp(DeclineStepUp(person: number(person))), entries: 1)
        case .putOnHold(let person, let until):
            return .command(.putOnHold(PutOnHold(person: number(person), until: until, why: "as said")), entries: 1)
        case .caseMoved(let person): return .command(.moveCase(MoveCase(person: number(person))), entries: 1)
        case .closed(let person, let reason):
            return .command(.discharge(Discharge(person: number(person), reason: reason)), entries: 1)
        case .riskFound(let person, let clinician, let from):
            guard from == entry.at, box.desk.episodes[Int(person)].state.isOpen else { return .facts(1) }
            return .command(.recordRisk(RecordRisk(person: number(person), clinician: clinician)), entries: 1)
        case .contactReceived(let person, let matter, let outcome):
            // Risk is found, and acted on, by a command of its own.
            let received = ReceiveContact(person: number(person), about: matter, outcome: outcome)
            return matter == .risk ? .facts(1) : .command(.receiveContact(received), entries: 1)
        case .seatTaken(let person): return .command(.joinGroup(JoinGroup(person: number(person))), entries: 1)
        case .groupDue(let group):
            guard box.desk.groups[Int(group)].stage == .planned else { return session(of: group, log, box) }
            return .command(.decideGroup(DecideGroup(group: Int64(group) + 1)), entries: 1)
        case .backfill(let team): return .command(.backfill(Backfill(team: Int(team))), entries: 1)
        case .bookingRound(let team): return .command(.allocate(Allocate(team: Int(team))), entries: 1)
        case .askedAboutCalls, .callsChosen, .coursePlanned, .courseGoesOn, .venueChanged, .laterVenueChanged, .chosen,
            .moved, .laterChosen, .laterCancelled, .cameToLater, .stepUpProposed, .steppedDown, .seatChosen,
            .seatGivenUp, .computerisedTaken, .groupPlanned, .groupNotHeld, .groupLed, .groupGivenUp, .groupAttended,
            .groupMissed, .appointmentsCancelled, .displacedCancelled, .caseloadHandedOver, .groupToldAgain,
            .timeGivenUp, .timeHeld, .timeGivenBack, .weekTurned:
            return .facts(1)
        }
    }

    func number(_ person: UInt32) -> Int64 { Int64(person) + 1 }

    func attend(_ person: UInt32, _ record: ContactRecord, _ box: DeskBox, entries: Int) -> Deed {
        let appointment = box.appointment(of: Int(person))
        return .command(.attend(Attend(appointment: appointment, contact: record)), entries: entries)
    }

    /// Whether what was decided ends the episode.
    func ends(_ entry: Entry) -> Bool {
        entry.decided.contains { effect in
            if case .closed = effect { return true }
            return false
        }
    }

    /// Where the simulation's clerk booked on the telephone, this one holds the slot, and the person confirms it
    /// (BK-4). Who is told that the wait is long is told so by the desk that books itself (FA-6).
    private func contacted(_ person: UInt32, _ answer: ContactAnswer, _ entry: Entry) -> Deed {
        let command = BookingCommand.attemptContact(AttemptContact(person: number(person), answer: answer))
        var slot: WantedSlot?
        for effect in entry.decided {
            if case .waitLetter = effect { return .command(command, entries: 1) }
            if case .booked(_, let appointment, _, _) = effect {
                slot = WantedSlot(
                    clinician: appointment.clinician, start: appointment.start, minutes: Int(appointment.minutes),
                    room: appointment.room < 0 ? nil : Int64(appointment.room) + 1)
            }
        }
        guard let slot else { return .command(command, entries: 1) }
        return .commandThenBooking(command, person: number(person), slot: slot)
    }
}
