import CareModel

/// The way to a first appointment and what follows from it: the list, the offers down the list, the assessment (FA-1 …
/// FA-8, PR-1, PR-3).
enum FirstAppointments {
    /// Puts a person on the list for a first appointment (PO-3, FA-8, AT-10).
    static func joinList(_ desk: inout DeskState, _ person: Int) {
        let episode = desk.people.episodes[person]
        let priority = desk.people[person].flags.contains(.rebookFirst) ? .rebooking : episode.priority
        let key = WaitingKey(
            person: UInt32(person), rank: desk.rank(priority, team: desk.team(person)), since: episode.received,
            due: desk.standards.firstAppointmentDue(received: episode.received, priority: episode.priority),
            under: desk.order(team: desk.team(person)))
        desk.join(.firstAppointment, person, key: key)
    }

    /// The clerk has the person on the phone: if nobody is before them in the list, they are offered a slot at once.
    static func offerOnThePhone(_ desk: inout DeskState, _ person: Int) {
        guard desk.booksByItself, isNext(desk, person) else { return }
        _ = offer(&desk, person)
    }

    /// Whether nobody is before a person in the list, or in the part of it that is with the same clinician (CL-18).
    private static func isNext(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        let group = desk.people.group(person)
        guard CaseAllocations.isOn(desk, team: desk.team(person)) else {
            return desk.lists.first[group][0] == desk.people[person].listKey
        }
        let own = desk.allocated(person)
        for place in 0..<desk.lists.first[group].count {
            let other = Int(desk.lists.first[group][place].person)
            if other == person { return true }
            if desk.allocated(other) == own { return false }
        }
        return true
    }

