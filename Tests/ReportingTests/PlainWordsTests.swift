import CareModel
import Foundation
import Statistics
import Testing

@testable import Reporting

@Suite("Plain words")
struct PlainWordsTests {
    private func words(_ change: (inout Forecast) -> Void) -> String {
        var forecast = SmallForecast.empty()
        change(&forecast)
        return PlainWords.paragraphs(forecast)[0].text
    }

    @Test("say plainly that nobody breaches")
    func never() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { SmallForecast.breaches($0, mean: 0, low: 0, high: 0, chance: 0) }
        }
        #expect(
            text == "Nobody is forecast to wait longer than 28 days for a first appointment. "
                + "It happens in none of the 30 runs.")
    }

    @Test("tell the worst week, the people, the first likely week and the cause")
    func likely() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { week in
                week == 8
                    ? SmallForecast.breaches(week, mean: 14.2, low: 6, high: 23, chance: 0.9, standsOut: true)
                    : SmallForecast.breaches(week, mean: 1, low: 0, high: 3, chance: week >= 5 ? 0.6 : 0.4)
            }
            for (cause, share) in [("slow-to-book", 4.0), ("no-free-slot", 10.0)] {
                forecast.weekly.append(
                    SmallForecast.breaches(
                        8, mean: share, low: 0, high: 12, chance: 0.8,
                        group: MeasureGroup(team: "mid-test", cause: cause)))
            }
        }
        #expect(
            text
                == "Most people pass 28 days in the week of 11 January 2027: about 14 people. 9 in 10 runs lie between "
                + "6 and 23 people a week. The main cause is that no slot was free in time (about 7 in 10).")
    }

    @Test(
        "call a breach in all runs as certain as the runs are many",
        arguments: [
            (2, "2 of 2 runs"), (18, "18 of 18 runs"), (20, "about 9 in 10"), (30, "at least 9 in 10"),
            (58, "at least 9 in 10"), (59, "more than 19 in 20"),
        ])
    func certain(runs: Int, words: String) {
        #expect(ChanceText.about(Chance(happened: runs, runs: runs)) == words)
        let text = self.words { forecast in
            forecast.manifest.replications = runs
            forecast.weekly = (1...8).map {
                SmallForecast.breaches(
                    $0, mean: 143, low: 120, high: 160, chance: 1, runs: runs, standsOut: $0 == 1)
            }
        }
        let who = runs < 20 ? "Most runs" : "9 in 10 runs"
        #expect(
            text.hasPrefix(
                "Most people pass 28 days in the week of 23 November: about 140 people. \(who) lie between 120 and 160 "
                    + "people a week."))
        #expect(!text.contains("certain") && !text.contains("chance"))
    }

    @Test("give the chances of at least so many, where the runs are enough for them")
    func atLeast() {
        func text(_ runs: Int) -> String {
            var forecast = SmallForecast.empty()
            forecast.manifest.replications = runs
            forecast.weekly = (1...26).map { week in
                var band = SmallForecast.breaches(week, mean: 14, low: 6, high: 23, chance: 1, runs: runs)
                (band.p25, band.p75) = (10, 18)
                return band
            }
            let index = ForecastIndex(forecast)
            return BreachWords(scope: index.scopes[0], index: index).sentences.plain
        }
        #expect(text(30).contains("In 3 of 4 runs at least 10 people a week pass it, in 1 of 4 at least 18."))
        #expect(!text(19).contains("3 of 4"))
    }

    @Test("name no worst week where none stands out from its neighbours")
    func level() {
        let even = words { forecast in
            forecast.weekly = (1...26).map { week in
                SmallForecast.breaches(week, mean: week == 9 ? 15 : 14, low: 6, high: 23, chance: 1)
            }
        }
        #expect(even.hasPrefix("All the time 14 to 15 people a week pass 28 days without a first appointment."))
        #expect(!even.contains("worst"))
        let winter = words { forecast in
            forecast.weekly = (1...52).map { week in
                SmallForecast.breaches(week, mean: (8...20).contains(week) ? 14 : 3, low: 0, high: 23, chance: 1)
            }
        }
        #expect(winter.hasPrefix("Most people pass 28 days from January to April 2027: about 14 people a week."))
    }

    @Test("draw no chance and no verdict from a single run")
    func single() {
        var forecast = SmallForecast.empty()
        forecast.manifest.replications = 1
        forecast.weekly = (1...8).map { week in
            SmallForecast.breaches(week, mean: 2, low: .nan, high: .nan, chance: 1, runs: 1)
        }
        forecast.measures = [
            SmallForecast.summary("first-treatment-within-42-days", "share", 0.7, runs: 1),
            SmallForecast.summary("first-treatment-within-126-days", "share", 0.99, runs: 1),
        ]
        forecast.assessmentWeeks = [
            AssessmentWeekChance(
                team: "mid-test", starts: SmallForecast.monday, chance: Chance(happened: 1, runs: 1))
        ]
        #expect(
            PlainWords.paragraphs(forecast)[0].text
                == "About 70 in 100 start treatment within 42 days (standard 75) and about 99 in 100 start treatment "
                + "within 126 days (standard 95). In the one run that was made 16 people wait longer than 28 days for "
                + "a first appointment. One run shows no chances. The one run that was made has 1 assessment week.")
        #expect(PlainWords.foundation(forecast).hasSuffix("neither chances nor how well a number is known."))
    }

    @Test("name every limit by its value, whatever the standards say")
    func limits() {
        var forecast = SmallForecast.empty()
        forecast.standards.firstAppointmentDays = 21
        forecast.standards.nationalFirstDays = 35
        forecast.standards.nationalSecondDays = 100
        forecast.standards.secondTreatmentDays = 15
        forecast.standards.secondTreatmentLimitDays = 60
        forecast.standards.perinatalAssessmentDays = 10
        forecast.standards.perinatalTreatmentDays = 20
        let standards = forecast.standards
        forecast.measures = PromisedMeasure.allCases.map {
            SmallForecast.summary(standards.name($0), "share", 0.7, spread: 0.02)
        }
        forecast.weekly = standards.breaches.flatMap { measure in
            (1...8).map {
                SmallForecast.breaches(
                    $0, mean: 9, low: 4, high: 12, chance: 1, days: standards.days(measure))
            }
        }
        forecast.distributions = ["first-appointment-wait", "second-treatment-wait", "step-up-wait"].map {
            WaitDistribution(
                measure: $0, group: MeasureGroup(team: "mid-test"), people: [Double](repeating: 1, count: 200))
        }
        forecast.waitingAtStart = [
            WaitingRow(
                team: "mid-test", queue: "treatment", step: "high", modality: nil, people: 3, meanDays: 12.5,
                longestDays: 20, over: [3, 2, 1])
        ]
        let told = [
            PlainWords.summary(forecast), ForecastTable.text(forecast),
            ReportHTML.page(forecast, chartScript: "").components(separatedBy: "<main>")[1]
                .components(separatedBy: "</main>")[0], ForecastCSV.measures(forecast).text,
            ForecastCSV.text("waiting-list.csv", forecast),
        ]
        for text in told {
            let old = /\b(?:28|42|126|90|14)[ -]?days?|over_(?:28|42|126)|(?:in|after|beyond) (?:28|42|126|90|14)\b/
            let found = text.matches(of: old)
            #expect(found.isEmpty, "\(found.map(\.output))")
        }
        for text in [
            "pass 21 days", "within 35 days", "within 100 ", "within 15 days", "beyond 60 ", "pass 100 days",
        ] {
            #expect(told[0].contains(text) || told[0].contains(text.replacing("pass", with: "passes")), "\(text)")
        }
        #expect(told[4].hasSuffix(",3,2,1,21,35,100\r\n"), "\(told[4])")
    }

    @Test("do not call a small chance a forecast of breaches")
    func unlikely() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { week in
                SmallForecast.breaches(week, mean: 0.1, low: 0, high: 1, chance: week == 3 ? 0.2 : 0.04)
            }
        }
        #expect(
            text == "A wait beyond 28 days for a first appointment is unlikely in any one week; the chance is nowhere "
                + "higher than about 2 in 10.")
    }

    @Test("tell what 42 and 126 days are in for")
    func longer() {
        let text = words { forecast in
            forecast.weekly = (1...8).flatMap { week in
                [
                    SmallForecast.breaches(week, mean: 20, low: 10, high: 30, chance: 1),
                    SmallForecast.breaches(week, mean: 5, low: 2, high: 9, chance: week > 2 ? 0.9 : 0.1, days: 42),
                ]
            }
        }
        #expect(
            text.contains(
                "More than half of the runs have somebody who passes 42 days, from the week of 7 December on. That is "
                    + "up to about 5 people a week."))
    }

    @Test("measure the standards")
    func standards() {
        let text = words { forecast in
            forecast.measures = [
                SmallForecast.summary("first-treatment-within-42-days", "share", 0.7, spread: 0.02),
                SmallForecast.summary("first-treatment-within-126-days", "share", 0.97, spread: 0.01),
                SmallForecast.summary("second-treatment-within-28-days", "share", 0.51),
                SmallForecast.summary("second-treatment-over-90-days", "share", 0.13, spread: 0.01),
                SmallForecast.summary("step-up-wait-mean", "days", 71.4),
            ]
        }
        #expect(
            text
                == "Missed: about 70 in 100 start treatment within 42 days (standard 75). Met: about 97 in 100 start "
                + "treatment within 126 days (standard 95). Missed: about 13 in 100 wait beyond 90 days for a second "
                + "treatment (10 allowed). About 51 in 100 have a second treatment within 28 days of the first, its "
                + "own aim. Stepping up takes about 71 days on average; the aim is 28 days.")
    }

    @Test("say so when there is nothing to go on")
    func nothing() {
        #expect(words { _ in } == "The forecast has no numbers to go on.")
        let text = words { forecast in
            forecast.weekly = [SmallForecast.breaches(1, mean: .nan, low: .nan, high: .nan, chance: .nan)]
        }
        #expect(text == "The forecast has no numbers to go on.")
    }

    @Test("say what they rest on")
    func foundation() {
        let text = PlainWords.foundation(SmallForecast.empty())
        #expect(
            text == "The forecast covers 8 weeks from Monday 23 November 2026 and was run 30 times. Starting point: "
                + "Everything starts empty. These are chances under the assumptions listed in the report, not promises."
        )
    }

    @Test("have a paragraph for the service and one for each team, without percentages")
    func sample() {
        let forecast = SampleForecast(weeks: 60).make()
        let paragraphs = PlainWords.paragraphs(forecast)
        #expect(paragraphs.map(\.team) == [nil, "mid-sample", "north-sample", "west-sample"])
        let text = PlainWords.summary(forecast)
        #expect(!text.contains("%"))
        #expect(text.contains("assessment weeks are to be expected"))
        #expect(text.contains("The tightest point is high-intensity treatment"))
        #expect(paragraphs.allSatisfy { $0.text.split(separator: " ").count < 260 })
    }

    @Test("round chances and people to what a forecast can know")
    func rounding() {
        #expect(
            [(0, 1000), (1, 30), (0, 30), (16, 30), (29, 30), (30, 30), (1000, 1000), (190, 200), (3, 5), (1, 1)].map {
                ChanceText.about(Chance(happened: $0, runs: $1))
            } == [
                "less than 1 in 20", "about 1 in 10", "at most 1 in 10", "about 5 in 10", "about 9 in 10",
                "at least 9 in 10", "more than 19 in 20", "about 19 in 20", "3 of 5 runs", "1 of 1 run",
            ])
        #expect(
            [0, 0.004, 0.5, 0.996, 1].map(ChanceText.people) == [
                "none", "fewer than 1 in 100", "about 50 in 100", "almost all", "all",
            ])
        #expect(
            [0.4, 14.5, 99.6, 143, 1_234, 98_765].map(NumberText.rough) == ["0", "15", "100", "140", "1,200", "99,000"])
    }
}

