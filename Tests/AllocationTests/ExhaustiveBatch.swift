import Allocation
import CareModel

/// The best total of a small batch by trying every placement there is.
struct ExhaustiveBatch {
    private let problem: BatchProblem
    private let people: [BatchPerson]
    private let slots: [BatchSlot]
    private var seats: [Int32]
    private var openings: [Int32]
    private var caps: [ClinicianWeekCap]
    private var total: [Int]
    private(set) var best: [Int]?

    init(_ problem: BatchProblem) {
        self.problem = problem
        people = problem.people.sorted { ExhaustiveBatch.key($0, problem) < ExhaustiveBatch.key($1, problem) }
        slots = problem.slots.sorted { ($0.start, $0.clinician) < ($1.start, $1.clinician) }
        seats = slots.map(\.seats)
        openings = problem.openings
        caps = problem.weekCaps
        total = problem.policy.levels.map { _ in 0 }
        place(0)
    }

    private static func key(_ person: BatchPerson, _ problem: BatchProblem) -> WaitingKey {
        WaitingKey(
            person: person.person, priority: person.priority, since: person.since, due: person.due,
            under: problem.policy.order)
    }

    private mutating func place(_ index: Int) {
        guard index < people.count else {
            if best.map({ total.lexicographicallyPrecedes($0) }) ?? true { best = total }
            return
        }
        let person = people[index]
        let last = slots.last?.start.day ?? problem.today
        var none = problem.policy.unplacedCost(person, after: last, today: problem.today)
        none[.turn] = (people.count - index) * slots.count
        attempt(none, then: index + 1)
        for slot in slots.indices where seats[slot] > 0 && problem.misfit(person, slots[slot]) == nil {
            let clinician = Int(slots[slot].clinician)
            let holding = caps.indices.filter { cap in
                caps[cap].clinician == slots[slot].clinician && caps[cap].kind == slots[slot].kind
                    && caps[cap].monday == slots[slot].start.day.monday
            }
            let isTreatment = slots[slot].kind == .treatment
            guard !isTreatment || openings[clinician] > 0, holding.allSatisfy({ caps[$0].most > 0 }) else { continue }
            var cost = problem.policy.placementCost(person, slots[slot], today: problem.today)
            cost[.turn] = (people.count - index) * slot
            seats[slot] -= 1
            for cap in holding { caps[cap].most -= 1 }
            if isTreatment { openings[clinician] -= 1 }
            attempt(cost, then: index + 1)
            if isTreatment { openings[clinician] += 1 }
            for cap in holding { caps[cap].most += 1 }
            seats[slot] += 1
        }
    }

    private mutating func attempt(_ cost: PlacementCost, then next: Int) {
        let before = total
        for (place, level) in problem.policy.levels.enumerated() { total[place] += cost[level] }
        place(next)
        total = before
    }
}
