import Allocation
import CareModel
import EventKernel
import RandomStreams

/// What happens while somebody waits: they give up, they are called, something readier is offered (KT-2 to KT-7, PO-4).
enum Waiting {}

extension Waiting {
    /// Draws when the person would give up this wait (KT-7): a Weibull time since the wait began, given that it has not
    /// happened yet.
    static func startPatience(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let episode = service.desk.episodes[person]
        let isFirst = episode.state.isBeforeFirstAppointment
        let queue = isFirst ? 0 : (episode.step == .low ? 1 : (episode.wasSteppedUp ? 3 : 2))
        let since = isFirst ? episode.received : episode.waitingSince
        let scale = service.inForce.derived[team].patienceScales[queue]
        let shape = service.inForce.derived[team].patienceShape
        let waited = max(0, Double(service.now - since) / 1440) / scale
        var patience = service.random.stream(.patience, of: service.desk.people[person].key, queue)
        let extra = patience.exponential(mean: 1)
        let days = scale * cPow(cPow(waited, shape) + extra, 1 / shape)
        // Whoever would give up after the end never does.
        let longest = Double(service.now - since) / 1440 + Double(service.calendar.dayCount)
        service.events.cancel(service.people[person].withdrawal)
        service.people[person].withdrawal = service.schedule(
            .withdraws, person, at: since + Int64(min(days, longest) * 1440), .deadline)
    }

    /// The person gives up waiting.
    static func withdraws(_ person: Int, _ service: inout Simulation) {
        let isFirst = service.desk.episodes[person].state.isBeforeFirstAppointment
        if service.desk.people[person].isBooked { Recording.recordAppointment(person, .cancelledByPatient, &service) }
        service.close(person, isFirst ? .withdrewBeforeFirstAppointment : .withdrewWaitingTreatment)
    }
}
