import Allocation
import CareModel
import Diaries
import TestSupport
import Testing

/// Batch allocation against every other placement, and against its limits (PO-3).
@Suite("Batch allocation")
struct BatchAllocationTests {
    private func totals(_ proposal: BatchProposal, _ problem: BatchProblem) -> [Int] {
        problem.policy.levels.map { Int(proposal.total[$0]) }
    }

    @Test("PO-3: no placement is better, in one stage, in some and with a stage for each criterion")
    func optimum() throws {
        for seed: UInt64 in 1...400 {
            var random = SplitMix(seed: seed)
            let problem = BatchFixture.random(&random, people: 1 + random.below(6), slots: random.below(9))
            let best = try #require(ExhaustiveBatch(problem).best)
            for range: Int64 in [1, 1 << 24, 1 << 60] {
                let proposal = BatchAllocation.propose(problem, stageRange: range)
                #expect(totals(proposal, problem) == best, "seed \(seed), range \(range)")
                #expect(faults(of: proposal, for: problem).isEmpty, "seed \(seed), range \(range)")
            }
        }
    }

    @Test("CL-1, CL-8: seats, weeks and caseloads hold, and there is always an answer")
    func limits() {
        for seed: UInt64 in 1...60 {
            var random = SplitMix(seed: seed)
            let problem = BatchFixture.random(&random, people: random.below(80), slots: random.below(100))
            let proposal = BatchAllocation.propose(problem)
            #expect(faults(of: proposal, for: problem) == [], "seed \(seed)")
            let inStages = BatchAllocation.propose(problem, stageRange: 1 << 30)
            #expect(inStages.total == proposal.total, "seed \(seed)")
        }
    }

    @Test("the order in which a batch is given changes nothing")
    func permutation() {
        for seed: UInt64 in 1...60 {
            var random = SplitMix(seed: seed)
            var problem = BatchFixture.random(&random, people: random.below(40), slots: random.below(60))
            let proposal = BatchAllocation.propose(problem)
            for _ in 0..<3 {
                problem.people.shuffle(using: &random)
                problem.slots.shuffle(using: &random)
                problem.weekCaps.shuffle(using: &random)
                #expect(BatchAllocation.propose(problem) == proposal, "seed \(seed)")
            }
        }
    }

    @Test("nobody waits, or nothing is free: an empty proposal, or everybody without a place")
    func empty() {
        let people = [BatchFixture.person(1, due: 3), BatchFixture.person(2, due: -3)]
        for slots in [[], [BatchFixture.slot(0)]] {
            let nobody = BatchAllocation.propose(BatchFixture.problem([], slots))
            #expect(nobody.placements.isEmpty && nobody.unplaced.isEmpty && nobody.total.isZero)
        }
        let proposal = BatchAllocation.propose(BatchFixture.problem(people, []))
        #expect(proposal.unplaced.map(\.person) == [2, 1] && proposal.placements.isEmpty)
        #expect(proposal.unplaced.allSatisfy { $0.reason == .nothingFits(.elsewhere) })
    }

    @Test("one promise kept outweighs any number of days: 300 people, each due a day before their turn comes")
    func breachOutweighsDays() {
        let count: Int32 = 300
        let people = (0..<count).map { BatchFixture.person(UInt32($0), due: $0 / 3) }
        // In the order of due days everybody would be a day late; so the three due first wait until the end.
        let slots = (0..<count).map { BatchFixture.slot(1 + $0 / 3, $0 % 3) }
        let proposal = BatchAllocation.propose(BatchFixture.problem(people, slots, clinicians: 3, openings: 100))
        #expect(proposal.total[.unplaced] == 0 && proposal.total[.breachClass] == 3)
    }

    @Test("a place for one more person outweighs every promise")
    func placeOutweighsPromises() {
        // Ten people fit in the ten early slots; one more only if each moves on to a slot after the due day.
        var people = (0..<10).map { BatchFixture.person(UInt32($0), due: Int32($0)) }
        for index in people.indices { people[index].request.latest = BatchFixture.monday + Int32(index) + 1 }
        var urgent = BatchFixture.person(99, due: 0)
        urgent.request.latest = BatchFixture.monday
        let slots = (0...10).map { BatchFixture.slot(Int32($0)) }
        let proposal = BatchAllocation.propose(BatchFixture.problem(people + [urgent], slots))
        #expect(proposal.unplaced.isEmpty && proposal.total[.breachClass] == 10)
    }

    @Test("FA-8: under an order by classes the class decides who is seen first, else the due day does")
    func classes() {
        var urgent = BatchFixture.person(1, due: 20)
        urgent.priority = .risk
        let people = [urgent, BatchFixture.person(2, due: 10)]
        let slots = [BatchFixture.slot(1), BatchFixture.slot(4)]
        let byClass = BatchAllocation.propose(BatchFixture.problem(people, slots, order: .priorityClasses))
        #expect(byClass.placements.map(\.person) == [1, 2] && byClass.placements[0].slot == slots[0])
        let byDue = BatchAllocation.propose(BatchFixture.problem(people, slots))
        #expect(byDue.placements.map(\.person) == [2, 1] && byDue.placements[0].slot == slots[0])
        var veteran = BatchFixture.person(3, due: 10)
        veteran.priority = .veteran
        let tie = BatchAllocation.propose(BatchFixture.problem([people[1], veteran], slots))
        #expect(tie.placements.first { $0.person == 3 }?.slot == slots[0], "the class decides between equal due days")
    }

    @Test("of equals, the first in the list has the first slot")
    func turn() {
        let people = [5, 3, 8].map { BatchFixture.person($0, due: 9) }
        let slots = [14, 9, 11].map { BatchFixture.slot(2, hour: $0) }
        let proposal = BatchAllocation.propose(BatchFixture.problem(people, slots))
        #expect(proposal.placements.map(\.person) == [3, 5, 8])
        #expect(proposal.placements.map(\.slot.start.minuteOfDay) == [540, 660, 840])
    }

    @Test("TX-4: a group holds as many as it has seats, and a week's cap counts each of them")
    func group() {
        let people = (1...5).map { BatchFixture.person(UInt32($0), due: 9) }
        var course = BatchFixture.slot(3)
        course.seats = 4
        var problem = BatchFixture.problem(people, [course])
        #expect(BatchAllocation.propose(problem).placements.count == 4)
        problem.weekCaps = [
            ClinicianWeekCap(clinician: 0, monday: BatchFixture.monday, kind: .treatment, most: 3)
        ]
        #expect(BatchAllocation.propose(problem).placements.count == 3)
    }
}
