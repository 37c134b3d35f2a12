import Allocation
public import CareModel

/// How long somebody waited for a first appointment, in one run.
public struct FirstWait: Sendable, Equatable {
    /// Days from the referral until the appointment, until the person left, or until the run ended.
    public var days: Int
    /// The day of the appointment; nil if it did not take place.
    public var seenOn: CivilDay?
}

extension Simulation {
    /// The numbers of everybody who is in the service now, in the order of ``snapshot()``.
    public func numbersInService() -> [Int] {
        var numbers: [Int] = []
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen { numbers.append(person) }
        return numbers
    }

    /// How long each of some people waited for a first appointment. Nobody's number may have been given away. Somebody
    /// who turns out to belong elsewhere (RF-7, RF-9) was promised nothing: the wait is 0.
    public func firstWaits(of numbers: some Sequence<Int>) -> [FirstWait] {
        numbers.map { person in
            let episode = desk.episodes[person]
            if episode.firstAppointment != Episode.never {
                return FirstWait(
                    days: waitDays(from: episode.received, to: episode.firstAppointment),
                    seenOn: episode.firstAppointment.day)
            }
            guard episode.state == .closed else {
                return FirstWait(days: waitDays(from: episode.received, to: now), seenOn: nil)
            }
            if episode.endReason.belongsElsewhere { return FirstWait(days: 0, seenOn: nil) }
            return FirstWait(days: waitDays(from: episode.received, to: episode.stateSince), seenOn: nil)
        }
    }
}
