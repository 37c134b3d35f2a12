import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Attempts to reach somebody are spread over days: a case is not closed in ten minutes (RF-10, FA-7).
@Suite struct ContactAttemptTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    private func at(_ day: Int32, _ minute: Int = 600) -> BookingService.Context {
        BookingService.Context(now: CivilMinute(day: clinic.monday + day, minuteOfDay: minute))
    }

    private func accepted(_ service: BookingService, perinatal: Known = .no) throws -> Int64 {
        var referral = ServiceFixture.referral(0, traits: 1, at: at(0).now)
        referral.perinatal = perinatal
        let person = try service.refer(referral, Identity(name: "Somebody Invented"), in: at(0)).person
        _ = try service.screen(person: person, ScreeningFacts(), in: at(0))
        return person
    }

    @Test func threeAttemptsInTenMinutesAreOne() throws {
        let service = clinic.service
        let person = try accepted(service)
        _ = try service.contact(person: person, .notReached, in: at(0, 600))
        for minute in [605, 610, 1000] {
            let refusal = #expect(throws: BookingError.self) {
                _ = try service.contact(person: person, .notReached, in: at(0, minute))
            }
            let words = "\(try #require(refusal))"
            #expect(words.contains("attempt 1 of 3") && words.contains("\(clinic.monday + 1)"), "\(words)")
        }
        #expect(try service.contact(person: person, .notReached, in: at(1)).state == .awaitingContact)
        #expect(try service.contact(person: person, .notReached, in: at(2)).state == .closed)
        #expect(try service.verify().isSound)
    }

    /// Whoever is reached between is recorded at once.
    @Test func anAnswerCountsAtAnyTime() throws {
        let service = clinic.service
        let person = try accepted(service)
        _ = try service.contact(person: person, .notReached, in: at(0, 600))
        let reached = try service.contact(person: person, .wantsAppointment, in: at(0, 605))
        #expect(reached.state == .waitingFirstAppointment)
    }

    /// A weekend has no working day in it, and somebody who moves ahead is tried from one working day to the next.
    @Test(arguments: [Known.no, .yes]) func aWeekendIsNoDayBetween(_ perinatal: Known) throws {
        let service = clinic.service
        let person = try accepted(service, perinatal: perinatal)
        _ = try service.contact(person: person, .notReached, in: at(4))
        for day in [Int32(5), 6] {
            #expect(throws: BookingError.self) { _ = try service.contact(person: person, .notReached, in: at(day)) }
        }
        #expect(try service.contact(person: person, .notReached, in: at(7)).state == .awaitingContact)
    }

    /// A clinician who writes waits for the reminder, and for the day of removal (FA-7).
    @Test func messagesAreAnsweredFirst() throws {
        var policy = ServiceFixture.policy
        policy.rules[0].contact.isByMessage = true
        let clinic = try SmallClinic(policy: policy) { $0.people = [] }
        let service = clinic.service
        let person = try accepted(service)
        _ = try service.contact(person: person, .notReached, in: at(0))
        #expect(throws: BookingError.self) { _ = try service.contact(person: person, .notReached, in: at(2)) }
        _ = try service.contact(person: person, .notReached, in: at(3))
        #expect(throws: BookingError.self) { _ = try service.contact(person: person, .notReached, in: at(6)) }
        #expect(try service.contact(person: person, .notReached, in: at(7)).state == .closed)
    }
}
