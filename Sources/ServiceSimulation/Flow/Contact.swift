import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Schedules the booking clerk's next attempt: within the opening hours of the first working day from `minute` on
    /// (RF-10).
    mutating func attemptContact(_ person: Int, from minute: CivilMinute) {
        let opening = scenario.teams[team(person)].openingHours
        let first = Desk.firstOpenMinute(from: minute, opening: opening, calendar: calendar)
        random.position(.contact, desk.people[person].key, occasion: Int(desk.people[person].contactAttempts) * 2)
        let left = Double(opening.end - first.minuteOfDay)
        setTimer(person, .contactAttempt, at: first + Int64(random.uniform() * left), .office)
    }

    /// The clerk tries to reach a person (RF-10, RF-11).
    mutating func contactAttempt(_ person: Int) {
        let input = practices[team(person)].contact
        random.position(.contact, desk.people[person].key, occasion: Int(desk.people[person].contactAttempts) * 2 + 1)
        var answer = BookingDesk.ContactAnswer.notReached
        if random.uniform() < input.reached {
            answer = random.uniform() < input.declines + input.notReady ? .declines : .wantsAppointment
        }
        hear(.contactAttempted(UInt32(person), answer))
        settle()
    }

    /// Someone missed an appointment: the person has so many working days to make contact (AT-4). Whoever has let some
    /// of them pass, when a list of today is taken over, is less likely to call in those that are left.
    mutating func awaitContact(_ person: Int) {
        let input = practices[team(person)].attendance
        let days = input.policy.contactWorkingDays
        let missedOn = desk.episodes[person].stateSince.day
        let passed = (0..<days).prefix { calendar.day(max(1, $0), workingDaysAfter: missedOn) < now.day }.count
        let left = Double(days - passed)
        let callsLater = input.makesContact * left / Double(days)
        random.position(.missedContact, desk.people[person].key, occasion: Int(desk.people[person].appointmentCount))
        let calls = random.uniform() < callsLater / (callsLater + 1 - input.makesContact)
        let after = calls ? min(days, passed + Int(random.uniform() * left)) : days
        let day = max(now.day, calendar.day(max(1, after), workingDaysAfter: missedOn))
        let opening = scenario.teams[team(person)].openingHours
        let minute = calls ? opening.start + Int(random.uniform() * Double(opening.minutes)) : opening.end
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
