/// The service or one of its teams.
struct Scope: Equatable {
    /// Short name of the team; nil for the service.
    var team: String?
    /// As in headings.
    var title: String

    /// The group of the measures that speak of it.
    var group: MeasureGroup { MeasureGroup(team: team) }

    /// What a page knows it by; safe in attributes.
    var key: String { team.map { "team-" + HTMLText.identifier($0) } ?? "service" }
}
