public import CareModel

/// Somebody made contact outside the calls, to report a change (KT-11).
public struct ContactReceived: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What it was about.
    public var about: ReportedMatter
    /// What the person said, in the words of whoever heard it.
    public var said: String
    /// What a clinician made of it, as a word with hyphens; nil if it was passed on.
    public var outcome: String?

    /// A contact.
    public init(person: Int64, about: ReportedMatter, said: String = "", outcome: String? = nil) {
        self.person = person
        self.about = about
        self.said = said
        self.outcome = outcome
    }
}

extension ContactReceived: StoredEvent {
    static let kind = EventKind.contactReceived

    var words: String {
        let matter =
            switch about {
            case .administration: "something for the office"
            case .state: "how they are"
            case .risk: "risk"
            }
        let heard = "made contact about \(matter)" + (said.isEmpty ? "" : ": \(said)")
        return outcome.map { "\(heard) (agreed: \($0.replacing("-", with: " ")))" } ?? heard
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    /// What follows from it is said by entries of their own: the person must be there.
    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard try tables.person("people", "person", person) != nil else {
            throw tables.refusal(entry, tables.nobody(person))
        }
    }
}
