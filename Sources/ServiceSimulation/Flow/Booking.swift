import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws who cancels, if anybody, and schedules what will happen to a booking (AT-1, AT-9). Of a booking that was
    /// made before and stands, that nobody has cancelled it yet is known: what would have ended it before is drawn
    /// again.
    mutating func scheduleOutcome(_ person: Int) {
        let input = practices[team(person)].attendance
        let start = desk.people[person].slotStart
        let booked = min(now, desk.people[person].bookedAt)
        var drawn = drawCancellation(person, booked: booked, redraw: 0)
        for redraw in 1...Simulation.mostDraws {
            guard let minute = drawn?.minute, minute < now else { break }
            drawn = drawCancellation(person, booked: booked, redraw: redraw)
        }
        if let drawn, drawn.minute >= now {
            people[person].appointmentEvent = schedule(drawn.kind, person, at: drawn.minute, .cancellation)
            return
        }
        if input.policy.confirmationHours > 0, isUnconfirmed(person, start, booked: booked) { return }
        people[person].appointmentEvent = schedule(.appointment, person, at: start, .appointment)
    }

    /// Draws before something that is known not to have happened is left out.
    private static var mostDraws: Int { 64 }

    /// Draws whether and when a booking is cancelled; nil if it is not.
    /// - Parameter redraw: how often that was drawn before, of this booking: each time the luck is another.
    private func drawCancellation(
        _ person: Int, booked: CivilMinute, redraw: Int
    ) -> (kind: SimulationEvent.Kind, minute: CivilMinute)? {
        let team = team(person)
        let start = desk.people[person].slotStart
        let key = redraw == 0 ? desk.people[person].key : StableKey.of(desk.people[person].key, UInt64(redraw))
        let occasion = Int(desk.people[person].appointmentCount)
        let cancels = derived[team].cancels[desk.people[person].slotKind]
        let byPerson = random.happens(.personCancels, of: key, occasion, share: cancels)
        let others = practices[team].attendance.providerCancels / (1 - cancels)
        guard byPerson || random.happens(.serviceCancels, of: key, occasion, share: others) else { return nil }
        var notices = random.stream(.cancellationNotice, of: key, occasion)
        let notice = notices.exponential(mean: practices[team].attendance.noticeDays * 1440)
        var minute = start - Int64(notice)
        // Notice longer than the time since booking is shortened to a moment within it.
        if minute <= booked {
            minute = booked + Int64(random.uniform(.cancellationWithin, of: key, occasion) * Double(start - booked))
        }
        return (byPerson ? .personCancels : .serviceCancels, minute)
    }

    /// Whether a person does not confirm in time (FA-7): the appointment is cancelled at the last moment for it.
    private mutating func isUnconfirmed(_ person: Int, _ start: CivilMinute, booked: CivilMinute) -> Bool {
        let input = practices[team(person)].attendance
        guard let latest = input.policy.confirmBy(start: start, bookedAt: booked), latest >= now else { return false }
        let occasion = Int(desk.people[person].appointmentCount)
        guard random.happens(.unconfirmed, of: desk.people[person].key, occasion, share: input.unconfirmed) else {
            return false
        }
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
