import CareModel
import Foundation
import Statistics
import Testing

@testable import Reporting

/// The page answers in order, says what it cannot say, and stays a page whatever it is made of.
@Suite struct ReportOrderTests {
    private static let answers = ["how-long", "promises", "when", "why", "trust"]

    private static func page(_ forecast: Forecast) -> String { ReportHTML.page(forecast, chartScript: "") }

    /// The answers, without what is behind links.
    private static func front(_ page: String) -> Substring {
        page.prefix(upTo: page.firstRange(of: "<nav ")?.lowerBound ?? page.endIndex)
    }

    @Test func theAnswersStandInOrderAndAllElseIsBehindLinks() throws {
        let page = Self.page(SampleForecast(weeks: 30).make())
        let places = try Self.answers.map { try #require(page.firstRange(of: "<section id=\"\($0)\"")).lowerBound }
        #expect(places == places.sorted())
        let link = try #require(page.firstRange(of: "<nav "))
        #expect(places.allSatisfy { $0 < link.lowerBound })
        #expect(!page[link.lowerBound...].contains("<section"))
        for key in ["summary", "measures", "staff", "waiting-list", "assumptions", "glossary", "manifest"] {
            #expect(
                page.contains("<details class=\"more\" id=\"\(key)\">") && page.contains("href=\"#\(key)\""), "\(key)")
        }
    }

    /// Each promise has a sign and a word for each team; an aim that nobody is held to has neither.
    @Test func theGridJudgesWhatIsHeldToOnly() {
        let forecast = SampleForecast(weeks: 12).make()
        let index = ForecastIndex(forecast)
        let columns = PromiseColumn.all(index)
        #expect(columns.count(where: \.isHeld) == 5 && columns.count == 7)
        #expect(columns.map(\.isHeld) == [true, true, true, true, true, false, false])
        #expect(columns.filter { !$0.isHeld }.allSatisfy { $0.promise == .everyone })
        let page = Self.page(forecast)
        let grid = page.components(separatedBy: "<table class=\"grid\">")[1].components(separatedBy: "</table>")[0]
        for cell in grid.components(separatedBy: "<td").dropFirst() where cell.contains("<data") {
            #expect(cell.contains("class=\"verdict") != cell.hasPrefix(" class=\"own\""), "\(cell)")
            if cell.contains("class=\"verdict") { #expect(cell.contains(/<\/b> [a-z0-9]/), "\(cell)") }
        }
        #expect(grid.ranges(of: "<tr>").count + grid.ranges(of: "<tr ").count == 6)
    }

    @Test func anAccessRateWithoutAPopulationIsNotShown() throws {
        var forecast = SampleForecast(weeks: 12).make()
        #expect(PromiseColumn.all(ForecastIndex(forecast)).contains { $0.heading == "Access rate" && $0.isHeld })
        let key = "teams.mid-sample.population.registered"
        forecast.assumptions.append(
            AssumptionRow(
                key: key, value: "1", unit: "", source: "assumed", rules: "EQ-3", meaning: "", note: "",
                isDefault: true))
        #expect(!PromiseColumn.all(ForecastIndex(forecast)).contains { $0.heading == "Access rate" })
    }

    @Test func theSideOfAPromiseIsNoSurerThanTheRuns() throws {
        var forecast = SmallForecast.empty()
        let column = { (mean: Double, runs: Int) -> PromiseColumn.Cell? in
            forecast.manifest.replications = runs
            forecast.measures = [SmallForecast.summary("recovery", "share", mean, spread: 0.02, runs: runs)]
            let index = ForecastIndex(forecast)
            return PromiseColumn.all(index).first?.cell(index.scopes[0], index)
        }
        let cells = [(0.6, 30), (0.4, 30), (0.5, 30), (0.6, 5), (0.4, 5), (0.6, 1)].map { column($0.0, $0.1) }
        #expect(cells.map { $0?.side } == [.met, .missed, .open, .met, .missed, nil])
        #expect(cells.map { $0?.isSure } == [true, true, false, false, false, false])
        #expect(PromiseCount(ForecastIndex(forecast).scopes[0], ForecastIndex(forecast)).sentence("x").isEmpty)
    }

    /// An axis of less than one person tells nothing.
    @Test func noChartHasAnAxisOfLessThanOnePerson() {
        var calm = SampleForecast(weeks: 30)
        calm.pressure = [0.1, 0, 0]
        for forecast in [SampleForecast(weeks: 30).make(), calm.make()] {
            for figure in Self.page(forecast).components(separatedBy: "<figure ").dropFirst()
            where figure.contains("data-unit=\"people") {
                let numbers = figure.matches(of: /<td>([0-9,.]+)/)
                    .compactMap { Double($0.output.1.replacing(",", with: "")) }
                #expect((numbers.max() ?? 0) >= 1, "\(figure.prefix(300))")
            }
        }
        var forecast = SmallForecast.empty()
        forecast.weekly = (1...8).map { SmallForecast.breaches($0, mean: 0.1, low: 0, high: 0.4, chance: 0.6) }
        #expect(!Self.page(forecast).contains("<figure"))
    }

    @Test func aSeasonIsAsLongAsItIs() throws {
        func picture(_ means: [Double]) throws -> BreachPicture {
            try #require(
                BreachPicture(
                    means.enumerated().map { week, mean in
                        SmallForecast.breaches(week + 1, mean: mean, low: mean / 2, high: 2 * mean, chance: 1)
                    }))
        }
        let long = try picture((0..<104).map { (20..<58).contains($0) ? 40 : 10 })
        guard case .season(let bands) = long.peak else {
            Issue.record("no season")
            return
        }
        #expect(bands.count == 38 && bands.months == "April to December 2027")
        for flat in [[Double](repeating: 14, count: 60), (0..<60).map { 14 + Double($0 % 3) }, [0.2, 0.3, 0.1, 0.4]] {
            let told = try picture(flat)
            #expect(told.told.count == flat.count, "a flat curve has no season")
        }
    }

