import CareModel

/// A forecast that is kept, on a page: what it said week by week with what came over it, and how right it was; the
/// months of everything that it said behind links.
enum KeptHTML {
    /// What is drawn week by week, by name: the wait, the list, the promises that are broken, and who is seen.
    private static let foremost = [
        "first-appointment-wait-mean", WaitingQueue.firstAppointment.name, "first-appointment-breaches-",
        "first-appointments",
    ]

    static func front(_ kept: KeptForecast, _ score: ScoreReport?, team: String?) -> [Section] {
        let score = score.flatMap { $0.of(team) }
        return [score.map(ScoreHTML.held), weeks(kept, score, team)].compactMap { $0 }
    }

    static func behind(_ kept: KeptForecast, _ score: ScoreReport?, team: String?) -> [Section] {
        guard let report = score.flatMap({ $0.of(team) }) else {
            return [months(kept, [], team), how(kept)].compactMap { $0 }
        }
        var words = Section.plainWords(
            ScoreWords.paragraphs(report),
            foundation: "A forecast as it was kept when it was made, and \(report.against).")
        words.title = "Words to paste into an email"
        return [
            months(kept, report.scored, team), ScoreHTML.off(report), ScoreHTML.trust(report), words,
            ScoreHTML.table(report), how(kept),
        ].compactMap { $0 }
    }

    private static func scope(_ kept: KeptForecast, _ team: String?) -> Scope {
        guard let team else { return Scope(team: nil, title: "Whole service") }
        return Scope(team: team, title: kept.teams.first { $0.name == team }?.title ?? team)
    }

    /// The foremost measures, week by week.
    private static func weeks(_ kept: KeptForecast, _ score: ScoreReport?, _ team: String?) -> Section? {
        let scope = scope(kept, team)
        let drawn = OutcomeFigure(forecast: kept, scope: scope, span: .week, came: score?.scored ?? [])
        let measures = foremost.compactMap { name in
            kept.measures.first { name.hasSuffix("-") ? $0.name.hasPrefix(name) : $0.name == name }
        }
        let figures = measures.compactMap { drawn.figure($0, title: $0.title) }
        guard !figures.isEmpty else { return nil }
        return Section(
            key: "said", title: "What it said, week by week",
            lead: "Nine in ten weeks should come within the range. \(OutcomeFigure.keys)",
            body: Section.scope(scope, Section.grid(figures)))
    }

    /// Everything that it said, month by month.
    private static func months(_ kept: KeptForecast, _ came: [ScoredRow], _ team: String?) -> Section? {
        let scope = scope(kept, team)
        let drawn = OutcomeFigure(forecast: kept, scope: scope, span: .month, came: came)
        let figures = kept.measures.compactMap { drawn.figure($0, title: $0.title) }
        guard !figures.isEmpty else { return nil }
        return Section(
            key: "months", title: "Everything that it said, month by month", lead: OutcomeFigure.keys,
            body: Section.scope(scope, Section.grid(figures)))
    }

    /// How it was made, so that it can be made again.
    private static func how(_ kept: KeptForecast) -> Section {
        let manifest = kept.manifest
        return .manifest(
            [
                ("Forecast made", "\(kept.made.description), of \(manifest.scenario), \(manifest.replications) runs"),
                ("SHA-256 of the scenario", manifest.scenarioSHA256), ("Seed", "\(manifest.seed)"),
                ("Version", manifest.version),
            ] + manifest.changes.map { ("Changed", "\($0.key)=\($0.value)") }, command: manifest.command)
    }
}

extension ScoreReport {
    /// What it says of one team alone, or of the whole service; nil if nothing has come about of it.
    public func of(_ team: String?) -> ScoreReport? {
        var own = self
        own.scored = scored.filter { $0.row.team == team }
        own.left = left.filter { $0.row.team == team }
        return own.scored.isEmpty ? nil : own
    }
}
