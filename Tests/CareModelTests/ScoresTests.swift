import CareModel
import Testing

/// Caseness, reliable change and recovery, at every pair of scores.
@Suite("Scores")
struct ScoresTests {
    @Test(
        "KP-6: the last scores that are no case, and the first that are",
        arguments: [
            (9, 7, false), (10, 0, true), (0, 8, true), (9, 8, true), (10, 7, true), (0, 0, false), (27, 21, true),
        ])
    func caseness(depression: UInt8, anxiety: UInt8, isCase: Bool) {
        #expect(Scores(depression: depression, anxiety: anxiety).isCase == isCase)
    }

    @Test(
        "KP-7: the smallest falls that are reliable, and the smallest rises that undo them",
        arguments: [
            // From 15 and 12: change in PHQ-9, change in GAD-7, improved reliably.
            (-6, 0, true), (-5, 0, false), (0, -4, true), (0, -3, false), (-5, -3, false), (-6, 3, true),
            (-6, 4, false),
            (5, -4, true), (6, -4, false), (-15, 4, false), (6, -12, false), (0, 0, false), (-15, -12, true),
        ])
    func reliableChange(depression: Int, anxiety: Int, improved: Bool) {
        let start = Scores(depression: 15, anxiety: 12)
        let end = Scores(depression: UInt8(15 + depression), anxiety: UInt8(12 + anxiety))
        #expect(end.isReliableImprovement(since: start) == improved)
    }

    @Test(
        "KP-6: recovery is from a case to none",
        arguments: [
            (10, 0, 9, 7, true), (9, 8, 9, 7, true), (10, 8, 10, 0, false), (10, 8, 0, 8, false), (9, 7, 0, 0, false),
            (27, 21, 9, 7, true), (9, 7, 27, 21, false),
        ])
    func recovery(startPHQ: UInt8, startGAD: UInt8, endPHQ: UInt8, endGAD: UInt8, recovers: Bool) {
        let start = Scores(depression: startPHQ, anxiety: startGAD)
        #expect(Scores(depression: endPHQ, anxiety: endGAD).isRecovery(since: start) == recovers)
    }

    @Test("KP-6, KP-7: every pair of scores against the definitions")
    func everyPair() {
        let all = (UInt8(0)...27).flatMap { phq in (UInt8(0)...21).map { Scores(depression: phq, anxiety: $0) } }
        for start in all {
            for end in all {
                let phq = Int(end.depression) - Int(start.depression)
                let gad = Int(end.anxiety) - Int(start.anxiety)
                let better = phq <= -6 || gad <= -4
                let worse = phq >= 6 || gad >= 4
                let wasCase = start.depression > 9 || start.anxiety > 7
                let isCase = end.depression > 9 || end.anxiety > 7
                guard end.isReliableImprovement(since: start) == (better && !worse),
                    end.isRecovery(since: start) == (wasCase && !isCase), end.isCase == isCase
                else {
                    Issue.record("from \(start) to \(end)")
                    return
                }
            }
        }
    }

    @Test("A score off the scale is a mistake of the caller")
    func offTheScale() async {
        #expect(Scores(depression: 27, anxiety: 21).depression == Scores.depressionCeiling)
        await #expect(processExitsWith: .failure) { _ = Scores(depression: 28, anxiety: 0) }
        await #expect(processExitsWith: .failure) { _ = Scores(depression: 0, anxiety: 22) }
    }
}
