import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// In the two weeks before a planned absence of two weeks or more a clinician takes nobody new (CL-6).
@Suite struct LongAbsenceTests {
    /// Person 3 of the first team waits for treatment at step 3; clinicians 2 and 3 give it.
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic() }

    private func day(_ offset: Int32) -> CivilDay { clinic.monday + offset }

    private func leave(_ first: Int32, _ last: Int32, _ reason: AbsenceReason = .leave) throws {
        _ = try service.absent(clinician: 3, first: day(first), last: day(last), reason, in: context)
    }

    /// A session with the therapist, who works on Tuesdays and Thursdays.
    private var session: SlotOffer {
        SlotOffer(clinician: 3, start: CivilMinute(day: day(3), minuteOfDay: 660), minutes: 0, reasons: [])
    }

    private var isOffered: Bool {
        get throws { try service.offer(person: 3, in: context).slots.contains { $0.clinician == 3 } }
    }

    @Test func nobodyNewBeforeAFortnight() throws {
        #expect(try isOffered)
        // From Monday to Friday of the next week, and the weekend.
        try leave(7, 18)
        #expect(try !isOffered)
        #expect(throws: BookingError.needsReason([.beforeLongAbsence])) {
            _ = try service.book(person: 3, slot: session, in: context)
        }
        #expect(throws: BookingError.needsReason([.beforeLongAbsence])) {
            _ = try service.hold(person: 3, slot: session, in: context)
        }
        #expect(try !service.allocate(team: 0, in: context).contains { $0.clinician == 3 })
        let words = "\(BookingError.needsReason([.beforeLongAbsence]))"
        #expect(words.contains("CL-6") && words.contains("'offer'"))
        #expect(try service.verify().isSound)
    }

    @Test func aReasonOverridesIt() throws {
        try leave(7, 18)
        _ = try service.book(person: 3, slot: session, reason: "known from before", in: context)
        #expect(try service.verify().isSound)
    }

    /// A week, or sickness, closes nothing; two weeks that are entered one by one do.
    @Test func whatIsNotLong() throws {
        try leave(7, 11)
        #expect(try isOffered)
        try leave(14, 18)
        #expect(try !isOffered)
    }

    @Test func sicknessIsNotPlanned() throws {
        try leave(7, 25, .sickness)
        #expect(try isOffered)
    }

    /// What is left of the absence decides: a day less in the middle makes it short; back altogether opens the days.
    @Test func whoComesBackTakesNewPeopleAgain() throws {
        try leave(7, 25)
        #expect(try !isOffered)
        _ = try service.back(clinician: 3, first: day(14), last: day(14), in: context)
        #expect(try isOffered)
        try leave(14, 14)
        #expect(try !isOffered)
        _ = try service.back(clinician: 3, first: day(7), last: day(25), in: context)
        #expect(try isOffered)
        #expect(try service.verify().isSound)
    }

    /// Where the service says so, there are no first appointments in those days either.
    @Test(arguments: [true, false]) func firstAppointments(areClosed: Bool) throws {
        var policy = ServiceFixture.policy
        policy.rules[0].assessesNobodyBeforeLeave = areClosed
        let service = BookingService(try BookingStore.open(at: clinic.path), policy: policy)
        // Clinician 0, at step 2, works on Mondays, Wednesdays and Fridays.
        _ = try service.absent(clinician: 0, first: day(14), last: day(27), .leave, in: context)
        let slot = SlotOffer(
            clinician: 0, start: CivilMinute(day: day(4), minuteOfDay: 540), minutes: 0, reasons: [])
        let offered = try service.offer(person: 1, limit: 60, in: context).slots
        #expect(offered.contains { $0.clinician == 0 && $0.start.day < day(14) } != areClosed)
        if areClosed {
            #expect(throws: BookingError.needsReason([.beforeLongAbsence])) {
                _ = try service.hold(person: 1, slot: slot, in: context)
            }
            let round = try service.allocate(team: 0, in: context)
            #expect(!round.contains { $0.person == 1 && $0.clinician == 0 && $0.start.day < day(14) })
        } else {
            _ = try service.hold(person: 1, slot: slot, in: context)
        }
    }
}
