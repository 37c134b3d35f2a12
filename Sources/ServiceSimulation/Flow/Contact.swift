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
        random.position(.contact, people[person].key, occasion: Int(people[person].contactAttempts) * 2)
        let left = Double(opening.end - first.minuteOfDay)
        setTimer(person, .contactAttempt, at: first + Int64(random.uniform() * left), .office)
    }

    /// The clerk tries to reach a person (RF-10, RF-11).
    mutating func contactAttempt(_ person: Int) {
        let team = team(person)
        let input = practices[team].contact
        random.position(.contact, people[person].key, occasion: Int(people[person].contactAttempts) * 2 + 1)
        people[person].contactAttempts += 1
        if random.uniform() < input.reached {
            let answer = random.uniform()
            if answer < input.declines + input.notReady {
                count(.declinedAppointment, team: team)
                close(person, .declinedAppointment)
            } else {
                people[person].reachedAt = now
                move(person, .contacted)
                joinFirstList(person)
                startPatience(person)
                offerFirstAppointmentOnThePhone(person)
            }
        } else if let days = input.rule.daysUntilNext(
            after: Int(people[person].contactAttempts), priority: episodes[person].priority)
        {
            attemptContact(person, from: (now.day + Int32(days)).start)
        } else {
            count(.uncontactable, team: team)
            close(person, .uncontactable)
        }
    }

    /// Someone missed an appointment: the person has so many working days to make contact (AT-4).
    mutating func awaitContact(_ person: Int) {
        let input = practices[team(person)].attendance
        let days = input.policy.contactWorkingDays
        random.position(.missedContact, people[person].key, occasion: Int(people[person].appointmentCount))
        let calls = random.uniform() < input.makesContact
        let after = calls ? min(days, Int(random.uniform() * Double(days))) : days
        let day = calendar.day(max(1, after), workingDaysAfter: now.day)
        let opening = scenario.teams[team(person)].openingHours
        let minute = calls ? opening.start + Int(random.uniform() * Double(opening.minutes)) : opening.end
        setTimer(person, .contactDeadline, at: CivilMinute(day: day, minuteOfDay: minute), .deadline)
        if calls { people[person].contactAttempts |= Simulation.willCall }
    }

    /// Marks in `contactAttempts` that the person will be in touch before the time is over.
    static let willCall: UInt8 = 0x80

    /// The person called, or the time to call is over (AT-4, FA-4).
    mutating func contactDeadline(_ person: Int) {
        let calls = people[person].contactAttempts & Simulation.willCall != 0
        people[person].contactAttempts &= ~Simulation.willCall
        switch episodes[person].state {
        case .missedFirstAppointment:
            guard calls else {
                close(person, .missedFirstAppointment)
                return
            }
            move(person, .madeContact)
            people[person].flags.insert(.movedByPerson)
            joinFirstList(person)
            offerFirstAppointmentOnThePhone(person)
        case .missedSession:
            guard calls else {
                close(person, .droppedOut)
                return
            }
            move(person, .madeContact)
            bookNextSession(person)
        default:
            fatalError("a time to make contact ended in \(episodes[person].state.name)")
        }
    }
}
