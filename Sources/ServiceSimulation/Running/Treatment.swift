import Allocation
import CareModel
import EventKernel
import RandomStreams

/// Courses with one clinician, session by session: scores, reviews, steps up and down, risk (TX-1 to TX-11, ST-1 to
/// ST-7).
enum Treatment {}

extension Treatment {
    /// What the course will need (TX-10): that of a psycho-educational course is fixed (TX-4).
    static func planCourse(_ person: Int, _ service: inout Simulation) {
        if service.desk.people[person].flags.contains(.inGroup) { return Waiting.planGroupCourse(person, &service) }
        creditWait(person, &service)
        drawCourse(person, &service)
    }

    /// What scores fell while the person waited, once the wait is over (TX-10).
    private static func creditWait(_ person: Int, _ service: inout Simulation) {
        let scores = service.inForce.practices[service.team(person)].scores
        let waited = Float(service.now - service.desk.episodes[person].waitingSince) / (1440 * 30)
        service.people[person].depression -= waited * Float(scores.fallPerMonthWaiting)
        service.people[person].anxiety -= waited * Float(scores.fallPerMonthWaiting * scores.anxietyShare)
    }

    /// What the course will need, drawn once at each step: sessions, change a session, the supervisor's leniency. Of a
    /// course that is under way, that it has not ended yet is known.
    static func drawCourse(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let step = Int(service.desk.episodes[person].step.rawValue)
        let agrees =
            step == 0
            ? service.inForce.practices[team].low.supervisorAgrees
            : service.inForce.practices[team].high.supervisorAgrees
        let key = service.desk.people[person].key
        // Beyond the usual number a course goes on because a supervisor agreed (TX-1, TX-2).
        let supervisorAgrees =
            service.random.happens(.supervisorAgrees, of: key, step, share: agrees)
            || service.desk.isBeyondUsual(person)
        let scores = service.inForce.practices[team].scores
        let mean =
            (step == 0 ? scores.lowChange : scores.highChange)
            * scores.changeShare(of: service.desk.referrals[person])
        var falls = service.random.stream(.fallPerSession, of: key, step)
        service.people[person].fallPerSession = Float(
            falls.normal(mean: mean, standardDeviation: abs(mean) * scores.changeVariation))
        var needed = 0
        var sessions = service.random.stream(.sessionsNeeded, of: key, step)
        let needs = isAtStepThreePlus(person, &service) ? 2 : step
        // A person who is already in a course when the record begins needs more sessions than have been had.
        for _ in 0..<64 {
            let draw = sessions.gamma(service.inForce.derived[team].needs[needs])
            needed = max(1, Int(draw.rounded()))
            if needed > Int(service.desk.people[person].sessionsAtStep) { break }
        }
        let planned = max(needed, Int(service.desk.people[person].sessionsAtStep) + 1)
        service.hear(
            .coursePlanned(
                UInt32(person), sessions: UInt8(clamping: planned), supervisorAgrees: supervisorAgrees))
    }

    /// Whether scores call for more hours at step 3 (ST-4, TX-11).
    static func isAtStepThreePlus(_ person: Int, _ service: inout Simulation) -> Bool {
        service.desk.episodes[person].step == .high
            && service.desk.careLevel(person, service.desk.people[person].startScores) == .stepThreePlus
    }

