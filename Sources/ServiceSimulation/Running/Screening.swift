import Allocation
import CareModel
import EventKernel
import RandomStreams

/// The front door: reads referrals and decides who is taken on (RF-3 to RF-9).
struct Screening {
    /// The time of whoever screens, by team.
    var desks: [Desk]
    /// The time of the senior who is asked, by team.
    var seniorDesks: [Desk]

    init(teams: Int, from day: CivilDay) {
        desks = [Desk](repeating: Desk(from: day), count: teams)
        seniorDesks = desks
    }
}

extension Screening {
    /// Whether a call is urgent (RF-3).
    static func drawUrgency(key: UInt64, team: Int, _ service: inout Simulation) -> Bool {
        service.random.happens(.urgent, of: key, share: service.inForce.practices[team].screening.urgent)
    }

    /// What the person who screens will find (RF-5, RF-7, RF-9).
    static func drawScreeningFacts(_ person: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[service.team(person)].screening
        let key = service.desk.people[person].key
        var facts = ScreeningFacts()
        facts.mentionsRisk = service.random.happens(.mentionsRisk, of: key, share: input.mentionsRisk)
        facts.isExcluded = service.random.happens(
            .excluded, of: key, share: facts.mentionsRisk ? input.excludedOfRisk : input.excludedOfOthers)
        // Whoever had a course before may need more than the first time (TX-14).
        let more =
            service.people[person].earlierCourses > 0
            ? service.inForce.practices[service.team(person)].returns.looksLikeHighIntensity : 0
        facts.looksLikeHighIntensity = service.random.happens(
            .looksLikeHighIntensity, of: key, share: input.looksLikeHighIntensity + more)
        facts.isUnderAge = service.desk.rules[service.team(person)].isUnderAge(
            service.desk.referrals[person].ageBand)
        service.people[person].isDiverted = service.random.happens(.diverted, of: key, share: input.diverted)
        service.people[person].facts = facts
    }

    static func startScreening(_ person: Int, _ service: inout Simulation) {
        let rule = service.inForce.practices[service.team(person)].screening.rule
        takeToDesk(person, rule.firstTask(isUrgent: service.desk.referrals[person].isUrgent), &service)
    }

    /// Queues the next piece of screening at the desk that does it (RF-5, CL-5).
    static func takeToDesk(_ person: Int, _ task: ScreeningTask, _ service: inout Simulation) {
        let team = service.team(person)
        let input = service.inForce.practices[team].screening
        service.people[person].screeningTask = task
        let opening = service.scenario.teams[team].openingHours
        let isSenior = task == .seniorScreen
        let perDay = max(1, isSenior ? input.seniorMinutesPerDay : input.deskMinutesPerDay)
        let hours = MinutesOfDay(start: opening.start, end: min(opening.end, opening.start + perDay))
        // More minutes than the day has are several people side by side: the work goes so much faster.
        let minutes = max(1, input.minutes(of: task) * hours.minutes / perDay)
        let done: CivilMinute
        if isSenior {
            done = service.screening.seniorDesks[team].take(
                minutes: minutes, at: service.now, opening: hours, calendar: service.calendar, isUrgent: false)
        } else {
            done = service.screening.desks[team].take(
                minutes: minutes, at: service.now, opening: hours, calendar: service.calendar,
                isUrgent: task == .telephoneTriage && service.desk.referrals[person].isUrgent)
        }
        service.setTimer(person, .screeningDone, at: done, .office)
    }

    /// A piece of screening is done: the next one, or the decision (RF-4).
    static func screeningDone(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let facts = service.people[person].facts
        let rule = service.inForce.practices[team].screening.rule
        if let next = rule.task(after: service.people[person].screeningTask, facts: facts) {
            takeToDesk(person, next, &service)
            return
        }
        service.count(.screened, of: person, team: team)
        let inTime = service.calendar.day(
            service.inForce.practices[team].screening.targetWorkingDays,
            workingDaysAfter: service.desk.referrals[person].received.day)
        if service.now.day <= inTime { service.count(.screenedInTime, of: person, team: team) }
        if rule.refusal(facts: facts, matrix: service.desk.referrals[person].matrix) != nil {
            service.count(.notAccepted, of: person, team: team)
        } else {
            service.count(service.people[person].isDiverted ? .diverted : .accepted, of: person, team: team)
        }
        service.hear(.screened(UInt32(person), facts, isDiverted: service.people[person].isDiverted))
        service.settle()
        guard service.desk.episodes[person].state == .awaitingContact else { return }
        if rule.isOnTheTelephone(after: service.people[person].screeningTask) {
            Contact.contactAttempt(person, &service)
        } else {
            Contact.attemptContact(person, from: service.now, &service)
        }
    }
}
