import CareModel
public import Statistics

extension ScoreReport {
    /// The service and the teams, each once.
    var scopes: [Scope] {
        var teams: [TeamName] = []
        for team in forecasts.flatMap(\.teams) where !teams.contains(where: { $0.name == team.name }) {
            teams.append(team)
        }
        let all = [Scope(team: nil, title: "Whole service")] + teams.map { Scope(team: $0.name, title: $0.title) }
        return all.filter { scope in scored.contains { $0.row.team == scope.team } }
    }

    /// How each measure has held over each length of span: all forecasts together, then each, oldest first.
    public var lines: [ScoreLine] {
        let titles = measures
        var members: [ScoreLine.Key: [ScoredRow]] = [:]  // lookup only
        for row in scored { members[ScoreLine.Key(row), default: []].append(row) }
        let keys = scopes.flatMap { scope in
            titles.flatMap { measure in
                ForecastSpan.allCases.map { ScoreLine.Key(measure: measure.name, team: scope.team, span: $0) }
            }
        }
        return keys.flatMap { key -> [ScoreLine] in
            guard let rows = members[key], let measure = titles.first(where: { $0.name == key.measure }) else {
                return []
            }
            let pooled = ScoreLine(measure: measure, key: key, forecast: nil, rows: rows)
            guard forecasts.count > 1 else { return [pooled] }
            return [pooled]
                + forecasts.indices.compactMap { index in
                    let own = rows.filter { $0.forecast == index }
                    return own.isEmpty ? nil : ScoreLine(measure: measure, key: key, forecast: index, rows: own)
                }
        }
    }
}

/// How a measure has held over one length of span.
public struct ScoreLine: Sendable {
    struct Key: Hashable {
        var measure: String
        var team: String?
        var span: ForecastSpan

        init(measure: String, team: String?, span: ForecastSpan) {
            self.measure = measure
            self.team = team
            self.span = span
        }

        init(_ row: ScoredRow) { self.init(measure: row.row.measure, team: row.row.team, span: row.row.span) }
    }

    /// The measure.
    public var measure: KeptForecast.KeptMeasure
    /// Short name of the team; nil for the whole service.
    public var team: String? { key.team }
    /// How long the spans are.
    public var span: ForecastSpan { key.span }
    /// Which of the forecasts; nil for all of them together.
    public var forecast: Int?
    /// The outcomes.
    public var record: RangeRecord
    /// How many of the ranges are raw and not trusted.
    public var raw: Int

    private var key: Key

    init(measure: KeptForecast.KeptMeasure, key: Key, forecast: Int?, rows: [ScoredRow]) {
        self.measure = measure
        self.key = key
        self.forecast = forecast
        record = RangeRecord(rows.map(\.outcome))
        raw = rows.count { $0.row.basis == .raw }
    }
}
