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
        var draws = random.stream(.course, of: desk.people[person].key, step)
        // Beyond the usual number a course goes on because a supervisor agreed (TX-1, TX-2).
        let supervisorAgrees = draws.uniform() < agrees || desk.isBeyondUsual(person)
        let scores = practices[team].scores
        let mean = step == 0 ? scores.lowChange : scores.highChange
        people[person].fallPerSession = Float(
            draws.normal(mean: mean, standardDeviation: abs(mean) * scores.changeVariation))
        var needed = 0
        let needs = isAtStepThreePlus(person) ? 2 : step
        // A person who is already in a course when the record begins needs more sessions than have been had.
        for _ in 0..<64 {
            let draw = draws.gamma(derived[team].needs[needs])
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
        var draws = takeScores(person, isFirst: false)
        let before = desk.episodes[person]
        hear(.sessionAttended(UInt32(person)))
        recordContact(person, before: before)
        settle()
        if isCourseOver(person, &draws) { return endCourse(person) }
        if changesCourse(person, &draws) { return changeCourse(person) }
        if stepsDown(person, &draws) { return stepDown(person) }
        // Still the numbers of this session, behind those of the scores.
        let isLow = desk.episodes[person].step == .low
        if draws.uniform() < (isLow ? practices[team].low.stopsEarly : practices[team].high.stopsEarly) {
            close(person, .stoppedEarly)
        } else {
            hear(.courseGoesOn(UInt32(person)))
            settle()
        }
    }

    private mutating func isCourseOver(_ person: Int, _ draws: inout RandomStream) -> Bool {
        let team = team(person)
        let isLow = desk.episodes[person].step == .low
        if desk.people[person].sessionsAtStep >= desk.people[person].plannedSessions { return true }
        if desk.isExhausted(person) || isExtensionRefused(person, &draws) { return true }
        guard desk.isReviewDue(person), desk.people[person].scores.isRecovery(since: desk.people[person].startScores)
        else { return false }
        draws = random.stream(.stepUp, of: desk.people[person].key, Int(desk.people[person].sessionsAtStep))
        return draws.uniform()
            < (isLow ? practices[team].low.endsWhenRecovered : practices[team].high.endsWhenRecovered)
    }

    /// Whether the course ends because a supervisor does not agree to go on with it (TX-11).
    private mutating func isExtensionRefused(_ person: Int, _ draws: inout RandomStream) -> Bool {
        guard desk.isExtensionDue(person) else { return false }
        let team = team(person)
        count(.extensionRequests, of: person, team: team)
        let isLow = desk.episodes[person].step == .low
        let agreed = isLow ? practices[team].low.extensionAgreed : practices[team].high.extensionAgreed
        let occasion = 1 + Int(desk.people[person].sessionsAtStep) + (isLow ? 0 : 64)
        draws = random.stream(.supervision, of: desk.people[person].key, occasion)
        return draws.uniform() >= agreed
    }

    /// Whether somebody at step 3 who has improved at a review, and is still a case, can go on at step 2 (ST-2).
    private mutating func stepsDown(_ person: Int, _ draws: inout RandomStream) -> Bool {
        let share = practices[team(person)].stepUp.downAtReview
        guard share > 0, desk.isReviewDue(person), desk.mayStepDown(person) else { return false }
        let known = desk.people[person]
        guard known.scores.isCase, known.scores.hasImproved(since: known.startScores) else { return false }
        draws = random.stream(.stepUp, of: known.key, 66, referredIn: people[person].origin)
        return draws.uniform() < share
    }

    private mutating func stepDown(_ person: Int) {
        count(.stepDowns, of: person, team: team(person))
        hear(.steppedDown(UInt32(person)))
        settle()
    }

    /// Whether supervision changes a course without improvement (TX-6).
    private mutating func changesCourse(_ person: Int, _ draws: inout RandomStream) -> Bool {
        let isLow = desk.episodes[person].step == .low
        let team = team(person)
        let changes =
            isLow ? practices[team].low.changesWithoutImprovement : practices[team].high.changesWithoutImprovement
        guard changes > 0, desk.lacksImprovement(person) else { return false }
        draws = random.stream(.stepUp, of: desk.people[person].key, 64 + (isLow ? 0 : 1))
        return draws.uniform() < changes
    }

    /// Another step, or another service (TX-6): a case at step 2 is proposed for step 3, anybody else is referred on.
    private mutating func changeCourse(_ person: Int) {
        guard desk.episodes[person].step == .low, desk.people[person].scores.isCase else {
            return close(person, .referredOn)
        }
        var draws = random.stream(.supervision, of: desk.people[person].key)
        let longest = practices[team(person)].stepUp.supervisionWorkingDays
        proposeStepUp(person, days: longest > 0 ? 1 + Int(draws.uniform() * Double(longest)) : 0)
    }

    /// The sessions of a step are over: discharge, or a step up (ST-1).
    mutating func endCourse(_ person: Int) {
        let team = team(person)
        let input = practices[team].stepUp
        var draws = random.stream(.supervision, of: desk.people[person].key)
        let proposed = draws.uniform() < input.proposedOfCases
        let longest = input.supervisionWorkingDays
        let days = longest > 0 ? 1 + Int(draws.uniform() * Double(longest)) : 0
        guard desk.episodes[person].step == .low, desk.people[person].scores.isCase, proposed else {
            close(person, .completed)
            return
        }
        proposeStepUp(person, days: days)
    }

    /// A step-up is proposed, and discussed in supervision within so many working days (ST-1).
    private mutating func proposeStepUp(_ person: Int, days: Int) {
        let input = practices[team(person)].stepUp
        hear(.stepUpProposed(UInt32(person)))
        settle()
        let day = calendar.day(min(days, input.supervisionWorkingDays), workingDaysAfter: now.day)
        setTimer(person, .supervision, at: max(now, CivilMinute(day: day, minuteOfDay: 10 * 60)), .office)
    }

    /// Supervision agrees the step-up (ST-1).
    mutating func supervisionAgrees(_ person: Int) {
        count(.stepUps, of: person, team: team(person))
        hear(.stepUpAgreed(UInt32(person)))
        settle()
    }
}
