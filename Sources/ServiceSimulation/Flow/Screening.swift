import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Whether a call is urgent (RF-3).
    func drawUrgency(key: UInt64, team: Int) -> Bool {
        random.happens(.urgent, of: key, share: practices[team].screening.urgent)
    }

    /// What the person who screens will find (RF-5, RF-7, RF-9).
    mutating func drawScreeningFacts(_ person: Int) {
        let input = practices[team(person)].screening
        let key = desk.people[person].key
        var facts = ScreeningFacts()
        facts.mentionsRisk = random.happens(.mentionsRisk, of: key, share: input.mentionsRisk)
        facts.isExcluded = random.happens(
            .excluded, of: key, share: facts.mentionsRisk ? input.excludedOfRisk : input.excludedOfOthers)
        facts.looksLikeHighIntensity = random.happens(
            .looksLikeHighIntensity, of: key, share: input.looksLikeHighIntensity)
        if let youngest = desk.referrals[person].ageBand.youngest, youngest < 18 {
            // A band counts as served if its older half is.
            facts.isUnderAge = youngest + 1 < scenario.teams[team(person)].youngestAge
        }
        people[person].isDiverted = random.happens(.diverted, of: key, share: input.diverted)
        people[person].facts = facts
    }

    mutating func startScreening(_ person: Int) {
        let rule = practices[team(person)].screening.rule
        takeToDesk(person, rule.firstTask(isUrgent: desk.referrals[person].isUrgent))
    }

    /// Queues the next piece of screening at the desk that does it (RF-5, CL-5).
    mutating func takeToDesk(_ person: Int, _ task: ScreeningTask) {
        let team = team(person)
        let input = practices[team].screening
        people[person].screeningTask = task
        let opening = scenario.teams[team].openingHours
        let isSenior = task == .seniorScreen
        let perDay = max(1, isSenior ? input.seniorMinutesPerDay : input.deskMinutesPerDay)
        let hours = MinutesOfDay(start: opening.start, end: min(opening.end, opening.start + perDay))
        // More minutes than the day has are several people side by side: the work goes so much faster.
        let minutes = max(1, Simulation.minutes(of: task, input) * hours.minutes / perDay)
        let done: CivilMinute
        if isSenior {
            done = seniorDesks[team].take(
                minutes: minutes, at: now, opening: hours, calendar: calendar, isUrgent: false)
        } else {
            done = desks[team].take(
                minutes: minutes, at: now, opening: hours, calendar: calendar,
                isUrgent: task == .telephoneTriage && desk.referrals[person].isUrgent)
        }
        setTimer(person, .screeningDone, at: done, .office)
    }

    private static func minutes(of task: ScreeningTask, _ input: ScreeningInput) -> Int {
        switch task {
        case .review: input.reviewMinutes
        case .telephoneTriage: input.triageMinutes
        case .seniorScreen: input.seniorMinutes
        case .briefAssessment: input.briefMinutes
        }
    }

    /// A piece of screening is done: the next one, or the decision (RF-4).
    mutating func screeningDone(_ person: Int) {
        let team = team(person)
        let facts = people[person].facts
        let rule = practices[team].screening.rule
        if let next = rule.task(after: people[person].screeningTask, facts: facts) {
            takeToDesk(person, next)
            return
        }
        count(.screened, of: person, team: team)
        let inTime = calendar.day(
            practices[team].screening.targetWorkingDays, workingDaysAfter: desk.referrals[person].received.day)
        if now.day <= inTime { count(.screenedInTime, of: person, team: team) }
        if rule.refusal(facts: facts, matrix: desk.referrals[person].matrix) != nil {
            count(.notAccepted, of: person, team: team)
        } else {
            count(people[person].isDiverted ? .diverted : .accepted, of: person, team: team)
        }
        hear(.screened(UInt32(person), facts, isDiverted: people[person].isDiverted))
        settle()
        guard desk.episodes[person].state == .awaitingContact else { return }
        if rule.isOnTheTelephone(after: people[person].screeningTask) {
            contactAttempt(person)
        } else {
            attemptContact(person, from: now)
        }
    }
}
