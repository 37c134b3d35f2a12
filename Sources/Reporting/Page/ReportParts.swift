/// The parts of a page that can be mailed, for a page of another house: the same words, charts and tables. Whoever
/// shows them puts them below an element of the class `report-parts`, with ``ComparisonParts/style`` and
/// ``ComparisonParts/script``. No command is in them: whoever looks at a page has none.
public enum ReportParts {
    /// The parts of a plan's page.
    public static func html(_ report: PlanReport) -> String {
        var report = report
        (report.command, report.nextCommand) = ("", "")
        return html(front: PlanHTML.front(report), behind: PlanHTML.behind(report))
    }

    /// Of a plan's page, what was chosen, what it costs, and what more or less would cost.
    public static func chosen(_ report: PlanReport) -> String { html(front: PlanHTML.chosen(report), behind: []) }

    /// The parts of the page of a fit.
    public static func html(_ report: FitReport) -> String {
        var report = report
        report.command = ""
        return html(front: FitHTML.front(report), behind: FitHTML.behind(report))
    }

    /// A forecast in a few answers, for a page that is about something else.
    public static func brief(_ forecast: Forecast) -> String { html(front: BriefForecast.front(forecast), behind: []) }

    /// The parts of the page of what became of forecasts.
    public static func html(_ report: ScoreReport) -> String {
        var report = report
        report.command = ""
        return html(front: ScoreHTML.front(report), behind: ScoreHTML.behind(report))
    }

    /// What a forecast said that is kept, and what has happened since, where there is anything: of the whole service,
    /// or of one team.
    public static func html(_ kept: KeptForecast, _ score: ScoreReport?, team: String? = nil) -> String {
        var (kept, score) = (kept, score)
        kept.manifest.command = ""
        score?.command = ""
        return html(front: KeptHTML.front(kept, score, team: team), behind: KeptHTML.behind(kept, score, team: team))
    }

    /// What was published of a provider: charts, with their tables.
    public static func html(_ history: PublishedHistory) -> String {
        html(front: HistoryHTML.front(history), behind: [])
    }

    static func html(front: [Section], behind: [Section]) -> String {
        ComparisonParts.withoutStyles((front.map(\.html) + behind.map(\.behind.html)).joined())
    }
}
