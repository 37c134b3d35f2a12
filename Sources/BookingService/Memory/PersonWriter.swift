import Allocation
import BookingStore
import CareModel

/// Writes where people are, and what is known of them, after what the desk has decided.
struct PersonWriter {
    let log: StepLog

    /// Writes everybody whom effects are about, once each, in the order of their numbers.
    /// - Parameter subject: whom the fact was about that the effects follow from.
    func write(_ effects: [DeskEffect], about subject: UInt32?) throws {
        var told: [(person: Int, place: Int, event: EpisodeEvent?)] = subject.map { [(Int($0), -1, nil)] } ?? []
        for (place, effect) in effects.enumerated() {
            guard let person = effect.person else { continue }
            if case .moved(_, let event, _, _) = effect {
                told.append((Int(person), place, event))
            } else {
                told.append((Int(person), place, nil))
            }
        }
        told.sort { ($0.person, $0.place) < ($1.person, $1.place) }
        var first = 0
        while first < told.count {
            let end = told[first...].firstIndex { $0.person != told[first].person } ?? told.count
            try write(told[first].person, told[first..<end].compactMap(\.event))
            first = end
        }
    }

    /// Writes what is known of everybody who is there, as far as the store does not have it, such as the days by which
    /// people are to be seen.
    func refresh() throws {
        for person in log.box.desk.episodes.indices where log.box.desk.episodes[person].state.isOpen {
            try write(person, [])
        }
    }

    private func write(_ person: Int, _ events: [EpisodeEvent]) throws {
        let number = Int64(person + 1)
        guard let known = try log.writer.person(number)?.facts else { return }
        let facts = log.box.facts(person)
        if let event = events.last {
            let moved = EpisodeMoved(
                person: number, event: event, after: Array(events.dropLast()), episode: log.box.desk.episodes[person],
                facts: facts == known ? nil : facts)
            try log.append(.episodeMoved(moved))
        } else if facts != known {
            try log.append(.personFactsChanged(PersonFactsChanged(person: number, facts: facts)))
        }
    }
}
