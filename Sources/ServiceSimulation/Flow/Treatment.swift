import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Puts an assessed, stepped-up or handed-over person on the list for treatment (KT, ST-1, TX-12).
    mutating func waitForTreatment(_ person: Int) {
        joinTreatmentList(person)
        startPatience(person)
        startKeepingInTouch(person)
    }

    mutating func joinTreatmentList(_ person: Int) {
        let episode = episodes[person]
        let key = WaitingKey(
            person: UInt32(person), priority: episode.priority, since: episode.waitingSince,
            due: scenario.standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority),
            under: practices[team(person)].diary.priorities)
        join(.treatment, person, key: key)
    }

    /// Supervisors allocate people to clinicians with room, in the order of the list (CL-1, CL-11). A person whom
    /// nobody
    /// with room may see is passed over, and stays in place.
    mutating func allocateTreatment(team: Int, step: Step) {
        let index = team * 2 + Int(step.rawValue)
        var place = 0
        var passedOver = 0
        while place < treatmentLists[index].count, passedOver < Simulation.mostPassedOver {
            if place == 0 || passedOver > 0 {
                guard capacity.hasRoom(team: team, step: step, today: now.day) else { return }
            }
            let person = Int(treatmentLists[index][place].person)
            if !allocate(person, step: step) {
                place += 1
                passedOver += 1
            }
        }
    }

    /// People that a round looks past before it leaves the rest for the next day.
    private static var mostPassedOver: Int { 40 }

    private mutating func allocate(_ person: Int, step: Step) -> Bool {
        let team = team(person)
        let episode = episodes[person]
        let minutes = step == .low ? practices[team].low.rule.sessionMinutes : practices[team].high.rule.sessionMinutes
        let horizon = step == .low ? practices[team].low.bookingHorizonDays : practices[team].high.bookingHorizonDays
        var session = SlotRequest(
            kind: .treatment, minutes: minutes, team: team, step: step,
            earliest: max(earliest(person), people[person].notBefore.start), latest: now.day + Int32(horizon))
        session.isUnder18 = isUnder18(person)
        let due = scenario.standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority)
        session.timeOfDay = now.day < due ? referrals[person].timeOfDay : .any
        let preferred = people[person].assessor
        let request = CourseRequest(modality: episode.modality, preferred: preferred, session: session)
        guard let offer = capacity.clinician(for: request, today: now.day) else { return false }
        takeOn(person, offer)
        return true
    }

    private mutating func takeOn(_ person: Int, _ offer: SlotOffer) {
        let team = team(person)
        cancelBooking(person)
        leaveList(person)
        events.cancel(people[person].timer)
        events.cancel(people[person].withdrawal)
        capacity.takeOn(Int(offer.clinician), today: now.day)
        caseloadMembers[Int(offer.clinician)].append(Int32(person))
        recentWaits.addTakenOn(team: team, step: episodes[person].step)
        move(person, .allocated(clinician: offer.clinician))
        if people[person].sessionsAtStep == 0 { drawCourse(person) }
        book(person, .treatment, offer)
    }

    /// What the course will need, drawn once at each step: sessions, change a session, the supervisor's leniency.
    mutating func drawCourse(_ person: Int) {
        let team = team(person)
        let step = Int(episodes[person].step.rawValue)
        let agrees = step == 0 ? practices[team].low.supervisorAgrees : practices[team].high.supervisorAgrees
        random.position(.course, people[person].key, occasion: step)
        if random.uniform() < agrees { people[person].flags.insert(.supervisorAgrees) }
        let scores = practices[team].scores
        let mean = step == 0 ? scores.lowChange : scores.highChange
        people[person].fallPerSession = Float(
            random.normal(mean: mean, standardDeviation: mean * scores.changeVariation))
        let waited = Float(now - episodes[person].waitingSince) / (1440 * 30)
        people[person].depression -= waited * Float(scores.fallPerMonthWaiting)
        people[person].anxiety -= waited * Float(scores.fallPerMonthWaiting * scores.anxietyShare)
        var needed = 0
        // A person who is already in a course when the record begins needs more sessions than have been had.
        for _ in 0..<64 {
            let draw = random.gamma(shape: derived[team].needShape[step], scale: derived[team].needScale[step])
            needed = max(1, Int(draw.rounded()))
            if needed > Int(people[person].sessionsAtStep) { break }
        }
        people[person].neededSessions = UInt8(clamping: max(needed, Int(people[person].sessionsAtStep) + 1))
    }

    /// Books the next session of a course, or puts the person on the clinician's list until time is free (TX-8, TX-12).
    mutating func bookNextSession(_ person: Int) {
        let clinician = Int(episodes[person].clinician)
        let first = people[person].flags.contains(.rebookFirst)
        if !first, !sessionLists[clinician].isEmpty || !tryNextSession(person) {
            joinSessionList(person, first: false)
        } else if first, !tryNextSession(person) {
            joinSessionList(person, first: true)
        }
    }

    private mutating func joinSessionList(_ person: Int, first: Bool) {
        let key = WaitingKey(
            person: UInt32(person), priority: first ? .rebooking : .routine, since: now, due: now.day,
            under: .standard)
        join(.nextSession, person, key: key)
    }

    /// Tries a clinician's waiting people in order until one finds no time.
    mutating func bookWaitingSessions(_ clinician: Int) {
        while !sessionLists[clinician].isEmpty {
            guard tryNextSession(Int(sessionLists[clinician][0].person)) else { return }
        }
    }

    private mutating func tryNextSession(_ person: Int) -> Bool {
        let team = team(person)
        let episode = episodes[person]
        let rule = episode.step == .low ? practices[team].low.rule : practices[team].high.rule
        let left = Int(people[person].neededSessions) - Int(people[person].sessionsAtStep)
        let interval = rule.daysUntilNext(sessionsLeft: left)
        let last = episode.lastTreatment == Episode.never ? now.day - Int32(interval) : episode.lastTreatment.day
        let notice = now.day + Int32(people[person].flags.contains(.shortNotice) ? 1 : 2)
        var request = SlotRequest(
            kind: .treatment, minutes: rule.sessionMinutes, team: team, step: episode.step,
            earliest: max(last + Int32(interval), notice, people[person].notBefore).start,
            latest: now.day + Simulation.sessionHorizonDays)
        request.timeOfDay = referrals[person].timeOfDay
        var offer = capacity.earliestSlot(request, with: Int(episode.clinician), today: now.day)
        if request.timeOfDay != .any, offer == nil {
            request.timeOfDay = .any
            offer = capacity.earliestSlot(request, with: Int(episode.clinician), today: now.day)
        }
        guard let offer else { return false }
        leaveList(person)
        people[person].flags.remove(.rebookFirst)
        book(person, .treatment, offer)
        return true
    }

    /// Days ahead that next sessions are booked.
    private static var sessionHorizonDays: Int32 { 56 }

    /// A treatment session was attended: scores, then what comes next (TX-1, TX-2, TX-7, TX-10).
    mutating func sessionAttended(_ person: Int) {
        let team = team(person)
        people[person].sessionsAtStep += people[person].sessionsAtStep < UInt8.max ? 1 : 0
        people[person].depression -= people[person].fallPerSession
        people[person].anxiety -= people[person].fallPerSession * Float(practices[team].scores.anxietyShare)
        takeScores(person, isFirst: false)
        let before = episodes[person]
        move(person, .sessionAttended)
        recordContact(person, before: before)
        if isCourseOver(person) {
            endCourse(person)
            return
        }
        // Still the numbers of this session, behind those of the scores.
        let isLow = episodes[person].step == .low
        if random.uniform() < (isLow ? practices[team].low.stopsEarly : practices[team].high.stopsEarly) {
            close(person, .stoppedEarly)
        } else {
            bookNextSession(person)
        }
    }

    private mutating func isCourseOver(_ person: Int) -> Bool {
        let team = team(person)
        let isLow = episodes[person].step == .low
        let rule = isLow ? practices[team].low.rule : practices[team].high.rule
        if people[person].sessionsAtStep >= people[person].neededSessions { return true }
        let agrees = people[person].flags.contains(.supervisorAgrees)
        if rule.isExhausted(contacts: Int(people[person].sessionsAtStep) + 1, supervisorAgrees: agrees) { return true }
        guard rule.isReviewDue(sessions: Int(people[person].sessionsAtStep)),
            people[person].scores.isRecovery(since: people[person].startScores)
        else { return false }
        random.position(.stepUp, people[person].key, occasion: Int(people[person].sessionsAtStep))
        return random.uniform()
            < (isLow ? practices[team].low.endsWhenRecovered : practices[team].high.endsWhenRecovered)
    }

    /// The sessions of a step are over: discharge, or a step up (ST-1).
    private mutating func endCourse(_ person: Int) {
        let team = team(person)
        let input = practices[team].stepUp
        random.position(.supervision, people[person].key)
        let proposed = random.uniform() < input.proposedOfCases
        let days = 1 + Int(random.uniform() * Double(input.supervisionWorkingDays))
        guard episodes[person].step == .low, people[person].scores.isCase, proposed else {
            close(person, .completed)
            return
        }
        letGo(person)
        move(person, .stepUpProposed)
        let day = calendar.day(min(days, max(1, input.supervisionWorkingDays)), workingDaysAfter: now.day)
        setTimer(person, .supervision, at: CivilMinute(day: day, minuteOfDay: 10 * 60), .office)
    }

    /// Supervision agrees the step-up; the person waits for step 3, ahead of others (ST-1).
    mutating func supervisionAgrees(_ person: Int) {
        count(.stepUps, team: team(person))
        move(person, .stepUpAgreed)
        people[person].sessionsAtStep = 0
        people[person].flags.remove(.supervisorAgrees)
        people[person].assessor = -1
        waitForTreatment(person)
    }
}
