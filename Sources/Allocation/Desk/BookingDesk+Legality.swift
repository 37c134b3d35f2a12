import CareModel

extension BookingDesk {
    /// Whether a fact can have happened, as far as the desk knows: the people, clinicians and teams are there, and the
    /// states allow it. Whoever hears facts from people asks this before ``hear(_:)-(DeskFact)``.
    public func isPossible(_ fact: DeskFact) -> Bool {
        switch fact {
        case .received(let referral, _): Int(referral.team) < rules.count
        case .shortNotice(let person, _), .scores(let person, _, _): isOpen(person)
        case .closed(let person, let reason): isOpen(person) && isPossibleEnd(reason, of: person)
        case .screened(let person, _, _): isIn(.awaitingScreening, person)
        case .contactAttempted(let person, _): isIn(.awaitingContact, person)
        case .assessed(let person, let outcome, _): isBooked(person, .firstAppointment) && isCoherent(outcome)
        case .askedAboutCalls(let person, _): isIn(.waitingTreatment, person)
        case .callDue(let person): isIn(.waitingTreatment, person) && !people[Int(person)].isBooked
        case .keptInTouch(let person, let outcome):
            isBooked(person, .keepingInTouch) && (outcome != .readier || canTakeReadier(Int(person)))
        case .coursePlanned(let person, _, _): isOnCaseload(person)
        case .sessionAttended(let person): isBooked(person, .treatment)
        case .courseGoesOn(let person):
            isIn(.inTreatment, person) && !people[Int(person)].isBooked && people[Int(person)].list == .none
        case .missed(let person, let outcome, _):
            isOpen(person) && people[Int(person)].isBooked
                && (outcome == .didNotAttend || outcome == .arrivedTooLate)
        case .madeContact(let person), .madeNoContact(let person):
            isIn(.missedFirstAppointment, person) || isIn(.missedSession, person)
        case .cancelledByPerson(let person, _, _), .cancelledByService(let person):
            isOpen(person) && people[Int(person)].isBooked
        case .laterChosen(let person, let slot): mayBookLater(person, slot)
        case .laterCancelled(let person, let start, _):
            exists(person) && laterSession(of: Int(person), at: start) != nil
        case .cameToLater(let person): exists(person) && mayHaveComeToLaterSession(Int(person))
        case .venueChanged(let person, let room): mayChangeVenue(person, room: room)
        case .laterVenueChanged(let person, let start, let room):
            mayChangeVenue(ofLater: person, at: start, room: room)
        case .keptAtADistance(let person): isOpen(person) && people[Int(person)].slotRoom >= 0
        case .seatTaken(let person): isIn(.waitingTreatment, person) && seatOffer(Int(person)) != nil
        case .seatChosen(let person, let group):
            isOpen(person) && Int(group) < groups.count && seatRefusal(Int(person), group: Int(group)) == nil
        case .seatGivenUp(let person): isOpen(person) && people[Int(person)].flags.contains(.inGroup)
        case .groupGivenUp(let group): Int(group) < groups.count && groups[Int(group)].isOpen
        case .computerisedTaken(let person):
            isIn(.waitingTreatment, person) && rules[team(Int(person))].computerised.isOn
                && canTakeReadierMode(Int(person))
                && people[Int(person)].flags.isDisjoint(with: [.onComputerised, .inGroup])
        case .riskFound(let person, let clinician, _):
            exists(person) && clinician >= -1 && Int(clinician) < capacity.clinicians.count
        case .groupPlanned(let team, _): Int(team) < rules.count
        case .groupDue(let group): Int(group) < groups.count
        case .groupNotHeld(let group): isToMeet(group)
        case .groupLed(let group, let clinician): isToMeet(group) && mayLead(group, Int(clinician))
        case .groupAttended(let person): isRunningMember(person)
        case .groupMissed(let person, let outcome, _): isRunningMember(person) && !outcome.wasSeen
        case .holdEnded(let person): isIn(.onHold, person)
        case .stepUpProposed(let person):
            isIn(.inTreatment, person) && episodes[Int(person)].step == .low && !people[Int(person)].isBooked
                && people[Int(person)].list == .none
        case .stepUpAgreed(let person): isIn(.awaitingSupervision, person)
        case .steppedDown(let person): exists(person) && mayStepDown(Int(person))
        case .caseMoved(let person): isOnCaseload(person)
        case .chosen(let person, let slot): mayChoose(person, slot)
        case .moved(let person, let slot, _): mayMove(person, slot)
        case .backfill(let team), .bookingRound(let team): Int(team) < rules.count
        case .appointmentsCancelled(let clinician, let first, let last):
            Int(clinician) < capacity.clinicians.count && first <= last
        case .displacedCancelled(let why, let first, let last): first <= last && isKnown(why)
        case .caseloadHandedOver(let clinician): Int(clinician) < capacity.clinicians.count
        case .weekTurned: true
        }
    }

    private func isKnown(_ why: Displacement) -> Bool {
        switch why {
        case .outsideHours(let clinician): Int(clinician) < capacity.clinicians.count
        case .roomClosed(let room): Int(room) < capacity.rooms.count
        }
    }

    private func isToMeet(_ group: UInt32) -> Bool {
        guard Int(group) < groups.count else { return false }
        return groups[Int(group)].stage == .confirmed || groups[Int(group)].stage == .running
    }

    /// Whether a clinician can have led the next session of a course: at work that day, and with nobody else.
    private func mayLead(_ group: UInt32, _ clinician: Int) -> Bool {
        let course = groups[Int(group)]
        guard capacity.range(team: course.team, step: .low).contains(clinician),
            capacity.isThere(clinician, on: course.days[course.held])
        else { return false }
        var session = course.rule
        session.preparationMinutes = 0
        return course.facilitators.contains(clinician)
            || capacity.isFree(clinician, on: [course.days[course.held]], quanta: sessionTime(of: session))
    }

    private func exists(_ person: UInt32) -> Bool { Int(person) < episodes.count }

    private func isOpen(_ person: UInt32) -> Bool { exists(person) && episodes[Int(person)].state.isOpen }

    private func isIn(_ state: EpisodeState, _ person: UInt32) -> Bool {
        exists(person) && episodes[Int(person)].state == state
    }

    private func isOnCaseload(_ person: UInt32) -> Bool {
        exists(person) && episodes[Int(person)].state.isOnCaseload
    }

    private func isBooked(_ person: UInt32, _ kind: AppointmentKind) -> Bool {
        isOpen(person) && people[Int(person)].isBooked && people[Int(person)].slotKind == kind
    }

    private func isCoherent(_ outcome: AssessmentOutcome) -> Bool {
        switch outcome {
        // A seat in a course, and computerised CBT, are taken while waiting (TX-4, TX-5).
        case .treatment(let step, let modality), .hold(let step, let modality):
            modality.step == step && modality.training == modality
        case .end(let reason):
            [.adviceOnly, .signposted, .referredOn, .declinedTreatment, .notSuitable].contains(reason)
        }
    }

    /// Whether an episode can end for this reason where it is: nobody completes a course that did not begin.
    private func isPossibleEnd(_ reason: EndReason, of person: UInt32) -> Bool {
        let state = episodes[Int(person)].state
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
