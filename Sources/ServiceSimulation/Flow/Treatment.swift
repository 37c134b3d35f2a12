import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// What the course will need (TX-10): that of a psycho-educational course is fixed (TX-4).
    mutating func planCourse(_ person: Int) {
        if desk.people[person].flags.contains(.inGroup) { return planGroupCourse(person) }
        creditWait(person)
        drawCourse(person)
    }

    /// What scores fell while the person waited, once the wait is over (TX-10).
    private mutating func creditWait(_ person: Int) {
        let scores = practices[team(person)].scores
        let waited = Float(now - desk.episodes[person].waitingSince) / (1440 * 30)
        people[person].depression -= waited * Float(scores.fallPerMonthWaiting)
        people[person].anxiety -= waited * Float(scores.fallPerMonthWaiting * scores.anxietyShare)
    }

    /// What the course will need, drawn once at each step: sessions, change a session, the supervisor's leniency. Of a
    /// course that is under way, that it has not ended yet is known.
    mutating func drawCourse(_ person: Int) {
        let team = team(person)
        let step = Int(desk.episodes[person].step.rawValue)
        let agrees = step == 0 ? practices[team].low.supervisorAgrees : practices[team].high.supervisorAgrees
        let key = desk.people[person].key
        // Beyond the usual number a course goes on because a supervisor agreed (TX-1, TX-2).
        let supervisorAgrees =
            random.happens(.supervisorAgrees, of: key, step, share: agrees) || desk.isBeyondUsual(person)
        let scores = practices[team].scores
        let mean = step == 0 ? scores.lowChange : scores.highChange
        var falls = random.stream(.fallPerSession, of: key, step)
        people[person].fallPerSession = Float(
            falls.normal(mean: mean, standardDeviation: abs(mean) * scores.changeVariation))
        var needed = 0
        var sessions = random.stream(.sessionsNeeded, of: key, step)
        let needs = isAtStepThreePlus(person) ? 2 : step
        // A person who is already in a course when the record begins needs more sessions than have been had.
        for _ in 0..<64 {
            let draw = sessions.gamma(derived[team].needs[needs])
            needed = max(1, Int(draw.rounded()))
            if needed > Int(desk.people[person].sessionsAtStep) { break }
        }
        let planned = max(needed, Int(desk.people[person].sessionsAtStep) + 1)
        hear(
            .coursePlanned(
                UInt32(person), sessions: UInt8(clamping: planned), supervisorAgrees: supervisorAgrees))
    }

    /// Whether scores call for more hours at step 3 (ST-4, TX-11).
    private mutating func isAtStepThreePlus(_ person: Int) -> Bool {
        guard practices[team(person)].firstAppointments.stepsByScore, desk.episodes[person].step == .high else {
            return false
        }
        let thresholds = practices[team(person)].firstAppointments.thresholds
        return thresholds.level(for: desk.people[person].startScores) == .stepThreePlus
    }

    /// A treatment session was attended: scores, then what comes next (TX-1, TX-2, TX-7, TX-10).
    mutating func sessionAttended(_ person: Int) {
        if desk.isSupport(person) { return supportAttended(person) }
        let team = team(person)
        people[person].depression -= people[person].fallPerSession
        people[person].anxiety -= people[person].fallPerSession * Float(practices[team].scores.anxietyShare)
        let occasion = Int(desk.people[person].appointmentCount)
        takeScores(person, isFirst: false)
        let before = desk.episodes[person]
        hear(.sessionAttended(UInt32(person)))
        recordContact(person, before: before)
        settle()
        if isCourseOver(person) { return endCourse(person) }
        if changesCourse(person) { return changeCourse(person) }
        if stepsDown(person) { return stepDown(person) }
        if stopsEarly(person, occasion: occasion) {
            close(person, .stoppedEarly)
        } else {
            hear(.courseGoesOn(UInt32(person)))
            settle()
        }
    }

    /// Whether the person does not come again after a session (ST-6).
    /// - Parameter occasion: the session's number among the person's appointments.
    func stopsEarly(_ person: Int, occasion: Int) -> Bool {
        let team = team(person)
        let isLow = desk.episodes[person].step == .low
        let share = isLow ? practices[team].low.stopsEarly : practices[team].high.stopsEarly
        return random.happens(.stopsEarly, of: desk.people[person].key, occasion, share: share)
    }

    /// Tells the sessions of a person's courses apart, at step 2 and at step 3.
    private func sessionOccasion(_ person: Int) -> Int {
        Int(desk.people[person].sessionsAtStep) + (desk.episodes[person].step == .low ? 0 : 64)
    }

    private mutating func isCourseOver(_ person: Int) -> Bool {
        let team = team(person)
        let isLow = desk.episodes[person].step == .low
        if desk.people[person].sessionsAtStep >= desk.people[person].plannedSessions { return true }
        if desk.isExhausted(person) || isExtensionRefused(person) { return true }
        guard desk.isReviewDue(person), desk.people[person].scores.isRecovery(since: desk.people[person].startScores)
        else { return false }
        return random.happens(
            .endsWhenRecovered, of: desk.people[person].key, sessionOccasion(person),
            share: isLow ? practices[team].low.endsWhenRecovered : practices[team].high.endsWhenRecovered)
    }

    /// Whether the course ends because a supervisor does not agree to go on with it (TX-11).
    private mutating func isExtensionRefused(_ person: Int) -> Bool {
        guard desk.isExtensionDue(person) else { return false }
        let team = team(person)
        count(.extensionRequests, of: person, team: team)
        let isLow = desk.episodes[person].step == .low
        let agreed = isLow ? practices[team].low.extensionAgreed : practices[team].high.extensionAgreed
        return !random.happens(
            .extensionAgreed, of: desk.people[person].key, sessionOccasion(person), share: agreed)
    }

    /// Whether somebody at step 3 who has improved at a review, and is still a case, can go on at step 2 (ST-2).
    private mutating func stepsDown(_ person: Int) -> Bool {
        let share = practices[team(person)].stepUp.downAtReview
        guard share > 0, desk.isReviewDue(person), desk.mayStepDown(person) else { return false }
        let known = desk.people[person]
        guard known.scores.isCase, known.scores.hasImproved(since: known.startScores) else { return false }
        return random.happens(.stepsDown, of: known.key, referredIn: people[person].origin, share: share)
    }

    private mutating func stepDown(_ person: Int) {
        count(.stepDowns, of: person, team: team(person))
        hear(.steppedDown(UInt32(person)))
        settle()
    }

    /// Whether supervision changes a course without improvement (TX-6).
    private mutating func changesCourse(_ person: Int) -> Bool {
        let isLow = desk.episodes[person].step == .low
        let team = team(person)
        let changes =
            isLow ? practices[team].low.changesWithoutImprovement : practices[team].high.changesWithoutImprovement
        guard changes > 0, desk.lacksImprovement(person) else { return false }
        return random.happens(.changesCourse, of: desk.people[person].key, isLow ? 0 : 1, share: changes)
    }

    /// Another step, or another service (TX-6): a case at step 2 is proposed for step 3, anybody else is referred on.
    private mutating func changeCourse(_ person: Int) {
        guard desk.episodes[person].step == .low, desk.people[person].scores.isCase else {
            return close(person, .referredOn)
        }
        proposeStepUp(person)
    }

    /// The sessions of a step are over: discharge, or a step up (ST-1).
    mutating func endCourse(_ person: Int) {
        let share = practices[team(person)].stepUp.proposedOfCases
        guard desk.episodes[person].step == .low, desk.people[person].scores.isCase,
            random.happens(.stepUpProposed, of: desk.people[person].key, share: share)
        else { return close(person, .completed) }
        proposeStepUp(person)
    }

    /// A step-up is proposed, and discussed in supervision within so many working days (ST-1).
    private mutating func proposeStepUp(_ person: Int) {
        let longest = practices[team(person)].stepUp.supervisionWorkingDays
        let drawn = random.uniform(.supervisionDay, of: desk.people[person].key)
        let days = longest > 0 ? min(longest, 1 + Int(drawn * Double(longest))) : 0
        hear(.stepUpProposed(UInt32(person)))
        settle()
        let day = calendar.day(days, workingDaysAfter: now.day)
        setTimer(person, .supervision, at: max(now, CivilMinute(day: day, minuteOfDay: 10 * 60)), .office)
    }

    /// Supervision agrees the step-up (ST-1).
    mutating func supervisionAgrees(_ person: Int) {
        count(.stepUps, of: person, team: team(person))
        hear(.stepUpAgreed(UInt32(person)))
        settle()
    }
}
