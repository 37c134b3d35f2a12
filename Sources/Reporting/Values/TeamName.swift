/// A team's short name and title.
public struct TeamName: Sendable, Equatable {
    /// Lower case with hyphens, as in `group`.
    public var name: String
    /// As in headings.
    public var title: String

    /// A team's names.
    public init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}
