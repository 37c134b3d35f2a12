import CareModel

extension ForecastIndex {
    /// At most this many teams stand beside the service before the eye is lost; the others are behind a link.
    static let shownTeams = 8
    /// At most this many have all their charts, so that a page of a hundred teams can be sent.
    static let chartedTeams = 4
    /// Of more teams than are shown, so many stand on the page: their names are long where there are many.
    static let shownOfMany = 4

    /// Whom the page speaks of first: the service and its teams; of many teams those in which most people pass the
    /// service's own promise.
    var shownScopes: [Scope] {
        let teams = scopes.count { $0.team != nil }
        return teams > ForecastIndex.shownTeams ? most(ForecastIndex.shownOfMany) : scopes
    }

    /// Who has charts of everything.
    var chartedScopes: [Scope] { shownScopes.count <= ForecastIndex.chartedTeams + 2 ? shownScopes : most(4) }

    /// The teams that are not among ``shownScopes``, in order.
    var otherScopes: [Scope] {
        let shown = shownScopes
        return scopes.filter { !shown.contains($0) }
    }

    private func most(_ limit: Int) -> [Scope] {
        let teams = scopes.filter { $0.team != nil }
        guard teams.count > limit else { return scopes }
        let name = forecast.standards.name(.breaches)
        let people = teams.map { summary(name, $0.group)?.mean ?? BreachPicture(weekly(name, $0.group))?.total ?? 0 }
        let order = teams.indices.sorted { (people[$1], $0) < (people[$0], $1) }
        return [scopes[0]] + order.prefix(limit).sorted().map { teams[$0] }
    }
}
