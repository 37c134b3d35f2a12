import CareModel

extension BookingDesk {
    /// Puts an assessed, stepped-up or handed-over person on the list for treatment (KT, ST-1, TX-12).
    mutating func waitForTreatment(_ person: Int) {
        joinTreatmentList(person)
        emit(.waitsForTreatment(UInt32(person)))
    }

    mutating func joinTreatmentList(_ person: Int) {
        // Whoever has a seat in a course waits for its start (TX-4).
        guard !people[person].flags.contains(.inGroup) else { return }
        let episode = episodes[person]
        let key = WaitingKey(
            person: UInt32(person), rank: rank(episode.priority, team: team(person)), since: episode.waitingSince,
            due: standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority),
            under: rules[team(person)].priorities.order)
        join(.treatment, person, key: key)
    }

    /// Supervisors allocate people to clinicians with room, in the order of the list (CL-1, CL-11). A person whom
    /// nobody with room may see is passed over, and stays in place.
    mutating func allocateTreatment(team: Int, step: Step) {
        let index = team * 2 + Int(step.rawValue)
        var place = 0
        var passedOver = 0
        while place < treatmentLists[index].count, passedOver < BookingDesk.mostPassedOver {
            if place == 0 || passedOver > 0 {
                guard capacity.hasRoom(team: team, step: step, today: now.day) else { return }
            }
            let person = Int(treatmentLists[index][place].person)
            if !hasBegun(person), let offer = courseOffer(person) {
                takeOn(person, offer)
            } else {
                place += 1
                passedOver += 1
            }
        }
    }

    /// People that a round looks past before it leaves the rest for the next day.
    private static var mostPassedOver: Int { 40 }

    /// What a person on the list for treatment needs of a clinician.
    @inline(__always)
    public func courseRequest(_ person: Int) -> CourseRequest {
        let team = team(person)
        let episode = episodes[person]
        let horizonDays = episode.step == .low ? rules[team].lowHorizonDays : rules[team].highHorizonDays
        var session = SlotRequest(
            kind: .treatment, minutes: course(team, episode.step).sessionMinutes, team: team, step: episode.step,
            earliest: max(earliest(person), people[person].notBefore.start),
            latest: now.day + Int32(horizonDays))
        session.isUnder18 = isUnder18(person)
        if asksForMore(person) { session.needs = askedNeeds(person, .treatment) }
        let due = standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority)
        session.timeOfDay = now.day < due ? referrals[person].timeOfDay : .any
        return CourseRequest(modality: episode.modality, preferred: people[person].assessor, session: session)
    }

    /// The clinician who would take a person on today, with the first session; nil if nobody can (CL-1, TX-12).
    public mutating func courseOffer(_ person: Int) -> SlotOffer? {
        var request = courseRequest(person)
        while true {
            let offer = capacity.clinician(for: request, today: now.day)
            guard let offer, let end = endOfGivenUp(offer, person) else { return offer }
            request.session.earliest = end
        }
    }

    mutating func takeOn(_ person: Int, _ offer: SlotOffer) {
        let team = team(person)
        cancelBooking(person)
        leaveList(person)
        stopSupport(person)
        capacity.takeOn(Int(offer.clinician), today: now.day)
        caseloadMembers[Int(offer.clinician)].append(Int32(person))
        recentWaits.addTakenOn(team: team, step: episodes[person].step)
        move(person, .allocated(clinician: offer.clinician))
        emit(.takenOn(UInt32(person)))
        book(person, .treatment, offer)
    }

    /// Books the next session of a course, or puts the person on the clinician's list until time is free (TX-8, TX-12).
    /// A course that was booked whole goes on with its next session (BK-2).
    public mutating func bookNextSession(_ person: Int) {
        if people[person].flags.contains(.inGroup) { goOnAlone(person) }
        if takeUpLaterSession(person) { return }
        let clinician = Int(episodes[person].clinician)
        let first = people[person].flags.contains(.rebookFirst)
        if !first, !sessionLists[clinician].isEmpty || !tryNextSession(person) {
            joinSessionList(person, first: false)
        } else if first, !tryNextSession(person) {
            joinSessionList(person, first: true)
        }
    }

    /// After a psycho-educational course, guided self-help with the case manager (TX-4).
    private mutating func goOnAlone(_ person: Int) {
        leaveGroup(person)
        move(person, .therapyChanged(.guidedSelfHelp))
    }

    private mutating func joinSessionList(_ person: Int, first: Bool) {
        people[person].listedAt = now
        join(.nextSession, person, key: sessionKey(person, first: first, since: now))
    }

    func sessionKey(_ person: Int, first: Bool, since: CivilMinute) -> WaitingKey {
        WaitingKey(
            person: UInt32(person), priority: first ? .rebooking : .routine, since: since, due: since.day,
            under: .standard)
    }

    /// Tries a clinician's waiting people in order until one finds no time.
    mutating func bookWaitingSessions(_ clinician: Int) {
        while !sessionLists[clinician].isEmpty {
            guard tryNextSession(Int(sessionLists[clinician][0].person)) else { return }
        }
    }

    /// What the next session of a course must be (TX-1, TX-2, TX-8).
    @inline(__always)
    public func nextSessionRequest(_ person: Int) -> SlotRequest {
        let team = team(person)
        let episode = episodes[person]
        let rule = course(team, episode.step)
        let left = Int(people[person].plannedSessions) - Int(people[person].sessionsAtStep)
        let interval = rule.daysUntilNext(sessionsLeft: left)
        let last = episode.lastTreatment == Episode.never ? now.day - Int32(interval) : episode.lastTreatment.day
        let notice = now.day + Int32(people[person].flags.contains(.shortNotice) ? 1 : 2)
        var request = SlotRequest(
            kind: .treatment, minutes: rule.sessionMinutes, team: team, step: episode.step,
            earliest: max(last + Int32(interval), notice, people[person].notBefore).start,
            latest: now.day + BookingDesk.sessionHorizonDays)
        request.timeOfDay = referrals[person].timeOfDay
        if asksForMore(person) { request.needs = askedNeeds(person, .treatment).withAnybody }
        return request
    }

    /// The next session with the clinician who holds the person; a wish for a time of day gives way if nothing fits it.
    public mutating func nextSessionOffer(_ person: Int) -> SlotOffer? {
        var request = nextSessionRequest(person)
        let clinician = Int(episodes[person].clinician)
        let offer = earliestSlot(request, for: person, with: clinician)
        guard request.timeOfDay != .any, offer == nil else { return offer }
        request.timeOfDay = .any
        return earliestSlot(request, for: person, with: clinician)
    }

    private mutating func tryNextSession(_ person: Int) -> Bool {
        guard booksByItself, let offer = nextSessionOffer(person) else { return false }
        bookSession(person, offer)
        return true
    }

    mutating func bookSession(_ person: Int, _ offer: SlotOffer) {
        leaveList(person)
        people[person].flags.remove(.rebookFirst)
        book(person, .treatment, offer)
    }

    /// Days ahead that next sessions are booked.
    private static var sessionHorizonDays: Int32 { 56 }

    /// A treatment session was attended (TX-1, TX-2): the contact counts. What comes next is decided by
    /// ``isExhausted(_:)``, by a review, and by the clinician.
    public mutating func sessionAttended(_ person: Int) {
        if episodes[person].state == .waitingTreatment { return supportAttended(person) }
        useUpBooking(person)
        people[person].sessionsAtStep += people[person].sessionsAtStep < UInt8.max ? 1 : 0
        move(person, .sessionAttended)
    }

    /// Whether the course has reached the number of contacts that it may have (TX-1, TX-2).
    public mutating func isExhausted(_ person: Int) -> Bool {
        course(team(person), episodes[person].step).isExhausted(
            contacts: Int(people[person].sessionsAtStep) + 1,
            supervisorAgrees: people[person].flags.contains(.supervisorAgrees))
    }

    /// Whether a course has gone beyond the number of contacts that it may have without a supervisor (TX-1, TX-2).
    public func isBeyondUsual(_ person: Int) -> Bool {
        course(team(person), episodes[person].step).isExhausted(
            contacts: Int(people[person].sessionsAtStep) + 1, supervisorAgrees: false)
    }

    /// Whether the session that was just attended closes a block, so that progress is reviewed (TX-7).
    public mutating func isReviewDue(_ person: Int) -> Bool {
        course(team(person), episodes[person].step).isReviewDue(sessions: Int(people[person].sessionsAtStep))
    }

    /// Whether the session that was just attended is the one after which somebody without improvement is discussed in
    /// supervision (TX-6).
    public mutating func lacksImprovement(_ person: Int) -> Bool {
        course(team(person), episodes[person].step).lacksImprovement(
            sessions: Int(people[person].sessionsAtStep), people[person].scores, since: people[person].startScores)
    }

    /// The clinician proposes a step-up: the caseload is left, supervision discusses it (ST-1).
    public mutating func stepUpProposed(_ person: Int) {
        if people[person].flags.contains(.inGroup) { leaveGroup(person) }
        letGo(person)
        move(person, .stepUpProposed)
    }

    /// Whether the next session needs a supervisor's agreement (TX-11).
    public mutating func isExtensionDue(_ person: Int) -> Bool {
        course(team(person), episodes[person].step).isExtensionDue(sessions: Int(people[person].sessionsAtStep))
    }

    /// Supervision agrees the step-up; the person waits for step 3, ahead of others (ST-1). Misses are counted anew,
    /// unless they are counted over the episode (AT-3).
    public mutating func stepUpAgreed(_ person: Int) {
        let missed = episodes[person].missedCount
        move(person, .stepUpAgreed)
        if rules[team(person)].attendance.countsPerEpisode { episodes[person].keepMissedCount(missed) }
        people[person].sessionsAtStep = 0
        people[person].flags.remove(.supervisorAgrees)
        people[person].assessor = -1
        waitForTreatment(person)
    }

    /// Everyone on a caseload goes back to the list, first in line (TX-12).
    public mutating func handOverCaseload(_ clinician: Int) {
        for person in caseloadMembers[clinician].sorted() { handOver(Int(person)) }
    }
}