    /// A treatment session was attended: scores, then what comes next (TX-1, TX-2, TX-7, TX-10).
    static func sessionAttended(_ person: Int, _ service: inout Simulation) {
        if service.desk.isSupport(person) { return Waiting.supportAttended(person, &service) }
        let team = service.team(person)
        service.people[person].depression -= service.people[person].fallPerSession
        service.people[person].anxiety -=
            service.people[person].fallPerSession * Float(service.inForce.practices[team].scores.anxietyShare)
        let occasion = Int(service.desk.people[person].appointmentCount)
        takeScores(person, isFirst: false, &service)
        let before = service.desk.episodes[person]
        service.hear(.sessionAttended(UInt32(person)))
        Recording.recordContact(person, before: before, &service)
        service.settle()
        let last = before.lastTreatment == Episode.never ? DeskPerson.noDay : before.lastTreatment.day
        let review = CaseReviews.reasons(person, since: last, &service)
        if isCourseOver(person, review, &service) { return endCourse(person, &service) }
        if changesCourse(person, review, &service) { return changeCourse(person, &service) }
        if stepsDown(person, review, &service) { return stepDown(person, &service) }
        if CaseReviews.ends(person, review, &service) { return service.close(person, .stoppedEarly) }
        if stopsEarly(person, occasion: occasion, &service) {
            service.close(person, .stoppedEarly)
        } else {
            service.hear(.courseGoesOn(UInt32(person)))
            service.settle()
        }
    }

    /// Whether the person does not come again after a session (ST-6).
    /// - Parameter occasion: the session's number among the person's appointments.
    static func stopsEarly(_ person: Int, occasion: Int, _ service: inout Simulation) -> Bool {
        let team = service.team(person)
        let isLow = service.desk.episodes[person].step == .low
        let share =
            isLow ? service.inForce.practices[team].low.stopsEarly : service.inForce.practices[team].high.stopsEarly
        return service.random.happens(.stopsEarly, of: service.desk.people[person].key, occasion, share: share)
    }

    /// Tells the sessions of a person's courses apart, at step 2 and at step 3.
    private static func sessionOccasion(_ person: Int, _ service: inout Simulation) -> Int {
        Int(service.desk.people[person].sessionsAtStep) + (service.desk.episodes[person].step == .low ? 0 : 64)
    }

    /// - Parameter review: why the case was brought to the review since the last contact; nil where nobody goes by it
    ///   (CL-16).
    private static func isCourseOver(_ person: Int, _ review: CaseReasons?, _ service: inout Simulation) -> Bool {
        let team = service.team(person)
        let isLow = service.desk.episodes[person].step == .low
        if service.desk.people[person].sessionsAtStep >= service.desk.people[person].plannedSessions { return true }
        if service.desk.isExhausted(person) || isExtensionRefused(person, &service) { return true }
        guard canEndAtReview(person, review, &service) else { return false }
        return service.random.happens(
            .endsWhenRecovered, of: service.desk.people[person].key, sessionOccasion(person, &service),
            share: isLow
                ? service.inForce.practices[team].low.endsWhenRecovered
                : service.inForce.practices[team].high.endsWhenRecovered)
    }

    /// Whether a review finds that the course can end (TX-7): of a block of sessions, or of the whole caseload (CL-16).
    private static func canEndAtReview(_ person: Int, _ review: CaseReasons?, _ service: inout Simulation) -> Bool {
        if let review { return review.contains(.inRecovery) || review.contains(.notACase) }
        return service.desk.isReviewDue(person)
            && service.desk.people[person].scores.isRecovery(since: service.desk.people[person].startScores)
    }

    /// Whether the course ends because a supervisor does not agree to go on with it (TX-11).
    private static func isExtensionRefused(_ person: Int, _ service: inout Simulation) -> Bool {
        guard service.desk.isExtensionDue(person) else { return false }
        let team = service.team(person)
        service.count(.extensionRequests, of: person, team: team)
        let isLow = service.desk.episodes[person].step == .low
        let agreed =
            isLow
            ? service.inForce.practices[team].low.extensionAgreed : service.inForce.practices[team].high.extensionAgreed
        return !service.random.happens(
            .extensionAgreed, of: service.desk.people[person].key, sessionOccasion(person, &service), share: agreed)
    }

