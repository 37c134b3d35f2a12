/// One clinician has a person from now on, assesses and treats; or has them no longer (CL-18). Where the person is says
/// it too: this says when it came to it, and why.
public struct PersonAllocated: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// The clinician; nil is nobody.
    public var clinician: Int32?
    /// Why, if somebody said so; nil is by the rule.
    public var why: String?

    /// An allocation.
    public init(person: Int64, clinician: Int32?, why: String? = nil) {
        self.person = person
        self.clinician = clinician
        self.why = why
    }
}

extension PersonAllocated: StoredEvent {
    static let kind = EventKind.personAllocated

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        let what = clinician.map { "allocated to \(names.clinician($0))" } ?? "allocated to nobody any more"
        return what + (why.map { ": \($0)" } ?? "")
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {}
}
