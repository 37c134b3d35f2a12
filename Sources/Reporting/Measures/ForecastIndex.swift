import CareModel

/// A forecast with its measures found by name and group, O(1) each.
struct ForecastIndex {
    /// A measure for somebody.
    private struct Key: Hashable {
        var measure: String
        var group: MeasureGroup
    }

    /// What is looked up in.
    let forecast: Forecast
    private let summaries: [Key: Int]
    /// Where the weeks of each measure are in the forecast, in their order: a country has a million of them.
    private let series: [Key: [Int]]
    /// Its keys as they appear in the forecast.
    private let order: [Key]

    /// Indexes a forecast. Of two rows with the same measure and group the first is kept. O(rows).
    init(_ forecast: Forecast) {
        self.forecast = forecast
        var summaries: [Key: Int] = [:]
        for (position, row) in forecast.measures.enumerated() {
            let key = Key(measure: row.measure, group: row.group)
            if summaries[key] == nil { summaries[key] = position }
        }
        self.summaries = summaries
        (series, order) = Self.series(forecast.weekly)
    }

    /// Where the weeks of each measure are. Weeks of one measure mostly follow each other, so that few are looked up.
    private static func series(_ bands: [WeeklyBand]) -> (places: [Key: [Int]], order: [Key]) {
        var places: [Key: [Int]] = [:]
        var order: [Key] = []
        var from = 0
        while from < bands.count {
            let key = Key(measure: bands[from].measure, group: bands[from].group)
            var end = from + 1
            while end < bands.count, bands[end].measure == key.measure, bands[end].group == key.group { end += 1 }
            if places[key] == nil { order.append(key) }
            places[key, default: []].append(contentsOf: from..<end)
            from = end
        }
        return (places.mapValues { $0.sorted { (bands[$0].week, $0) < (bands[$1].week, $1) } }, order)
    }

    /// The measure over the whole horizon; nil if the forecast does not have it, or has no number for it.
    func summary(_ measure: String, _ group: MeasureGroup) -> MeasureSummary? {
        guard let position = summaries[Key(measure: measure, group: group)] else { return nil }
        let row = forecast.measures[position]
        return row.mean.isFinite ? row : nil
    }

    /// A measure by its row over the whole horizon, as ``summary(_:_:)`` of its name.
    func summary(_ measure: Measure, _ group: MeasureGroup) -> MeasureSummary? {
        summary(measure.name(forecast.standards), group)
    }

    /// A measure by its row week by week, as ``weekly(_:_:)`` of its name.
    func weekly(_ measure: Measure, _ group: MeasureGroup) -> [WeeklyBand] {
        weekly(measure.name(forecast.standards), group)
    }

    /// The measure week by week, in order; empty if the forecast does not have it.
    func weekly(_ measure: String, _ group: MeasureGroup) -> [WeeklyBand] {
        (series[Key(measure: measure, group: group)] ?? []).map { forecast.weekly[$0] }
    }

    /// How many wait in a queue on the first day, the sum of the list's rows, so that it is one number wherever it is
    /// told; nil if the forecast has no list.
    func waitingOnFirstDay(_ queue: WaitingQueue, _ scope: Scope) -> Int? {
        guard !forecast.waitingAtStart.isEmpty else { return nil }
        return forecast.waitingAtStart.reduce(0) { sum, row in
            sum + (isListed(row, in: queue, scope) ? row.people : 0)
        }
    }

    /// Whether a row of the list is of a queue, and of the scope's people.
    func isListed(_ row: WaitingRow, in queue: WaitingQueue, _ scope: Scope) -> Bool {
        row.queue == queue.listed.queue && (queue.listed.step.map { $0.name == row.step } ?? true)
            && (scope.team == nil || row.team == scope.team)
    }

    /// The same as a number of the files.
    func listed(_ queue: WaitingQueue, _ scope: Scope) -> ShownNumber? {
        waitingOnFirstDay(queue, scope).map { people in
            ShownNumber(text: NumberText.grouped(people), value: Double(people), place: .list(queue, team: scope.team))
        }
    }

    /// The values of one field over the measures of a team, in order of appearance.
    func values(of field: KeyPath<MeasureGroup, String?>, measure: String, team: String?) -> [String] {
        var found: [String] = []
        for key in order where key.measure == measure && key.group.team == team {
            if let value = key.group[keyPath: field], !found.contains(value) { found.append(value) }
        }
        for row in forecast.measures where row.measure == measure && row.group.team == team {
            if let value = row.group[keyPath: field], !found.contains(value) { found.append(value) }
        }
        return found
    }

    /// For whom a report speaks: the service, then each team; a service of one team is that team.
    var scopes: [Scope] {
        let teams = forecast.teams.map { Scope(team: $0.name, title: $0.title) }
        if teams.count == 1 { return teams }
        return [Scope(team: nil, title: "Whole service")] + teams
    }

    /// Roles that a team has numbers for: in the order of the profession, then others as they appear.
    func roles(team: String?) -> [String] {
        let named = RoleWords.order
        var found: [String] = []
        for measure in StaffMeasure.all.map({ $0.measure.name(forecast.standards) }) {
            for role in values(of: \.role, measure: measure, team: team) where !found.contains(role) {
                found.append(role)
            }
        }
        return named.filter(found.contains) + found.filter { !named.contains($0) }
    }
}
