import CareModel
import TestSupport
import Testing

@testable import Allocation

/// The desk beside a naive one that shares no code with it: after every fact both have the same people in the same
/// states, on the same lists in the same order, on the same caseloads, booked at the same times, and the same time is
/// free.
@Suite("The desk, beside a naive one") struct DeskTwinTests {
    @Test("random facts leave both desks alike, and each component whole", arguments: UInt64(1)...12)
    func bothDesksDecideAlike(seed: UInt64) {
        let steps = DeskTwinTests.steps(seed: seed, count: 600)
        guard DeskTwinTests.fault(of: steps) != nil else { return }
        let fewest = shrunk(steps) { DeskTwinTests.fault(of: $0) != nil }
        let fault = DeskTwinTests.fault(of: fewest) ?? ""
        Issue.record("seed \(seed): \(fault)\n\(fewest.map(\.description).joined(separator: "\n"))")
    }

    /// The facts reach nearly every state, and every list and kind of appointment, or the comparison would say nothing
    /// of some.
    @Test func randomFactsReachEverything() {
        var states = Set<EpisodeState>()
        var heard = 0
        var (later, held, seats, lists) = (0, 0, 0, Set<WaitingPlace>())
        for seed in UInt64(1)...12 {
            var twin = DeskTwin()
            for step in DeskTwinTests.steps(seed: seed, count: 600) where twin.tell(step) {
                heard += 1
                later = max(later, twin.desk.laterSessions.count)
                held = max(held, twin.desk.state.pointee.appointments.held.count)
                seats = max(seats, twin.desk.groups[0].members.count)
                for person in twin.desk.people.indices {
                    states.insert(twin.desk.episodes[person].state)
                    lists.insert(twin.desk.people[person].list)
                }
            }
        }
        #expect(states.count == EpisodeState.allCases.count)
        #expect(lists.count == 4)
        #expect(heard > 1_500 && later > 0 && held > 1 && seats > 1)
    }

    /// What happens in one life of the small service.
    private static func steps(seed: UInt64, count: Int) -> [TimedStep] {
        var random = SplitMix(seed: seed)
        var twin = DeskTwin()
        var steps: [TimedStep] = []
        for _ in 0..<count {
            guard let step = twin.something(&random), twin.desk.now.day < DeskTwin.start.day + 40 else { continue }
            // What cannot happen leaves a gap in time, and is thought of no more.
            if twin.tell(step) {
                steps.append(step)
            } else {
                steps.append(TimedStep(minutes: step.minutes, fact: .weekTurned))
            }
        }
        return steps
    }

    /// Where the desks differ first; nil if they never do. Steps that cannot happen are left out.
    private static func fault(of steps: [TimedStep]) -> String? {
        var twin = DeskTwin()
        for (number, step) in steps.enumerated() where twin.tell(step) {
            if let difference = twin.difference() { return "step \(number): \(difference)" }
            twin.desk.checkInvariants()
        }
        return nil
    }
}
