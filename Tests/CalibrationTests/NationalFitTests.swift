import CareModel
import Forecasting
import PublishedSamples
import PublishedStatistics
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import Calibration

/// A made-up country of three providers, and of as much again and more that no provider's rows account for.
@Suite("National fit") struct NationalFitTests {
    static let fit: Result<(file: PublishedFile, fit: NationalFit), any Error> = Result {
        let file = try MadeUpProvider.file(text)
        let fit = try NationalFit(file, until: MadeUpProvider.until, settings: settings)
        return (file, try #require(fit))
    }

    static var settings: NationalFit.Settings {
        var settings = NationalFit.Settings()
        settings.threads = 2
        settings.mostReferrals = 1_500
        settings.rounds = 12
        settings.measurements = 0
        return settings
    }

    /// One provider as usual, one where people wait twice as long, one that treats fewer of those it sees.
    private static var text: String {
        let slow: [PublishedMeasure: Double] = [.firstWaitMean: 2, .waitingForTreatment: 1.7]
        let brief: [PublishedMeasure: Double] = [
            .secondTreatments: 0.7, .finishedCourses: 0.7, .attendedOnTime: 0.75, .appointments: 0.75,
            .didNotAttend: 0.75, .patientCancelled: 0.75, .providerCancelled: 0.75, .endedTreatedOnce: 1.4,
            .recovery: 0.7, .notAtCaseness: 0.7, .firstToSecondOver28Days: 0.7, .firstToSecondOver90Days: 0.7,
        ]
        func rows(_ code: String, _ factors: [PublishedMeasure: Double]) -> String {
            let all = MadeUpProvider.text { measure, _, value in
                String(Int((value * (factors[measure] ?? 1)).rounded()))
            }
            return all.split(separator: "\n").filter { $0.contains(",ABC1,") }.joined(separator: "\n")
                .replacing(",ABC1,", with: ",\(code),") + "\n"
        }
        return MadeUpProvider.text() + rows("ABD2", slow) + rows("ABE3", brief)
    }

    @Test("The country's first treatments, finished courses and first waits are met, and each team's nearly")
    func meetsTheCountry() throws {
        let check = try Self.fit.get().fit.check
        // One in ten of the first treatments comes after 40 days, all others after 20.
        let aims: [(quantity: MomentQuantity, wanted: Double?, limit: Double)] = [
            (.firstTreatmentsPerWeek, nil, 0.05), (.finishedCoursesPerWeek, nil, 0.05), (.firstWaitMean, 22, 0.10),
        ]
        for aim in aims {
            let figure = try #require(check.country.first { $0.quantity == aim.quantity })
            let wanted = aim.wanted ?? figure.published
            #expect(
                abs(figure.simulated / wanted - 1) < aim.limit,
                "\(aim.quantity.rawValue): \(figure.simulated) for \(wanted)")
        }
        let flows: [MomentQuantity] = [.firstTreatmentsPerWeek, .finishedCoursesPerWeek]
        let far = check.off.filter { flows.contains($0.figure.quantity) && abs($0.figure.error) > 0.2 }
        #expect(far.isEmpty, "\(check.report)")
    }

    @Test("Whoever has no rows is one more team: referrals add up to the country's")
    func rest() throws {
        let (file, fit) = try Self.fit.get()
        #expect(fit.scenario.teams.map(\.name) == ["abc1", "abd2", "abe3", "others"])
        let england = try #require(file.england)
        let country = ProviderMoments(england, england: england, until: MadeUpProvider.until)
        let whole = try country[.referralsPerWeek].get().value
        let sum = fit.scenario.teams.reduce(0) { $0 + $1.referrals.perWeek }
        #expect(abs(sum / whole - 1) < 0.001)
        let rest = try #require(fit.restPerYear)
        #expect(abs(rest / (whole * 0.7 * NationalFit.weeksOfYear) - 1) < 0.03)
        let others = country.rest(without: [country], code: "others")
        #expect(try others[.attendedPerWeek].get().value == 0)
        #expect(try others[.firstWaitMean].get() == country[.firstWaitMean].get())
    }

    @Test("The file says what the rest is and how near the year is, and reads back as what was fitted")
    func roundTrip() throws {
        let fit = try Self.fit.get().fit
        let draft = ScenarioDraft(fit, file: "activity.csv")
        #expect(draft.text.contains("England: 3 providers") && draft.text.contains("all that England has beside them"))
        #expect(draft.text.contains("first-treatments-per-week"))
        let read = try ScenarioLoader.load(.text(draft.text)).scenario
        #expect(read.teams.map(\.practice) == fit.scenario.teams.map(\.practice))
        #expect(read.teams.map(\.staff) == fit.scenario.teams.map(\.staff))
    }

    @Test("Teams that are off are named by what they do to the country's figure, those within a tenth are not")
    func whoIsOff() throws {
        func team(_ name: String, _ published: Double, _ simulated: Double, wait: Double) -> NationalCheck.Team {
            NationalCheck.Team(
                name: name, title: name.uppercased(),
                figures: [
                    NationalCheck.Figure(
                        quantity: .firstTreatmentsPerWeek, published: published, simulated: simulated),
                    NationalCheck.Figure(quantity: .firstWaitMean, published: 20, simulated: wait),
                ],
                verdict: wait > 30 ? .doesNotHold : .holds)
        }
        let file = try Self.fit.get().file
        let england = try #require(file.england)
        let country = ProviderMoments(england, england: england, until: MadeUpProvider.until)
        let check = NationalCheck(
            [team("small", 10, 15, wait: 20), team("large", 200, 170, wait: 21), team("near", 250, 270, wait: 40)],
            country: country)
        let named = check.off.map { "\($0.team.name) \($0.figure.quantity.rawValue)" }
        #expect(
            named == [
                "near first-treatment-wait-mean", "large first-treatments-per-week", "small first-treatments-per-week",
            ])
        let first = try #require(check.country.first { $0.quantity == .firstTreatmentsPerWeek })
        #expect(first.simulated == 455)
        let wait = try #require(check.country.first { $0.quantity == .firstWaitMean })
        #expect(abs(wait.simulated - (15 * 20 + 170 * 21 + 270 * 40) / 455) < 1e-9)
        #expect(check.report.contains("large (LARGE)"))
        #expect(check.doesNotHold.map(\.name) == ["near"] && check.doubtful.isEmpty)
        #expect(
            check.report.contains("Of 3 teams 2 hold all their main figures; doubtful are 0; 1 (near) do not hold."))
    }
}
