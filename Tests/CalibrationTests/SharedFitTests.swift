import PublishedSamples
import PublishedStatistics
import Replications
import Testing

@testable import Calibration

/// A fit whose trials several processes simulate, round after round, is the fit of one process.
@Suite("A fit that is shared finds what one process finds") struct SharedFitTests {
    /// Round after round, each shard makes its part and all are joined, until nothing is missing.
    /// - Parameter fit: what one process finds with a share of the work; nil where it falls short.
    private func rounds<Found>(_ count: Int, _ fit: (SharedWork) throws -> Found?) throws -> (found: Found, rounds: Int)
    {
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
                _ = try fit(work)
                made += work.pieces
            }
            known += made
            rounds += 1
            #expect(Set(known.map(\.name)).count == known.count, "nothing is made twice")
            let collector = finding(.collector)
            if let found = try fit(collector), !collector.isShort { return (found, rounds) }
            try #require(count > 1 && rounds < 200 && !made.isEmpty, "\(rounds) rounds, \(known.count) pieces")
        }
    }

    @Test("One provider", arguments: [1, 2]) func provider(_ count: Int) throws {
        let file = try MadeUpProvider.file(MadeUpProvider.text())
        let fit = try PublishedFit(
            file, provider: "abc1", until: MadeUpProvider.until, country: PublishedFit.Country(trendKept: 0))
        var settings = CalibrationTests.settings
        settings.rounds = 1
        settings.steps = 2
        settings.leastReferrals = 1_000
        settings.yearRuns = 2
        let alone = try #require(try fit.calibrate(settings: settings))
        let shared = try rounds(count) { work in
            settings.sharedWork = work
            return try fit.calibrate(settings: settings)
        }
        #expect(String(describing: shared.found.scenario) == String(describing: alone.scenario))
        #expect(shared.found.report == alone.report)
        #expect(count == 1 ? shared.rounds == 1 : shared.rounds > 1)
    }

    @Test("A country, a provider a piece") func country() throws {
        let file = try MadeUpProvider.file(MadeUpProvider.text())
        var settings = NationalFitTests.settings
        settings.rounds = 1
        settings.mostReferrals = 500
        let alone = try #require(try NationalFit(file, until: MadeUpProvider.until, settings: settings))
        let shared = try rounds(3) { work in
            settings.sharedWork = work
            return try NationalFit(file, until: MadeUpProvider.until, settings: settings)
        }
        #expect(String(describing: shared.found.scenario) == String(describing: alone.scenario))
        #expect(shared.found.check.report == alone.check.report)
        #expect(shared.rounds == 1, "providers do not wait for each other")
    }
}
