public import ServiceSimulation

/// A scenario that is to be written: its values, whose they are, and the words beside them.
///
/// Values are written by the keys that read them, so that what is written reads back as the same scenario: whatever
/// differs from a key's default, and whatever is given a source of its own. What all teams share stands at the top.
///
/// ```swift
/// var draft = ScenarioDraft(scenario)
/// draft.sources["teams.mid-essex.referrals"] = .published
/// draft.head = ["Made of last year's figures."]
/// try draft.text.write(toFile: path, atomically: true, encoding: .utf8)
/// ```
public struct ScenarioDraft: Sendable {
    /// Where a value comes from, in words.
    public struct Note: Hashable, Sendable {
        /// The key in full, or a section that it speaks for.
        public var key: String
        /// The words.
        public var words: String

        /// A note.
        public init(key: String, words: String) {
            self.key = key
            self.words = words
        }
    }

    /// How much room the text takes.
    public enum Layout: Sendable {
        /// A line for each key, with its unit.
        case keyByKey
        /// A line for each section of a team, for a scenario of many teams.
        case sectionBySection
    }

    /// Lines of comment at the beginning.
    public var head: [String] = []
    /// Lines of comment at the end.
    public var tail: [String] = []
    /// Whose values are, by full key or by section; a team's practice may be told by the key without the team.
    public var sources: [String: ValueSource]
    /// Where values come from, in words.
    public var notes: [Note]
    /// How much room the text takes.
    public var layout = Layout.keyByKey
    /// Groups of staff that come after those that the texts list, by team; empty adds nobody.
    public var added: [[StaffInput]] = []
    /// Members of listed groups who leave beside those whom the texts say, by team, each with the place of the group in
    /// the list; empty lets nobody go.
    public var leaving: [[(group: Int, change: StaffChange)]] = []

    let scenario: ServiceScenario
    let origin: ScenarioOrigin

    /// A scenario that was read, as its texts together say it; what they extend is written out.
    public init(_ loaded: LoadedScenario) {
        scenario = loaded.scenario
        origin = loaded.origin
        sources = [:]
        notes = origin.notes
    }

    /// A scenario that was made, without levers; what a database knows of its staff and rooms is not part of it.
    /// - Precondition: it has no levers.
    public init(_ scenario: ServiceScenario) {
        self.scenario = scenario
        origin = ScenarioOrigin(scenario)
        sources = [:]
        notes = []
    }

    /// The text of a scenario file.
    public var text: String {
        var text = WrittenText(compactBelow: layout == .sectionBySection ? "teams" : nil)
        text.comment(head)
        text.write(ScenarioWriter(self).tree)
        if !tail.isEmpty { text.blank() }
        text.comment(tail)
        return text.text
    }
}
