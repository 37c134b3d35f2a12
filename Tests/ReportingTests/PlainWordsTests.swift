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
            text == "Nobody is forecast to wait longer than 28 days for a first appointment: "
                + "it happens in none of the 30 runs.")
    }

    @Test("tell the worst week, the people, the first likely week and the cause")
    func likely() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { week in
                week == 8
                    ? SmallForecast.breaches(week, mean: 14.2, low: 6, high: 23, chance: 0.9)
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
                == "About 9 in 10 chance that someone breaches 28 days in the week of 11 January 2027, the worst week: "
                + "about 14 people, between 6 and 23. A breach is more likely than not in 4 of the 8 weeks, first in "
                + "the week of 21 December; the main cause is that no slot was free in time (about 7 in 10).")
    }

    @Test("call a certain breach almost certain, and every week by its name")
    func certain() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { SmallForecast.breaches($0, mean: 143, low: 120, high: 160, chance: 1) }
        }
        #expect(text.hasPrefix("It is almost certain (more than 19 chances in 20) that someone breaches 28 days"))
        #expect(text.contains("about 140 people, between 120 and 160"))
        #expect(text.contains("A breach is more likely than not in every week."))
    }

    @Test("do not call a small chance a forecast of breaches")
    func unlikely() {
        let text = words { forecast in
            forecast.weekly = (1...8).map { week in
                SmallForecast.breaches(week, mean: 0.1, low: 0, high: 1, chance: week == 3 ? 0.2 : 0.04)
            }
        }
        #expect(
            text == "A wait beyond 28 days for a first appointment is unlikely in any one week; the riskiest is "
                + "the week of 7 December, with a chance of about 2 in 10.")
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
        #expect(text.contains("From the week of 7 December on somebody is likely to pass 42 days as well"))
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
                == "National standards: about 70 in 100 start treatment within 42 days (standard 75, missed) and "
                + "about 97 within 126 (standard 95, met). Second treatment: about 51 in 100 within 28 "
                + "days of the first, about 13 beyond 90 (10 allowed, missed). Stepping up takes about 71 days on "
                + "average; the aim is 28.")
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
        #expect(paragraphs.allSatisfy { $0.text.split(separator: " ").count < 230 })
    }

    @Test("round chances and people to what a forecast can know")
    func rounding() {
        #expect(
            [0.01, 0.05, 0.51, 0.9, 0.95, 0.999].map(ChanceText.about) == [
                "less than 1 in 20", "about 1 in 10", "about 5 in 10", "about 9 in 10", "about 19 in 20",
                "more than 19 in 20",
            ])
        #expect(
            [0, 0.004, 0.5, 0.996, 1].map(ChanceText.people) == [
                "none", "fewer than 1 in 100", "about 50 in 100", "almost all", "all",
            ])
        #expect(
            [0.4, 14.5, 99.6, 143, 1_234, 98_765].map(NumberText.rough) == ["0", "15", "100", "140", "1,200", "99,000"])
    }
}
