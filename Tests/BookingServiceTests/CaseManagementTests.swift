import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// The list of cases that each clinician brings to the monthly review (CL-16).
@Suite struct CaseManagementTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws { clinic = try SmallClinic() }

    /// Person 5 has a session at step 2 with these scores.
    private func session(_ scores: Scores) throws -> (clinician: Int32, BookingService.Context) {
        let best = try #require(service.offer(person: 5, in: clinic.context).slots.first)
        let booked = try service.perform(Book(person: 5, slot: best.wanted), in: clinic.context)
        let seen = BookingService.Context(now: best.start)
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = scores
        _ = try service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        return (best.clinician, seen)
    }

    @Test func whoBringsWhatAndWhy() throws {
        let start = try #require(service.record(of: 5, in: clinic.context).person.facts.startScores)
        let (clinician, seen) = try session(Scores(depression: 4, anxiety: 3))
        let list = try service.caseManagement(in: seen)
        let mine = try #require(list.first { $0.person == 5 })
        #expect(mine.clinician == clinician && mine.clinicianName == "Clinician \(clinician)")
        #expect(mine.reasons.contains(start.isCase ? .inRecovery : .notACase) && mine.name == "Person 5")
        // One clinician's list is a part of it, in the same order.
        let own = try service.caseManagement(clinician: clinician, in: seen)
        #expect(own == list.filter { $0.clinician == clinician } && own.contains(mine))
        #expect(throws: BookingError.self) { try service.caseManagement(clinician: 99, in: seen) }
    }

    @Test func peopleWhoWereAssessedAreOnTheListTooAndLongWaitsShow() throws {
        let far = BookingService.Context(now: clinic.context.now + 30 * 1440)
        let waiting = try service.caseManagement(in: far).filter { $0.state == .waitingTreatment }
        #expect(!waiting.isEmpty && waiting.allSatisfy { $0.reasons.contains(.noAppointment) })
    }

    @Test func aLineForEachCaseInTheTable() throws {
        let far = BookingService.Context(now: clinic.context.now + 30 * 1440)
        let cases = try service.caseManagement(in: far)
        let lines = CaseForReview.table(cases).text.split(separator: "\r\n")
        #expect(lines.count == cases.count + 1 && lines[0].hasPrefix("clinician,clinician_name,person,name,state,step"))
        #expect(lines[0].hasSuffix("over_limit,not_a_case"))
    }

    @Test func theListIsEnteredInTheAccessLog() throws {
        _ = try service.caseManagement(in: clinic.context)
        let looks = try service.audit(in: clinic.context).map(\.what)
        #expect(looks.contains("list of cases for review"))
    }

    @Test("Who made contact within the fortnight is not out of touch (KT-11)")
    func contactsThatPeopleMakeCount() throws {
        let far = BookingService.Context(now: clinic.context.now + 30 * 1440)
        func outOfTouch(_ service: BookingService, _ context: BookingService.Context) throws -> [Int64] {
            try service.caseManagement(in: context).filter { $0.reasons.contains(.noAppointment) }.map(\.person)
        }
        let before = try outOfTouch(service, far)
        #expect(before.contains(5) && before.contains(6))
        let heard = ReceiveContact(person: 5, about: .administration, said: "has moved")
        _ = try service.perform(heard, in: far)
        #expect(try outOfTouch(service, far) == before.filter { $0 != 5 })
        #expect(try service.record(of: 5, in: far).person.facts.lastHeard == far.now.day)
        // Any other process finds it so, and two weeks later it has been too long again.
        let other = BookingService(try BookingStore.open(at: clinic.path), policy: ServiceFixture.policy)
        #expect(try outOfTouch(other, far) == before.filter { $0 != 5 })
        let later = BookingService.Context(now: far.now + 15 * 1440)
        #expect(try outOfTouch(other, later).contains(5))
        #expect(try service.verify().isSound)
    }
}
