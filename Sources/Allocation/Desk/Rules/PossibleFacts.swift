import CareModel

/// Whether what somebody says can have happened, as far as the desk knows.
enum PossibleFacts {
    /// Whether a fact can have happened, as far as the desk knows: the people, clinicians and teams are there, and the
    /// states allow it. Whoever hears facts from people asks this before ``hear(_:)-(DeskFact)``.
    static func isPossible(_ desk: borrowing DeskState, _ fact: DeskFact) -> Bool {
        switch fact {
        case .received(let referral, _): Int(referral.team) < desk.rules.count
        case .shortNotice(let person, _), .scores(let person, _, _): isOpen(desk, person)
        case .closed(let person, let reason): isOpen(desk, person) && isPossibleEnd(desk, reason, of: person)
        case .screened(let person, _, _): isIn(desk, .awaitingScreening, person)
        case .contactAttempted(let person, _): isIn(desk, .awaitingContact, person)
        case .assessed(let person, let outcome, _):
            isBooked(desk, person, .firstAppointment) && isCoherent(desk, outcome)
        case .askedAboutCalls(let person, _): isIn(desk, .waitingTreatment, person)
        case .callsChosen(let person, let wantsCalls):
            isIn(desk, .waitingTreatment, person)
                && (wantsCalls || !isBooked(desk, person, .keepingInTouch))
        case .contactReceived(let person, _, let outcome):
            isOpen(desk, person)
                && (outcome == nil || isIn(desk, .waitingTreatment, person))
                && (outcome != .readier || Calls.canTakeReadier(desk, Int(person)))
        case .callDue(let person): isIn(desk, .waitingTreatment, person) && !desk.people[Int(person)].isBooked
        case .keptInTouch(let person, let outcome):
            isBooked(desk, person, .keepingInTouch) && (outcome != .readier || Calls.canTakeReadier(desk, Int(person)))
        case .coursePlanned(let person, _, _): isOnCaseload(desk, person)
        case .sessionAttended(let person): isBooked(desk, person, .treatment)
        case .courseGoesOn(let person):
            isIn(desk, .inTreatment, person) && !desk.people[Int(person)].isBooked
                && desk.people[Int(person)].list == .none
        case .missed(let person, let outcome, _):
            isOpen(desk, person) && desk.people[Int(person)].isBooked
                && (outcome == .didNotAttend || outcome == .arrivedTooLate)
        case .madeContact(let person), .madeNoContact(let person):
            isIn(desk, .missedFirstAppointment, person) || isIn(desk, .missedSession, person)
        case .cancelledByPerson(let person, _, _), .cancelledByService(let person):
            isOpen(desk, person) && desk.people[Int(person)].isBooked
        case .laterChosen(let person, let slot, _): LaterSessionRules.mayBook(desk, person, slot)
        case .laterCancelled(let person, let start, _):
            exists(desk, person) && desk.laterSession(of: Int(person), at: start) != nil
        case .cameToLater(let person): exists(desk, person) && LaterSessionRules.mayHaveCome(desk, Int(person))
        case .venueChanged(let person, let room): VenueChanges.mayChange(desk, person, room: room)
        case .laterVenueChanged(let person, let start, let room):
            VenueChanges.mayChange(desk, ofLater: person, at: start, room: room)
        case .keptAtADistance(let person): isOpen(desk, person) && desk.people[Int(person)].slotRoom >= 0
        case .seatTaken(let person): isIn(desk, .waitingTreatment, person) && Seats.next(desk, Int(person)) != nil
        case .seatChosen(let person, let group):
            isOpen(desk, person) && Int(group) < desk.groups.count
                && Seats.refusal(desk, Int(person), group: Int(group)) == nil
        case .seatGivenUp(let person): isOpen(desk, person) && desk.people[Int(person)].flags.contains(.inGroup)
        case .groupGivenUp(let group): Int(group) < desk.groups.count && desk.groups[Int(group)].isOpen
        case .computerisedTaken(let person):
            isIn(desk, .waitingTreatment, person) && desk.rules[desk.team(Int(person))].computerised.isOn
                && Seats.canTakeReadierMode(desk, Int(person))
                && desk.people[Int(person)].flags.isDisjoint(with: [.onComputerised, .inGroup])
        case .riskFound(let person, let clinician, _):
            exists(desk, person) && clinician >= -1 && Int(clinician) < desk.capacity.clinicians.count
        case .groupPlanned(let team, _): Int(team) < desk.rules.count
        case .groupDue(let group): Int(group) < desk.groups.count
        case .groupNotHeld(let group): isToMeet(desk, group)
        case .groupLed(let group, let clinician): isToMeet(desk, group) && mayLead(desk, group, Int(clinician))
        case .groupAttended(let person): GroupRules.isRunningMember(desk, person)
        case .groupMissed(let person, let outcome, _): GroupRules.isRunningMember(desk, person) && !outcome.wasSeen
        case .putOnHold(let person, let until): exists(desk, person) && PutOff.mayPutOff(desk, Int(person), until)
        case .holdEnded(let person): isIn(desk, .onHold, person)
        case .stepUpProposed(let person):
            isIn(desk, .inTreatment, person) && desk.people.episodes[Int(person)].step == .low
                && !desk.people[Int(person)].isBooked
                && desk.people[Int(person)].list == .none
        case .stepUpAgreed(let person), .stepUpDeclined(let person): isIn(desk, .awaitingSupervision, person)
        case .steppedDown(let person): exists(desk, person) && CaseMoves.mayStepDown(desk, Int(person))
        case .caseMoved(let person):
            isOnCaseload(desk, person)
                || isOpen(desk, person) && desk.allocated(Int(person)) != nil
        case .chosen(let person, let slot): ChosenSlots.mayChoose(desk, person, slot)
        case .moved(let person, let slot, _): ChosenSlots.mayMove(desk, person, slot)
        case .backfill(let team), .bookingRound(let team): Int(team) < desk.rules.count
        case .appointmentsCancelled(let clinician, let first, let last):
            Int(clinician) < desk.capacity.clinicians.count && first <= last
        case .displacedCancelled(let why, let first, let last): first <= last && isKnown(desk, why)
        case .caseloadHandedOver(let clinician): Int(clinician) < desk.capacity.clinicians.count
        case .groupToldAgain(let person, _): GroupRules.isRunningMember(desk, person)
        case .timeGivenUp(let person, _): exists(desk, person)
        case .timeHeld(let slot): isFree(desk, slot)
        case .timeGivenBack(let slot): desk.appointments.isHeld(slot)
        case .weekTurned: true
        }
    }

