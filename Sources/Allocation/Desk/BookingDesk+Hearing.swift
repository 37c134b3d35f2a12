import CareModel

extension BookingDesk {
    /// Hears what happened, decides what follows, and leaves it in the effects.
    ///
    /// The caller vouches that it can have happened: the states of the people allow it (``isPossible(_:)``).
    public mutating func hear(_ fact: DeskFact) {
        state.pointee.factsHeard &+= 1
        BookingDesk.hear(fact, &state.pointee)
    }

    private static func hear(_ fact: DeskFact, _ desk: inout DeskState) {
        switch fact {
        case .received(let referral, let key): Intake.received(&desk, referral, key: key)
        case .shortNotice(let person, let agrees): desk.people[Int(person)].set(.shortNotice, agrees)
        case .screened(let person, let facts, let isDiverted):
            Intake.screened(&desk, Int(person), facts, isDiverted: isDiverted)
        case .contactAttempted(let person, let answer): Intake.contactAttempted(&desk, Int(person), answer)
        case .scores(let person, let scores, let isFirst):
            Intake.recordScores(&desk, Int(person), scores, isFirst: isFirst)
        case .assessed(let person, let outcome, let began):
            FirstAppointments.assessed(&desk, Int(person), outcome, treatmentBegan: began)
        case .askedAboutCalls(let person, let optsOut): Calls.asked(&desk, Int(person), optsOut: optsOut)
        case .callsChosen(let person, let wantsCalls): Calls.chosen(&desk, Int(person), wantsCalls: wantsCalls)
        case .contactReceived(let person, let matter, let outcome):
            Calls.heard(&desk, Int(person), about: matter, outcome)
        case .callDue(let person): Calls.book(&desk, Int(person))
        case .keptInTouch(let person, let outcome): Calls.took(&desk, Int(person), outcome)
        case .coursePlanned(let person, let sessions, let agrees):
            desk.people[Int(person)].plannedSessions = sessions
            desk.people[Int(person)].set(.supervisorAgrees, agrees)
        case .sessionAttended(let person): CourseSessions.attended(&desk, Int(person))
        case .courseGoesOn(let person): CourseSessions.bookNext(&desk, Int(person))
        case .missed(let person, let outcome, let exception):
            MissedAppointments.missed(&desk, Int(person), outcome, exception: exception)
        case .madeContact(let person): MissedAppointments.madeContact(&desk, Int(person))
        case .madeNoContact(let person): MissedAppointments.madeNoContact(&desk, Int(person))
        case .cancelledByPerson(let person, let rebooks, let exception):
            Cancellations.byPerson(&desk, Int(person), rebooks: rebooks, exception: exception)
        case .keptAtADistance(let person): VenueChanges.change(&desk, Int(person), room: -1)
        case .venueChanged(let person, let room): VenueChanges.change(&desk, Int(person), room: room)
        case .laterVenueChanged(let person, let start, let room):
            VenueChanges.change(&desk, ofLater: Int(person), at: start, room: room)
        case .cancelledByService(let person): Cancellations.byService(&desk, Int(person))
        case .chosen(let person, let slot): ChosenSlots.book(&desk, Int(person), slot)
        case .moved(let person, let slot, let byPerson):
            ChosenSlots.move(&desk, Int(person), to: slot, byPerson: byPerson)
        case .laterChosen(let person, let slot, let old):
            LaterSessionRules.book(&desk, Int(person), slot, insteadOf: old)
        case .laterCancelled(let person, let start, let end): LaterSessionRules.end(&desk, Int(person), at: start, end)
        case .cameToLater(let person): LaterSessionRules.came(&desk, Int(person))
        case .putOnHold(let person, let until): PutOff.putOff(&desk, Int(person), until: until)
        case .holdEnded(let person): PutOff.ended(&desk, Int(person))
        case .stepUpProposed(let person): CaseMoves.stepUpProposed(&desk, Int(person))
        case .stepUpAgreed(let person): CaseMoves.stepUpAgreed(&desk, Int(person))
        case .stepUpDeclined(let person): CaseMoves.stepUpDeclined(&desk, Int(person))
        case .steppedDown(let person): CaseMoves.stepDown(&desk, Int(person))
        case .caseMoved(let person): CaseMoves.moved(&desk, Int(person))
        case .closed(let person, let reason): Endings.close(&desk, Int(person), reason)
        case .backfill(let team): Rounds.backfill(&desk, team: Int(team))
        case .bookingRound(let team): Rounds.morning(&desk, team: Int(team))
        case .appointmentsCancelled(let clinician, let first, let last):
            Cancellations.all(&desk, Int(clinician), first...last)
        case .displacedCancelled(let why, let first, let last): Cancellations.cancelDisplaced(&desk, why, first...last)
        case .caseloadHandedOver(let clinician): CaseMoves.handOverCaseload(&desk, Int(clinician))
        case .groupToldAgain(let person, let start): GroupRules.tellAgain(&desk, ofSessionAt: start, Int(person))
        case .timeGivenUp(let person, let time): desk.givenUp.add(time, by: Int(person))
        case .timeHeld(let slot): desk.appointments.hold(slot, &desk.capacity)
        case .timeGivenBack(let slot): desk.appointments.endHold(slot, &desk.capacity)
        case .weekTurned: desk.recentWaits.turnWeek()
        case .riskFound(let person, let clinician, let from):
            UrgentSlots.found(&desk, Int(person), with: Int(clinician), from: from)
        case .seatTaken(let person): Seats.take(&desk, Int(person))
        case .seatChosen(let person, let group): Seats.take(&desk, Int(person), in: Int(group))
        case .seatGivenUp(let person): Seats.giveUp(&desk, Int(person))
        case .groupGivenUp(let group): GroupRules.giveUp(&desk, Int(group))
        case .groupNotHeld(let group): GroupRules.notHeld(&desk, Int(group))
        case .groupLed(let group, let clinician): GroupRules.led(&desk, Int(group), by: Int(clinician))
        case .computerisedTaken(let person): ComputerisedSupport.take(&desk, Int(person))
        case .groupPlanned(let team, let day): GroupRules.plan(&desk, team: Int(team), on: day)
        case .groupDue(let group): GroupRules.due(&desk, Int(group))
        case .groupAttended(let person): GroupRules.attended(&desk, Int(person))
        case .groupMissed(let person, let outcome, let exception):
            GroupRules.missed(&desk, Int(person), outcome, exception: exception)
        }
    }

