import CareModel

/// Calls to people who wait: when they are due, who makes them, and what they come to (KT-2 … KT-5).
enum Calls {
    /// The wait that somebody who joins a treatment list today may expect, days: people before them over the pace at
    /// which people are taken on (KT-2). O(1).
    @inline(__always)
    static func expectedTreatmentWaitDays(_ desk: borrowing DeskState, team: Int, step: Step) -> Double {
        let waiting = desk.lists.treatment[team * 2 + Int(step.rawValue)].count
        return Double(waiting) * 7 / max(0.25, desk.recentWaits.takenOnPerWeek(team: team, step: step))
    }

    /// Whether a person who starts to wait for treatment now is to be told that it will be longer than the interval of
    /// the calls (KT-2).
    @inline(__always)
    static func isToldOfLongWait(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        let team = desk.team(person)
        return expectedTreatmentWaitDays(desk, team: team, step: desk.people.episodes[person].step)
            > Double(desk.rules[team].keepingInTouch.everyDays)
    }

    /// The person is asked, at the start of the wait, whether to be called (KT-2, KT-5).
    static func asked(_ desk: inout DeskState, _ person: Int, optsOut: Bool) {
        desk.people[person].lastKeptInTouch = (desk.tookPlace ?? desk.now).day
        if optsOut {
            desk.people[person].flags.insert(.optedOut)
        } else {
            planNext(&desk, person)
        }
    }

    /// Somebody who waits chooses to be called, or not to be: whoever wants no calls is written to (KT-5). From this
    /// day on the next call is counted.
    static func chosen(_ desk: inout DeskState, _ person: Int, wantsCalls: Bool) {
        desk.people[person].set(.optedOut, !wantsCalls)
        // Whoever wants the only call after all has not had it.
        let repeats = desk.rules[desk.team(person)].keepingInTouch.repeats
        desk.people[person].lastKeptInTouch = repeats ? desk.now.day : desk.people.episodes[person].stateSince.day
        desk.people.setNextDue(person, Episode.never)
        desk.emit(.callsChosen(UInt32(person), wantsCalls: wantsCalls))
        planNext(&desk, person)
        if !wantsCalls { Office.writeInsteadOfCalling(&desk, person) }
    }

    /// Sets the day on which the next call, or support contact, is to be booked: a week ahead of when it is due.
    static func planNext(_ desk: inout DeskState, _ person: Int) {
        guard let due = ComputerisedSupport.nextContact(&desk, person)?.due else { return }
        let bookOn = desk.calendar.day(0, workingDaysAfter: max(due - 7, desk.now.day + 1))
        desk.people.setNextDue(person, bookOn.start)
        desk.emit(.callPlanned(UInt32(person), bookOn: bookOn))
    }

    /// Books the call, or the support contact, in the diary of whoever of the step has time first (KT-2, PO-2).
    static func book(_ desk: inout DeskState, _ person: Int) {
        let team = desk.team(person)
        let contact = ComputerisedSupport.nextContact(&desk, person)
        let kind = contact?.kind ?? .keepingInTouch
        let due = contact?.due ?? NextAppointment.due(desk, of: .keepingInTouch, for: person)
        var request = request(desk, person, due: due)
        if kind == .treatment {
            request.kind = kind
            request.minutes = desk.rules[team].computerised.minutes
            request.step = .low
        }
        if let offer = withAssistant(&desk, person, request) ?? desk.earliestSlot(request, for: person) {
            desk.book(person, kind, offer)
        } else {
            let again = desk.now + 7 * 1440
            desk.people.setNextDue(person, again)
            desk.emit(.callNotBooked(UInt32(person), again: again))
        }
    }

    /// The earliest time with a support worker, whose work it is to support computerised CBT before it is that of PWPs
    /// (CL-15), within the days asked for; nil if it is a call, or nobody has time. O(clinicians).
    private static func withAssistant(_ desk: inout DeskState, _ person: Int, _ request: SlotRequest) -> SlotOffer? {
        guard request.kind == .treatment else { return nil }
        var best: SlotOffer?
        for clinician in desk.capacity.range(team: request.team, step: request.step)
        where desk.capacity.clinicians[clinician].role == .supportWorker {
            guard let offer = desk.earliestSlot(request, for: person, with: clinician) else { continue }
            if best.map({ offer.start < $0.start }) ?? true { best = offer }
        }
        return best
    }

    /// What a call must be that is due on a day: then or as soon as can be, within a fortnight (KT-2), and with
    /// somebody who is trained for it if the person is under 18 (PR-4).
    @inline(__always)
    static func request(_ desk: borrowing DeskState, _ person: Int, due: CivilDay) -> SlotRequest {
        let team = desk.team(person)
        let earliest = max(due, desk.now.day + 1)
        var request = SlotRequest(
            kind: .keepingInTouch, minutes: desk.rules[team].keepingInTouch.minutes, team: team,
            step: desk.people.episodes[person].step, earliest: earliest.start, latest: earliest + 14)
        request.isUnder18 = desk.isUnder18(person)
        return request
    }

    /// A call took place: review only, never a treatment session (KT-3). The plan may change (KT-4).
    static func took(_ desk: inout DeskState, _ person: Int, _ outcome: CallOutcome) {
        desk.sayTookPlace(person, .attendedOnTime)
        desk.useUpBooking(person)
        desk.people[person].lastKeptInTouch = (desk.tookPlace ?? desk.now).day
        follow(&desk, person, outcome)
        guard !outcome.endsEpisode else { return }
        // Where there is one call only, none is due after it.
        if !desk.rules[desk.team(person)].keepingInTouch.repeats { desk.people.setNextDue(person, Episode.never) }
        planNext(&desk, person)
    }

    /// Somebody made contact outside the calls (KT-11): it goes to the office or to a clinician, who may amend the plan
    /// as after a call (KT-4). The calls go on as they were to.
    static func heard(_ desk: inout DeskState, _ person: Int, about matter: ReportedMatter, _ outcome: CallOutcome?) {
        desk.people[person].lastHeard = desk.now.day
        desk.emit(.contactReceived(UInt32(person), matter, outcome))
        guard let outcome else { return Office.passOn(&desk, person, matter) }
        follow(&desk, person, outcome)
    }

    /// What a clinician and a person who waits agreed (KT-4).
    private static func follow(_ desk: inout DeskState, _ person: Int, _ outcome: CallOutcome) {
        switch outcome {
        case .noLongerNeeded: Endings.close(&desk, person, .noLongerNeeded)
        case .riskRisen: Endings.close(&desk, person, .referredOn)
        case .quicker: amendPlan(&desk, person, step: desk.people.episodes[person].step, priority: .risk)
        case .readier: amendPlan(&desk, person, step: .low, priority: desk.people.episodes[person].priority)
        case .keepsWaiting: break
        }
    }

    /// Whether the person could take a readier intervention: waits for step 3, and was not stepped up (KT-4).
    @inline(__always)
    static func canTakeReadier(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        desk.people.episodes[person].step == .high && !desk.people.episodes[person].wasSteppedUp
    }

    private static func amendPlan(_ desk: inout DeskState, _ person: Int, step: Step, priority: PriorityClass) {
        desk.leaveList(person)
        desk.move(person, .planAmended(step, priority))
        CaseAllocations.settle(&desk, person)
        TreatmentLists.join(&desk, person)
    }
}
