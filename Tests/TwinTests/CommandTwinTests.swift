import Allocation
import BookingStore
import CareModel
import ServiceSimulation
import Testing

@testable import BookingService

extension TwinTests {
    @Test("Commands that say what a simulated service did decide as it did")
    func commandsDecideTheSame() throws {
        let weeks = min(Self.weeks, 2)
        let twin = try Twin(weeks: weeks, seed: 11, warmUpWeeks: Self.warmUpWeeks)
        var simulation = Simulation(
            twin.scenario, from: twin.snapshot, seed: 11, replication: 0, weeks: weeks, recorder: twin.recorder)
        simulation.run()
        let service = try twin.service()
        var clerk = Clerk(service)
        let log = twin.recorder.entries
        var place = 0
        while place < log.count {
            let (entries, decided) = try clerk.act(on: log[place...])
            let expected = log[place..<place + entries].flatMap(\.decided)
            guard decided == expected else {
                let told = log[place..<place + entries].map { "\($0.told)" }
                Issue.record("at \(log[place].at), \(told): \(expected) against \(decided)")
                return
            }
            place += entries
        }
        try compare(simulation, service)
        let report = try service.verify()
        #expect(report.isSound, "\(report.differences.prefix(5))")
        for name in [
            "refer", "change-person", "screen", "attempt-contact", "hold", "confirm", "attend", "cancel",
            "keep-at-a-distance", "make-contact", "no-contact", "book-call", "agree-step-up", "discharge", "join-group",
            "decide-group", "attend-group", "backfill", "allocate",
        ] {
            #expect(clerk.given[name, default: 0] > 0, "nobody gave the command \(name)")
        }
        #expect(clerk.extensions > 0 && clerk.risks > 0)
        let counts = clerk.given.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("clerk: \(weeks) weeks, \(log.count) facts, \(counts.joined(separator: ", "))")
    }
}
