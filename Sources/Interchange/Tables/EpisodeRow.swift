import BookingStore
public import CareModel

/// A line of `episodes.csv`: where a person is, and what is known beside it.
public struct EpisodeRow: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Where the person is (KP-10).
    public var episode: StoredEpisode
    /// What is known beside it.
    public var facts: PersonFacts

    /// An episode.
    public init(person: Int64, episode: StoredEpisode, facts: PersonFacts) {
        self.person = person
        self.episode = episode
        self.facts = facts
    }

    /// Where somebody whom a store knows is.
    init(_ known: Person) {
        self.init(person: known.number, episode: StoredEpisode(known.episode), facts: known.facts)
    }
}

extension EpisodeRow: TableRow {
    static var fileName: String { "episodes.csv" }
    static var blank: EpisodeRow { EpisodeRow(person: 0, episode: .blank, facts: .blank) }
    static func columns(_ teams: TeamNames) -> [TableColumn<EpisodeRow>] {
        [TableColumn("person", \.person, .number(1...999_999_999), "The person's number.")]
            + StoredEpisode.tableColumns().map { $0.within(\.episode) }
            + PersonFacts.tableColumns().map { EarlierCells.bringForward($0).within(\.facts) }
    }
}
