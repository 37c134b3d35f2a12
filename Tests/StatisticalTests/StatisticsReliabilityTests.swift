import Statistics
import Testing

@Suite("Reliability of chances")
struct StatisticsReliabilityTests {
    private func outcome(_ occasion: Int, _ chance: Double, _ happened: Bool) -> Reliability.Outcome {
        Reliability.Outcome(occasion: occasion, chance: chance, happened: happened)
    }

    @Test("Scores and diagram of a study that can be worked out by hand")
    func byHand() {
        let study = Reliability([
            outcome(1, 0.2, false), outcome(1, 0.8, true), outcome(2, 0.25, true), outcome(2, 1, true),
        ])
        #expect(abs(study.brierScore - (0.04 + 0.04 + 0.5625 + 0) / 4) < 1e-15)
        #expect(abs(study.brierScoreIfReliable - (0.16 + 0.16 + 0.1875 + 0) / 4) < 1e-15)
        #expect(abs(study.brierScoreOfBaseRate - 0.1875) < 1e-15)
        // Of the two occasions one had as many as forecast, the other 0.75 more.
        #expect(abs(study.excess.estimate - 0.1875) < 1e-15)
        let bins = study.bins()
        #expect(bins.map(\.from) == [0.2, 0.8, 0.9])
        #expect(bins.map(\.count) == [2, 1, 1])
        #expect(bins[0].observed == 0.5)
        #expect(abs(bins[0].forecast - 0.225) < 1e-15)
    }

    @Test("What is shared by an occasion widens the interval")
    func occasions() {
        let shared = Reliability((0..<40).flatMap { day in (0..<25).map { _ in outcome(day, 0.5, day % 2 == 0) } })
        let apart = Reliability((0..<1000).map { outcome($0, 0.5, $0 % 2 == 0) })
        #expect(abs(shared.excess.halfWidth / apart.excess.halfWidth - 5) < 0.3)
    }
}