    /// Whatever comes is a page whose elements nest, and whose words do not say what is not known.
    private static let odd: [(name: String, forecast: Forecast)] = [
        ("one run", change { $0.manifest.replications = 1 }), ("one week", SampleForecast(weeks: 1).make()),
        ("nothing measured", SmallForecast.empty()),
        ("no team", SmallForecast.empty(teams: [])),
        ("nobody waits", change { $0.waitingAtStart = [] }),
        (
            "nobody is seen",
            change { forecast in
                forecast.measures.removeAll { $0.unit == "days" || $0.unit == "share" }
                forecast.weekly.removeAll { $0.measure.contains("wait-") || $0.measure.contains("share") }
            }
        ),
        (
            "no breaches",
            change { forecast in
                for place in forecast.weekly.indices where forecast.weekly[place].measure.contains("breaches") {
                    let band = forecast.weekly[place]
                    forecast.weekly[place] = WeeklyBand(
                        week: band.week, starts: band.starts, measure: band.measure, group: band.group, mean: 0,
                        p05: 0, p25: 0, p50: 0, p75: 0, p95: 0, any: Chance(happened: 0, runs: 40))
                }
            }
        ),
        ("a long name", change { $0.teams[0].title = String(repeating: "Llanfair", count: 25) }),
        ("Welsh", change { $0.teams[0].title = "Ysbyty Gwynedd – Tŷ’r Môr" }),
        ("Arabic", change { $0.teams[0].title = "خدمة العلاج النفسي" }),
        (
            "numbers that are none",
            change {
                $0.measures = $0.measures.map { row in
                    var row = row
                    row.mean = .nan
                    return row
                }
            }
        ),
    ]

    private static func change(_ change: (inout Forecast) -> Void) -> Forecast {
        var forecast = SampleForecast(weeks: 12).make()
        change(&forecast)
        return forecast
    }

    @Test(arguments: odd.indices) func whateverComesIsAPage(_ place: Int) {
        let (name, forecast) = Self.odd[place]
        let page = Self.page(forecast)
        let scanner = TagScanner(page)
        #expect(scanner.faults.isEmpty, "\(name): \(scanner.faults.prefix(3))")
        let front = Self.front(page).replacing(/<script>.*?<\/script>/, with: "")
        for word in ["nan", "inf ", "<h4></h4>", "<strong></strong>", "nil"] {
            #expect(!front.replacing(/<style>(.|\n)*?<\/style>/, with: "").contains(word), "\(name): \(word)")
        }
        #expect(page.contains("id=\"how-long\"") || forecast.teams.isEmpty, "\(name)")
        #expect(!PlainWords.summary(forecast).contains("nan"), "\(name)")
        for line in ForecastTable.text(forecast).split(separator: "\n") {
            #expect(line.count <= 100, "\(name): \(line)")
        }
        if let title = forecast.teams.first?.title { #expect(page.contains(HTMLText.escape(title)), "\(name)") }
    }

    @Test func itSaysWhatItCannotSay() {
        let single = SmallForecast.empty()
        #expect(Self.page(single).contains("The forecast has no numbers to go on."))
        #expect(Self.page(single).contains("so there is no wait to tell"))
        #expect(Self.page(single).contains("Nothing may be promised"))
        var one = Self.change { $0.manifest.replications = 1 }
        one.measures = one.measures.map { row in
            var row = row
            (row.p05, row.p95, row.ci95, row.sample) = (.nan, .nan, nil, RunSample([row.mean]))
            return row
        }
        let page = Self.page(one)
        #expect(page.contains("one run: no range") && page.contains("One run shows no verdicts."))
        #expect(!page.contains("class=\"verdict"))
    }

    /// A hundred teams stand on a page that can be sent: those in most trouble first, the others behind a link.
    @Test func aHundredTeamsAreAPage() {
        var sample = SampleForecast(weeks: 26)
        sample.teams = (1...100).map { TeamName(name: "team-\($0)", title: "Team number \($0)") }
        sample.pressure = (1...100).map { Double($0 * 37 % 100) / 100 }
        let forecast = sample.make()
        let index = ForecastIndex(forecast)
        #expect(index.shownScopes.count == 5 && index.otherScopes.count == 96)
        let page = Self.page(forecast)
        #expect(TagScanner(page).faults.isEmpty)
        #expect(page.utf8.count < 1_250_000, "\(page.utf8.count)")
        for team in forecast.teams { #expect(page.contains(">\(team.title)<"), "\(team.title)") }
        #expect(page.contains("The other 96 teams"))
        let words = PlainWords.summary(forecast)
        #expect(words.split(separator: "\n").count < 15 && words.contains("96 more are in the report."))
        #expect(ForecastTable.text(forecast).split(separator: "\n").count < 75)
        #expect(ForecastTable.text(forecast).contains("96 more teams are in the report"))
    }
}