    /// Whether nobody has the time, nor the room.
    private static func isFree(_ desk: borrowing DeskState, _ slot: SlotOffer) -> Bool {
        desk.capacity.clinicians.indices.contains(Int(slot.clinician)) && slot.room < desk.capacity.rooms.count
            && SlotRefusals.isOnPage(desk, slot) && desk.capacity.isUntaken(slot)
    }

    private static func isKnown(_ desk: borrowing DeskState, _ why: Displacement) -> Bool {
        switch why {
        case .outsideHours(let clinician): Int(clinician) < desk.capacity.clinicians.count
        case .roomClosed(let room): Int(room) < desk.capacity.rooms.count
        }
    }

    private static func isToMeet(_ desk: borrowing DeskState, _ group: UInt32) -> Bool {
        guard Int(group) < desk.groups.count else { return false }
        return desk.groups[Int(group)].stage == .confirmed || desk.groups[Int(group)].stage == .running
    }

    /// Whether a clinician can have led the next session of a course: at work that day, and with nobody else.
    private static func mayLead(_ desk: borrowing DeskState, _ group: UInt32, _ clinician: Int) -> Bool {
        let course = desk.groups[Int(group)]
        guard desk.capacity.range(team: course.team, step: .low).contains(clinician),
            desk.capacity.clinicians[clinician].role.leadsGroups,
            desk.capacity.isThere(clinician, on: course.days[course.held])
        else { return false }
        var session = course.rule
        session.preparationMinutes = 0
        return course.facilitators.contains(clinician)
            || desk.capacity.isFree(clinician, on: [course.days[course.held]], quanta: session.sessionTime)
    }

    private static func exists(_ desk: borrowing DeskState, _ person: UInt32) -> Bool {
        Int(person) < desk.people.episodes.count
    }

    private static func isOpen(_ desk: borrowing DeskState, _ person: UInt32) -> Bool {
        exists(desk, person) && desk.people.episodes[Int(person)].state.isOpen
    }

    private static func isIn(_ desk: borrowing DeskState, _ state: EpisodeState, _ person: UInt32) -> Bool {
        exists(desk, person) && desk.people.episodes[Int(person)].state == state
    }

    private static func isOnCaseload(_ desk: borrowing DeskState, _ person: UInt32) -> Bool {
        exists(desk, person) && desk.people.episodes[Int(person)].state.isOnCaseload
    }

    private static func isBooked(_ desk: borrowing DeskState, _ person: UInt32, _ kind: AppointmentKind) -> Bool {
        isOpen(desk, person) && desk.people[Int(person)].isBooked && desk.people[Int(person)].slotKind == kind
    }

    private static func isCoherent(_ desk: borrowing DeskState, _ outcome: AssessmentOutcome) -> Bool {
        switch outcome {
        // A seat in a course, and computerised CBT, are taken while waiting (TX-4, TX-5).
        case .treatment(let step, let modality), .hold(let step, let modality):
            modality.step == step && modality.training == modality
        case .end(let reason):
            [.adviceOnly, .signposted, .referredOn, .declinedTreatment, .notSuitable].contains(reason)
        }
    }

    /// Whether an episode can end for this reason where it is: nobody completes a course that did not begin.
    private static func isPossibleEnd(_ desk: borrowing DeskState, _ reason: EndReason, of person: UInt32) -> Bool {
        let state = desk.people.episodes[Int(person)].state
        switch reason {
        case .completed, .stoppedEarly, .droppedOut: return state.isOnCaseload || state == .awaitingSupervision
        case .withdrewWaitingTreatment, .noLongerNeeded:
            return state == .waitingTreatment || state == .onHold || state == .awaitingSupervision
        case .withdrewBeforeFirstAppointment, .declinedAppointment, .uncontactable, .diverted, .missedFirstAppointment:
            return state.isBeforeFirstAppointment
        case .adviceOnly, .declinedTreatment: return !state.isBeforeFirstAppointment
        case .notSuitable, .signposted, .referredOn, .died: return true
        }
    }
}
