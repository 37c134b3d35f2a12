import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws who cancels, if anybody, and schedules what will happen to a booking (AT-1, AT-9).
    mutating func scheduleOutcome(_ person: Int) {
        let team = team(person)
        let input = practices[team].attendance
        let start = desk.people[person].slotStart
        random.position(.cancellation, desk.people[person].key, occasion: Int(desk.people[person].appointmentCount))
        let who = random.uniform()
        let cancels = derived[team].cancels[desk.people[person].slotKind]
        guard who < cancels + input.providerCancels else {
            if input.policy.confirmationHours > 0, isUnconfirmed(person, start) { return }
            people[person].appointmentEvent = schedule(.appointment, person, at: start, .appointment)
            return
        }
        let notice = random.exponential(mean: input.noticeDays * 1440)
        let spread = random.uniform()
        var minute = start - Int64(notice)
        // Notice longer than the time since booking is shortened to a moment within it.
        if minute <= now { minute = now + Int64(spread * Double(start - now)) }
        let kind: SimulationEvent.Kind = who < cancels ? .personCancels : .serviceCancels
        people[person].appointmentEvent = schedule(kind, person, at: minute, .cancellation)
    }

    /// Whether a person does not confirm in time (FA-7): the appointment is cancelled at the last moment for it.
    private mutating func isUnconfirmed(_ person: Int, _ start: CivilMinute) -> Bool {
        let input = practices[team(person)].attendance
        guard let latest = input.policy.confirmBy(start: start, bookedAt: now) else { return false }
        random.position(.confirmation, desk.people[person].key, occasion: Int(desk.people[person].appointmentCount))
        guard random.uniform() < input.unconfirmed else { return false }
        people[person].appointmentEvent = schedule(.notConfirmed, person, at: latest, .cancellation)
        return true
    }

    /// Nobody confirmed: the clinician cancels, which is the person's cancelling by default, with notice (FA-7).
    mutating func notConfirmed(_ person: Int) {
        count(.notConfirmed, team: team(person))
        cancelByPerson(person)
    }

    /// Freed time is offered again (FA-5).
    mutating func backfill(team: Int) {
        hear(.backfill(team: UInt32(team)))
        settle()
    }

    /// The clerk's morning round (PO-3).
    mutating func bookingRound(team: Int) {
        hear(.bookingRound(team: UInt32(team)))
        settle()
    }
}
