import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// A full caseload takes nobody more, unless somebody gives a reason, which is kept (CL-1).
@Suite struct CaseloadCapTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }
    private var path: String { clinic.path }

    init() throws { clinic = try SmallClinic() }

    /// Everybody of the first team who waits for treatment at step 3; one therapist takes one person.
    private let people: [Int64] = [3, 6]

    /// The n-th session with the second therapist, who works on Tuesdays and Thursdays.
    private func session(_ n: Int) -> SlotOffer {
        let day = context.now.day + 3
        let start = CivilMinute(day: day, minuteOfDay: 660 + 60 * n)
        return SlotOffer(clinician: 3, start: start, minutes: 0, reasons: [])
    }

    private func loads() throws -> [Int] { try ServiceChecks.caseloads(RawFile(path)) }

    @Test func withoutAReasonItIsRefused() throws {
        _ = try service.book(person: people[0], slot: session(0), in: context)
        #expect(try loads()[3] == 1)
        #expect(throws: BookingError.needsReason([.caseloadFull])) {
            _ = try service.book(person: people[1], slot: session(1), in: context)
        }
        #expect(throws: BookingError.needsReason([.caseloadFull])) {
            _ = try service.hold(person: people[1], slot: session(1), in: context)
        }
        let round = try service.allocate(team: 0, in: context)
        #expect(!round.contains { $0.clinician == 3 && $0.start == session(1).start })
        #expect(try loads()[3] == 1)
    }

    @Test func withAReasonItIsBookedAndTheReasonIsKept() throws {
        _ = try service.book(person: people[0], slot: session(0), in: context)
        let booked = try service.book(person: people[1], slot: session(1), reason: "agreed", in: context)
        #expect(try loads()[3] == 2)
        let reasons = try RawFile(path).texts(
            "SELECT override_reason FROM appointments WHERE appointment = \(booked.appointment)")
        #expect(reasons == ["agreed"])
        #expect(try Auditor.faults(in: path).isEmpty)
    }

    /// The check of the random tests is checked: one more person on a full caseload is a fault without a reason.
    @Test func theCheckFindsACaseloadAboveItsCap() throws {
        let file = try RawFile(path)
        let before = try loads()
        try file.run("UPDATE episodes SET state = 7, clinician = 3 WHERE person IN (3, 6)")
        let checks = ServiceChecks(path: path, file: file, now: context.now)
        let plain = try checks.capFault(after: .allocate(0), before)
        #expect(plain?.contains("above the cap of 1, without a reason") == true)
    }
}
