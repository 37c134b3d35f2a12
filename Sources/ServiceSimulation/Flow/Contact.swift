import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Schedules the booking clerk's next attempt: within the opening hours of the first working day from `minute` on
    /// (RF-10).
    mutating func attemptContact(_ person: Int, from minute: CivilMinute) {
        guard !practices[team(person)].contact.rule.isByMessage else { return write(person, from: minute) }
        let opening = scenario.teams[team(person)].openingHours
        let first = Desk.firstOpenMinute(from: minute, opening: opening, calendar: calendar)
        let left = Double(opening.end - first.minuteOfDay)
        let attempts = Int(desk.people[person].contactAttempts)
        let spread = random.uniform(.attemptMinute, of: desk.people[person].key, attempts)
        setTimer(
            person, .contactAttempt,
            at: clerkIsFree(team(person), from: first) ?? first + Int64(spread * left), .office)
    }

    /// An attempt failed: the next is so many days later (RF-10), to the minute where people are written to (FA-7).
    mutating func contactAgain(_ person: Int, days: Int32) {
        let isByMessage = practices[team(person)].contact.rule.isByMessage
        attemptContact(person, from: isByMessage ? now + Int64(days) * 1440 : (now.day + days).start)
    }

    /// The clinician writes at any hour: the welcome message some time within its hours, what follows on its minute
    /// (FA-7).
    private mutating func write(_ person: Int, from minute: CivilMinute) {
        let attempts = Int(desk.people[person].contactAttempts)
        let hours = Double(practices[team(person)].contact.rule.welcomeHours)
        let spread = attempts == 0 ? random.uniform(.welcomeDelay, of: desk.people[person].key) : 0
        let delay = Int64(spread * hours * 60)
        setTimer(person, .contactAttempt, at: minute + delay, .office)
    }

    /// When a clerk has dealt with an attempt that is due from a minute on: attempts queue for whoever is free first
    /// (CL-14). Nil where there are as many clerks as it takes.
    private mutating func clerkIsFree(_ team: Int, from minute: CivilMinute) -> CivilMinute? {
        guard practices[team].contact.clerks > 0 else { return nil }
        let input = practices[team].contact
        let start = scenario.teams[team].openingHours.start
        let hours = MinutesOfDay(start: start, end: min(1440, start + input.clerkMinutesPerDay))
        let clerk = nextClerk(team, of: input.clerks)
        return clerks[team][clerk].take(
            minutes: input.minutesPerAttempt, at: minute, opening: hours, calendar: calendar, isUrgent: false)
    }

    /// The clerk who is free first; ties by number. A lever may change how many there are.
    private mutating func nextClerk(_ team: Int, of count: Int) -> Int {
        while clerks[team].count < count { clerks[team].append(Desk(from: now.day)) }
        var next = 0
        for clerk in 1..<count where clerks[team][clerk].busyUntil < clerks[team][next].busyUntil { next = clerk }
        return next
    }

    /// An attempt that was planned before a list was taken over has its clerk (CL-14).
    mutating func restoreAttempt(_ team: Int, due: CivilMinute) {
        let count = practices[team].contact.clerks
        guard count > 0 else { return }
        clerks[team][nextClerk(team, of: count)].isBusy(until: due)
    }

    /// How many more want no appointment, because the wait is longer than people are used to (RF-12).
    private mutating func putOffByTheWait(_ team: Int) -> Double {
        let perDay = practices[team].contact.declinesPerDayOfWait
        guard perDay > 0 else { return 0 }
        let longer = desk.recentWaits.firstWait(centile: 0.5, team: team) - practices[team].contact.usualWaitDays
        return perDay * Double(max(0, longer))
    }

    /// Whether no attempt will ever reach a person: the same at each (RF-10).
    private func neverAnswers(_ person: Int) -> Bool {
        let share = practices[team(person)].contact.neverAnswers
        guard share > 0 else { return false }
        // Of those whom so many attempts did not reach, more are reached by none (Bayes).
        let misses = cPow(1 - practices[team(person)].contact.reached, Double(people[person].attemptsInVain))
        return random.happens(
            .neverAnswers, of: desk.people[person].key, referredIn: people[person].origin,
            share: share / (share + (1 - share) * misses))
    }

    /// The clerk tries to reach a person (RF-10, RF-11).
    mutating func contactAttempt(_ person: Int) {
        let input = practices[team(person)].contact
        let isThere = !neverAnswers(person)
        let (key, attempts) = (desk.people[person].key, Int(desk.people[person].contactAttempts))
        var answer = ContactAnswer.notReached
        if isThere, random.happens(.isReached, of: key, attempts, share: input.reached) {
            let declines = input.declines + input.notReady + putOffByTheWait(team(person))
            let declined = random.happens(.declinesAppointment, of: key, attempts, share: declines)
            answer = declined ? .declines : .wantsAppointment
        }
        hear(.contactAttempted(UInt32(person), answer))
        settle()
    }

    /// Someone missed an appointment: the person has so many working days to make contact (AT-4). Whoever has let some
    /// of them pass, when a list of today is taken over, is less likely to call in those that are left.
    mutating func awaitContact(_ person: Int) {
        let input = practices[team(person)].attendance
        let days = input.policy.contactDays
        let missedOn = desk.episodes[person].stateSince.day
        let passed = (0..<days).prefix { input.policy.contactDay($0, after: missedOn, in: calendar) < now.day }.count
        let left = Double(days - passed)
        let callsLater = input.makesContact * left / Double(days)
        let (key, occasion) = (desk.people[person].key, Int(desk.people[person].appointmentCount))
        let share = callsLater / (callsLater + 1 - input.makesContact)
        let calls = random.happens(.callsAfterMiss, of: key, occasion, share: share)
        let after = calls ? min(days, passed + Int(random.uniform(.callDay, of: key, occasion) * left)) : days
        let day = max(now.day, input.policy.contactDay(after, after: missedOn, in: calendar))
        let opening = scenario.teams[team(person)].openingHours
        let callsAt = calls ? random.uniform(.callMinute, of: key, occasion) : 0
        let minute = calls ? opening.start + Int(callsAt * Double(opening.minutes)) : opening.end
        setTimer(person, .contactDeadline, at: CivilMinute(day: day, minuteOfDay: minute), .deadline)
        people[person].willCall = calls
    }

    /// The person called, or the time to call is over (AT-4, FA-4).
    mutating func contactDeadline(_ person: Int) {
        if people[person].willCall {
            people[person].willCall = false
            hear(.madeContact(UInt32(person)))
        } else {
            hear(.madeNoContact(UInt32(person)))
        }
        settle()
    }
}
