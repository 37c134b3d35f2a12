import CareModel

/// The sessions of a course under way, one after another, and what is due after each (TX-1, TX-2, TX-6 … TX-12).
enum CourseSessions {
    /// Books the next session of a course, or puts the person on the clinician's list until time is free (TX-8, TX-12).
    /// A course that was booked whole goes on with its next session (BK-2).
    static func bookNext(_ desk: inout DeskState, _ person: Int) {
        if desk.people[person].flags.contains(.inGroup) { goOnAlone(&desk, person) }
        if LaterSessionRules.takeUpNext(&desk, person) { return }
        let clinician = Int(desk.people.episodes[person].clinician)
        let first = desk.people[person].flags.contains(.rebookFirst)
        if !first, !desk.lists.session[clinician].isEmpty || !tryNext(&desk, person) {
            joinList(&desk, person, first: false)
        } else if first, !tryNext(&desk, person) {
            joinList(&desk, person, first: true)
        }
    }

    /// After a psycho-educational course, guided self-help with the case manager (TX-4).
    private static func goOnAlone(_ desk: inout DeskState, _ person: Int) {
        desk.leaveGroup(person)
        desk.move(person, .therapyChanged(.guidedSelfHelp))
    }

    private static func joinList(_ desk: inout DeskState, _ person: Int, first: Bool) {
        desk.people[person].listedAt = desk.now
        desk.join(.nextSession, person, key: key(desk, person, first: first, since: desk.now))
    }

    static func key(_ desk: borrowing DeskState, _ person: Int, first: Bool, since: CivilMinute) -> WaitingKey {
        WaitingKey(
            person: UInt32(person), priority: first ? .rebooking : .routine, since: since, due: since.day,
            under: .standard)
    }

    /// Tries a clinician's waiting people in order until one finds no time.
    static func bookWaiting(_ desk: inout DeskState, _ clinician: Int) {
        while !desk.lists.session[clinician].isEmpty {
            guard tryNext(&desk, Int(desk.lists.session[clinician][0].person)) else { return }
        }
    }

    /// What the next session of a course must be (TX-1, TX-2, TX-8).
    @inline(__always)
    static func request(_ desk: borrowing DeskState, _ person: Int) -> SlotRequest {
        let team = desk.team(person)
        let episode = desk.people.episodes[person]
        let rule = desk.course(team, episode.step)
        let left = Int(desk.people[person].plannedSessions) - Int(desk.people[person].sessionsAtStep)
        let interval = rule.daysUntilNext(sessionsLeft: left)
        let last = episode.lastTreatment == Episode.never ? desk.now.day - Int32(interval) : episode.lastTreatment.day
        let notice = desk.now.day + Int32(desk.people[person].flags.contains(.shortNotice) ? 1 : 2)
        var request = SlotRequest(
            kind: .treatment, minutes: rule.sessionMinutes, team: team, step: episode.step,
            earliest: max(last + Int32(interval), notice, desk.people[person].notBefore).start,
            latest: desk.now.day + CourseSessions.sessionHorizonDays)
        request.timeOfDay = desk.people.referrals[person].timeOfDay
        if desk.asksForMore(person) { request.needs = desk.askedNeeds(person, .treatment).withAnybody }
        return request
    }

    /// The next session with the clinician who holds the person; a wish for a time of day gives way if nothing fits it.
    static func soonest(_ desk: inout DeskState, _ person: Int) -> SlotOffer? {
        var request = request(desk, person)
        let clinician = Int(desk.people.episodes[person].clinician)
        let offer = desk.earliestSlot(request, for: person, with: clinician)
        guard request.timeOfDay != .any, offer == nil else { return offer }
        request.timeOfDay = .any
        return desk.earliestSlot(request, for: person, with: clinician)
    }

    private static func tryNext(_ desk: inout DeskState, _ person: Int) -> Bool {
        guard desk.booksByItself, let offer = soonest(&desk, person) else { return false }
        book(&desk, person, offer)
        return true
    }

    static func book(_ desk: inout DeskState, _ person: Int, _ offer: SlotOffer) {
        desk.leaveList(person)
        desk.people[person].flags.remove(.rebookFirst)
        desk.book(person, .treatment, offer)
    }

    /// Days ahead that next sessions are booked.
    private static var sessionHorizonDays: Int32 { 56 }

    /// A treatment session was attended (TX-1, TX-2): the contact counts. What comes next is decided by
    /// ``isExhausted(_:)``, by a review, and by the clinician.
    static func attended(_ desk: inout DeskState, _ person: Int) {
        desk.sayTookPlace(person, .attendedOnTime)
        if desk.people.episodes[person].state == .waitingTreatment {
            return ComputerisedSupport.attended(&desk, person)
        }
        desk.useUpBooking(person)
        desk.people[person].sessionsAtStep += desk.people[person].sessionsAtStep < UInt8.max ? 1 : 0
        desk.move(person, .sessionAttended)
    }

    /// Whether the course has reached the number of contacts that it may have (TX-1, TX-2).
    static func isExhausted(_ desk: inout DeskState, _ person: Int) -> Bool {
        desk.course(desk.team(person), desk.people.episodes[person].step).isExhausted(
            contacts: Int(desk.people[person].sessionsAtStep) + 1,
            supervisorAgrees: desk.people[person].flags.contains(.supervisorAgrees))
    }

    /// Whether a course has gone beyond the number of contacts that it may have without a supervisor (TX-1, TX-2).
    static func isBeyondUsual(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        desk.course(desk.team(person), desk.people.episodes[person].step).isExhausted(
            contacts: Int(desk.people[person].sessionsAtStep) + 1, supervisorAgrees: false)
    }

    /// Whether the session that was just attended closes a block, so that progress is reviewed (TX-7).
    static func isReviewDue(_ desk: inout DeskState, _ person: Int) -> Bool {
        desk.course(desk.team(person), desk.people.episodes[person].step).isReviewDue(
            sessions: Int(desk.people[person].sessionsAtStep))
    }

    /// Whether the session that was just attended is the one after which somebody without improvement is discussed in
    /// supervision (TX-6).
    static func lacksImprovement(_ desk: inout DeskState, _ person: Int) -> Bool {
        desk.course(desk.team(person), desk.people.episodes[person].step).lacksImprovement(
            sessions: Int(desk.people[person].sessionsAtStep), desk.people[person].scores,
            since: desk.people[person].startScores)
    }

    /// Whether the next session needs a supervisor's agreement (TX-11).
    static func isExtensionDue(_ desk: inout DeskState, _ person: Int) -> Bool {
        desk.course(desk.team(person), desk.people.episodes[person].step).isExtensionDue(
            sessions: Int(desk.people[person].sessionsAtStep))
    }
}
