import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// A discharge without recovery is agreed with a supervisor, and nobody is discharged with a risk that is not addressed
/// (ST-8).
@Suite struct DischargeTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].safeguards.dischargeIsAgreed = true }
        clinic = try SmallClinic(policy: policy)
    }

    /// Person 5 of the first team begins a course at step 2.
    private func begin() throws -> (appointment: Int64, end: BookingService.Context) {
        let best = try #require(try service.offer(person: 5, in: clinic.context).slots.first)
        let booked = try service.book(person: 5, slot: best.slot, in: clinic.context)
        return (booked.appointment, BookingService.Context(now: best.start + Int64(best.slot.minutes)))
    }

    private func session(_ depression: UInt8, _ agreement: DischargeAgreement? = nil) -> ContactRecord {
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: depression, anxiety: 5)
        contact.next = .completed
        contact.agreement = agreement
        return contact
    }

    private func asked(_ context: BookingService.Context) throws -> [OpenTask] {
        try service.tasks(in: context).filter { $0.kind == .agreeDischarge && $0.person == 5 }
    }

    @Test func whoHasRecoveredNeedsNoSupervisor() throws {
        let (appointment, end) = try begin()
        #expect(try service.attend(appointment: appointment, session(6), in: end).state == .closed)
        #expect(try asked(end).isEmpty)
    }

    @Test func withoutRecoveryASupervisorAgrees() throws {
        let (appointment, end) = try begin()
        let refusal = #expect(throws: BookingError.needsSupervisor(person: 5)) {
            _ = try service.attend(appointment: appointment, session(14), in: end)
        }
        #expect("\(try #require(refusal))".contains("--agreed-by"))
        let contact = session(14, .agreed(by: "Sam Invented"))
        #expect(try service.attend(appointment: appointment, contact, in: end).state == .closed)
        // Who agreed is kept, and told in words.
        let record = try service.record(of: 5, in: end)
        #expect(record.entries.contains { $0.event.words(record.names).contains("agreed by Sam Invented") })
        #expect(try asked(end).isEmpty)
        #expect(try service.verify().isSound)
    }

    /// The person stays until the supervisor has decided, and a task says so; what was agreed is undone with the end.
    @Test func aSupervisorIsAskedAndDecides() throws {
        let (appointment, end) = try begin()
        let standing = try service.attend(appointment: appointment, session(14, .asked), in: end)
        #expect(standing.state == .inTreatment)
        let task = try #require(try asked(end).first)
        #expect(task.due.day > end.now.day && task.due.day - end.now.day <= 7)
        #expect(throws: BookingError.self) { _ = try service.discharge(person: 5, .completed, .asked, in: end) }
        for reason in [EndReason.completed, .stoppedEarly, .droppedOut, .notSuitable] {
            #expect(throws: BookingError.needsSupervisor(person: 5)) {
                _ = try service.discharge(person: 5, reason, in: end)
            }
        }
        let agreed = DischargeAgreement.agreed(by: "Sam Invented")
        #expect(try service.discharge(person: 5, .completed, agreed, in: end).state == .closed)
        #expect(try asked(end).isEmpty)
        let back = try service.reopen(person: 5, why: "a slip", in: end)
        #expect(back.state.state == .inTreatment)
        #expect(try service.verify().isSound)
    }

    /// Somebody who died, or has not begun a course, needs no supervisor's word.
    @Test func whereNobodyIsAsked() throws {
        #expect(try service.discharge(person: 6, .noLongerNeeded, in: clinic.context).state == .closed)
        _ = try begin()
        #expect(try service.discharge(person: 5, .died, in: clinic.context).state == .closed)
    }

    @Test(arguments: [true, false]) func nobodyIsDischargedAtRisk(engages: Bool) throws {
        let context = clinic.context
        _ = try service.recordRisk(person: 1, in: context)
        let task = try #require(try service.tasks(in: context).first { $0.kind == .dutyCall }?.task)
        let reason = engages ? EndReason.declinedAppointment : .uncontactable
        let refusal = #expect(throws: BookingError.self) {
            _ = try service.discharge(person: 1, reason, in: context)
        }
        let words = "\(try #require(refusal))"
        #expect(words.contains("task \(task)") && words.contains("ST-8"))
        // A duty call without an outcome is none.
        #expect(throws: BookingError.self) { try service.done(task: task, in: context) }
        try service.done(task: task, note: "safe, plan agreed", in: context)
        #expect(try service.discharge(person: 1, reason, in: context).state == .closed)
        #expect(try service.verify().isSound)
    }

    /// Whoever is referred on is in the hands of others.
    @Test func whoIsReferredOnMayGo() throws {
        _ = try service.recordRisk(person: 1, in: clinic.context)
        #expect(try service.discharge(person: 1, .referredOn, in: clinic.context).state == .closed)
    }
}
