import CareModel
import Forecasting
import PublishedSamples
import PublishedStatistics
import ScenarioFiles
import ServiceSimulation
import Statistics
import Synchronization
import TestSupport
import Testing

@testable import Calibration

/// A fit to a made-up provider: once, for all tests that look at it.
@Suite("Calibration") struct CalibrationTests {
    static let fit: Result<(fit: PublishedFit, calibration: Calibration), any Error> = Result {
        let file = try MadeUpProvider.file(MadeUpProvider.text())
        let country = PublishedFit.Country(trendKept: 0)
        let fit = try PublishedFit(file, provider: "abc1", until: MadeUpProvider.until, country: country)
        return (fit, try #require(try fit.calibrate(settings: settings)))
    }

    static var settings: Calibration.Settings {
        var settings = Calibration.Settings()
        settings.threads = 2
        settings.rounds = 6
        settings.steps = 20
        settings.leastReferrals = 3_000
        return settings
    }

    @Test("The fitted service gives the flows, waits and outcomes that were published")
    func meetsItsFigures() throws {
        let calibration = try Self.fit.get().calibration
        let close: [MomentQuantity: Double] = [
            .firstTreatmentsPerWeek: 0.08, .secondTreatmentsPerWeek: 0.10, .finishedCoursesPerWeek: 0.12,
            .attendedPerWeek: 0.12, .recovery: 0.12, .didNotAttendShare: 0.15, .firstWaitMean: 0.25,
        ]
        for meeting in calibration.meetings {
            guard let limit = close[meeting.quantity] else { continue }
            let simulated = try #require(meeting.simulated)
            #expect(
                abs(simulated / meeting.published.value - 1) < limit,
                "\(meeting.quantity.rawValue): \(simulated) for \(meeting.published.value)")
        }
    }

