import CareModel

/// A forecast in a few answers, for a page that is about something else: how many standards are met, how long people
/// wait and why, each standard by itself, and what it rests on.
enum BriefForecast {
    static func front(_ forecast: Forecast) -> [Section] {
        let index = ForecastIndex(forecast)
        guard let scope = index.shownScopes.first else { return [] }
        let told = sentences(scope, index)
        let count = PromiseCount(scope, index).sentence("the service")
        let lead = count.isEmpty ? told.first?.html ?? "" : HTMLText.escape(count)
        let rest = count.isEmpty ? Array(told.dropFirst()) : told
        let items = rest.map { "<li>\($0.html)</li>\n" }.joined()
        let foundation = HTMLText.escape(PlainWords.foundation(forecast))
        let list = items.isEmpty ? "" : "<ul class=\"prose\">\n\(items)</ul>\n"
        let said = Section(
            key: "forecast", title: "Its forecast", lead: "<strong>\(lead)</strong>",
            body: list + "<p class=\"small\">\(foundation)</p>\n")
        var standards = ReportHTML.promises(index)
        standards?.title = "Which standards are kept?"
        return [said, standards].compactMap { $0 }
    }

    /// How long people wait, who passes the day, and why.
    private static func sentences(_ scope: Scope, _ index: ForecastIndex) -> [Told] {
        [
            WaitWords(scope: scope, index: index).brief, BreachWords(scope: scope, index: index).brief,
            CauseWords(scope: scope, index: index).sentences, BottleneckWords(scope: scope, index: index).sentences,
        ].flatMap { $0 }.map(\.capitalised)
    }
}
