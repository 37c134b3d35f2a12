import Allocation
public import BookingService
public import BookingStore
public import CareModel
import Diaries

extension ServiceTables {
    /// The tables as what a new service begins with.
    ///
    /// People are numbered anew from 1 in the order of their numbers, which changes nothing where there are no gaps.
    /// - Parameters:
    ///   - scenario: the scenario that the service books by.
    ///   - now: the present minute.
    /// - Throws: ``InterchangeError/invalid(_:)`` if something is said to have happened after the present minute, or
    ///   the tables do not belong together.
    public func foundation(
        scenario: ServiceInitialised, now: CivilMinute
    ) throws(InterchangeError) -> ServiceFoundation {
        try requireNothingAfter(now)
        var foundation = ServiceFoundation(
            scenario: scenario, teams: teams.map { $0.title ?? $0.name }, clinicians: clinicians.map(\.details))
        foundation.weeks = clinicians.map { weeks(of: $0.details.clinician, inForceFrom: nil) }
        foundation.changes = hoursThatChange
        foundation.changes += absences.map {
            .absent(clinician: Int($0.clinician), first: $0.days.first, last: $0.days.last, $0.days.reason)
        }
        for room in rooms {
            foundation.changes += room.closed.map {
                .roomClosed(room: Int(room.room) - 1, first: $0.first, last: $0.last)
            }
        }
        guard people.map(\.person) == episodes.map(\.person) else {
            throw InterchangeError.invalid("each person has one episode, and each episode one person, by number")
        }
        var numbers: [Int64: Int64] = [:]  // lookup only
        for (index, person) in people.enumerated() { numbers[person.person] = Int64(index + 1) }
        for (person, place) in zip(people, places(now: now)) {
            var known = Person(person, place)
            known.earlier = person.earlier.flatMap { numbers[$0] }.map { UInt64($0) }
            foundation.people.append((person.identity, known))
        }
        foundation.tasks = tasks(now: now)
        foundation.records = appointments.map(\.record)
        foundation.rooms = rooms.map(\.added)
        return foundation
    }

    /// Hours that change on a day (CL-3), by clinician, then day.
    private var hoursThatChange: [DeskChange] {
        var found: [DeskChange] = []
        var place: (clinician: Int32, day: CivilDay)?
        for row in availability {
            guard let day = row.inForceFrom, place?.clinician != row.clinician || place?.day != day else { continue }
            place = (row.clinician, day)
            let weeks = weeks(of: row.clinician, inForceFrom: day)
            found.append(
                .hours(
                    clinician: Int(row.clinician), from: day, usual: weeks.usual, assessment: weeks.assessment))
        }
        return found
    }

    /// The weeks of a clinician that are in force from a day on, or from the beginning.
    private func weeks(
        of clinician: Int32, inForceFrom day: CivilDay?
    ) -> (usual: WeekTemplate, assessment: WeekTemplate) {
        var weeks = (usual: WeekTemplate(), assessment: WeekTemplate())
        for row in availability where row.clinician == clinician && row.inForceFrom == day {
            if row.week == .usual { weeks.usual.add(row.stretch) } else { weeks.assessment.add(row.stretch) }
        }
        return weeks
    }

    private func requireNothingAfter(_ now: CivilMinute) throws(InterchangeError) {
        for person in people where person.referral.received > now {
            let received = person.referral.received
            throw InterchangeError.invalid("person \(person.person) was referred at \(received), after now")
        }
        for row in appointments where max(row.record.bookedAt, row.record.cancelledAt ?? row.record.bookedAt) > now {
            throw InterchangeError.invalid("appointment \(row.record.appointment) was booked or cancelled after now")
        }
    }
}

extension WeekTemplate {
    /// Adds a stretch of a weekday.
    mutating func add(_ stretch: AvailabilityStretch) {
        guard let purpose = SlotPurpose(rawValue: stretch.purpose) else { return }
        let first = Quanta.index(minuteOfDay: stretch.minutes.start)
        let last = Quanta.index(minuteOfDay: stretch.minutes.end)
        self[stretch.weekday, purpose] = self[stretch.weekday, purpose] | DayGrid(first..<last)
    }
}

extension Person {
    /// A person of the tables.
    init(_ person: PersonRow, _ place: EpisodeRow) {
        self.init(key: UInt64(person.person), referral: person.referral)
        episode = Episode(place.episode)
        facts = place.facts
    }
}