    @Test("Figures answer to the values that govern them")
    func answers() throws {
        let responses = try Self.fit.get().calibration.responses
        let cancelled = try #require(
            responses.response(of: .patientCancelledShare, to: ["attendance.cancelled-treatment"]))
        // A share of 0.1 that grows by a hundredth of itself grows by a thousandth.
        #expect(cancelled > 0.03 && cancelled < 0.2, "\(cancelled)")
        let wait = try #require(responses.response(of: .firstWaitMean, to: ["diary.aim-days"]))
        #expect(wait > 0.05, "\(wait)")
        #expect(responses.response(of: .stepUpWait, to: ["diary.aim-days"]) == nil)
    }

    @Test("What is published is taken as it is: level, season, sources")
    func whatIsPublished() throws {
        let team = try Self.fit.get().calibration.scenario.teams[0]
        // 300 a month, a tenth more in three of twelve.
        #expect(abs(team.referrals.perWeek / (300 * 12 * 1.025 / 52.18) - 1) < 0.03)
        #expect(team.referrals.months[1] > team.referrals.months[6] * 1.05)
        let own = team.referrals.sources[0] + team.referrals.sources[1]
        #expect(abs(own - 0.7) < 0.02)
    }

    @Test("The file that is written reads back as the scenario that was fitted")
    func roundTrip() throws {
        let (fit, calibration) = try Self.fit.get()
        var uncertainty = UncertaintyInput()
        uncertainty.referrals = 0.08
        let draft = ScenarioDraft(
            calibration, file: "activity.csv", provider: fit.series.name, uncertainty: uncertainty)
        let read = try ScenarioLoader.load(.text(draft.text)).scenario
        let wanted = calibration.scenario
        #expect(read.teams[0].practice == wanted.teams[0].practice)
        #expect(read.teams[0].referrals == wanted.teams[0].referrals)
        #expect(read.teams[0].staff == wanted.teams[0].staff)
        #expect(read.teams[0].initial == wanted.teams[0].initial)
        #expect(read.start == wanted.start && read.starts == wanted.starts)
        #expect(read.uncertainty == uncertainty)
        #expect(read.title == "River and Hill Service")
    }

    @Test("The same seed gives the same scenario on any number of threads")
    func sameOnAnyThreads() throws {
        let (fit, _) = try Self.fit.get()
        var quick = Self.settings
        quick.rounds = 2
        quick.steps = 1
        quick.leastReferrals = 500
        let two = try #require(try fit.calibrate(settings: quick))
        quick.threads = 1
        let one = try #require(try fit.calibrate(settings: quick))
        #expect(one.fitted.map(\.value) == two.fitted.map(\.value))
    }

    /// Before anything is simulated, on the way to the search, and in it.
    @Test("A fit that is cancelled ends, and gives nothing", arguments: [0, 1, 3])
    func cancelled(after services: Int) throws {
        let country = PublishedFit.Country(trendKept: 0)
        let fit = try PublishedFit(
            MadeUpProvider.file(MadeUpProvider.text()), provider: "abc1", until: MadeUpProvider.until, country: country)
        var quick = Self.settings
        quick.rounds = 2
        quick.steps = 1
        quick.leastReferrals = 500
        let simulated = Mutex(0)
        let calibration = try fit.calibrate(
            settings: quick, progress: { done in simulated.withLock { $0 = max($0, done) } },
            isCancelled: { simulated.withLock { $0 >= services } })
        #expect(calibration == nil)
        #expect(simulated.withLock { $0 } <= services + quick.threads)
    }

    @Test("What the figures do not tell stays at what is expected, and the report says so")
    func whatIsNotKnown() throws {
        let text = MadeUpProvider.text { measure, _, value in
            let dropped: [PublishedMeasure] = [
                .recovery, .recoveryShare, .reliableImprovement, .assessmentToHighWait, .waitingForTreatment,
            ]
            return dropped.contains(measure) ? "*" : String(Int(value.rounded()))
        }
        let country = PublishedFit.Country(trendKept: 0)
        let fit = try PublishedFit(
            MadeUpProvider.file(text), provider: "ABC1", until: MadeUpProvider.until, country: country)
        var quick = Self.settings
        quick.rounds = 2
        quick.steps = 1
        quick.leastReferrals = 500
        let calibration = try #require(try fit.calibrate(settings: quick))
        let dropped: [MomentQuantity] = [.recovery, .reliableImprovement, .assessmentToHighWait, .waitingForTreatment]
        #expect(dropped.allSatisfy { calibration.missing.map(\.quantity).contains($0) })
        #expect(dropped.allSatisfy { !calibration.meetings.map(\.quantity).contains($0) })
        #expect(calibration.report.contains("Not aimed at:") && calibration.report.contains("reliable-improvement:"))
    }

    @Test("A search recovers the service from which its figures were taken")
    func recoversTheTruth() throws {
        let calibration = try Self.fit.get().calibration
        let guess = FirstGuess(
            calibration.moments, name: "truth", title: "Truth", starts: calibration.scenario.starts, perWeek: 60,
            trend: 0)
        func trial(_ targets: [(target: CalibrationTarget, moment: Moment)]) -> Trial {
            var trial = Trial(
                scenario: guess.scenario, parameters: guess.parameters, targets: targets, settings: Self.settings,
                perWeek: 60, progress: { _ in })
            // The truth is no service that stands still.
            trial.asksForSteadiness = false
            return trial
        }
        // The truth: people improve more, and miss less.
        var truth = [Double](repeating: 0, count: guess.parameters.count)
        let moved = ["scores.high-change": 0.8, "attendance.did-not-attend-treatment": -0.8]
        for (place, parameter) in guess.parameters.enumerated() { truth[place] = moved[parameter.key] ?? 0 }
        let tally = try #require(trial([]).tallies(at: [truth]))[0]
        let targets = CalibrationTarget.all.compactMap { target in
            target.simulated(tally).map { (target, Moment(value: $0, standardError: 0, months: 12)) }
        }
        let judge = trial(targets)
        // As long as a provider's fit looks.
        let usual = Calibration.Settings()
        let effort = ProviderSearch.Effort(
            rounds: usual.rounds, steps: usual.steps, measurements: usual.measurements)
        let search = try #require(ProviderSearch(judge, slopes: nil, effort: effort))
        for (place, parameter) in guess.parameters.enumerated() where moved[parameter.key] != nil {
            #expect(
                abs(search.place[place] - truth[place]) < 0.35, "\(parameter.key): \(search.place[place])")
        }
    }
}
