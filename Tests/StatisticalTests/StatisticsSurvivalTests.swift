import Statistics
import Testing

/// The product-limit estimate, against published values and against what it must be without anybody lost.
@Suite struct StatisticsSurvivalTests {
    /// Counts by time, 0 … `last`.
    private func counts(_ times: [Int], last: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: last + 1)
        for time in times { counts[time] += 1 }
        return counts
    }

    /// Weeks of remission on 6-mercaptopurine (Freireich et al. 1963), the example of Kaplan–Meier's textbooks: Cox &
    /// Oakes, *Analysis of Survival Data* (1984), table 1.1.
    @Test func remissionOfLeukaemia() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
        let lost = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
        let curve = SurvivalCurve(
            entered: counts(Array(repeating: 0, count: 21), last: 40), ended: counts(ended, last: 40),
            unended: counts(lost, last: 40))
        let known = [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)]
        for (time, share) in known { #expect(abs(curve.surviving[time] - share) < 0.0005, "\(time)") }
        #expect(curve.surviving[5] == 1)
        #expect(curve.surviving[40] == curve.surviving[23])
        #expect(curve.quantile(0.5) == 23)
        #expect(curve.quantile(0.25) == 13)
        #expect(curve.quantile(0.9) == nil)
        #expect(curve.lastObserved == 35)
    }

    /// With nobody lost it is the sample itself, and its mean the sample's mean.
    @Test func withoutAnybodyLost() {
        let times = [3, 0, 7, 7, 2, 9, 1, 4, 4, 8]
        let none = [Int](repeating: 0, count: 11)
        let curve = SurvivalCurve(
            entered: counts(times.map { _ in 0 }, last: 10), ended: counts(times, last: 10), unended: none)
        for time in 0...10 {
            #expect(abs(curve.surviving[time] - Double(times.count { $0 > time }) / 10) < 1e-12)
        }
        #expect(abs(curve.restrictedMean(upTo: 11) - 4.5) < 1e-12)
        for tenths in 1...10 {
            #expect(curve.quantile(Double(tenths) / 10) == times.sorted()[tenths - 1], "\(tenths)")
        }
    }

    /// Who had lasted 5 when first seen says nothing of the time before: of two who enter at 0 one ends at 1; of the
    /// one left and two who enter at 5 one ends at 6.
    @Test func lateEntry() {
        let curve = SurvivalCurve(
            entered: counts([0, 0, 5, 5], last: 8), ended: counts([1, 6], last: 8), unended: counts([8, 8], last: 8))
        #expect(curve.surviving[0] == 1)
        #expect(curve.surviving[1] == 0.5)
        #expect(abs(curve.surviving[6] - 0.5 * 2 / 3) < 1e-12)
    }

    @Test func nobody() {
        let none = [Int](repeating: 0, count: 5)
        let curve = SurvivalCurve(entered: none, ended: none, unended: none)
        #expect(curve.lastObserved == nil)
        #expect(curve.quantile(0.5) == nil)
    }
}
