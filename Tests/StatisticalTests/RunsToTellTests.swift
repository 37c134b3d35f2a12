// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics
import Testing

/// How many runs would tell a difference from nothing.
@Suite("Runs that would tell a difference")
struct RunsToTellTests {
    /// Differences of runs that begin with first days in turn: a mean, luck of each day, luck of each run.
    private func sample(_ seed: UInt64, runs: Int, days: Int, mean: Double, ofDays: Double, ofRuns: Double) -> RunSample
    {
        var stream = RandomStream(seed: seed, purpose: 1)
        let day = (0..<days).map { _ in stream.normal(mean: 0, standardDeviation: ofDays) }
        return RunSample(
            (0..<runs).map { mean + day[$0 % days] + stream.normal(mean: 0, standardDeviation: ofRuns) },
            firstDays: days)
    }

    @Test("What is told needs no more")
    func told() {
        #expect(RunSample([3, 4, 5, 4, 3, 5]).runsToTell() == .told)
        #expect(RunSample([3]).runsToTell() == nil)
        #expect(RunSample([0, 0, 0]).runsToTell() == .never)
    }

    @Test(
        "Of independent runs about so many tell it, and half of them do not, when the difference is what it looked like"
    )
    func independent() throws {
        // Symmetric values whose mean and spread are what they are: half a deviation from nothing.
        let pattern = (0..<8).map { Double($0 % 2 == 0 ? 1 : -1) + 0.5 }
        guard case .runs(let count) = try #require(RunSample(pattern).runsToTell()) else {
            Issue.record("eight runs do not tell it")
            return
        }
        func isTold(_ runs: Int) -> Bool {
            RunSample((0..<runs).map { pattern[$0 % 8] }).runsToTell() == .told
        }
        #expect(count > 8 && isTold(count + count % 2) && !isTold(count / 2 / 2 * 2), "\(count)")
    }

    @Test("Where the luck of first days outweighs the difference, no number of runs tells it")
    func days() throws {
        let hopeless = sample(1, runs: 60, days: 6, mean: 0.2, ofDays: 5, ofRuns: 1)
        #expect(hopeless.runsToTell() == .never)
        // With next to no luck of days, runs from the same days tell it as new ones would.
        var counts: [Int] = []
        for seed in UInt64(1)...40 {
            let open = sample(seed, runs: 24, days: 6, mean: 0.6, ofDays: 0, ofRuns: 2)
            guard case .runs(let count) = try #require(open.runsToTell()) else { continue }
            counts.append(count)
        }
        // (t · 2 / 0.6)² with five degrees of freedom is 73.
        let middle = counts.sorted()[counts.count / 2]
        #expect(counts.count > 15 && (25...300).contains(middle), "\(counts.sorted())")
    }
}