@Suite("Words on those who were seen")
struct SeenOnlyTests {
    private func forecast(allDue: Double) -> Forecast {
        var forecast = SmallForecast.empty()
        forecast.measures = [
            SmallForecast.summary("first-treatment-within-42-days", "share", 0.99),
            SmallForecast.summary("first-treatment-within-126-days", "share", 0.998),
            SmallForecast.summary("first-appointment-within-42-days-of-all-due", "share", allDue),
            SmallForecast.summary("first-appointment-within-126-days-of-all-due", "share", min(1, allDue + 0.2)),
        ]
        return forecast
    }

    @Test("do not call a standard met that those who still wait would break")
    func broken() {
        let forecast = forecast(allDue: 0.3)
        let text = PlainWords.paragraphs(forecast)[0].text
        #expect(!text.contains("standards are met"))
        #expect(
            text.contains(
                "Met only of those who were seen: about 99 in 100 start treatment within 42 days (standard 75) and "
                    + "almost all start treatment within 126 days (standard 95). That leaves out those who still wait. "
                    + "Of all whose day has come about 30 in 100 had a first appointment within 42 days and about 50 "
                    + "within 126."), "\(text)")
        #expect(!text.contains("Met: "))
        let table = ForecastTable.text(forecast)
        #expect(table.contains(SeenOnly.brief) && table.contains(SeenOnly.key))
        #expect(ReportHTML.page(forecast, chartScript: "").contains("</b> \(SeenOnly.verdict)"))
    }

    @Test("say that a standard is met where nearly all are seen in time")
    func kept() {
        let text = PlainWords.paragraphs(forecast(allDue: 0.97))[0].text
        #expect(text.hasPrefix("Met: about 99 in 100 start treatment within 42 days"), "\(text)")
    }
}
