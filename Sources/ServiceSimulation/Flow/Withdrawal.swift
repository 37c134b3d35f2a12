import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws when the person would give up this wait (KT-7): a Weibull time since the wait began, given that it has not
    /// happened yet.
    mutating func startPatience(_ person: Int) {
        let team = team(person)
        let episode = desk.episodes[person]
        let isFirst = episode.state.isBeforeFirstAppointment
        let queue = isFirst ? 0 : (episode.step == .low ? 1 : (episode.wasSteppedUp ? 3 : 2))
        let since = isFirst ? episode.received : episode.waitingSince
        let scale = derived[team].patienceScales[queue]
        let shape = derived[team].patienceShape
        let waited = max(0, Double(now - since) / 1440) / scale
        var patience = random.stream(.patience, of: desk.people[person].key, queue)
        let extra = patience.exponential(mean: 1)
        let days = scale * cPow(cPow(waited, shape) + extra, 1 / shape)
        // Whoever would give up after the end never does.
        let longest = Double(now - since) / 1440 + Double(calendar.dayCount)
        events.cancel(people[person].withdrawal)
        people[person].withdrawal = schedule(
            .withdraws, person, at: since + Int64(min(days, longest) * 1440), .deadline)
    }

    /// The person gives up waiting.
    mutating func withdraws(_ person: Int) {
        let isFirst = desk.episodes[person].state.isBeforeFirstAppointment
        if desk.people[person].isBooked { recordAppointment(person, .cancelledByPatient) }
        close(person, isFirst ? .withdrewBeforeFirstAppointment : .withdrewWaitingTreatment)
    }
}
