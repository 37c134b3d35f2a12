import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Where a team asks for it, notes and letters are written within 48 hours, and late ones stop new allocations (CL-17).
@Suite struct LateNotesTests {
    private func clinic(hours: Int) throws -> SmallClinic {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].safeguards.notesHours = hours }
        return try SmallClinic(policy: policy)
    }

    /// Person 1 is assessed by clinician 0.
    /// - Returns: when the assessment was over.
    private func assess(_ clinic: SmallClinic) throws -> CivilMinute {
        let slots = try clinic.service.offer(person: 1, limit: 60, in: clinic.context).slots
        let slot = try #require(slots.first { $0.clinician == 0 })
        let booked = try clinic.service.book(person: 1, slot: slot.slot, in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .low
        let end = slot.start + Int64(slot.minutes)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: .init(now: end))
        return end
    }

    private func isOffered(_ person: Int64, _ clinic: SmallClinic, at now: CivilMinute) throws -> Bool {
        try clinic.service.offer(person: person, limit: 60, in: .init(now: now)).slots.contains { $0.clinician == 0 }
    }

    @Test func lateNotesStopNewAllocations() throws {
        let clinic = try clinic(hours: 48)
        let service = clinic.service
        let end = try assess(clinic)
        let tasks = try service.tasks(in: .init(now: end)).filter {
            $0.person == 1 && $0.clinicianName == "Clinician 0"
        }
        #expect(tasks.map(\.kind.rawValue).sorted() == ["assessment-letter", "clinical-notes"])
        #expect(tasks.allSatisfy { $0.due == end + 48 * 60 }, "\(end) \(tasks)")
        // Person 5 waits for treatment at step 2, person 2 for a first appointment.
        #expect(try isOffered(5, clinic, at: end + 48 * 60) && isOffered(2, clinic, at: end + 48 * 60))
        let late = end + 48 * 60 + 1
        #expect(try !isOffered(5, clinic, at: late) && !isOffered(2, clinic, at: late))
        let offers = try service.offer(person: 5, limit: 60, in: .init(now: end + 48 * 60)).slots
        let free = try #require(offers.filter { $0.clinician == 0 }.max { $0.start < $1.start })
        let refusal = #expect(throws: BookingError.self) {
            _ = try service.hold(person: 5, slot: free.slot, in: .init(now: late))
        }
        let words = "\(try #require(refusal))"
        let first = try #require(tasks[0].task)
        #expect(words.contains("CL-17") && words.contains("task \(first)"), "\(words)")
        #expect(try !service.allocate(team: 0, in: .init(now: late)).contains { $0.clinician == 0 })
        // Once both are done, the clinician takes new people again.
        for task in tasks {
            #expect(try !isOffered(2, clinic, at: late))
            try service.done(task: try #require(task.task), in: .init(now: late))
        }
        #expect(try isOffered(2, clinic, at: late))
        #expect(try service.verify().isSound)
    }

    @Test func aReasonOverridesIt() throws {
        let clinic = try clinic(hours: 48)
        let end = try assess(clinic)
        let offers = try clinic.service.offer(person: 5, limit: 60, in: .init(now: end + 48 * 60)).slots
        let free = try #require(offers.filter { $0.clinician == 0 }.max { $0.start < $1.start })
        _ = try clinic.service.book(
            person: 5, slot: free.slot, reason: "the clinician is ill", in: .init(now: end + 49 * 60))
        #expect(try clinic.service.verify().isSound)
    }

    @Test func whereNobodyAsksNothingIsLate() throws {
        let clinic = try clinic(hours: 0)
        let end = try assess(clinic)
        let tasks = try clinic.service.tasks(in: .init(now: end)).filter { $0.person == 1 }
        #expect(tasks.allSatisfy { $0.clinicianName == nil && $0.kind != .clinicalNotes })
        #expect(try isOffered(2, clinic, at: end + 72 * 60))
    }
}
