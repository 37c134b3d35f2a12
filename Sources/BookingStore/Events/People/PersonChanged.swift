/// Who a person is, or how to reach them, as it is from now on.
public struct PersonChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// Who the person is.
    public var identity: Identity

    /// A changed identity.
    public init(person: Int64, identity: Identity) {
        self.person = person
        self.identity = identity
    }
}

extension PersonChanged: StoredEvent {
    static let kind = EventKind.personChanged

    var words: String { "name, contact details or consents were changed" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws { try tables.set(identity, of: person, entry) }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.refold(person, correction.wrong, entry)
    }

    func tell(_ known: inout PersonAsTold) { known.identity = known.identity ?? identity }
}
