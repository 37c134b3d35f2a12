import Allocation
import CareModel
import EventKernel
import RandomStreams

/// Reaches people who were taken on, and hears from those who missed an appointment (RF-10 to RF-12, AT-4, CL-14).
struct Contact {
    /// The clerks of each team, as many as were ever at work (CL-14).
    var clerks: [[Desk]]

    init(teams: Int) { clerks = [[Desk]](repeating: [], count: teams) }
}

extension Contact {
    /// Schedules the booking clerk's next attempt: within the opening hours of the first working day from `minute` on
    /// (RF-10).
    static func attemptContact(_ person: Int, from minute: CivilMinute, _ service: inout Simulation) {
        guard !service.inForce.practices[service.team(person)].contact.rule.isByMessage else {
            return write(person, from: minute, &service)
        }
        let opening = service.scenario.teams[service.team(person)].openingHours
        let first = Desk.firstOpenMinute(from: minute, opening: opening, calendar: service.calendar)
        if first > service.now, service.inForce.practices[service.team(person)].contact.clerks > 0 {
            return service.setTimer(person, .contactDue, at: first, .office)
        }
        planAttempt(person, from: first, &service)
    }

    /// An attempt is due: it queues for the clerk who is free first (CL-14).
    static func contactDue(_ person: Int, _ service: inout Simulation) {
        planAttempt(person, from: service.now, &service)
    }

    /// Plans the minute of an attempt that is due: when a clerk has dealt with it, where clerks are counted; else some
    /// minute of the day.
    private static func planAttempt(_ person: Int, from first: CivilMinute, _ service: inout Simulation) {
        let team = service.team(person)
        guard service.inForce.practices[team].contact.clerks == 0 else {
            service.people[person].hasClerk = true
            let minutes = service.inForce.practices[team].contact.minutesPerAttempt
            return service.setTimer(
                person, .contactAttempt, at: takeClerk(team, minutes: minutes, at: first, &service), .office)
        }
        let left = Double(service.scenario.teams[team].openingHours.end - first.minuteOfDay)
        let attempts = Int(service.desk.people[person].contactAttempts)
        let spread = service.random.uniform(.attemptMinute, of: service.desk.people[person].key, attempts)
        service.setTimer(person, .contactAttempt, at: first + Int64(spread * left), .office)
    }

    /// An attempt failed: the next is so many days later (RF-10), to the minute where people are written to (FA-7).
    static func contactAgain(_ person: Int, days: Int32, _ service: inout Simulation) {
        let isByMessage = service.inForce.practices[service.team(person)].contact.rule.isByMessage
        attemptContact(
            person, from: isByMessage ? service.now + Int64(days) * 1440 : (service.now.day + days).start, &service)
    }

    /// The clinician writes at any hour: the welcome message some time within its hours, what follows on its minute
    /// (FA-7).
    private static func write(_ person: Int, from minute: CivilMinute, _ service: inout Simulation) {
        let attempts = Int(service.desk.people[person].contactAttempts)
        let hours = Double(service.inForce.practices[service.team(person)].contact.rule.welcomeHours)
        let spread = attempts == 0 ? service.random.uniform(.welcomeDelay, of: service.desk.people[person].key) : 0
        let delay = Int64(spread * hours * 60)
        service.setTimer(person, .contactAttempt, at: minute + delay, .office)
    }

    /// A clerk of a team, where clerks are counted, does a piece of work that has come: whoever is free first (CL-14,
    /// KT-11). Work that is due later is taken when it is due, so that it keeps nobody from what comes before it.
    /// - Returns: when it is done.
    @discardableResult
    static func takeClerk(_ team: Int, minutes: Int, at minute: CivilMinute, _ service: inout Simulation) -> CivilMinute
    {
        let input = service.inForce.practices[team].contact
        let start = service.scenario.teams[team].openingHours.start
        let hours = MinutesOfDay(start: start, end: min(1440, start + input.clerkMinutesPerDay))
        let clerk = nextClerk(team, of: input.clerks, &service)
        return service.contact.clerks[team][clerk].take(
            minutes: minutes, at: minute, opening: hours, calendar: service.calendar, isUrgent: false)
    }

    /// The clerk who is free first; ties by number. A lever may change how many there are.
    private static func nextClerk(_ team: Int, of count: Int, _ service: inout Simulation) -> Int {
        while service.contact.clerks[team].count < count {
            service.contact.clerks[team].append(Desk(from: service.now.day))
        }
        var next = 0
        for clerk in 1..<count
        where service.contact.clerks[team][clerk].busyUntil < service.contact.clerks[team][next].busyUntil {
            next = clerk
        }
        return next
    }

    /// An attempt that was planned before a list was taken over: at its minute if a clerk has it or none is needed;
    /// else it is due then (CL-14).
    static func restoreAttempt(_ person: Int, due: CivilMinute, _ service: inout Simulation) {
        let counted = service.inForce.practices[service.team(person)].contact.clerks > 0
        let isDue = counted && !service.people[person].hasClerk
        service.setTimer(person, isDue ? .contactDue : .contactAttempt, at: due, .office)
    }

