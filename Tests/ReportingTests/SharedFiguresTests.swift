import CareModel
import Statistics
import Testing

@testable import Reporting

/// What is shared with whoever buys a service: nothing of fewer than 5 people, and counts in fives (EQ-1).
@Suite struct SharedFiguresTests {
    private func row(_ measure: String, _ unit: String, _ mean: Double, _ group: MeasureGroup) -> MeasureSummary {
        MeasureSummary(
            measure: measure, unit: unit, group: group, mean: mean, ci95: mean...mean, p05: mean, p50: mean, p95: mean,
            sample: RunSample([mean, mean, mean]))
    }

    /// A team in which so many people are treated, half of whom finish, and half of those recover.
    private func forecast(treated: Double) -> Forecast {
        var forecast = SmallForecast.empty()
        for group in [MeasureGroup(), MeasureGroup(team: "mid-test")] {
            forecast.measures += [
                row("entered-treatment", "people", treated, group),
                row("finished-courses", "people", treated / 2, group),
                row("first-appointments", "people", 103, group),
                row("first-appointment-within-28-days", "share", 0.9, group),
                row("first-appointment-within-28-days-of-all-due", "share", 0.8, group),
                row("first-appointment-breaches-28", "people", 12, group),
                row("first-treatment-within-42-days", "share", 0.7, group),
                row("recovery", "share", 0.5, group), row("staff-cost", "pounds", 100_000, group),
                row("cost-per-person-treated", "pounds", 100_000 / treated, group),
                row("cost-per-finished-course", "pounds", 200_000 / treated, group),
                row("cost-per-recovery", "pounds", 400_000 / treated, group),
                row("waiting-low", "people", 7, group),
            ]
        }
        forecast.measures.append(row("entered-treatment", "people", 9, MeasureGroup(team: "mid-test", role: "pwp")))
        let people = PeopleGroup(characteristic: "ethnicity", value: "black")
        forecast.measures += [
            row("recovery", "share", 0.4, MeasureGroup(people: people)),
            row("staff-cost", "pounds", 1, MeasureGroup(people: people)),
        ]
        return forecast
    }

    private func names(_ forecast: Forecast) -> [String] {
        SharedFigures.of(forecast).measures.filter { $0.group.team == "mid-test" }.map(\.measure)
    }

    @Test func whatIsOfEnoughPeopleIsShared() {
        let names = names(forecast(treated: 43))
        for name in [
            "entered-treatment", "first-appointment-within-28-days", "first-appointment-within-28-days-of-all-due",
            "recovery", "staff-cost", "cost-per-person-treated", "cost-per-finished-course", "cost-per-recovery",
        ] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(!names.contains("waiting-low") && !names.contains("first-appointments"))
        let shared = SharedFigures.of(forecast(treated: 43))
        #expect(shared.measures.filter { $0.group.role != nil }.isEmpty)
        #expect(shared.measures.filter { $0.measure == "staff-cost" && $0.group.people != nil }.isEmpty)
        #expect(shared.measures.contains { $0.measure == "recovery" && $0.group.people != nil })
        #expect(shared.weekly.isEmpty && shared.waitingAtStart.isEmpty && shared.distributions.isEmpty)
        let treated = shared.measures.first { $0.measure == "entered-treatment" }
        #expect(treated?.mean == 45 && treated?.p95 == 45 && treated?.ci95 == 45...45)
    }

    /// Of 16 who are treated 8 finish and 4 recover: what a recovery costs would tell how many there were.
    @Test(arguments: [
        (16.0, ["cost-per-recovery"]), (12.0, ["cost-per-recovery"]),
        (8.0, ["cost-per-recovery", "cost-per-finished-course", "recovery"]),
        (
            4.0,
            [
                "cost-per-recovery", "cost-per-finished-course", "recovery", "cost-per-person-treated",
                "entered-treatment",
            ]
        ),
    ])
    func whatIsOfFewPeopleIsKeptBack(treated: Double, gone: [String]) {
        let names = names(forecast(treated: treated))
        let all = self.names(forecast(treated: 43))
        // How many finished is 8, 6, 4 and 2; of cases among them there are twice as many as recover.
        #expect(all.filter { !names.contains($0) && !$0.hasPrefix("first-treatment-") }.sorted() == gone.sorted())
        #expect(names.contains("staff-cost") && names.contains("first-appointment-within-28-days"))
    }

    @Test func everyNumberOfThePartsIsInTheFile() throws {
        let forecast = SharedFigures.of(SampleForecast(weeks: 12).make())
        let table = ForecastCSV.measures(forecast).text
        let html = CommissioningParts.html(forecast, beside: forecast, plan: "<section id=\"frontier\"></section>")
        #expect(!html.contains(" style=") && !html.contains("<script"))
        for key in ["standing", "side-by-side", "promises", "frontier", "manifest"] {
            #expect(html.contains("id=\"\(key)\""), "\(key)")
        }
        let numbers = html.matches(of: /<data value="([^"]*)" data-in="measures" data-measure="([^"]*)"/)
        #expect(numbers.count > 50)
        for number in numbers {
            let lines = table.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("\(number.output.2),") }
            #expect(lines.contains { $0.contains(",\(number.output.1)") }, "\(number.output.0)")
        }
    }

    /// A service of which nobody has said how many people live there is not held to what is reached of them.
    @Test func withoutAPopulationNothingIsSaidOfNeed() {
        let html = CommissioningParts.html(SharedFigures.of(forecast(treated: 43)))
        #expect(html.contains("Nobody has said how many people live there"))
    }
}
