import CareModel
import GRDB

/// What one kind of event is to the store: its name in the log, whom it is about, what it does to the tables, how it is
/// undone, and how it is said. Everything of a kind stands in one file; ``ServiceEvent`` lists the kinds.
protocol StoredEvent: Codable, Hashable, Sendable {
    /// The kind, whose name stands in the log for ever.
    static var kind: EventKind { get }
    /// Whether applying it claims time, so that holds that are past must be ended first.
    var takesTime: Bool { get }
    /// What happened, in words.
    var words: String { get }
    /// What happened, in words, with clinicians by their names: of an event that is about one.
    func words(_ names: LogNames) -> String
    /// The person whom it is about, so that the log can be read by person (IG-1, IG-3); nil if about nobody.
    func subject(in tables: Projector) throws -> Int64?
    /// Keeps what must follow in the same step.
    func note(in progress: inout StepProgress) throws
    /// Changes the tables that are folded from the log.
    func apply(to tables: Projector, _ entry: EntryHead) throws
    /// Makes the tables what they would be without it (BK-4).
    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws
    /// Says what it knows of a person, as far as no later entry said so.
    func tell(_ known: inout PersonAsTold)
}

extension StoredEvent {
    var takesTime: Bool { false }

    func words(_ names: LogNames) -> String { words }

    func subject(in tables: Projector) throws -> Int64? { nil }

    func note(in progress: inout StepProgress) throws {}

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        throw tables.refusal(entry, "an entry of kind \(Self.kind.rawValue) is changed by a new one, not undone")
    }

    func tell(_ known: inout PersonAsTold) {}
}

/// An event that gives all details of something, new or changed: in the log it is the details alone.
protocol WholeDetails: StoredEvent {
    associatedtype Details: Codable

    var details: Details { get }

    init(_ details: Details)
}

extension WholeDetails {
    init(from decoder: any Decoder) throws { self.init(try Details(from: decoder)) }

    func encode(to encoder: any Encoder) throws { try details.encode(to: encoder) }
}

/// That an entry is undone.
struct Correction {
    /// The entry that was wrong.
    let wrong: EntryHead
    /// Why.
    let why: String
}

/// What is known of a person by entries that are read from the last to the first.
struct PersonAsTold {
    var episode: Episode?
    var facts: PersonFacts?
    var identity: Identity?
}

/// What a step must not leave undone, and what it knows of holds.
struct StepProgress {
    /// Holds that were confirmed in this step and have no appointment yet.
    var unbooked: [Int64] = []
    /// No open hold is past before this minute; nil until the table was asked in this transaction.
    var nextExpiry: CivilMinute?
}

extension Placement {
    /// Kind, time, length and clinician in words.
    func words(_ names: LogNames) -> String {
        "\(kind.name.replacing("-", with: " ")), \(start), \(minutes) minutes, \(names.clinician(clinician))"
    }
}
