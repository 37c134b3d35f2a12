import CareModel

/// A batch in canonical order, as who could be seen where: people in the order of the list, slots by start and
/// clinician. So the order in which a batch is given never changes an answer.
///
/// Nodes: people, slots, weeks of a clinician, clinicians, the sink. Arcs: each person to each slot that fits, each
/// person to the sink, slots to their weeks, weeks to their clinicians (treatment) or the sink, clinicians to the sink.
struct BatchGraph {
    /// The people, first in the list first.
    let people: [BatchPerson]
    /// The slots by start, then clinician.
    let slots: [BatchSlot]
    /// Where the fitting slots of each person start in ``fits``; one entry more than people.
    var firstFit: [Int] = [0]
    /// The fitting slots, person by person, earliest first.
    var fits: [Int32] = []
    /// What each fitting slot costs.
    var costs: [PlacementCost] = []
    /// What it costs to leave each person without a place.
    var unplaced: [PlacementCost] = []
    /// The week of each slot, as an index in ``weeks``.
    var weekOfSlot: [Int32] = []
    /// The weeks in which there are slots, with their caps.
    var weeks: [ClinicianWeekCap] = []
    /// The slots, week by week, and where those of each week start: one entry more than weeks.
    var slotsByWeek: [Int] = []
    var firstOfWeek: [Int] = []
    /// The weeks, clinician by clinician, and where those of each clinician start: one entry more than clinicians.
    var weeksByClinician: [Int] = []
    var firstOfClinician: [Int] = []
    /// How many new people each clinician may take on.
    let openings: [Int32]

    /// A week without a cap of its own.
    static let uncapped = Int32.max / 4

    init(_ problem: BatchProblem) {
        BatchGraph.check(problem)
        let order = problem.policy.order
        people = problem.people.map { person in
            (
                WaitingKey(
                    person: person.person, priority: person.priority, since: person.since, due: person.due, under: order
                ), person
            )
        }.sorted { $0.0 < $1.0 }.map(\.1)
        slots = problem.slots.sorted { ($0.start, $0.clinician) < ($1.start, $1.clinician) }
        openings = problem.openings
        addFits(problem)
        addWeeks(problem)
        checkOrder()
    }

    private static func check(_ problem: BatchProblem) {
        let clinicians = problem.clinicians.indices
        precondition(problem.openings.count == clinicians.count, "openings are given for each clinician")
        precondition(problem.openings.allSatisfy { $0 >= 0 }, "openings are not negative")
        precondition(problem.slots.allSatisfy { clinicians.contains(Int($0.clinician)) }, "no such clinician")
        precondition(problem.slots.allSatisfy { $0.seats > 0 && $0.minutes > 0 }, "a slot has time, and seats")
        precondition(problem.weekCaps.allSatisfy { $0.most >= 0 }, "caps are not negative")
        let product = problem.people.count.multipliedReportingOverflow(by: problem.slots.count + 1)
        precondition(!product.overflow && product.partialValue <= Int(Int32.max), "a batch too large to break ties in")
    }

    /// People are in the batch once, and no clinician is free twice at the same time (BK-1).
    private func checkOrder() {
        let numbers = people.map(\.person).sorted()
        precondition(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "each person is in a batch once")
        var ends = [CivilMinute](repeating: CivilMinute(minutes: .min), count: openings.count)
        for slot in slots {
            precondition(slot.start >= ends[Int(slot.clinician)], "the slots of a clinician do not overlap")
            ends[Int(slot.clinician)] = slot.end
        }
    }

    /// Looks for fitting slots among those of the person's team and kind, within the person's dates.
    private mutating func addFits(_ problem: BatchProblem) {
        let teamCount = Int(problem.clinicians.map(\.team).max() ?? 0) + 1
        var groups = [[Int32]](repeating: [], count: teamCount * AppointmentKind.allCases.count)
        for (index, slot) in slots.enumerated() {
            let team = Int(problem.clinicians[Int(slot.clinician)].team)
            groups[team * AppointmentKind.allCases.count + Int(slot.kind.rawValue)].append(Int32(index))
        }
        let last = slots.last?.start.day ?? problem.today
        for (place, person) in people.enumerated() {
            let turn = people.count - place
            if person.request.team >= 0, person.request.team < teamCount {
                let kind = Int(person.request.kind.rawValue)
                let group = groups[person.request.team * AppointmentKind.allCases.count + kind]
                for index in group[firstSlot(of: group, from: person.request.earliest)...] {
                    let slot = slots[Int(index)]
                    if slot.start.day > person.request.latest { break }
                    guard problem.misfit(person, slot) == nil else { continue }
                    var cost = problem.policy.placementCost(person, slot, today: problem.today)
                    cost[.turn] = turn * Int(index)
                    fits.append(index)
                    costs.append(cost)
                }
            }
            firstFit.append(fits.count)
            var cost = problem.policy.unplacedCost(person, after: last, today: problem.today)
            cost[.turn] = turn * slots.count
            unplaced.append(cost)
        }
    }

    private func firstSlot(of group: [Int32], from earliest: CivilMinute) -> Int {
        var low = 0
        var high = group.count
        while low < high {
            let middle = (low + high) / 2
            if slots[Int(group[middle])].start < earliest { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
