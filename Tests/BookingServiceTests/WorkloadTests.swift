import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// Caseloads beside their caps, and hours: what is booked is not unused, and whoever is away has none (KP-8, CL-1).
@Suite struct WorkloadTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic() }

    private func of(_ clinician: Int32) throws -> Workload {
        try #require(
            try clinic.service.workload(weeks: 2, in: clinic.context).first { $0.details.clinician == clinician })
    }

    /// A session with the second therapist, who works on Tuesdays and Thursdays, and takes one person.
    private func session(_ minute: Int) -> SlotOffer {
        SlotOffer(
            clinician: 3, start: CivilMinute(day: clinic.context.now.day + 3, minuteOfDay: minute), minutes: 0,
            reasons: [])
    }

    @Test func whatIsBookedIsNotUnusedAndTheCapIsThatOfTheCore() throws {
        let before = try of(3)
        #expect(before.caseload == 0 && before.openings == 1 && before.details.caseloadCap == 1)
        #expect(before.standing == .room)
        #expect(before.weeks[0].bookedMinutes == 0 && before.weeks[0].unusedMinutes > 0)
        _ = try clinic.service.book(person: 3, slot: session(660), in: clinic.context)
        let after = try of(3)
        #expect(after.caseload == 1 && after.standing == .atCap && after.openings == 0)
        #expect(after.weeks[0].bookedMinutes == 60)
        #expect(after.weeks[0].unusedMinutes == before.weeks[0].unusedMinutes - 60)
        #expect(after.weeks[0].bookableMinutes == before.weeks[0].bookableMinutes && after.weeks[1] == before.weeks[1])
        _ = try clinic.service.book(person: 6, slot: session(720), reason: "agreed", in: clinic.context)
        #expect(try of(3).standing == .over)
    }

    @Test func whoeverIsAwayHasNoHours() throws {
        let before = try of(0)
        let monday = clinic.context.now.day.monday
        _ = try clinic.service.perform(
            EnterAbsence(clinician: 0, first: monday + 7, last: monday + 13, reason: .leave), in: clinic.context)
        let after = try of(0)
        #expect(before.weeks[1].bookableMinutes > 0 && after.weeks[1].bookableMinutes == 0)
        #expect(after.weeks[0] == before.weeks[0] && after.weeks[1].from == monday + 7)
        #expect(throws: BookingError.self) { _ = try clinic.service.workload(weeks: 13, in: clinic.context) }
    }
}
