import CareModel
import Testing

@testable import Reporting

@Suite("The report")
struct ReportHTMLTests {
    static let library = "/* a test library */ window.Chart = undefined; // </script> <!-- "

    @Test("nests its elements, and is one page")
    func nesting() {
        let scanner = TagScanner(ReportHTML.page(SampleForecast(weeks: 12).make(), chartScript: Self.library))
        #expect(scanner.faults.isEmpty, "\(scanner.faults.prefix(5))")
        for name in ["html", "head", "body", "main", "title", "h1"] { #expect(scanner.counts[name] == 1, "\(name)") }
    }

    @Test("notices an element that does not nest")
    func scanner() {
        #expect(TagScanner("<p><b>a</p>").faults == ["</p> within b", "b is not closed", "p is not closed"].suffix(3))
        #expect(TagScanner("<table><tr><td>1<td>2<tr><td>3</table><ul><li>a<li>b</ul>").faults.isEmpty)
    }

    @Test("has a table for every chart, with the same number of cells in every row")
    func tables() {
        let page = ReportHTML.page(SampleForecast(weeks: 12).make(), chartScript: "")
        let figures = page.split(separator: "<figure ").dropFirst()
        #expect(figures.count > 40)
        for figure in figures {
            let part = figure.prefix(upTo: figure.firstRange(of: "</figure>")?.lowerBound ?? figure.startIndex)
            #expect(part.ranges(of: "<canvas ").count == 1)
            #expect(part.contains("aria-label="))
            #expect(part.ranges(of: "<table ").count == 1)
            let heads = part.ranges(of: "data-key=").count
            let rows = part.split(separator: "<tbody>").last?.split(separator: "<tr>").dropFirst() ?? []
            #expect(!rows.isEmpty)
            for row in rows { #expect(row.ranges(of: "<td>").count == heads) }
        }
    }

    @Test("fetches nothing")
    func selfContained() {
        let page = ReportHTML.page(SampleForecast(weeks: 12).make(), chartScript: "")
        for word in ["http:", "https:", "src=", "@import", "url(", "<link"] { #expect(!page.contains(word), "\(word)") }
    }

    @Test("escapes every name that comes from a file")
    func escaping() {
        let evil = "</script><script>alert('x')</script><img src=x onerror=\"alert(1)\">&"
        var forecast = SampleForecast(weeks: 4).make()
        forecast.manifest.title = evil
        forecast.manifest.scenario = evil
        forecast.manifest.start = evil
        forecast.manifest.version = evil
        forecast.manifest.scenarioSHA256 = evil
        forecast.teams[0] = TeamName(name: evil, title: evil)
        forecast.notModelled = [evil]
        for position in forecast.weekly.indices where forecast.weekly[position].group.team == "mid-sample" {
            forecast.weekly[position].group.team = evil
            if forecast.weekly[position].group.role != nil { forecast.weekly[position].group.role = evil }
            if forecast.weekly[position].group.cause != nil { forecast.weekly[position].group.cause = evil }
        }
        forecast.distributions[0].measure = evil
        forecast.distributions[0].group = MeasureGroup(team: evil)
        forecast.waitingAtStart[0] = WaitingRow(
            team: evil, queue: evil, step: evil, modality: evil, people: 1, meanDays: 1, longestDays: 1,
            over: [0, 0, 0])
        forecast.assumptions[0] = AssumptionRow(
            key: evil, value: evil, unit: evil, source: evil, rules: evil, meaning: evil, note: evil, isDefault: false)
        let page = ReportHTML.page(forecast, chartScript: Self.library)
        #expect(!page.contains("<img"))
        #expect(!page.contains("<script>alert"))
        #expect(page.ranges(of: "</script").count == 3)
        #expect(TagScanner(page).faults.isEmpty, "\(TagScanner(page).faults.prefix(5))")
    }

    @Test("shows all teams to a reader without script")
    func withoutScript() {
        let page = ReportHTML.page(SampleForecast(weeks: 12).make(), chartScript: "")
        #expect(!page.contains(" hidden>") && !page.contains(" hidden="))
        for team in ["service", "team-mid-sample", "team-north-sample", "team-west-sample"] {
            #expect(page.contains("data-scope=\"\(team)\""))
        }
        #expect(page.contains("<html lang=\"en-GB\">"))
    }

    @Test("of two years and three teams is small enough to send, and the same at every call")
    func size() {
        let forecast = SampleForecast().make()
        let page = ReportHTML.page(forecast, chartScript: "")
        #expect(page.utf8.count < 1_200_000, "\(page.utf8.count)")
        #expect(page == ReportHTML.page(forecast, chartScript: ""))
    }

    @Test("of a forecast without numbers is a page all the same")
    func empty() {
        let page = ReportHTML.page(SmallForecast.empty(), chartScript: "")
        #expect(TagScanner(page).faults.isEmpty)
        #expect(page.contains("The forecast has no numbers to go on."))
        #expect(!page.contains("<figure"))
    }

    @Test("of any length is a page", arguments: [1, 2, 3, 53])
    func lengths(weeks: Int) {
        let forecast = SampleForecast(weeks: weeks).make()
        #expect(TagScanner(ReportHTML.page(forecast, chartScript: "")).faults.isEmpty)
        #expect(!PlainWords.summary(forecast).isEmpty)
        #expect(!ForecastTable.text(forecast).isEmpty)
    }

    @Test("of one team does not ask which, and does not tell everything twice")
    func oneTeam() {
        var sample = SampleForecast(weeks: 12)
        sample.teams = [TeamName(name: "only", title: "Only Sample")]
        let page = ReportHTML.page(sample.make(), chartScript: "")
        #expect(!page.contains("name=\"scope\""))
        #expect(!page.contains("Whole service"))
    }

    @Test("puts the bars of a wait between the promises")
    func histogram() throws {
        var forecast = SmallForecast.empty()
        var people = [Double](repeating: 0, count: 200)
        people[0] = 1
        people[7] = 1
        people[8] = 2
        people[28] = 4
        people[29] = 8
        people[199] = 16
        forecast.distributions = [
            WaitDistribution(measure: "first-appointment-wait", group: MeasureGroup(team: "mid-test"), people: people)
        ]
        let maker = FigureMaker(scope: Scope(team: "mid-test", title: "Mid Test"), index: ForecastIndex(forecast))
        let figure = try #require(maker.waits.first)
        #expect(figure.rows.prefix(5).map(\.head) == ["0–7", "8–14", "15–21", "22–28", "29–35"])
        #expect(figure.rows.prefix(5).map { $0.cells[0] } == ["2", "2", "0", "4", "8"])
        #expect(figure.rows.last?.head == "197 or more")
        #expect(figure.rows.last?.cells == ["16", "100.0"])
        #expect(figure.note.hasPrefix("About 25 in 100 within 28 days"))
    }
}
