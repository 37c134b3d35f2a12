import BookingStore
import CareModel
import Foundation

/// A store with a team, some clinicians, rooms and people, on a Monday morning.
struct Clinic {
    static let clinicians: Int32 = 4
    static let rooms: Int64 = 2
    static let people: Int64 = 8
    /// Monday 11 January 2027.
    static let monday = CivilDay(number: 9872)
    static let author = Author(user: 1, origin: "test")

    /// A minute of that Monday.
    static func at(_ hour: Int, _ minute: Int = 0, day: Int32 = 0) -> CivilMinute {
        CivilMinute(day: monday + day, minuteOfDay: hour * 60 + minute)
    }

    /// The Friday before, on which everything is booked.
    static let now = at(9, day: -3)

    static func open(_ store: BookingStore, people count: Int64 = people) throws {
        try store.writeBlocking { writer in
            for event in opening(people: count) { try writer.append(event, at: now - 1, by: author) }
        }
    }

    private static func opening(people count: Int64) -> [ServiceEvent] {
        var events: [ServiceEvent] = [
            .serviceInitialised(
                ServiceInitialised(name: "test", fingerprint: "00", scenario: "name: test\n", firstDay: monday)),
            .teamAdded(TeamAdded(team: 0, name: "mid-essex")),
            .userAdded(UserDetails(user: 1, name: "scheduler", role: .scheduler)),
        ]
        for room in 1...rooms { events.append(.roomAdded(RoomAdded(room: room, team: 0, name: "Room \(room)"))) }
        for index in 0..<clinicians { events.append(.clinicianAdded(clinician(index))) }
        for person in 1...count { events.append(.referralReceived(referral(person))) }
        return events
    }

    static func clinician(_ index: Int32) -> ClinicianDetails {
        ClinicianDetails(
            clinician: index, team: 0, name: "Clinician \(index)", role: .wellbeingPractitioner,
            wholeTimePercent: 100, caseloadCap: 70, trainedIn: ModalitySet([.guidedSelfHelp]),
            startedOn: monday - 365)
    }

    static func referral(_ person: Int64) -> ReferralReceived {
        var referral = Referral(received: now - 1440, source: .selfWeb, team: 0)
        referral.scores = Scores(depression: 14, anxiety: 11)
        let scores = Scores(depression: 14, anxiety: 11)
        var facts = PersonFacts(startScores: scores, scores: scores)
        facts.dueOn = monday + Int32(person % 28)
        return ReferralReceived(
            person: person, identity: Identity(name: "Person \(person)"), referral: referral, facts: facts)
    }

    /// An hour with a clinician, unless it says otherwise.
    static func placement(
        person: Int64? = 1, clinician: Int32 = 0, room: Int64? = nil, seat: GroupSeat? = nil,
        _ start: CivilMinute, minutes: Int = 60
    ) -> Placement {
        Placement(
            person: person, clinician: clinician, room: room, seat: seat, kind: .treatment, start: start,
            minutes: minutes)
    }
}

extension BookingStore {
    /// Books in a step of its own.
    func book(
        _ number: Int64, _ placement: Placement, hold: Int64? = nil, at now: CivilMinute = Clinic.now
    ) throws {
        _ = try writeBlocking { try $0.book(number, placement, hold: hold, at: now) }
    }

    func hold(_ number: Int64, _ placement: Placement, minutes: Int64, at now: CivilMinute = Clinic.now) throws {
        let held = HoldPlaced(hold: number, placement: placement, expires: now + minutes)
        _ = try writeBlocking { try $0.append(.held(held), at: now, by: Clinic.author) }
    }
}

extension StoreWriter {
    @discardableResult
    func book(
        _ number: Int64, _ placement: Placement, hold: Int64? = nil, replaces: Int64? = nil,
        at now: CivilMinute = Clinic.now
    ) throws -> Int64 {
        let booking = Booking(appointment: number, placement: placement, hold: hold, replaces: replaces)
        return try append(.booked(booking), at: now, by: Clinic.author)
    }

    func cancel(_ number: Int64, at now: CivilMinute = Clinic.now) throws {
        let cancelled = AppointmentCancelled(appointment: number, by: .patient, noticeMinutes: 2880)
        try append(.appointmentCancelled(cancelled), at: now, by: Clinic.author)
    }

    func end(_ hold: Int64, _ outcome: HoldOutcome, at now: CivilMinute = Clinic.now) throws {
        try append(.holdEnded(HoldEnded(hold: hold, outcome: outcome)), at: now, by: Clinic.author)
    }
}

/// What was thrown, if it was one of the store's errors.
func storeError(_ body: () throws -> Void) -> StoreError? {
    do {
        try body()
        return nil
    } catch {
        return error as? StoreError
    }
}

/// Whether it was refused because somebody or something is taken.
func isDoubleBooking(_ body: () throws -> Void) -> Bool {
    if case .doubleBooking = storeError(body) { true } else { false }
}
