import CareModel
import Testing

@testable import Reporting

/// What would help, in words, on the page and in the files.
@Suite struct LeverWordsTests {
    /// A measure as it is, and how it differs.
    private static func row(_ measure: Measure, _ base: Double, _ mean: Double, _ half: Double) -> ComparisonRow {
        ComparisonRow(
            measure: measure.name(Standards()), unit: measure.unit.rawValue, group: MeasureGroup(),
            means: [base, base + mean],
            differences: [MeasureDifference(mean: mean, ci95: (mean - half)...(mean + half), correlation: 0.9)])
    }

    private static func promise(_ promise: PromisedMeasure) throws -> Measure { try #require(Measure.of(promise)) }

    /// A post that helps, at high intensity most.
    static func therapist(_ more: [ComparisonRow] = []) throws -> TriedLever {
        TriedLever(
            name: "one-more-hit-west", title: "One more high-intensity therapist in West",
            meaning: "Of 0.8 whole-time equivalents.", team: TeamName(name: "west", title: "West"),
            changes: [RunChange(key: "teams.west.staff.hit.count", value: "3")], runs: 16, standards: Standards(),
            effects: [
                row(.firstAppointmentWait, 14, 0.1, 0.3), row(.secondTreatmentWait, 60, -4.2, 0.6),
                row(.assessmentToHighWait, 103, -9.14, 2.04), row(try promise(.breaches), 300, -4, 9),
                row(try promise(.secondBreaches), 2000, -30.4, 10),
                row(try promise(.secondBreachesLimit), 900, -120, 21),
                row(.staffCost, 1_000_000, 51_460.4, 40),
            ] + more, command: "stepcare compare")
    }

    /// A change that does nothing that can be told.
    static func nothing() throws -> TriedLever {
        TriedLever(
            name: "text-reminders", title: "Text reminders", meaning: "", team: nil,
            changes: [RunChange(key: "attendance.reminders", value: "true")], runs: 16, standards: Standards(),
            effects: [row(.firstAppointmentWait, 14, -0.2, 0.5), row(.staffCost, 1_000_000, 0, 0)])
    }

    private func help(_ levers: [TriedLever], unsaid: [String] = []) -> WhatWouldHelp {
        WhatWouldHelp(
            levers: levers, triedToo: ["Shorter courses"], unsaid: unsaid, weeks: 52, starts: SmallForecast.monday)
    }

    private func forecast(_ help: WhatWouldHelp) -> Forecast {
        var forecast = SmallForecast.empty(teams: [TeamName(name: "west", title: "West")])
        forecast.help = help
        return forecast
    }

    @Test func whatIsGainedIsTheWaitAndThePromiseThatMoveMost() throws {
        let lever = try Self.therapist()
        let days = try #require(lever.daysGained)
        #expect(days.measure == "assessment-to-high-wait-mean" && days.mean == 9.14)
        #expect(abs(days.low - 7.1) < 1e-9 && abs(days.high - 11.18) < 1e-9)
        #expect(lever.peopleSaved?.measure == "second-treatment-breaches-90" && lever.peopleSaved?.mean == 120)
        #expect(lever.helps && lever.worse.isEmpty)
        #expect(
            LeverWords(help: help([lever])).sentences == [
                "One more high-intensity therapist in West: 9.1 (7.1 to 11.2) days sooner to high intensity.",
                "120 (99 to 141) fewer people a year pass 90 days without a second treatment.",
                "Staff cost £51,000 a year more.",
            ])
        #expect(
            LeverWords(help: help([lever])).heading
                == "One more high-intensity therapist in West would help most")
    }

    /// A wait that is shorter only for those who are seen is no gain, and what is worse is said, promises first.
    @Test func whatIsWorseIsSaid() throws {
        let ends = Measure.rows.filter { $0.name(Standards()) == "waiting-treatment-high-at-end" }
        let lever = try Self.therapist([
            Self.row(.recovery, 0.5, -0.021, 0.01), Self.row(.finishedCourses, 900, -40, 12),
            Self.row(try #require(ends.first), 90, 35, 6), Self.row(try Self.promise(.breachesNationalFirst), 4, 25, 8),
        ])
        #expect(lever.daysGained == nil, "more wait for treatment")
        #expect(
            lever.worse == [
                "25 more people a year pass 42 days without a first appointment",
                "35 more people wait for high-intensity treatment at the end", "40 fewer people a year finish a course",
                "recovery is 2.1 points lower",
            ])
        let words = LeverWords(help: help([lever]))
        #expect(words.heading.hasSuffix("would help most, but \(lever.worse[0])"))
        #expect(words.sentences.last?.hasPrefix("But 25 more people a year") == true)
        #expect(words.sentences.allSatisfy { $0.split(separator: " ").count <= 28 }, "\(words.sentences)")
    }

    @Test func whatCannotBeToldFromChanceSaysSo() throws {
        let nothing = try Self.nothing()
        #expect(!nothing.helps && nothing.daysGained == nil && nothing.peopleSaved == nil)
        let words = LeverWords(help: help([nothing]))
        #expect(words.heading == "None of the changes that were tried helps more than chance would")
        #expect(words.sentences == [words.heading + "."])
        let page = ReportHTML.page(forecast(help([nothing])), chartScript: "")
        #expect(page.contains(words.heading) && page.contains("<span>no clear difference</span></td>"))
        #expect(TagScanner(page).faults.isEmpty)
    }

    /// Where nothing was tried, nothing is said; where it could not be, it is said why.
    @Test func whatWasNotTriedIsNotSaid() throws {
        let none = forecast(.none)
        #expect(!ReportHTML.page(none, chartScript: "").contains("id=\"levers\""))
        #expect(!PlainWords.summary(none).contains("What would help"))
        let why = forecast(.unsaid("It cannot be told from one run: it takes 8 or more."))
        let page = ReportHTML.page(why, chartScript: "")
        #expect(page.contains("id=\"levers\"") && page.contains("cannot be told from one run"))
        #expect(PlainWords.summary(why).contains("What would help: It cannot be told from one run"))
        #expect(TagScanner(page).faults.isEmpty)
        #expect(ForecastCSV.text("levers.csv", why).split(separator: "\r\n").count == 1)
    }

    /// The numbers of the section are those of the file.
    @Test func thePageSaysWhatTheFileSays() throws {
        let forecast = forecast(help([try Self.therapist(), try Self.nothing()]))
        let lines = ForecastCSVTests.parse(ForecastCSV.text("levers.csv", forecast))
        let head = lines[0]
        func cell(_ line: [String], _ column: String) throws -> String {
            line[try #require(head.firstIndex(of: column))]
        }
        #expect(lines.count == 10)
        let section = try #require(LeversHTML.section(ForecastIndex(forecast))).html
        for measure in ["assessment-to-high-wait-mean", "second-treatment-breaches-90", "staff-cost"] {
            let line = try #require(lines.first { $0.contains(measure) && $0.contains("one-more-hit-west") })
            let unit = try cell(line, "unit")
            let numbers = try ["difference", "ci95_low", "ci95_high"].map {
                try #require(Double(try cell(line, $0)))
            }
            let largest = numbers.map(abs).max()
            for number in numbers {
                let text = ValueText.number(abs(number), unit: unit, beside: largest)
                #expect(section.contains(text), "\(measure): \(text)")
            }
            #expect(try cell(line, "clear") == "true" && cell(line, "team") == "west" && cell(line, "runs") == "16")
            #expect(try cell(line, "a_year") == (unit == "days" ? "false" : "true"))
        }
        #expect(try lines.dropFirst().allSatisfy { MeasureUnit(rawValue: try cell($0, "unit")) != nil })
        #expect(section.contains("data-kind=\"difference\"") && section.contains("<canvas"))
        #expect(section.contains("<td>9.1<td>7.1<td>11.2"), "the chart is drawn from the table")
    }
}
