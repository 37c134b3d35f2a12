import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// A hold keeps one slot for one person, and why (BK-4, CL-1).
@Suite struct HoldTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }
    private var path: String { clinic.path }

    init() throws { clinic = try SmallClinic() }

    private func best(_ person: Int64) throws -> SlotOffer {
        try #require(service.offer(person: person, in: context).slots.first).slot
    }

    @Test func aSecondHoldOfOnePersonEndsTheFirst() throws {
        let slot = try best(1)
        let first = try service.hold(person: 1, slot: slot, in: context)
        #expect(first.instead == nil)
        let other = try best(1)
        #expect(other != slot)
        let second = try service.hold(person: 1, slot: other, in: context)
        #expect(second.instead == first.hold)
        #expect(try best(2) == slot)
        #expect(throws: BookingError.holdEnded(first.hold, .released)) {
            _ = try service.confirm(hold: first.hold, in: context)
        }
        // The same time again, and the time of somebody else's hold, which leaves everything as it was.
        let third = try service.hold(person: 1, slot: other, in: context)
        #expect(third.instead == second.hold)
        let others = try service.hold(person: 2, slot: slot, in: context)
        #expect(others.instead == nil)
        #expect(throws: BookingError.refused([.taken])) { _ = try service.hold(person: 1, slot: slot, in: context) }
        #expect(try service.confirm(hold: third.hold, in: context).start == other.start)
        #expect(try service.verify().isSound)
        #expect(try Auditor.faults(in: path).isEmpty)
    }

    /// Two people wait for treatment at step 3, and the therapist takes one.
    @Test func theReasonOfAHoldIsTheReasonOfTheBooking() throws {
        func session(_ hour: Int) -> SlotOffer {
            let start = CivilMinute(day: context.now.day + 3, minuteOfDay: hour * 60)
            return SlotOffer(clinician: 3, start: start, minutes: 0, reasons: [])
        }
        _ = try service.book(person: 3, slot: session(11), in: context)
        let held = try service.hold(person: 6, slot: session(12), reason: "agreed in supervision", in: context)
        let booked = try service.confirm(hold: held.hold, in: context)
        let reasons = try RawFile(path).texts(
            "SELECT override_reason FROM appointments WHERE appointment = \(booked.appointment)")
        #expect(reasons == ["agreed in supervision"])
        #expect(try service.verify().isSound)
    }
}
