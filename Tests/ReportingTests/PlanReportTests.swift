import CareModel
import Foundation
import Testing

@testable import Reporting

/// A plan in words, tables, files and on a page.
@Suite struct PlanReportTests {
    private let starts = CivilDay("2026-11-23").unsafelyUnwrapped

    private func report(found: Bool = true) -> PlanReport {
        var report = PlanReport(
            scenario: ComparedScenario(
                name: "small", title: "A <Small> Service", sha256: "ab", changes: [], standards: Standards(),
                warnings: []),
            seed: 3, starts: starts, weeks: 104, version: "0", command: "stepcare plan small.yaml", best: "cost")
        report.isFound = found
        var target = PlanReport.Target(
            text: "first-appointment-within-28-days>=90%", title: "Seen within 28 days",
            measure: "first-appointment-within-28-days", unit: "share", isAtLeast: true, level: 0.9,
            isAgainstToday: false,
            days: starts + 364...starts + 727, chance: 0.9, isAsked: true)
        target.today = (0.6, 0.125)
        target.planned = found ? .init(value: 0.914, chance: (0.95, 0.91, 0.98), isKept: true) : nil
        var held = PlanReport.Target(
            text: "", title: "Weeks from list to high-intensity treatment", measure: "weeks-to-high-intensity",
            unit: "weeks", isAtLeast: false, level: 0, isAgainstToday: true, days: starts + 637...starts + 727,
            chance: nil,
            isAsked: false)
        held.today = (1.2, 0)
        held.planned = found ? .init(value: -0.4, chance: nil, isKept: nil) : nil
        report.targets = [target, held]
        report.choices = [
            PlanReport.Choice(
                name: "north:pwp", title: "PWPs in North", range: 0...6, steps: found ? 2 : nil, words: "2 more PWPs",
                poundsAYear: 43_000, isPosts: true, posts: found ? [0, 1, 2] : [], pace: 1, one: "PWP in North"),
            PlanReport.Choice(
                name: "referrals", title: "more referrals", range: 0...10, steps: found ? 3 : nil,
                words: "15% more referrals", poundsAYear: 0, isPosts: false, posts: [], pace: nil),
        ]
        report.quarters = [starts, starts + 91, starts + 182]
        report.poundsAYear = 86_000
        report.poundsInAll = 121_000
        report.notes = ["Waits are held."]
        report.runs = (812, 1_930, 2_000)
        report.firstDays = 24
        if found {
            report.frontier = [(0.85, 43_000), (0.9, 86_000), (0.95, 172_000)]
            report.marginal = [
                .init(
                    title: "PWPs in North", step: -1, pounds: -43_000, changes: [-0.05, 0.3], one: "PWP in North")
            ]
            report.refused = .init(words: "1 more PWP in North", pounds: 43_000, target: 0, value: 0.87)
            report.tried = [
                .init(
                    words: "1 more PWP in North", pounds: 43_000, runs: 20, target: 0, value: 0.87,
                    standardError: 0.004,
                    fluid: 0.9)
            ]
            report.guarantee = "The choice is wrong once in twenty at most."
            report.nextCommand = "stepcare sensitivity plan.yaml --measure first-appointment-within-28-days"
        } else {
            report.reachable = [
                .init(target: 0, value: 0.81, isEnough: false, words: "6 more PWPs in North"),
                .init(target: 1, value: -0.2, isEnough: true, words: "nothing changed"),
            ]
            report.inTheWay = 0
        }
        return report
    }

    /// A step of what is not counted says what it would be: a reader cannot know how much one more of it is.
    @Test func aStepOfWhatIsNotCountedSaysWhatItWouldBe() {
        let referrals = PlanReport.Marginal(
            title: "more referrals", step: 1, pounds: 0, changes: [], words: "20% more referrals")
        #expect(PlanWords.step(referrals) == "20% more referrals")
        #expect(PlanWords.step(report().marginal[0]) == "-1 PWP in North")
    }

    /// Parts of a terminal's text are one line apart, whichever of them there are.
    @Test(arguments: [true, false]) func partsOfATableAreALineApart(found: Bool) {
        var one = report(found: found)
        for _ in 0..<2 {
            let text = PlanTable.text(one)
            #expect(!text.contains("\n\n\n") && text.hasSuffix(".\n") && !text.hasPrefix("\n"), "\(text)")
            // Nothing to choose, nothing to say.
            (one.choices, one.marginal, one.frontier, one.guarantee) = ([], [], [], "")
        }
    }

