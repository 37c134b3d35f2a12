import RandomStreams
import Statistics
import Testing

/// Chances that are drawn towards the middle where they were too sure.
@Suite struct StatisticsChanceWideningTests {
    /// Outcomes of people whose true log odds are so many times those that were forecast, and so much more.
    private func outcomes(_ count: Int, shift: Double, slope: Double, runs: Int = 200) -> [Reliability.Outcome] {
        var draws = RandomSource(seed: 7, replication: 0).stream(purpose: 1, subject: 1)
        let truth = ChanceWidening(shift: shift, slope: slope)
        return (0..<count).map { person in
            let told = (Double(person % runs) + 0.5) / Double(runs)
            let chance = truth.chance(told, runs: runs)
            return Reliability.Outcome(occasion: person, chance: told, happened: draws.uniform() < chance)
        }
    }

    @Test func withoutAShiftAndWithASlopeOfOneNothingChanges() {
        let none = ChanceWidening()
        for chance in [0.01, 0.25, 0.5, 0.99] { #expect(abs(none.chance(chance, runs: 1000) - chance) < 1e-12) }
    }

    /// Of 100 runs none or all show no more than half a run: log odds of 1 to 199, worked by hand.
    @Test func nothingIsToldSurerThanTheRunsShow() {
        #expect(abs(ChanceWidening().chance(0, runs: 100) - 0.005) < 1e-12)
        #expect(abs(ChanceWidening().chance(1, runs: 100) - 0.995) < 1e-12)
        // Half the log odds are the square root of the odds: 1 to √199.
        let half = ChanceWidening(shift: 0, slope: 0.5)
        #expect(abs(half.chance(0, runs: 100) - 1 / (1 + 199.0.squareRoot())) < 1e-12)
    }

    @Test func aWideningKeepsTheOrderAndDrawsToTheMiddle() {
        let wide = ChanceWidening(shift: 0, slope: 0.6)
        let chances = stride(from: 0.02, through: 0.98, by: 0.04)
        let told = chances.map { wide.chance($0, runs: 500) }
        #expect(zip(told, told.dropFirst()).allSatisfy { $0 < $1 })
        for (chance, told) in zip(chances, told) { #expect(abs(told - 0.5) <= abs(chance - 0.5) + 1e-12) }
    }

    @Test(arguments: [(0.0, 1.0), (0.0, 0.5), (0.6, 0.8), (-0.4, 1.3)])
    func whatIsLearnedIsWhatIsTrue(shift: Double, slope: Double) {
        let found = ChanceWidening.fitted(to: outcomes(20_000, shift: shift, slope: slope), runs: 200)
        // Some four standard errors of 20,000 people.
        #expect(abs(found.shift - shift) < 0.08 && abs(found.slope - slope) < 0.08, "\(found)")
    }

    @Test func whatTellsNothingChangesNothing() {
        let never = (0..<50).map { Reliability.Outcome(occasion: $0, chance: 0.2, happened: false) }
        #expect(ChanceWidening.fitted(to: never, runs: 100) == ChanceWidening())
        #expect(ChanceWidening.fitted(to: [], runs: 100) == ChanceWidening())
    }
}
