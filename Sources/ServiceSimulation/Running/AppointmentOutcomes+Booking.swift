import Allocation
import CareModel
import EventKernel
import RandomStreams

extension AppointmentOutcomes {
    /// Draws who cancels, if anybody, and schedules what will happen to a booking (AT-1, AT-9). Of a booking that was
    /// made before and stands, that nobody has cancelled it yet is known: what would have ended it before is drawn
    /// again.
    static func scheduleOutcome(_ person: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[service.team(person)].attendance
        let start = service.desk.people[person].slotStart
        let booked = min(service.now, service.desk.people[person].bookedAt)
        var drawn = drawCancellation(person, booked: booked, redraw: 0, &service)
        for redraw in 1...AppointmentOutcomes.mostDraws {
            guard let minute = drawn?.minute, minute < service.now else { break }
            drawn = drawCancellation(person, booked: booked, redraw: redraw, &service)
        }
        if let drawn, drawn.minute >= service.now {
            service.people[person].appointmentEvent = service.schedule(
                drawn.kind, person, at: drawn.minute, .cancellation)
            return
        }
        if input.policy.confirmationHours > 0, isUnconfirmed(person, start, booked: booked, &service) { return }
        service.people[person].appointmentEvent = service.schedule(.appointment, person, at: start, .appointment)
    }

    /// Draws before something that is known not to have happened is left out.
    private static var mostDraws: Int { 64 }

    /// Draws whether and when a booking is cancelled; nil if it is not.
    /// - Parameter redraw: how often that was drawn before, of this booking: each time the luck is another.
    private static func drawCancellation(
        _ person: Int, booked: CivilMinute, redraw: Int, _ service: inout Simulation
    ) -> (kind: SimulationEvent.Kind, minute: CivilMinute)? {
        let team = service.team(person)
        let start = service.desk.people[person].slotStart
        let key =
            redraw == 0
            ? service.desk.people[person].key : StableKey.of(service.desk.people[person].key, UInt64(redraw))
        let occasion = Int(service.desk.people[person].appointmentCount)
        let cancels = service.inForce.derived[team].cancels[service.desk.people[person].slotKind]
        let byPerson = service.random.happens(.personCancels, of: key, occasion, share: cancels)
        let others = service.inForce.practices[team].attendance.providerCancels / (1 - cancels)
        guard byPerson || service.random.happens(.serviceCancels, of: key, occasion, share: others) else { return nil }
        var notices = service.random.stream(.cancellationNotice, of: key, occasion)
        let notice = notices.exponential(mean: service.inForce.practices[team].attendance.noticeDays * 1440)
        var minute = start - Int64(notice)
        // Notice longer than the time since booking is shortened to a moment within it.
        if minute <= booked {
            minute =
                booked + Int64(service.random.uniform(.cancellationWithin, of: key, occasion) * Double(start - booked))
        }
        return (byPerson ? .personCancels : .serviceCancels, minute)
    }

    /// Whether a person does not confirm in time (FA-7): the appointment is cancelled at the last moment for it.
    private static func isUnconfirmed(
        _ person: Int, _ start: CivilMinute, booked: CivilMinute, _ service: inout Simulation
    ) -> Bool {
        let input = service.inForce.practices[service.team(person)].attendance
        guard let latest = input.policy.confirmBy(start: start, bookedAt: booked), latest >= service.now else {
            return false
        }
        let occasion = Int(service.desk.people[person].appointmentCount)
        guard
            service.random.happens(
                .unconfirmed, of: service.desk.people[person].key, occasion, share: input.unconfirmed)
        else {
            return false
        }
        service.people[person].appointmentEvent = service.schedule(.notConfirmed, person, at: latest, .cancellation)
        return true
    }

    /// Nobody confirmed: the clinician cancels, which is the person's cancelling by default, with notice (FA-7).
    static func notConfirmed(_ person: Int, _ service: inout Simulation) {
        service.count(.notConfirmed, team: service.team(person))
        cancelByPerson(person, &service)
    }

    /// Freed time is offered again (FA-5).
    static func backfill(team: Int, _ service: inout Simulation) {
        service.hear(.backfill(team: UInt32(team)))
        service.settle()
    }

    /// The clerk's morning round (PO-3).
    static func bookingRound(team: Int, _ service: inout Simulation) {
        Waiting.hearFromPeople(team: team, &service)
        service.hear(.bookingRound(team: UInt32(team)))
        service.settle()
    }
}
