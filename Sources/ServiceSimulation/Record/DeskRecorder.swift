public import Allocation
public import CareModel

/// Writes down everything that the simulator tells the desk, and everything that the desk decides, in order: another
/// desk that hears the same must decide the same.
public final class DeskRecorder {
    /// What the desk was told.
    public enum Told: Equatable, Sendable {
        /// Something that happened to a person.
        case fact(DeskFact)
        /// A change in who works when, or in how a team books.
        case change(DeskChange)
    }

    /// One thing that the desk was told, and what it decided before the next.
    public struct Entry: Equatable, Sendable {
        /// When.
        public let at: CivilMinute
        /// What it was told.
        public let told: Told
        /// What it decided, in order.
        public internal(set) var decided: [DeskEffect] = []
    }

    /// Everything so far, in order.
    public private(set) var entries: [Entry] = []

    /// Nothing yet.
    public init() {}

    func told(_ told: Told, at minute: CivilMinute) { entries.append(Entry(at: minute, told: told)) }

    /// The decisions since the desk was last told something.
    func decided(_ effects: ArraySlice<DeskEffect>) { entries[entries.count - 1].decided.append(contentsOf: effects) }
}
