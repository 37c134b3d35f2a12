import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// What the desk says of a period about one person, whose days and scores are known: by hand.
@Suite struct MeasureRuleTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    /// The next appointment, booked and had.
    private func seen(
        _ person: Int64, _ now: CivilMinute, _ change: (inout ContactRecord) -> Void
    ) throws -> CivilMinute {
        let best = try #require(try clinic.service.offer(person: person, in: at(now)).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: at(now))
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: at(best.start))
        return best.start
    }

    /// The measures of the whole service up to a minute, by name: for lookup only.
    private func measures(until last: CivilMinute) throws -> [String: MeasuredPeople] {  // lookup only
        let rows = try clinic.service.measures(in: clinic.monday...last.day, byGroup: false, in: at(last))
        let whole = rows.filter { $0.team == nil && $0.step == nil && $0.group == nil }
        return Dictionary(whole.map { ($0.measure, $0) }) { first, _ in first }
    }

    private func name(_ promise: PromisedMeasure) -> String { Measure.of(promise)?.name(Standards()) ?? "" }

    @Test("KP-1, KP-2, KP-3: waits are held against what was promised", arguments: [Int64(0), 20, 35, 60, 130])
    func waits(daysAgo: Int64) throws {
        let person = try clinic.waiting(daysAgo: daysAgo)
        let first = try seen(person, clinic.context.now) { $0.step = .low }
        let second = try seen(person, first) { $0.next = .completed }
        let rows = try measures(until: second)
        let wait = Int(first.day - clinic.monday) + Int(daysAgo)
        func share(_ promise: PromisedMeasure) -> Double? { rows[name(promise)]?.value }
        #expect(share(.firstAppointment) == (wait <= 28 ? 1 : 0), "\(wait) days")
        #expect(share(.firstAppointmentNationalFirst) == (wait <= 42 ? 1 : 0))
        #expect(share(.firstAppointmentNationalSecond) == (wait <= 126 ? 1 : 0))
        // The national standard is of finished courses (KP-2).
        #expect(share(.firstTreatmentNationalFirst) == (wait <= 42 ? 1 : 0))
        #expect(share(.firstTreatmentNationalSecond) == (wait <= 126 ? 1 : 0))
        #expect(share(.secondTreatment) == (second.day - first.day <= 28 ? 1 : 0))
        #expect(share(.secondTreatmentLimit) == 0)
        #expect(rows["first-appointment-wait-mean"]?.value == Double(wait))
        #expect(rows["second-treatment-wait-mean"]?.value == Double(second.day - first.day))
    }

    @Test("KP-5: a course is finished with two sessions, treatment is entered with one", arguments: [1, 2])
    func finished(contacts: Int) throws {
        let person = try clinic.waiting()
        var last = try seen(person, clinic.context.now) { $0.step = .low }
        if contacts == 2 {
            last = try seen(person, last) { $0.next = .completed }
        } else {
            _ = try clinic.service.discharge(person: person, .declinedTreatment, in: at(last))
        }
        let rows = try measures(until: last)
        #expect(rows["entered-treatment"]?.value == 1)
        #expect((rows["finished-courses"]?.value ?? 0) == (contacts == 2 ? 1 : 0))
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var before: Scores
        var after: Scores
        /// Nil where the person was no case.
        var recovers: Double?
        var improves: Double
        var reliablyRecovers: Double?
    }

    static let changes = [
        Change(
            testDescription: "well again", before: Scores(depression: 18, anxiety: 15),
            after: Scores(depression: 4, anxiety: 3), recovers: 1, improves: 1, reliablyRecovers: 1),
        Change(
            testDescription: "better, and a case still", before: Scores(depression: 18, anxiety: 15),
            after: Scores(depression: 12, anxiety: 9), recovers: 0, improves: 1, reliablyRecovers: 0),
        Change(
            testDescription: "below the line by a point", before: Scores(depression: 10, anxiety: 7),
            after: Scores(depression: 9, anxiety: 7), recovers: 1, improves: 0, reliablyRecovers: 0),
        Change(
            testDescription: "no better", before: Scores(depression: 18, anxiety: 15),
            after: Scores(depression: 17, anxiety: 14), recovers: 0, improves: 0, reliablyRecovers: 0),
        Change(
            testDescription: "never a case", before: Scores(depression: 9, anxiety: 7),
            after: Scores(depression: 2, anxiety: 2), recovers: nil, improves: 1, reliablyRecovers: nil),
    ]

    @Test("KP-6, KP-7: who recovers, and who is reliably better", arguments: changes)
    func outcomes(change: Change) throws {
        let person = try clinic.waiting()
        let first = try seen(person, clinic.context.now) {
            $0.step = .low
            $0.scores = change.before
        }
        let last = try seen(person, first) {
            $0.scores = change.after
            $0.next = .completed
        }
        let rows = try measures(until: last)
        #expect(rows["recovery"]?.value == change.recovers)
        #expect(rows["reliable-improvement"]?.value == change.improves)
        #expect(rows["reliable-recovery"]?.value == change.reliablyRecovers)
    }
}
