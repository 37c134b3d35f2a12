public import CareModel

extension BookingDesk {
    /// Puts a person on the list for a first appointment (PO-3, FA-8, AT-10).
    mutating func joinFirstList(_ person: Int) {
        let episode = episodes[person]
        let priority = people[person].flags.contains(.rebookFirst) ? .rebooking : episode.priority
        let key = WaitingKey(
            person: UInt32(person), rank: rank(priority, team: team(person)), since: episode.received,
            due: standards.firstAppointmentDue(received: episode.received, priority: episode.priority),
            under: rules[team(person)].priorities.order)
        join(.firstAppointment, person, key: key)
    }

    /// The clerk has the person on the phone: if nobody is before them in the list, they are offered a slot at once.
    mutating func offerFirstAppointmentOnThePhone(_ person: Int) {
        guard booksByItself, firstLists[listIndex(person)][0] == people[person].listKey else { return }
        _ = offerFirstAppointment(person)
    }

    /// Offers free first appointments down the lists of a team. People without wishes are all refused once one of them
    /// is; people with wishes, priority or short notice are still tried.
    mutating func offerFirstAppointments(team: Int) {
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            var place = 0
            var refused = RefusedRequests()
            while place < firstLists[index].count {
                let person = Int(firstLists[index][place].person)
                let kind = RefusedRequests.Kind(
                    shortNotice: people[person].flags.contains(.shortNotice), hasWish: hasWish(person),
                    hasPriority: movesAhead(person))
                if refused.contains(kind) {
                    place += 1
                } else if hasWish(person), !movesAhead(person) {
                    place += offerWish(person, &refused) ? 0 : 1
                } else if !offerFirstAppointment(person) {
                    refused.insert(kind)
                    place += 1
                }
                if refused.isEverybody { break }
            }
        }
    }

    /// Offers a first appointment to somebody with wishes, unless the same wishes have found nothing in this round.
    private mutating func offerWish(_ person: Int, _ refused: inout RefusedRequests) -> Bool {
        let request = firstAppointmentRequest(person)
        if refused.contains(request) {
            tellOfWait(person)
            return false
        }
        if offerFirstAppointment(person) { return true }
        refused.insert(request)
        return false
    }

    /// Whether the request of this person differs from everybody's.
    @inline(__always)
    private func hasWish(_ person: Int) -> Bool {
        referrals[person].timeOfDay != .any || isUnder18(person) || asksForMore(person)
    }

    @inline(__always)
    func movesAhead(_ person: Int) -> Bool {
        let priority = episodes[person].priority
        return priority == .perinatal || priority == .risk || people[person].flags.contains(.rebookFirst)
    }

    /// What a person's first appointment must be.
    @inline(__always)
    public func firstAppointmentRequest(_ person: Int) -> SlotRequest {
        let team = team(person)
        let episode = episodes[person]
        let due = standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        let course = course(team, episode.step)
        var request = SlotRequest(
            kind: .firstAppointment, minutes: course.firstAppointmentMinutes, team: team, step: episode.step,
            earliest: earliest(person), latest: now.day + Int32(rules[team].firstAppointmentHorizonDays))
        request.isUnder18 = isUnder18(person)
        if asksForMore(person) { request.needs = askedNeeds(person, .firstAppointment) }
        // A wish for a time of day gives way once the promise would be broken.
        request.timeOfDay = now.day < due ? referrals[person].timeOfDay : .any
        return request
    }

    /// The earliest fitting first appointment for a person, if there is one (FA-1, FA-8, PR-1).
    public mutating func firstAppointmentOffer(_ person: Int) -> SlotOffer? {
        var request = firstAppointmentRequest(person)
        let offer = earliestSlot(request, for: person)
        guard movesAhead(person), needsPriority(person, offer, request) else { return offer }
        request.hasPriority = true
        guard let sooner = earliestSlot(request, for: person),
            sooner.start < (offer?.start ?? (request.latest + 1).start)
        else { return offer }
        return sooner
    }

    /// Whether a person who moves ahead may take time that is set aside for others: perinatal people are always an
    /// exception (PR-1), others only when their promise is at stake.
    /// - Parameter offer: what ordinary time has.
    @inline(__always)
    private func needsPriority(_ person: Int, _ offer: SlotOffer?, _ request: SlotRequest) -> Bool {
        let episode = episodes[person]
        if episode.priority == .perinatal { return true }
        let due = standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        return (offer?.start.day ?? request.latest) > due
    }

    /// The same, looking for ordinary time.
    mutating func needsPriority(_ person: Int, _ request: SlotRequest) -> Bool {
        needsPriority(person, earliestSlot(request, for: person), request)
    }

    /// Books the earliest fitting first appointment, if there is one.
    private mutating func offerFirstAppointment(_ person: Int) -> Bool {
        let episode = episodes[person]
        let due = standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        guard let offer = firstAppointmentOffer(person) else {
            tellOfWait(person)
            return false
        }
        if offer.start.day > due { tellOfWait(person) }
        bookFirstAppointment(person, offer)
        return true
    }

    mutating func bookFirstAppointment(_ person: Int, _ offer: SlotOffer) {
        leaveList(person)
        people[person].flags.remove(.rebookFirst)
        move(person, .firstAppointmentBooked)
        book(person, .firstAppointment, offer)
    }

    /// Writes to the person and the GP, once, that the wait will exceed the target (FA-6).
    mutating func tellOfWait(_ person: Int) {
        guard !people[person].flags.contains(.toldOfWait) else { return }
        people[person].flags.insert(.toldOfWait)
        emit(.waitLetter(UInt32(person)))
    }

    /// A first appointment was attended (FA-3): the way forward is agreed. Treatment that would begin shortly before a
    /// birth is put off until after it (PR-3).
    public mutating func assessed(_ person: Int, _ outcome: AssessmentOutcome, treatmentBegan: Bool) {
        people[person].assessor = people[person].slotClinician
        let seen = tookPlace ?? now
        recentWaits.addFirstWait(
            team: team(person), days: waitDays(from: referrals[person].received, to: seen),
            weeksAgo: Int(now.day.monday - seen.day.monday) / 7)
        var outcome = outcome
        if case .treatment(let step, let modality) = outcome, isLateInPregnancy(person) {
            outcome = .hold(step, modality)
        }
        let before = episodes[person].state
        move(person, .assessed(outcome, treatmentBegan: treatmentBegan))
        if case .end(let reason) = outcome {
            emit(.closed(UInt32(person), reason, in: before))
        } else {
            people[person].sessionsAtStep = 0
            afterAssessment(person)
        }
        useUpBooking(person)
    }

    private mutating func afterAssessment(_ person: Int) {
        guard episodes[person].state == .onHold else { return waitForTreatment(person) }
        let weeks = (weeksUntilBirth(person) ?? 0) + rules[team(person)].resumeWeeksAfterBirth
        let day = calendar.day(0, workingDaysAfter: now.day + Int32(weeks * 7))
        emit(.onHold(UInt32(person), until: day))
    }

    /// The baby is born and time has passed: treatment can start (PR-3).
    public mutating func holdEnded(_ person: Int) {
        move(person, .holdEnded)
        waitForTreatment(person)
    }

    /// Weeks until the birth, counted from now; nil if the person is not pregnant or the baby is born.
    @inline(__always)
    private func weeksUntilBirth(_ person: Int) -> Int? {
        let atReferral = Int(referrals[person].weeksUntilBirth)
        guard atReferral > 0 else { return nil }
        let left = atReferral - Int(now.day - referrals[person].received.day) / 7
        return left > 0 ? left : nil
    }

    @inline(__always)
    private func isLateInPregnancy(_ person: Int) -> Bool {
        guard let weeks = weeksUntilBirth(person) else { return false }
        return weeks <= rules[team(person)].putOffWeeksBeforeBirth
    }
}
