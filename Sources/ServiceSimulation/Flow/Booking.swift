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
