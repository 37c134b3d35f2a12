import Allocation
import CareModel
import TestSupport
import Testing

/// Why nobody sooner, and what more room would be worth (BK-3).
@Suite("Explanations of a batch")
struct BatchExplanationTests {
    private static let monday = BatchFixture.monday

    private func obstacle(of person: UInt32, _ proposal: BatchProposal) -> BatchObstacle? {
        if let placement = proposal.placements.first(where: { $0.person == person }) { return placement.notSooner }
        guard case .obstacle(let obstacle)? = proposal.unplaced.first(where: { $0.person == person })?.reason else {
            return nil
        }
        return obstacle
    }

    @Test("a slot is taken by somebody who breaks a promise sooner; with one more slot the person is placed")
    func slotTaken() {
        let people = [BatchFixture.person(1, due: 30), BatchFixture.person(2, due: 4)]
        var problem = BatchFixture.problem(people, [BatchFixture.slot(2)])
        let proposal = BatchAllocation.propose(problem)
        let obstacle = obstacle(of: 1, proposal)
        // Without a place either would be as if seen on the third day, before both due days.
        #expect(obstacle?.limit == .slot(takenBy: 2, decidedBy: .dueDate))
        #expect(obstacle?.alsoUsedUp == [] && obstacle?.counts.total == 1 && obstacle?.worth[.unplaced] == 1)
        problem.slots.append(BatchFixture.slot(2, hour: 10))
        #expect(BatchAllocation.propose(problem).unplaced.isEmpty)
        problem.slots = [BatchFixture.slot(4), BatchFixture.slot(9)]
        let both = BatchAllocation.propose(problem)
        #expect(self.obstacle(of: 1, both)?.limit == .slot(takenBy: 2, decidedBy: .breachClass))
        #expect(both.placements.map(\.reasons) == [.firstThatFits, []])
        #expect(both.placements.map(\.dueInDays) == [4, 30])
        #expect(both.placements[0].notSooner == nil)
    }

    @Test("CL-8: a week's cap binds, and not the slot that is free in it; a higher cap places the person")
    func weekCap() {
        let people = [BatchFixture.person(1, due: 30), BatchFixture.person(2, due: 4)]
        var problem = BatchFixture.problem(people, [BatchFixture.slot(2), BatchFixture.slot(3)])
        problem.weekCaps = [ClinicianWeekCap(clinician: 0, monday: Self.monday, kind: .treatment, most: 1)]
        let obstacle = obstacle(of: 1, BatchAllocation.propose(problem))
        #expect(obstacle?.limit == .week(problem.weekCaps[0]) && obstacle?.worth[.unplaced] == 1)
        #expect(obstacle?.counts[.week] == 2 && obstacle?.counts[.slot] == 0)
        problem.weekCaps[0].most = 2
        #expect(BatchAllocation.propose(problem).unplaced.isEmpty)
    }

    @Test("CL-1: a full caseload binds for treatment, and not for first appointments")
    func caseload() {
        let people = [BatchFixture.person(1, due: 30), BatchFixture.person(2, due: 4)]
        var problem = BatchFixture.problem(people, [BatchFixture.slot(2), BatchFixture.slot(9)], openings: 1)
        let obstacle = obstacle(of: 1, BatchAllocation.propose(problem))
        #expect(obstacle?.limit == .caseload(clinician: 0, openings: 1) && obstacle?.worth[.unplaced] == 1)
        problem.openings = [2]
        #expect(BatchAllocation.propose(problem).unplaced.isEmpty)
        problem.openings = [0]
        let closed = BatchAllocation.propose(problem)
        #expect(closed.placements.isEmpty)
        #expect(self.obstacle(of: 2, closed)?.limit == .caseload(clinician: 0, openings: 0))
        problem.people = [1, 2].map { BatchFixture.person($0, due: 9, .firstAppointment) }
        problem.slots = [2, 9].map { BatchFixture.slot($0, hour: 9, .firstAppointment) }
        #expect(BatchAllocation.propose(problem).unplaced.isEmpty)
    }

    /// A change after which nothing fits, and what is said then.
    @Test(
        "what keeps a person from every slot is named: the requirement that the closest slots fail",
        arguments: MisfitReason.allCases)
    func nothingFits(reason: MisfitReason) {
        var person = BatchFixture.person(1, due: 9)
        var slot = BatchFixture.slot(2)
        var clinician = BatchFixture.clinician()
        switch reason {
        case .elsewhere: person.request.step = .low
        case .tooShort: person.request.minutes = 65
        case .outsideDates: person.request.latest = Self.monday + 1
        case .timeOfDay: person.request.timeOfDay = .afternoon
        case .setAside: slot.isOnlyForPriority = true
        case .clinician: clinician.lastDay = Self.monday
        case .therapy: clinician.trainedIn = ModalitySet([.counselling])
        case .needs: person.needs = SlotTraits(rawValue: 4)
        }
        var problem = BatchFixture.problem([person], [slot])
        problem.clinicians = [clinician]
        #expect(BatchAllocation.propose(problem).unplaced.map(\.reason) == [.nothingFits(reason)])
    }

    @Test("what one more unit of room is said to be worth is what it takes off the total")
    func worth() throws {
        var exact = 0
        for seed: UInt64 in 1...150 {
            var random = SplitMix(seed: seed)
            let problem = BatchFixture.random(&random, people: 1 + random.below(25), slots: random.below(20))
            let proposal = BatchAllocation.propose(problem)
            for person in problem.people {
                guard let obstacle = obstacle(of: person.person, proposal) else { continue }
                let relaxed = BatchAllocation.propose(try #require(Self.relaxed(problem, obstacle)))
                // The criteria of the first stage.
                let levels = problem.policy.levels.prefix(4)
                let saved = levels.map { proposal.total[$0] - relaxed.total[$0] }
                let worth = levels.map { obstacle.worth[$0] }
                #expect(worth.first { $0 != 0 }.map { $0 > 0 } == true, "seed \(seed), \(person.person)")
                if obstacle.alsoUsedUp.isEmpty {
                    exact += 1
                    #expect(saved == worth, "seed \(seed), \(person.person)")
                } else {
                    #expect(!worth.lexicographicallyPrecedes(saved), "seed \(seed), \(person.person)")
                }
            }
        }
        #expect(exact > 300, "too few exact worths to prove anything: \(exact)")
    }

    /// The problem with one more unit of room at the limit.
    private static func relaxed(_ problem: BatchProblem, _ obstacle: BatchObstacle) -> BatchProblem? {
        var problem = problem
        switch obstacle.limit {
        case .slot:
            guard let slot = problem.slots.firstIndex(of: obstacle.slot) else { return nil }
            problem.slots[slot].seats += 1
        case .week(let week):
            let caps = problem.weekCaps.indices.filter {
                problem.weekCaps[$0].clinician == week.clinician && problem.weekCaps[$0].monday == week.monday
                    && problem.weekCaps[$0].kind == week.kind && problem.weekCaps[$0].most == week.most
            }
            guard !caps.isEmpty else { return nil }
            for cap in caps { problem.weekCaps[cap].most += 1 }
        case .caseload(let clinician, _): problem.openings[Int(clinician)] += 1
        }
        return problem
    }
}