    /// How many more want no appointment, because the wait is longer than people are used to (RF-12).
    private static func putOffByTheWait(_ team: Int, _ service: inout Simulation) -> Double {
        let perDay = service.inForce.practices[team].contact.declinesPerDayOfWait
        guard perDay > 0 else { return 0 }
        let longer =
            service.desk.recentWaits.firstWait(centile: 0.5, team: team)
            - service.inForce.practices[team].contact.usualWaitDays
        return perDay * Double(max(0, longer))
    }

    /// Whether no attempt will ever reach a person: the same at each (RF-10).
    private static func neverAnswers(_ person: Int, _ service: inout Simulation) -> Bool {
        let share = service.inForce.practices[service.team(person)].contact.neverAnswers
        guard share > 0 else { return false }
        // Of those whom so many attempts did not reach, more are reached by none (Bayes).
        let misses = cPow(
            1 - service.inForce.practices[service.team(person)].contact.reached,
            Double(service.people[person].attemptsInVain))
        return service.random.happens(
            .neverAnswers, of: service.desk.people[person].key, referredIn: service.people[person].origin,
            share: share / (share + (1 - share) * misses))
    }

    /// The clerk tries to reach a person (RF-10, RF-11).
    static func contactAttempt(_ person: Int, _ service: inout Simulation) {
        service.people[person].hasClerk = false
        let input = service.inForce.practices[service.team(person)].contact
        let isThere = !neverAnswers(person, &service)
        let (key, attempts) = (service.desk.people[person].key, Int(service.desk.people[person].contactAttempts))
        var answer = ContactAnswer.notReached
        if isThere, service.random.happens(.isReached, of: key, attempts, share: input.reached) {
            let declines = input.declines + input.notReady + putOffByTheWait(service.team(person), &service)
            let declined = service.random.happens(.declinesAppointment, of: key, attempts, share: declines)
            answer = declined ? .declines : .wantsAppointment
        }
        service.hear(.contactAttempted(UInt32(person), answer))
        service.settle()
    }

    /// Someone missed an appointment: the person has so many working days to make contact (AT-4). Whoever has let some
    /// of them pass, when a list of today is taken over, is less likely to call in those that are left.
    /// - Parameter until: the end of that time; nil if it is not known, of somebody of a list that is taken over.
    static func awaitContact(_ person: Int, until: CivilMinute? = nil, _ service: inout Simulation) {
        let input = service.inForce.practices[service.team(person)].attendance
        let missedOn = service.desk.episodes[person].stateSince.day
        let days = contactDays(person, until: until, since: missedOn, service)
        let passed = (0..<days).prefix {
            input.policy.contactDay($0, after: missedOn, in: service.calendar) < service.now.day
        }.count
        let left = Double(days - passed)
        let callsLater = input.makesContact * left / Double(days)
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        let share = callsLater / (callsLater + 1 - input.makesContact)
        let calls = service.random.happens(.callsAfterMiss, of: key, occasion, share: share)
        let after = calls ? min(days, passed + Int(service.random.uniform(.callDay, of: key, occasion) * left)) : days
        let day = max(service.now.day, input.policy.contactDay(after, after: missedOn, in: service.calendar))
        let opening = service.scenario.teams[service.team(person)].openingHours
        let callsAt = calls ? service.random.uniform(.callMinute, of: key, occasion) : 0
        let minute = calls ? opening.start + Int(callsAt * Double(opening.minutes)) : opening.end
        service.setTimer(person, .contactDeadline, at: CivilMinute(day: day, minuteOfDay: minute), .deadline)
        service.people[person].willCall = calls
    }

    /// Days to make contact: fewer at the limit of misses, where people have hours to reply (AT-4).
    private static func contactDays(
        _ person: Int, until: CivilMinute?, since missedOn: CivilDay, _ service: borrowing Simulation
    ) -> Int {
        let policy = service.inForce.practices[service.team(person)].attendance.policy
        if let until { return min(policy.contactDays, max(1, Int(until.day - missedOn))) }
        let hours = service.inForce.practices[service.team(person)].safeguards.rule.replyHours
        let episode = service.desk.episodes[person]
        guard hours > 0, episode.state == .missedSession, policy.ends(missedCount: Int(episode.missedCount)) else {
            return policy.contactDays
        }
        return min(policy.contactDays, max(1, (hours + 23) / 24))
    }

    /// The person called, or the time to call is over (AT-4, FA-4).
    static func contactDeadline(_ person: Int, _ service: inout Simulation) {
        if service.people[person].willCall {
            service.people[person].willCall = false
            service.hear(.madeContact(UInt32(person)))
        } else {
            service.hear(.madeNoContact(UInt32(person)))
        }
        service.settle()
    }
}
