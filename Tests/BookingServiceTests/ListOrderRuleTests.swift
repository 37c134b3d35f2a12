import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Who goes before whom at the desk, and what each offer says.
@Suite struct ListOrderRuleTests {
    private func clinic(_ order: ListOrder, classes: [PriorityClass] = PriorityOrder.standard.classes) throws
        -> SmallClinic
    {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices {
            policy.rules[team].priorities = PriorityOrder(order: order, classes: classes)
        }
        return try SmallClinic(policy: policy) {
            $0.people = []
            $0.changes = []
        }
    }

    /// A routine referral of ten days ago, a veteran of five, a perinatal person of today: their numbers.
    private func three(_ clinic: SmallClinic) throws -> [String: Int64] {  // lookup only
        [
            "routine": try clinic.waiting("Routine Invented", daysAgo: 10),
            "veteran": try clinic.waiting("Veteran Invented", daysAgo: 5) { $0.veteran = .yes },
            "perinatal": try clinic.waiting("Perinatal Invented") { $0.perinatal = .yes },
        ]
    }

    static let orders: [(ListOrder, [PriorityClass], [String])] = [
        (.firstComeFirstServed, PriorityOrder.standard.classes, ["routine", "veteran", "perinatal"]),
        (.earliestDueDate, PriorityOrder.standard.classes, ["perinatal", "routine", "veteran"]),
        (.priorityClasses, PriorityOrder.standard.classes, ["perinatal", "veteran", "routine"]),
        (.priorityClasses, [.veteran, .perinatal], ["veteran", "perinatal", "routine"]),
    ]

    @Test("PO-3, PR-2, FA-8: the list goes by the order that the scenario says", arguments: orders)
    func theOrder(order: ListOrder, classes: [PriorityClass], expected: [String]) throws {
        let clinic = try clinic(order, classes: classes)
        let three = try three(clinic)
        let booked = try clinic.service.allocate(team: 0, in: clinic.context)
        #expect(booked.map(\.person) == expected.compactMap { three[$0] })
        // Whoever goes first has the first time.
        #expect(booked.map(\.start) == booked.map(\.start).sorted())
        #expect(try clinic.service.verify().isSound)
    }

    @Test("FA-8: who moves ahead takes no time that is somebody's already")
    func nobodyLosesTheirs() throws {
        let clinic = try clinic(.priorityClasses)
        let (service, context) = (clinic.service, clinic.context)
        let routine = try clinic.waiting("Routine Invented")
        let best = try #require(service.offer(person: routine, in: context).slots.first)
        _ = try service.book(person: routine, slot: best.slot, in: context)
        let perinatal = try clinic.waiting("Perinatal Invented") { $0.perinatal = .yes }
        #expect(throws: BookingError.refused([.taken])) {
            _ = try service.book(person: perinatal, slot: best.slot, reason: "perinatal", in: context)
        }
        #expect(
            try service.offer(person: perinatal, in: context).slots.allSatisfy {
                $0.start != best.start || $0.clinician != best.clinician
            })
    }

    @Test("BK-3: an offer says why, and why not sooner")
    func offersSayWhy() throws {
        let clinic = try clinic(.priorityClasses)
        let person = try clinic.waiting(daysAgo: 4) { $0.perinatal = .yes }
        let offers = try clinic.service.offer(person: person, in: clinic.context)
        let first = try #require(offers.slots.first)
        #expect(first.reason.hasPrefix("due in 10 days, perinatal") && first.reason.contains("first slot that fits"))
        #expect(!offers.whyNotSooner.isEmpty && offers.whyNotSooner.allSatisfy { !$0.isEmpty })
        let late = try clinic.waiting("Late Invented", daysAgo: 30)
        let overdue = try #require(clinic.service.offer(person: late, in: clinic.context).slots.first)
        #expect(overdue.reason.contains("overdue by 2 days") && overdue.reason.contains("after the promise"))
    }

    @Test("PO-2: time that is set aside needs a reason until it is released", arguments: [0, 60])
    func timeThatIsSetAside(releaseDays: Int) throws {
        var policy = ServiceFixture.policy
        policy.releaseDays = [releaseDays, 0]
        let clinic = try SmallClinic(policy: policy) {
            $0.people = []
            $0.changes = []
        }
        let person = try clinic.waiting()
        let start = CivilMinute(day: clinic.monday + 28, minuteOfDay: 11 * 60)
        let slot = SlotOffer(clinician: 0, start: start, minutes: 50, reasons: [])
        guard releaseDays == 0 else {
            _ = try clinic.service.book(person: person, slot: slot, in: clinic.context)
            return
        }
        #expect(throws: BookingError.needsReason([.setAside])) {
            _ = try clinic.service.book(person: person, slot: slot, in: clinic.context)
        }
        _ = try clinic.service.book(person: person, slot: slot, reason: "long wait", in: clinic.context)
    }
}
