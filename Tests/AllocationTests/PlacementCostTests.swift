import Allocation
import CareModel
import TestSupport
import Testing

/// One measure for batches and live offers.
@Suite("Cost of a placement")
struct PlacementCostTests {
    @Test("the rank orders places as the criteria do, one after the other")
    func rank() {
        for seed: UInt64 in 1...200 {
            var random = SplitMix(seed: seed)
            let problem = BatchFixture.random(&random, people: 3, slots: 12)
            for person in problem.people {
                let costs = problem.slots.map { problem.policy.placementCost(person, $0, today: problem.today) }
                for one in costs {
                    for other in costs {
                        let levels = problem.policy.levels
                        let isLess = levels.map { one[$0] }.lexicographicallyPrecedes(levels.map { other[$0] })
                        let ranks = (one.rank(under: problem.policy), other.rank(under: problem.policy))
                        #expect((ranks.0 < ranks.1) == isLess, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("what counts stays within its range, however far the days and many the wishes")
    func ranges() {
        let policy = PlacementPolicy(travel: TravelTimes(minutes: [[999]]))
        let most: [Int] = [1, 3, 65_025, 1_016, 1, 65, 255]
        for day: Int32 in [-4000, -200, -1, 0, 1, 100, 200, 4000] {
            var person = BatchFixture.person(1, due: 0)
            person.promises = BatchPromises(due: person.due, second: person.due, third: person.due)
            person.priority = .rebooking
            person.wishes = SlotTraits(rawValue: .max)
            person.preferredTime = .evening
            person.preferred = 3
            person.locality = 0
            var slot = BatchFixture.slot(day)
            slot.venue = 0
            let cost = policy.placementCost(person, slot, today: BatchFixture.monday)
            for (level, most) in zip(PlacementLevel.allCases, most) { #expect((0...most).contains(cost[level])) }
            let none = policy.unplacedCost(person, after: slot.start.day, today: BatchFixture.monday)
            #expect(none.rank(under: policy) > cost.rank(under: policy))
        }
    }

    @Test("FA-1, KP-2, KT-1: each promise counts once it is broken")
    func promises() {
        let received = BatchFixture.monday.start + 600
        let standards = Standards()
        let first = BatchPromises(firstAppointment: received, priority: .routine, standards: standards)
        #expect([28, 29, 42, 43, 126, 127].map { first.broken(on: received.day + $0) } == [0, 1, 1, 2, 2, 3])
        let perinatal = BatchPromises(firstAppointment: received, priority: .perinatal, standards: standards)
        #expect([14, 15].map { perinatal.broken(on: received.day + $0) } == [0, 1])
        let next = BatchPromises(treatment: received, priority: .routine, standards: standards)
        #expect([28, 29, 90, 91, 999].map { next.broken(on: received.day + $0) } == [0, 1, 1, 2, 2])
    }

    @Test("live offers rank by the same cost: continuity, then wishes, then travel, once the day is the same")
    func liveOffers() {
        var person = BatchFixture.person(1, due: 9)
        person.preferred = 2
        person.preferredTime = .afternoon
        let policy = PlacementPolicy()
        let offers = [(3, 0, 540), (2, 1, 840), (2, 2, 540), (2, 1, 600)].map { day, clinician, minute in
            SlotOffer(
                clinician: Int32(clinician), start: (BatchFixture.monday + Int32(day)).start + Int64(minute),
                minutes: 60, reasons: [])
        }
        let ranked = offers.indices.sorted { one, other in
            let ranks = [one, other].map {
                policy.placementCost(
                    person, BatchSlot(offers[$0], kind: .treatment), today: BatchFixture.monday
                ).rank(under: policy)
            }
            return ranks[0] < ranks[1]
        }
        #expect(ranked == [2, 1, 3, 0])
    }
}
