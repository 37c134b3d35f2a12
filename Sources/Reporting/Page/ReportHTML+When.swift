import CareModel

/// When: one sentence on the season, the wait over the weeks with the aim as a line, and who passes it.
extension ReportHTML {
    static func when(_ index: ForecastIndex) -> Section? {
        let standards = index.forecast.standards
        let bodies = index.shownScopes.compactMap { scope -> String? in
            let maker = FigureMaker(scope: scope, index: index)
            let sentences = BreachWords(scope: scope, index: index).sentences.map(\.capitalised)
            let trend = WaitWords.all.first.flatMap { WaitWords(scope: scope, index: index).trend($0) }
            let days = standards.firstAppointmentDays
            var wait = maker.fan(
                .firstAppointmentWait, title: "Mean wait for a first appointment of those seen that week, days",
                note: trend?.words.plain,
                limits: [Figure.Limit(value: Double(days), label: "aim: \(days) days")])
            wait?.isTwin = true
            let figures = [wait, maker.breaches(.breaches)].compactMap { $0 }
            guard let first = sentences.first else {
                return figures.isEmpty ? nil : Section.scope(scope, Section.grid(figures))
            }
            let rest = Array(sentences.dropFirst())
            return Section.scope(
                scope, "<p class=\"finding\"><strong>\(first.html)</strong> \(rest.html)</p>\n" + Section.grid(figures))
        }
        guard !bodies.isEmpty else { return nil }
        return Section(key: "when", title: "When?", body: bodies.joined())
    }

    static func breaches(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "breaches", title: "Who passes the day, week by week",
            lead: "People who pass the day in that week. \(fanKey(index))", index: index
        ) { maker in
            let standards = index.forecast.standards
            let never = standards.breaches.filter { measure in
                BreachPicture(index.weekly(standards.name(measure), maker.scope.group))?.isNever == true
            }
            let days = TextTools.list(never.map { String(standards.days($0)) })
            let calm = never.isEmpty ? "" : "<p>No run has anybody waiting beyond \(days) days.</p>\n"
            return (calm, standards.breaches.compactMap(maker.breaches))
        }
    }
}
