import CareModel
import Experiments
import Replications
import ScenarioFiles
import ServiceSimulation
import Synchronization
import Testing

/// Several processes make the runs of a forecast or comparison; whoever has the pieces of all finds what one alone
/// would have found.
@Suite("Runs that are shared are those of one process")
struct SharedRunsTests {
    private func scenario(_ teams: [String] = ["north", "south"], more: Bool = false) throws -> ServiceScenario {
        let parts = teams.map { name in
            """
              - name: \(name)
                title: \(name)
                population: { registered: 30000 }
                referrals: { per-week: !measured \(more ? 15 : 12) }
                scores: { low-change: 1.8, high-change: 1.1 }
                diary: { low-first-share: 0.4, high-first-share: 0.1 }
                staff:
                  - { role: pwp, count: 2 }
                  - { role: hit, count: 2, modalities: [cbt] }
            """
        }
        let text = """
            name: shared
            title: Shared
            starts: 2026-11-23
            weeks: 6
            start: { origin: warm-up, warm-up-weeks: 26, first-days: 3 }
            teams:
            \(parts.joined(separator: "\n"))

            """
        return try ScenarioLoader.load(.text(text, name: "shared.yaml")).scenario
    }

    private func experiment(_ scenario: ServiceScenario, _ work: SharedWork? = nil, place: Int = 0) -> Experiment {
        var experiment = Experiment(scenario, seed: 4, replications: 8, threads: 2)
        (experiment.sharedWork, experiment.place) = (work, place)
        return experiment
    }

    /// What all shards of some work make, each piece by its name.
    private func pieces(of count: Int, _ make: (SharedWork) -> Bool) -> [SharedWork.Piece] {
        (0..<count).flatMap { place in
            let work = SharedWork(.shard(place: place, count: count))
            #expect(make(work))
            #expect(!work.isShort)
            return work.pieces
        }
    }

    private func finding(_ pieces: [SharedWork.Piece], _ part: SharedWork.Part = .merger) -> SharedWork {
        SharedWork(part, known: { name in pieces.first { $0.name == name }?.bytes })
    }

    @Test(
        "A forecast, whatever the number of shards: each run and each first day is made by one",
        arguments: [1, 2, 3, 7, 20])
    func forecast(_ count: Int) throws {
        let scenario = try scenario()
        let alone = try #require(experiment(scenario).run())
        let pieces = pieces(of: count) { experiment(scenario, $0).makeShare() }
        // Eight runs and three first days, none twice.
        #expect(pieces.count == 11 && Set(pieces.map(\.name)).count == 11)
        let steps = Mutex<Int>(0)
        let finder = experiment(scenario, finding(pieces))
        let found = finder.run(progress: { step in if step.done > 0 { steps.withLock { $0 += 1 } } })
        let joined = try #require(found)
        let made = steps.withLock { $0 }
        #expect(made == 0, "nothing was left to make")
        #expect(joined.records == alone.records && joined.events == alone.events)
        #expect(joined.start.origin == alone.start.origin)
        #expect(joined.start.waiting.map { "\($0)" } == alone.start.waiting.map { "\($0)" })
        let collector = finding(pieces, .collector)
        #expect(experiment(scenario, collector).run() != nil && !collector.isShort)
    }

    @Test("Whoever only collects stops where a run or a first day is missing; whoever merges makes it")
    func missing() throws {
        let scenario = try scenario(["north"])
        let alone = try #require(experiment(scenario).run())
        let all = pieces(of: 2) { experiment(scenario, $0).makeShare() }
        for lost in all.indices {
            var some = all
            some.remove(at: lost)
            let collector = finding(some, .collector)
            #expect(experiment(scenario, collector).run() == nil && collector.isShort, "\(all[lost].name)")
            #expect(try #require(experiment(scenario, finding(some)).run()).records == alone.records)
        }
    }

    @Test("A piece that is not whole is made anew", arguments: [0, 1, 8, 100])
    func damaged(_ kept: Int) throws {
        let scenario = try scenario(["north"])
        let alone = try #require(experiment(scenario).run())
        let cut = pieces(of: 1) { experiment(scenario, $0).makeShare() }
            .map { SharedWork.Piece(name: $0.name, bytes: Array($0.bytes.prefix(kept))) }
        #expect(try #require(experiment(scenario, finding(cut)).run()).records == alone.records)
    }

    @Test("A comparison, with one list for all, own lists, and a team that only one has", arguments: [0, 1, 2])
    func comparison(_ kind: Int) throws {
        let base = try scenario()
        let other = try kind == 2 ? scenario(["north", "south", "west"], more: true) : scenario(more: true)
        func comparison(_ work: SharedWork?) -> Comparison {
            Comparison(
                [experiment(base, work, place: 0), experiment(other, work, place: 1)], sharesFirstDays: kind != 1)
        }
        let alone = try #require(comparison(nil).run())
        let pieces = pieces(of: 3) { comparison($0).makeShare() }
        #expect(pieces.count(where: { $0.name.contains("run") }) == 16)
        #expect(Set(pieces.map(\.name)).count == pieces.count)
        for part in [SharedWork.Part.merger, .collector] {
            let work = finding(pieces, part)
            let joined = try #require(comparison(work).run())
            #expect(!work.isShort)
            for (one, two) in zip(joined.results, alone.results) {
                #expect(one.records == two.records && one.start.events == two.start.events)
            }
        }
    }

    @Test("A service that begins with its own counts shares its runs too")
    func lists() throws {
        var scenario = try scenario(["north"])
        scenario.start.origin = .list
        let alone = try #require(experiment(scenario).run())
        let pieces = pieces(of: 2) { experiment(scenario, $0).makeShare() }
        #expect(pieces.count == 8)
        #expect(try #require(experiment(scenario, finding(pieces)).run()).records == alone.records)
    }

    @Test("Records by group are carried whole")
    func groups() throws {
        var scenario = try scenario(["north"])
        scenario.measuresGroups = true
        let alone = try #require(experiment(scenario).run())
        let pieces = pieces(of: 2) { experiment(scenario, $0).makeShare() }
        let joined = try #require(experiment(scenario, finding(pieces)).run())
        #expect(joined.records == alone.records && joined.records.allSatisfy(\.isByGroup))
    }
}
