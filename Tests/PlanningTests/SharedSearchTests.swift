// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModels
import Replications
import Testing

/// A search whose runs several processes make, round after round.
@Suite("A search that is shared finds what one process finds")
struct SharedSearchTests {
    private static let queue = StaffedQueue(
        arrivalRates: [6, 9], share: 0.8, waitLimit: 0.2, chance: 0.9, hasEstimate: false, luck: 5)

    private func search() -> PlanSearch {
        var settings = PlanSettings()
        settings.budget = 1_000
        return PlanSearch(Self.queue, seed: 3, settings: settings)
    }

    @Test("Round after round until all is made, with any number of shards", arguments: [1, 2, 5])
    func rounds(_ count: Int) throws {
        let alone = try search().run()
        var known: [SharedWork.Piece] = []
        func finding(_ part: SharedWork.Part) -> SharedWork {
            let pieces = known
            return SharedWork(part, known: { name in pieces.first { $0.name == name }?.bytes })
        }
        var rounds = 0
        while true {
            var made: [SharedWork.Piece] = []
            for place in 0..<count {
                let work = finding(.shard(place: place, count: count))
                _ = try search().run(sharing: work)
                made += work.pieces
            }
            known += made
            rounds += 1
            #expect(Set(known.map(\.name)).count == known.count, "nothing is made twice")
            let collector = finding(.collector)
            let outcome = try search().run(sharing: collector)
            if !collector.isShort {
                #expect(outcome.chosen == alone.chosen && outcome.state == alone.state)
                break
            }
            // One shard makes all of it in one round.
            try #require(count > 1 && rounds < 100 && !made.isEmpty)
        }
        #expect(count == 1 ? rounds == 1 : rounds > 1)
    }

    @Test("After one round the merge makes the rest")
    func merge() throws {
        let alone = try search().run()
        let work = SharedWork(.shard(place: 0, count: 1))
        _ = try search().run(sharing: work)
        let half = work.pieces.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let merged = try search().run(
            sharing: SharedWork(.merger, known: { name in half.first { $0.name == name }?.bytes }))
        #expect(merged.chosen == alone.chosen && merged.state == alone.state && merged.runs == alone.runs)
    }

    @Test("Numbers are carried bit by bit")
    func numbers() throws {
        let values = [0.0, -0.0, 1.0 / 3, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
        let shard = SharedWork(.shard(place: 0, count: 1))
        _ = shard.run(["one"], threads: 1, isCancelled: { false }, form: .numbers, body: { _ in values })
        let bytes = try #require(shard.pieces.first).bytes
        let found = SharedWork(.collector, known: { _ in bytes })
            .run(["one"], threads: 1, isCancelled: { false }, form: .numbers, body: { _ in [] })
        #expect(found?[0].map(\.bitPattern) == values.map(\.bitPattern))
    }
}
