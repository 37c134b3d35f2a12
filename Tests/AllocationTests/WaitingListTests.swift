import Allocation
import CareModel
import TestSupport
import Testing

/// Waiting lists against a sorted array, and the order of the keys.
@Suite("Waiting lists")
struct WaitingListTests {
    private static let day = CivilDay(number: 9_800)

    private static func key(
        _ person: UInt32, _ priority: PriorityClass = .routine, since: Int32 = 0, minute: Int = 600, due: Int32 = 28,
        under order: ListOrder
    ) -> WaitingKey {
        WaitingKey(
            person: person, priority: priority, since: CivilMinute(day: day + since, minuteOfDay: minute),
            due: day + due, under: PriorityOrder(order: order, classes: PriorityOrder.standard.classes))
    }

    @Test("PO-3: first come first served looks at the start of the wait alone")
    func firstCome() {
        let order = ListOrder.firstComeFirstServed
        let earlier = Self.key(9, .routine, since: 0, due: 90, under: order)
        #expect(earlier < Self.key(1, .rebooking, since: 1, due: 0, under: order))
        #expect(earlier < Self.key(1, .rebooking, since: 0, minute: 601, due: 0, under: order))
        #expect(Self.key(1, since: 0, under: order) < earlier)
    }

    @Test("PO-3: earliest due date looks at the promise, then at the hour, then at the number")
    func earliestDue() {
        let order = ListOrder.earliestDueDate
        let key = Self.key(5, .routine, since: 10, due: 20, under: order)
        #expect(key < Self.key(1, .risk, since: 0, due: 21, under: order))
        #expect(key < Self.key(1, .risk, since: 0, minute: 601, due: 20, under: order))
        #expect(key < Self.key(6, since: 3, due: 20, under: order))
    }

    @Test("PO-3, ST-1, FA-8: classes go before due days")
    func classes() {
        let order = ListOrder.priorityClasses
        let inOrder: [PriorityClass] = [.rebooking, .risk, .perinatal, .stepUp, .veteran, .routine]
        for (index, priority) in inOrder.enumerated().dropLast() {
            let ahead = Self.key(9, priority, since: 9, due: 500, under: order)
            #expect(ahead < Self.key(1, inOrder[index + 1], since: 0, due: 0, under: order), "\(priority)")
        }
        #expect(Self.key(9, .perinatal, due: 14, under: order) < Self.key(1, .perinatal, due: 15, under: order))
    }

    @Test("PO-3: keys are ordered totally, as by rank, time and number", arguments: ListOrder.allCases)
    func totalOrder(order: ListOrder) {
        struct Entry {
            var rank: Int
            var time: Int64
            var person: UInt32
            var key: WaitingKey
        }
        let priorities = PriorityOrder(order: order, classes: PriorityOrder.standard.classes)
        for seed: UInt64 in 1...60 {
            var random = SplitMix(seed: seed)
            let entries = (0..<60).map { _ -> Entry in
                let priority = PriorityClass.allCases[random.below(6)]
                let since = CivilMinute(
                    day: CivilDay(number: Int32(random.below(20) - 10)), minuteOfDay: random.below(1440))
                let due = CivilDay(number: Int32(random.below(40) - 10))
                let person = UInt32(random.below(30))
                let ranks: [PriorityClass] = [.rebooking, .risk, .perinatal, .stepUp, .veteran, .routine]
                let byClass = order == .priorityClasses ? ranks.firstIndex(of: priority) ?? 0 : 0
                let time =
                    order == .firstComeFirstServed
                    ? since.minutes : Int64(due.number) * 1440 + Int64(since.minuteOfDay)
                return Entry(
                    rank: byClass, time: time, person: person,
                    key: WaitingKey(person: person, priority: priority, since: since, due: due, under: priorities))
            }
            for one in entries {
                for other in entries {
                    let before = (one.rank, one.time, one.person) < (other.rank, other.time, other.person)
                    let same = (one.rank, one.time, one.person) == (other.rank, other.time, other.person)
                    guard (one.key < other.key) == before, (one.key == other.key) == same else {
                        Issue.record("seed \(seed): \(one) and \(other)")
                        return
                    }
                }
            }
        }
    }

    @Test("Random joins and leaves, against a sorted array")
    func againstASortedArray() {
        for seed: UInt64 in 1...200 {
            var random = SplitMix(seed: seed)
            var list = WaitingList()
            var naive: [WaitingKey] = []
            let eagerness = 30 + random.below(40)
            for step in 0..<400 {
                let draw = random.below(100)
                if draw < eagerness || naive.isEmpty {
                    let key = Self.key(
                        UInt32(step), PriorityClass.allCases[random.below(6)], since: Int32(random.below(50)),
                        minute: random.below(2), due: Int32(random.below(9)), under: .allCases[random.below(3)])
                    list.join(key)
                    naive.append(key)
                    naive.sort()
                } else {
                    // Often the first, as those who are served; else anybody, or a stranger.
                    let place = draw < 80 ? 0 : random.below(naive.count)
                    let left = list.leave(naive[place])
                    naive.remove(at: place)
                    let stranger = Self.key(1_000_000, since: Int32(random.below(50)), under: .firstComeFirstServed)
                    if !left || list.leave(stranger) {
                        Issue.record("seed \(seed), step \(step)")
                        return
                    }
                }
                guard Self.agree(list, naive) else {
                    Issue.record("seed \(seed), step \(step)")
                    return
                }
            }
        }
    }

    private static func agree(_ list: WaitingList, _ naive: [WaitingKey]) -> Bool {
        list.count == naive.count && list.isEmpty == naive.isEmpty
            && naive.indices.allSatisfy { list[$0] == naive[$0] && list.place(of: naive[$0]) == $0 }
    }

    @Test("KP-10: a list that empties and fills again loses nobody")
    func emptiesAndFills() {
        var list = WaitingList()
        for round: UInt32 in 0..<5 {
            for person: UInt32 in 0..<200 { list.join(Self.key(round * 200 + person, under: .firstComeFirstServed)) }
            for place: UInt32 in 0..<200 {
                #expect(list[0].person == round * 200 + place)
                expect(list.leave(list[0]))
            }
            #expect(list.isEmpty && list.count == 0)
        }
    }
}
