import BookingStore
import CareModel
import Foundation
import Synchronization

/// A large clinic in a new store: 200 clinicians, and appointments of an hour, one beside the other, from 08:00 to
/// 20:00.
final class BenchmarkClinic: Sendable {
    private static let clinicians = 200
    private static let hours = 12
    private static let author = Author(user: 1, origin: "benchmark")
    /// Monday 11 January 2027, and the Friday before.
    private static let monday = CivilDay(number: 9872)
    private static let now = CivilMinute(day: monday - 3, minuteOfDay: 540)

    private let store: BookingStore
    private let people: Int
    private let next = Atomic<Int>(0)

    init(at path: String, people: Int) throws {
        self.people = people
        store = try BookingStore.create(at: path)
        try store.writeBlocking { writer in
            func append(_ event: ServiceEvent) throws { try writer.append(event, at: Self.now, by: Self.author) }
            try append(.teamAdded(TeamAdded(team: 0, name: "mid-essex")))
            for index in 0..<Self.clinicians { try append(.clinicianAdded(Self.clinician(Int32(index)))) }
        }
        for first in stride(from: 1, through: people, by: 1000) {
            try store.writeBlocking { writer in
                for person in first..<min(first + 1000, people + 1) {
                    try writer.append(.referralReceived(Self.referral(Int64(person))), at: Self.now, by: Self.author)
                }
            }
        }
    }

    private static func clinician(_ index: Int32) -> ClinicianDetails {
        ClinicianDetails(
            clinician: index, team: 0, name: "Clinician \(index)", role: .wellbeingPractitioner,
            wholeTimePercent: 100, caseloadCap: 70, trainedIn: ModalitySet([.guidedSelfHelp]),
            startedOn: monday - 365)
    }

    private static func referral(_ person: Int64) -> ReferralReceived {
        let scores = Scores(depression: 14, anxiety: 11)
        var facts = PersonFacts(startScores: scores, scores: scores)
        facts.dueOn = monday + Int32(person * 31 % 60)
        return ReferralReceived(
            person: person, identity: Identity(name: "Person \(person)"),
            referral: Referral(received: now - person % 40_000, source: .selfWeb, team: 0), facts: facts)
    }

    /// The n-th appointment: the same hour for all clinicians, then the next hour. Nobody comes twice in one hour.
    private func booking(_ n: Int) -> Booking {
        let hour = n / Self.clinicians
        let start = CivilMinute(
            day: Self.monday + Int32(hour / Self.hours), minuteOfDay: 480 + 60 * (hour % Self.hours))
        let placement = Placement(
            person: Int64(n % people + 1), clinician: Int32(n % Self.clinicians), kind: .treatment, start: start,
            minutes: 60)
        return Booking(appointment: Int64(n + 1), placement: placement)
    }

    /// Books until the time is up. Each client has so many bookings on their way at once, each a step that is on disk
    /// before the next is begun.
    func book(clients: Int, inFlight: Int, seconds: Int) async throws -> (bookings: Int, seconds: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(seconds)
        let booked = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<clients * inFlight {
                group.addTask { try await self.bookInTurn(until: end) }
            }
            return try await group.reduce(0, +)
        }
        let elapsed = clock.now - start
        try store.close()
        return (booked, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    }

    private func bookInTurn(until end: ContinuousClock.Instant) async throws -> Int {
        var count = 0
        while ContinuousClock().now < end {
            let booking = booking(next.add(1, ordering: .relaxed).oldValue)
            try await store.write { writer in
                _ = try writer.append(.booked(booking), at: Self.now, by: Self.author)
            }
            count += 1
        }
        return count
    }

    /// Books in large steps, and puts 5,000 people on the waiting lists.
    func fill(bookings: Int) throws {
        for first in stride(from: 0, to: bookings, by: 200) {
            try store.writeBlocking { [self] writer in
                for n in first..<min(first + 200, bookings) {
                    try writer.append(.booked(booking(n)), at: Self.now, by: Self.author)
                }
            }
        }
        try store.writeBlocking { [people] writer in
            for person in 1...people {
                var stored = StoredEpisode(received: Self.now - 1440)
                stored.state = person % 20 == 0 ? .waitingFirstAppointment : .closed
                let moved = EpisodeMoved(person: Int64(person), event: nil, episode: Episode(stored))
                try writer.append(.episodeMoved(moved), at: Self.now, by: Self.author)
            }
        }
        try store.close()
    }
}
