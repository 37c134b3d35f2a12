import Allocation
import CareModel
import Diaries
import TestSupport
import Testing

/// Free time cut into slots, against the live search.
@Suite("Free slots")
struct FreeSlotsTests {
    private static let days = Twin.first...(Twin.first + Int32(Twin.dayCount) - 1)

    @Test("one person and one clinician: the batch proposes what the live search offers")
    func agreesWithLiveSearch() {
        var found = 0
        for seed: UInt64 in 1...400 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            guard !twin.capacity.clinicians.isEmpty else { continue }
            let clinician = random.below(twin.capacity.clinicians.count)
            let who = twin.capacity.clinicians[clinician]
            for _ in 0..<12 { Self.bookSomething(&twin, &random) }
            var request = twin.request(&random)
            request.team = Int(who.team)
            request.step = who.role.step
            request.hasPriority = false
            request.timeOfDay = .any
            // Rooms and interpreters are not for a batch.
            request.needs.isFaceToFace = false
            request.needs.interpreterMinutes = -1
            request.earliest = max(request.earliest.day, Twin.first).start
            let offer =
                request.isUnder18 && !who.seesUnder18 || !who.role.takes(request.kind)
                ? nil : twin.capacity.earliestSlot(request, with: clinician, today: twin.today)
            let cut = SlotCut(kind: request.kind, step: request.step, minutes: request.minutes)
            let slots = SlotCut.freeSlots(
                [cut], of: twin.capacity, with: clinician..<clinician + 1, days: Self.days, today: twin.today)
            let person = BatchPerson(
                person: 1, request: request, since: twin.today.start, priority: .routine,
                promises: BatchPromises(due: twin.today + 28))
            var problem = BatchProblem(
                today: twin.today, people: [person], slots: slots, capacity: twin.capacity)
            problem.openings = problem.openings.map { _ in 1 }
            let placement = BatchAllocation.propose(problem).placements.first
            #expect(placement?.slot.start == offer?.start, "seed \(seed)")
            if let placement, let offer {
                found += 1
                let expected = offer.reasons.subtracting(.continuity).union(.firstThatFits)
                #expect(placement.reasons == expected, "seed \(seed)")
            }
        }
        #expect(found > 100)
    }

    @Test("BK-1: every slot can be booked, one after the other, and what is left holds none")
    func allCanBeBooked() {
        for seed: UInt64 in 1...100 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for _ in 0..<12 { Self.bookSomething(&twin, &random) }
            let cuts = [
                SlotCut(kind: .firstAppointment, step: .low, minutes: 50),
                SlotCut(kind: .firstAppointment, step: .high, minutes: 60),
                SlotCut(kind: .treatment, step: .high, minutes: 45),
            ]
            let everybody = 0..<twin.capacity.clinicians.count
            let slots = SlotCut.freeSlots(cuts, of: twin.capacity, with: everybody, days: Self.days, today: twin.today)
            for slot in slots {
                expect(slot.start.day <= twin.capacity.clinicians[Int(slot.clinician)].lastDay, "seed \(seed)")
                expect(twin.capacity.isAtWork(Int(slot.clinician), on: slot.start.day), "seed \(seed)")
                let offer = SlotOffer(clinician: slot.clinician, start: slot.start, minutes: slot.minutes, reasons: [])
                expect(twin.capacity.book(offer), "seed \(seed)")
            }
            let left = SlotCut.freeSlots(cuts, of: twin.capacity, with: everybody, days: Self.days, today: twin.today)
            expect(left.isEmpty, "seed \(seed)")
        }
    }

    @Test("PO-2, FA-8: time set aside for other purposes is only for people with priority")
    func setAside() {
        let capacity = SlotRuleTests.capacity()
        let cut = SlotCut(kind: .firstAppointment, step: .low, minutes: 60)
        let today = SlotRuleTests.monday
        let slots = SlotCut.freeSlots([cut], of: capacity, with: 0..<1, days: today...today, today: today)
        #expect(slots.map(\.start.minuteOfDay) == [540, 600] && slots.map(\.isOnlyForPriority) == [false, true])
        var person = BatchPerson(
            person: 1, request: SlotRuleTests.request(), since: today.start, priority: .risk,
            promises: BatchPromises(due: today))
        person.request.earliest = today.start + 600
        var problem = BatchProblem(today: today, people: [person], slots: slots, capacity: capacity)
        #expect(BatchAllocation.propose(problem).unplaced.map(\.reason) == [.nothingFits(.setAside)])
        problem.people[0].request.hasPriority = true
        #expect(BatchAllocation.propose(problem).placements.map(\.reasons) == [[.firstThatFits, .priority]])
    }

    @Test("PO-1: in an assessment week step 3 has slots for people of step 2")
    func assessmentWeek() {
        var capacity = SlotRuleTests.capacity(low: 0, high: 1)
        capacity.declareAssessmentWeek(team: 0, SlotRuleTests.monday + 7)
        let today = SlotRuleTests.monday
        let cut = SlotCut(kind: .firstAppointment, step: .high, minutes: 60)
        let slots = SlotCut.freeSlots([cut], of: capacity, with: 0..<1, days: today...(today + 13), today: today)
        let person = BatchPerson(
            person: 1, request: SlotRuleTests.request(), since: today.start, priority: .routine,
            promises: BatchPromises(due: today))
        let placements = BatchAllocation.propose(
            BatchProblem(today: today, people: [person], slots: slots, capacity: capacity)
        ).placements
        #expect(placements.map(\.slot.start) == [(today + 7).start + 540])
        #expect(placements.map(\.reasons) == [[.firstThatFits, .assessmentWeek]])
    }

    @Test("CL-1, CL-6, CL-8: openings are the room on the caseload and the meter, none where nobody may be taken on")
    func openings() {
        var capacity = SlotRuleTests.capacity(low: 4)
        let today = SlotRuleTests.monday
        capacity.takeOn(0, today: today)
        capacity.update(1) {
            $0.meteredUntil = today + 30
            $0.meteredPerWeek = 3
        }
        capacity.takeOn(1, today: today)
        capacity.update(2) { $0.windsDownFrom = today }
        capacity.addAbsence(3, today...today, .beforeLongAbsence)
        let openings = (0..<4).map { capacity.openings($0, today: today) }
        #expect(openings == [8, 2, 0, 0])
        expect(capacity.openings(1, today: today + 7) == 3 && capacity.openings(1, today: today + 30) == 8)
    }

    private static func bookSomething(_ twin: inout Twin, _ random: inout SplitMix) {
        let request = twin.request(&random)
        if let offer = twin.capacity.earliestSlot(request, today: twin.today) { _ = twin.capacity.book(offer) }
    }
}