    /// Offers free first appointments down the lists of a team. People without wishes are all refused once one of them
    /// is; people with wishes, priority or short notice are still tried.
    static func offerAll(_ desk: inout DeskState, team: Int) {
        guard !CaseAllocations.isOn(desk, team: team) else { return offerEach(&desk, team: team) }
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            var place = 0
            var refused = RefusedRequests()
            while place < desk.lists.first[index].count {
                let person = Int(desk.lists.first[index][place].person)
                let kind = RefusedRequests.Kind(
                    shortNotice: desk.people[person].flags.contains(.shortNotice), hasWish: hasWish(desk, person),
                    hasPriority: desk.movesAhead(person))
                if refused.contains(kind) {
                    place += 1
                } else if hasWish(desk, person), !desk.movesAhead(person) {
                    place += offerWish(&desk, person, &refused) ? 0 : 1
                } else if !offer(&desk, person) {
                    refused.insert(kind)
                    place += 1
                }
                if refused.isEverybody { break }
            }
        }
    }

    /// The same where everybody has a clinician (CL-18): whom one has no time for says nothing of the others.
    private static func offerEach(_ desk: inout DeskState, team: Int) {
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            var place = 0
            while place < desk.lists.first[index].count {
                if !offer(&desk, Int(desk.lists.first[index][place].person)) { place += 1 }
            }
        }
    }

    /// Offers a first appointment to somebody with wishes, unless the same wishes have found nothing in this round.
    private static func offerWish(_ desk: inout DeskState, _ person: Int, _ refused: inout RefusedRequests) -> Bool {
        let request = request(desk, person)
        if refused.contains(request) {
            tellOfWait(&desk, person)
            return false
        }
        if offer(&desk, person) { return true }
        refused.insert(request)
        return false
    }

    /// Whether the request of this person differs from everybody's.
    @inline(__always)
    private static func hasWish(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        desk.people.referrals[person].timeOfDay != .any || desk.isUnder18(person) || desk.asksForMore(person)
    }

    /// What a person's first appointment must be.
    @inline(__always)
    static func request(_ desk: borrowing DeskState, _ person: Int) -> SlotRequest {
        let team = desk.team(person)
        let episode = desk.people.episodes[person]
        let due = desk.standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        let course = desk.course(team, episode.step)
        var request = SlotRequest(
            kind: .firstAppointment, minutes: course.firstAppointmentMinutes, team: team, step: episode.step,
            earliest: desk.earliest(person), latest: desk.now.day + Int32(desk.rules[team].firstAppointmentHorizonDays))
        request.isUnder18 = desk.isUnder18(person)
        request.avoidsDaysBeforeLeave = desk.rules[team].assessesNobodyBeforeLeave
        if desk.asksForMore(person) { request.needs = desk.askedNeeds(person, .firstAppointment) }
        // A wish for a time of day gives way once the promise would be broken.
        request.timeOfDay = desk.now.day < due ? desk.people.referrals[person].timeOfDay : .any
        return request
    }

    /// The earliest fitting first appointment for a person, if there is one (FA-1, FA-8, PR-1): with the clinician to
    /// whom they are allocated, and with nobody before they are (CL-18).
    static func soonest(_ desk: inout DeskState, _ person: Int) -> SlotOffer? {
        guard !CaseAllocations.waitsForClinician(desk, person) else { return nil }
        let own = desk.allocated(person)
        var request = request(desk, person)
        let offer = desk.earliestSlot(request, for: person, with: own)
        guard desk.movesAhead(person), needsPriority(desk, person, offer, request) else { return offer }
        request.hasPriority = true
        guard let sooner = desk.earliestSlot(request, for: person, with: own),
            sooner.start < (offer?.start ?? (request.latest + 1).start)
        else { return offer }
        return sooner
    }

    /// Whether a person who moves ahead may take time that is set aside for others: perinatal people are always an
    /// exception (PR-1), others only when their promise is at stake.
    /// - Parameter offer: what ordinary time has.
    @inline(__always)
    private static func needsPriority(
        _ desk: borrowing DeskState, _ person: Int, _ offer: SlotOffer?, _ request: SlotRequest
    ) -> Bool {
        let episode = desk.people.episodes[person]
        if episode.priority == .perinatal { return true }
        let due = desk.standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        return (offer?.start.day ?? request.latest) > due
    }

    /// The same, looking for ordinary time.
    static func needsPriority(_ desk: inout DeskState, _ person: Int, _ request: SlotRequest) -> Bool {
        needsPriority(desk, person, desk.earliestSlot(request, for: person), request)
    }

    /// Books the earliest fitting first appointment, if there is one.
    private static func offer(_ desk: inout DeskState, _ person: Int) -> Bool {
        let episode = desk.people.episodes[person]
        let due = desk.standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        guard let offer = soonest(&desk, person) else {
            tellOfWait(&desk, person)
            return false
        }
        if offer.start.day > due { tellOfWait(&desk, person) }
        book(&desk, person, offer)
        return true
    }

    static func book(_ desk: inout DeskState, _ person: Int, _ offer: SlotOffer) {
        desk.leaveList(person)
        desk.people[person].flags.remove(.rebookFirst)
        // Whoever nobody had room for is with the clinician whom somebody chose (CL-18).
        if CaseAllocations.waitsForClinician(desk, person) {
            desk.keepPlace(person, with: Int(offer.clinician))
        }
        desk.move(person, .firstAppointmentBooked)
        desk.book(person, .firstAppointment, offer)
    }

    /// Writes to the person and the GP, once, that the wait will exceed the target (FA-6).
    static func tellOfWait(_ desk: inout DeskState, _ person: Int) {
        guard !desk.people[person].flags.contains(.toldOfWait) else { return }
        desk.people[person].flags.insert(.toldOfWait)
        desk.emit(.waitLetter(UInt32(person)))
        desk.addTask(.waitLetter, person, due: (desk.now.day + 1).start)
        desk.tell(person, .waitEstimate)
    }

    /// A first appointment was attended (FA-3): the way forward is agreed. Treatment that would begin shortly before a
    /// birth is put off until after it (PR-3).
    static func assessed(_ desk: inout DeskState, _ person: Int, _ outcome: AssessmentOutcome, treatmentBegan: Bool) {
        // Somebody else may stand in for the clinician who has the person (CL-18).
        if desk.allocated(person) == nil {
            desk.people[person].assessor = desk.people[person].slotClinician
        }
        desk.sayTookPlace(person, .attendedOnTime)
        let seen = desk.tookPlace ?? desk.now
        desk.recentWaits.addFirstWait(
            team: desk.team(person), days: waitDays(from: desk.people.referrals[person].received, to: seen),
            weeksAgo: Int(desk.now.day.monday - seen.day.monday) / 7)
        var outcome = outcome
        if case .treatment(let step, let modality) = outcome, isLateInPregnancy(desk, person) {
            outcome = .hold(step, modality)
        }
        let before = desk.people.episodes[person].state
        desk.move(person, .assessed(outcome, treatmentBegan: treatmentBegan))
        if case .end(let reason) = outcome {
            desk.endPlace(person)
            desk.emit(.closed(UInt32(person), reason, in: before))
            Office.ended(&desk, person, reason)
        } else {
            CaseAllocations.settle(&desk, person)
            desk.people[person].sessionsAtStep = 0
            afterAssessment(&desk, person)
        }
        desk.useUpBooking(person)
        Office.assessmentLetter(&desk, person)
        // Whoever stays is told what was agreed, and the practice, if the person consents (BK-12).
        if desk.people.episodes[person].state.isOpen { desk.tell(person, .assessmentOutcome) }
    }

    private static func afterAssessment(_ desk: inout DeskState, _ person: Int) {
        guard desk.people.episodes[person].state == .onHold else { return TreatmentLists.wait(&desk, person) }
        let weeks = (weeksUntilBirth(desk, person) ?? 0) + desk.rules[desk.team(person)].resumeWeeksAfterBirth
        let day = desk.calendar.day(0, workingDaysAfter: desk.now.day + Int32(weeks * 7))
        PutOff.setEnd(&desk, person, day)
    }

    /// Weeks until the birth, counted from now; nil if the person is not pregnant or the baby is born.
    @inline(__always)
    private static func weeksUntilBirth(_ desk: borrowing DeskState, _ person: Int) -> Int? {
        let atReferral = Int(desk.people.referrals[person].weeksUntilBirth)
        guard atReferral > 0 else { return nil }
        let left = atReferral - Int(desk.now.day - desk.people.referrals[person].received.day) / 7
        return left > 0 ? left : nil
    }

    @inline(__always)
    private static func isLateInPregnancy(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        guard let weeks = weeksUntilBirth(desk, person) else { return false }
        return weeks <= desk.rules[desk.team(person)].putOffWeeksBeforeBirth
    }
}