    /// Hears of a change. Bookings that it affects stand until they are cancelled (BK-6).
    public mutating func hear(_ change: DeskChange) {
        state.pointee.factsHeard &+= 1
        BookingDesk.hear(change, &state.pointee)
    }

    private static func hear(_ change: DeskChange, _ desk: inout DeskState) {
        switch change {
        case .absent(let clinician, let first, let last, let reason):
            desk.capacity.addAbsence(clinician, first...last, reason)
        case .back(let clinician, let first, let last, let reason):
            desk.capacity.removeAbsence(clinician, first...last, reason)
        case .clinician(let clinician, let known):
            let before = desk.capacity.clinicians[clinician]
            desk.capacity.update(clinician) { $0 = known }
            CaseAllocations.clinicianChanged(&desk, clinician, from: before)
        case .weeks(let clinician, let usual, let assessment):
            desk.capacity.setWeeks(clinician, usual: usual, assessment: assessment)
            AssessmentShares.layOut(&desk, clinician)
        case .hours(let clinician, let first, let usual, let assessment):
            desk.capacity.setWeeks(clinician, usual: usual, assessment: assessment, from: first)
            AssessmentShares.layOut(&desk, clinician)
        case .roomClosed(let room, let first, let last): desk.capacity.closeRoom(room, first...last)
        case .roomOpened(let room, let first, let last): desk.capacity.openRoom(room, first...last)
        case .blocked(let clinician, let day, let hours): desk.capacity.block(clinician, on: day, hours)
        case .releaseDays(let team, let days): desk.capacity.setReleaseDays(days, team: team)
        case .assessmentWeek(let team, let monday, let isFixed, let share):
            desk.capacity.declareAssessmentWeek(team: team, monday)
            if let share { AssessmentShares.set(&desk, share, team: team, monday) }
            if !isFixed { desk.lastAssessmentWeek[team] = max(desk.lastAssessmentWeek[team] ?? monday, monday) }
        case .assessmentWeekCalledOff(let team, let monday):
            desk.capacity.callOffAssessmentWeek(team: team, monday)
            AssessmentShares.remove(&desk, team: team, monday)
            desk.lastAssessmentWeek[team] = desk.capacity.assessmentWeeks(team: team, from: desk.calendar.first).last
        case .groupOpened(let team, let rule, let asked, let day):
            GroupRules.open(&desk, team: team, rule, asked: asked, on: day)
        case .rules(let team, let rules):
            let before = desk.rules[team]
            desk.rules[team] = rules
            if before.allocation != rules.allocation { CaseAllocations.ruleChanged(&desk, team: team) }
            // What is known of full days holds for searches as they were.
            if before.assessesNobodyBeforeLeave != rules.assessesNobodyBeforeLeave {
                desk.capacity.forgetFullDays(team: team)
            }
        }
    }
}