    /// Whether somebody at step 3 who has improved at a review, and is still a case, can go on at step 2 (ST-2).
    private static func stepsDown(_ person: Int, _ review: CaseReasons?, _ service: inout Simulation) -> Bool {
        let share = service.inForce.practices[service.team(person)].stepUp.downAtReview
        guard share > 0, service.desk.mayStepDown(person) else { return false }
        let known = service.desk.people[person]
        let isAsked =
            review?.contains(.anotherStep)
            ?? (service.desk.isReviewDue(person) && known.scores.isCase
                && known.scores.hasImproved(since: known.startScores))
        guard isAsked else { return false }
        return service.random.happens(
            .stepsDown, of: known.key, referredIn: service.people[person].origin, share: share)
    }

    private static func stepDown(_ person: Int, _ service: inout Simulation) {
        service.count(.stepDowns, of: person, team: service.team(person))
        service.hear(.steppedDown(UInt32(person)))
        service.settle()
    }

    /// Whether supervision changes a course without improvement (TX-6).
    private static func changesCourse(_ person: Int, _ review: CaseReasons?, _ service: inout Simulation) -> Bool {
        let isLow = service.desk.episodes[person].step == .low
        let team = service.team(person)
        let changes =
            isLow
            ? service.inForce.practices[team].low.changesWithoutImprovement
            : service.inForce.practices[team].high.changesWithoutImprovement
        guard changes > 0, review?.contains(.notImproving) ?? service.desk.lacksImprovement(person) else {
            return false
        }
        return service.random.happens(
            .changesCourse, of: service.desk.people[person].key, isLow ? 0 : 1, share: changes)
    }

    /// Another step, or another service (TX-6): a case at step 2 is proposed for step 3, anybody else is referred on.
    private static func changeCourse(_ person: Int, _ service: inout Simulation) {
        guard service.desk.episodes[person].step == .low, service.desk.people[person].scores.isCase else {
            return service.close(person, .referredOn)
        }
        proposeStepUp(person, &service)
    }

    /// The sessions of a step are over: discharge, or a step up (ST-1).
    static func endCourse(_ person: Int, _ service: inout Simulation) {
        let share = service.inForce.practices[service.team(person)].stepUp.proposedOfCases
        guard service.desk.episodes[person].step == .low, service.desk.people[person].scores.isCase,
            service.random.happens(.stepUpProposed, of: service.desk.people[person].key, share: share)
        else { return service.close(person, .completed) }
        proposeStepUp(person, &service)
    }

    /// A step-up is proposed, and discussed in supervision within so many working days (ST-1).
    private static func proposeStepUp(_ person: Int, _ service: inout Simulation) {
        let longest = service.inForce.practices[service.team(person)].stepUp.supervisionWorkingDays
        let drawn = service.random.uniform(.supervisionDay, of: service.desk.people[person].key)
        let days = longest > 0 ? min(longest, 1 + Int(drawn * Double(longest))) : 0
        service.hear(.stepUpProposed(UInt32(person)))
        service.settle()
        if let soon = urgentAnswer(person, &service) {
            return service.setTimer(person, .supervision, at: soon, .office)
        }
        let day = service.calendar.day(days, workingDaysAfter: service.now.day)
        service.setTimer(
            person, .supervision, at: max(service.now, CivilMinute(day: day, minuteOfDay: 10 * 60)), .office)
    }

    /// When an urgent question is answered (ST-9); nil if it is not urgent.
    private static func urgentAnswer(_ person: Int, _ service: inout Simulation) -> CivilMinute? {
        let input = service.inForce.practices[service.team(person)].stepUp
        guard input.urgent > 0,
            service.random.happens(
                .urgentStepUp, of: service.desk.people[person].key, referredIn: service.people[person].origin,
                share: input.urgent)
        else { return nil }
        return service.now + Int64(input.urgentMinutes)
    }

    /// Supervision agrees the step-up (ST-1).
    static func supervisionAgrees(_ person: Int, _ service: inout Simulation) {
        service.count(.stepUps, of: person, team: service.team(person))
        service.hear(.stepUpAgreed(UInt32(person)))
        service.settle()
    }
}