    /// A page that can be mailed says how to make it again; its parts on a page of the desk do not.
    @Test func partsForTheDeskHaveNoCommands() {
        let (kept, score) = (SampleKept.forecast(), SampleKept.report())
        #expect(!kept.manifest.command.isEmpty && !score.command.isEmpty)
        for (whole, parts) in [
            (PlanHTML.page(report(), chartScript: ""), ReportParts.html(report())),
            (ScoreHTML.page(score, chartScript: ""), ReportParts.html(score)),
            (score.command, ReportParts.html(kept, score)), (kept.manifest.command, ReportParts.html(kept, nil)),
        ] { #expect(whole.contains("stepcare ") && !parts.contains("stepcare "), "\(whole.prefix(80))") }
    }

    @Test func aPlanIsToldInWordsWithItsCostAndWhatACheaperOneBreaks() {
        let words = PlanWords.summary(report())
        for part in [
            "The cheapest plan for A <Small> Service: +2 PWPs in North and 15% more referrals.",
            "£86,000 a year once all of it is there, and £121,000 in the 104 weeks",
            "kept in 95% of runs that the search never saw (91–98%); 91.4% with the chance that was asked",
            "with nothing changed 60.0%",
            "0.4 weeks less than today on average", "with nothing changed 1.2 weeks more than today",
            "The nearest cheaper plan (1 more PWP in North, £43,000 a year) is refused",
            "would be 87.0%, asked is at least 90.0%",
        ] {
            #expect(words.contains(part), "\(part)\n\(words)")
        }
    }

    /// A number of posts agrees with what it counts, wherever it is said.
    @Test func oneOfSomethingIsNotSaidAsSeveral() {
        for (steps, words) in [(1, "+1 PWP in North"), (2, "+2 PWPs in North"), (-1, "-1 PWP in North")] {
            var report = report()
            report.choices[0].steps = steps
            report.marginal[0].step = steps.signum()
            let said = [PlanWords.summary(report), PlanHTML.page(report, chartScript: "")]
            #expect(said.allSatisfy { $0.contains("\(words) and 15% more") }, "\(words)")
            let all = said + [PlanTable.text(report)]
            #expect(all.allSatisfy { $0.firstMatch(of: /\b1 (?:more )?PWPs/) == nil }, "\(words)")
            #expect(all.dropFirst().allSatisfy { $0.contains(steps > 0 ? "+1 PWP in North" : "-1 PWP in North") })
        }
    }

    /// The command that asks what a plan hangs on is on its page and in its summary; without a plan there is none.
    @Test func whatAsksWhatItHangsOnIsSaid() {
        let command = "stepcare sensitivity plan.yaml --measure first-appointment-within-28-days"
        let page = PlanHTML.page(report(), chartScript: "")
        #expect(page.contains("<code>\(command)</code>") && PlanWords.summary(report()).contains(": \(command)"))
        let none = report(found: false)
        #expect(!PlanHTML.page(none, chartScript: "").contains("stepcare sensitivity"))
        #expect(!PlanWords.summary(none).contains("stepcare sensitivity"))
    }

    /// Where every level costs the same there is nothing to draw: words say why.
    @Test(arguments: [
        (0.96, 0.0, "kept already with nothing changed. No level from 85.0% to 95.0% costs anything"),
        (0.6, 0.0, "every level from 85.0% to 95.0% is reached by what costs nothing"),
        (0.6, 43_000.0, "Every level from 85.0% to 95.0% costs the same, £43,000 a year"),
    ])
    func aLevelFrontierIsWords(today: Double, pounds: Double, words: String) {
        var level = report()
        level.targets[0].today = (today, 1)
        level.frontier = [(0.85, pounds), (0.9, pounds), (0.95, pounds)]
        let page = PlanHTML.page(level, chartScript: "")
        #expect(page.contains(words) && !page.contains("data-kind=\"curve\""))
        #expect(PlanTable.text(level).contains(words) && !PlanTable.text(level).contains("COST AGAINST"))
        let rises = PlanHTML.page(report(), chartScript: "")
        #expect(rises.contains("data-kind=\"curve\"") && PlanTable.text(report()).contains("COST AGAINST"))
    }

    @Test func whereThereIsNoneTheBestAndWhatStandsInTheWayAreSaid() {
        let words = PlanWords.summary(report(found: false))
        for part in [
            "There is no such plan", "Seen within 28 days can reach 81.0% at best, with 6 more PWPs in North",
            "--hires-per-quarter",
        ] {
            #expect(words.contains(part), "\(part)\n\(words)")
        }
        #expect(!words.contains("Weeks from list to high-intensity treatment can reach"))
    }

    @Test func aTerminalShowsItWithinAHundredColumns() {
        for found in [true, false] {
            let text = PlanTable.text(report(found: found))
            let tables = text.split(separator: "\n").filter { $0.contains("  ") }
            #expect(tables.allSatisfy { $0.count <= 100 }, "\(tables.filter { $0.count > 100 })")
            #expect(text.contains("Seen within 28 days") && text.contains("≥ 90.0%"))
        }
        // Nobody is there in the first quarter.
        #expect(PlanTable.text(report()).contains("22 Feb  24 May") && !PlanTable.text(report()).contains("23 Nov  "))
    }

    /// Three years, and teams whose posts differ in where they are: no row is another's, and none is too wide.
    @Test func longNamesKeepWhereTheyAre() {
        var long = report()
        long.quarters = (0..<12).map { starts + Int32($0 * 91) }
        let places = ["Bristol", "North Somerset", "South Gloucestershire"]
        long.choices = places.map { place in
            PlanReport.Choice(
                name: place, title: "high-intensity therapists in \(place)", range: 0...30, steps: 12, words: "",
                poundsAYear: 64_325, isPosts: true, posts: Array(1...12), pace: 1,
                one: "high-intensity therapist in \(place)")
        }
        long.marginal = long.choices.map {
            .init(title: $0.title, step: 1, pounds: 64_325, changes: [0.0003, -0.2], one: $0.one)
        }
        let text = PlanTable.text(long)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("high") || $0.hasPrefix("+1 high") }
        #expect(rows.count == 6 && rows.allSatisfy { $0.count <= 100 }, "\(rows)")
        for place in places { #expect(rows.count { $0.contains(" in \(place) ") } == 2, "\(place): \(rows)") }
        // What a post of forty does to a share is not nothing.
        #expect(text.contains("+0.03%") && PlanHTML.page(long, chartScript: "").contains("+0.03%"))
        // The last quarter is there, with all of them.
        #expect(rows.filter { $0.hasPrefix("high") }.allSatisfy { $0.contains(" 12 ") || $0.contains(" 12  ") })
    }

    /// A wait that is held may be a little longer, and is refused for more than that.
    @Test func aHeldWaitSaysHowMuchLongerItMayBe() {
        var held = report()
        held.targets[1].level = 0.6
        held.refused = .init(words: "1 more PWP in North", pounds: 43_000, target: 1, value: 0.9)
        #expect(PlanTable.text(held).contains("≤ today + 0.6 weeks"))
        let words = PlanWords.summary(held)
        #expect(words.contains("would be 0.9 weeks more than today, asked is at most 0.6 weeks more than today"))
        held.refused = .init(words: "1 more PWP in North", pounds: 43_000, target: 1, value: 0.63)
        #expect(PlanWords.summary(held).contains("would just miss what is asked, at most 0.6 weeks more than today"))
        held.refused = .init(words: "1 more PWP in North", pounds: 43_000, target: 1, value: 0.5)
        #expect(PlanWords.summary(held).contains("could not be shown to keep weeks from list to high-intensity"))
    }

    @Test func filesHaveTheSameNumbersAndADictionary() throws {
        let report = report()
        let tables = PlanCSV.files(report)
        #expect(
            tables.map(\.name) == [
                "plan-targets.csv", "plan.csv", "plan-quarters.csv", "plan-frontier.csv", "plan-steps.csv",
                "plan-tried.csv",
            ])
        #expect(
            tables[0].text.contains("first-appointment-within-28-days,Seen within 28 days,share,at-least,0.9,false"))
        #expect(tables[2].text.contains("2027-02-22,north:pwp,1"))
        #expect(tables[0].text.contains(",asked,today,today_kept,plan,") && tables[0].text.contains(",true,0.6,0.125,"))
        let dictionary = PlanCSV.dictionaries(report, of: tables)
        #expect(dictionary[0].text.contains("plan-tried.csv,standard_error"))
        let document = try JSONSerialization.jsonObject(with: Data(PlanJSON.document(report).utf8)) as? [String: Any]
        let targets = document?["targets"] as? [[String: Any]]
        #expect(targets?.count == 2 && targets?[0]["plan"] as? Double == 0.914)
        #expect((document?["manifest"] as? [String: Any])?["pounds_a_year"] as? Double == 86_000)
        #expect(PlanJSON.schema(report).contains("\"choices\""))
    }

    @Test func aPageAnswersInOrderAndEscapesNames() {
        let page = PlanHTML.page(report(), chartScript: "")
        let ids = ["plan", "targets", "posts", "hangs-on", "frontier", "trust"]
        let places = ids.map { page.range(of: "<section id=\"\($0)\"")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(page.contains("A &lt;Small&gt; Service") && !page.contains("<Small>"))
        let none = PlanHTML.page(report(found: false), chartScript: "")
        #expect(none.contains("Can it be reached?") && none.contains("out of reach"))
    }

    @Test func noColumnIsWithoutAHeading() {
        for found in [true, false] {
            let page = PlanHTML.page(report(found: found), chartScript: "")
            #expect(!page.contains("<th scope=\"col\"></th>"))
        }
    }
}
