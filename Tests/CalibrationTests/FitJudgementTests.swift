import Forecasting
import PublishedSamples
import PublishedStatistics
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

@testable import Calibration

/// Fits are judged, figure by figure, and what cannot be fitted is refused.
@Suite("Verdicts on fits") struct FitJudgementTests {
    /// Main figures as published, but for some that are off by a share, each with a standard error as a share of it.
    private static func judged(
        _ off: [MomentQuantity: Double], error: Double = 0.01, without: [MomentQuantity] = [], perWeek: Double = 100
    ) -> FitJudgement {
        let figures = CalibrationTarget.all.filter { !without.contains($0.quantity) }.map { target in
            let moment = Moment(value: 0.5, standardError: 0.5 * error, months: 12)
            let simulated: Double? = 0.5 * (1 + (off[target.quantity] ?? 0))
            return (target: target, moment: moment, simulated: simulated)
        }
        return FitJudgement(figures, perWeek: perWeek)
    }

    @Test(
        "A main figure holds within a tenth, is doubtful as far as its months vary, and does not hold beyond",
        arguments: [
            (0.09, 0.01, FitInput.Verdict.holds), (-0.09, 0.01, .holds), (0.11, 0.01, .doesNotHold),
            (-0.11, 0.01, .doesNotHold), (0.11, 0.06, .doubtful), (-0.19, 0.10, .doubtful), (0.13, 0.06, .doesNotHold),
        ])
    func main(off: Double, error: Double, verdict: FitInput.Verdict) throws {
        let judgement = Self.judged([.waitingForTreatment: off], error: error)
        let line = try #require(judgement.lines.first { $0.quantity == .waitingForTreatment })
        #expect(line.isMain && line.verdict == verdict)
        #expect(judgement.verdict == verdict)
        let named = judgement.input.doubtful + judgement.input.doesNotHold
        #expect(named.contains(line.measure) == (verdict != .holds), "\(named)")
    }

    @Test("The whole rests on main figures; one that is not known, or few referrals, make it doubtful")
    func whole() {
        let other = Self.judged([.secondWithin28Days: 2])
        #expect(other.verdict == .holds && other.input.doesNotHold.count == 1, "\(other.input)")
        let unknown = Self.judged([:], without: [.firstWaitMean, .stepUpWait])
        #expect(unknown.verdict == .doubtful && unknown.unknown == [.firstWaitMean])
        #expect(unknown.sentence.contains("first-treatment-wait-mean"))
        #expect(Self.judged([:], perWeek: 8).verdict == .doubtful)
        #expect(Self.judged([.recovery: 0.5], perWeek: 8).verdict == .doesNotHold)
    }

    @Test("A provider without referrals of late, or with next to none, is refused with the reason")
    func refused() throws {
        func why(_ change: @escaping (PublishedMeasure, PublishedMonth, Double) -> String?) throws -> String {
            let file = try MadeUpProvider.file(MadeUpProvider.text(changing: change))
            let fit = try PublishedFit(
                file, provider: "ABC1", until: MadeUpProvider.until, country: PublishedFit.Country(trendKept: 0))
            let error = #expect(throws: NotEstimable.self) {
                _ = try fit.calibrate(settings: Calibration.Settings())
            }
            return error?.description ?? ""
        }
        let last = MadeUpProvider.until - 4
        let ended = try why { _, month, value in month > last ? nil : String(Int(value.rounded())) }
        #expect(ended.contains("since \(last)") && ended.contains("has ended"), "\(ended)")
        let tiny = try why { measure, _, value in measure == .referrals ? "7" : String(Int(value.rounded())) }
        #expect(tiny.contains("too few to fit"), "\(tiny)")
    }

    @Test("Figures that no service could give together are named, those that one could are not")
    func contradictions() throws {
        func found(_ values: [PublishedMeasure: Double]) throws -> [MomentQuantity] {
            let text = MadeUpProvider.text { measure, _, value in String(Int((values[measure] ?? value).rounded())) }
            let file = try MadeUpProvider.file(text)
            let moments = ProviderMoments(
                try file.series(of: "ABC1"), england: file.england, until: MadeUpProvider.until)
            return PublishedContradiction.all(of: moments).flatMap(\.quantities)
        }
        #expect(try found([:]).isEmpty)
        #expect(try found([.firstWaitMean: 80]).contains(.firstWaitMean))
        #expect(try found([.waitingForTreatment: 2000]) == [.waitingForTreatment])
        #expect(try found([.endedBeforeTreatment: 20]).contains(.endedBeforeTreatment))
        #expect(try found([.sessionsMean: 14]) == [.sessions, .attendedPerWeek])
    }

    @Test("What no verdict rests on counts less than its square once it is large, what one rests on counts more")
    func losses() {
        let bounded = ProviderSearch.Loss.bounded
        #expect(abs(bounded.counted(0.1) - 0.1) < 0.001 && bounded.counted(0) == 0)
        #expect(bounded.counted(-20) == -bounded.counted(20))
        let large = [40.0, 80].map(bounded.counted)
        // The square grows as the residual.
        #expect(large[0] < 18 && abs(large[1] * large[1] / (large[0] * large[0]) - 2) < 0.15, "\(large)")
        let main = ProviderSearch.Loss.main(tolerance: 6)
        #expect(abs(main.counted(0.6) - 0.6) < 0.01 && main.counted(6) == 12 && main.counted(-12) == -60)
        for loss in [ProviderSearch.Loss.square, bounded, main] {
            let slope = (loss.counted(5.001) - loss.counted(4.999)) / 0.002
            #expect(abs(loss.answer(5) - slope) < 1e-4 && loss.answer(0) == 1)
        }
    }
}
