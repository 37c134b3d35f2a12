import Allocation
public import BookingStore
import CareModel

/// A service that books: the core's desk, driven by the clock of the wall and by real people, and written to a store.
///
/// Every command is one step: it is checked by the core, told to the desk, and written with all that the desk decides,
/// or nothing of it happens. A command may carry a key: given again with the same key, it is not done again, and gets
/// the first reply. Times are passed in. The desk in memory is a fold of the store's log; another process's entries are
/// seen before the next step.
///
/// ```swift
/// let service = BookingService(store, policy: policy)
/// let list = try service.offer(person: 12, limit: 5, in: context)
/// let hold = try service.hold(person: 12, slot: list.slots[0].slot, in: context)
/// let appointment = try service.confirm(hold: hold.hold, in: context)
/// ```
public final class BookingService: Sendable {
    let store: BookingStore
    /// How the service books.
    public let policy: ServicePolicy
    let memory = ServiceMemory()

    /// A service on a store.
    public init(_ store: BookingStore, policy: ServicePolicy) {
        self.store = store
        self.policy = policy
    }

    /// What a step has at hand.
    struct CommandStep {
        let box: DeskBox
        let writer: StoreWriter
        let context: Context

        /// Writes what the desk decides.
        func decisions() -> DecisionWriter {
            DecisionWriter(box: box, writer: writer, now: context.now, author: context.author)
        }

        /// The index of a person at the desk.
        /// - Throws: ``BookingError/noSuchPerson(_:)``.
        func index(of person: Int64) throws -> Int {
            guard person > 0, person <= box.desk.episodes.count, try writer.person(person) != nil else {
                throw BookingError.noSuchPerson(person)
            }
            return Int(person - 1)
        }

        /// The index of a team at the desk.
        /// - Throws: ``BookingError/noSuchTeam(_:count:)``.
        func index(ofTeam team: Int) throws -> UInt32 {
            guard box.desk.rules.indices.contains(team) else {
                throw BookingError.noSuchTeam(team, count: box.desk.rules.count)
            }
            return UInt32(team)
        }

        /// Whether a fact can have happened.
        /// - Throws: ``BookingError/impossible(person:state:command:)``.
        func require(_ fact: DeskFact, _ command: String) throws {
            guard !box.desk.isPossible(fact) else { return }
            guard let person = fact.person, Int(person) < box.desk.episodes.count else {
                throw BookingError.invalid("\(command) is not possible")
            }
            let state = box.desk.episodes[Int(person)].state
            throw BookingError.impossible(person: Int64(person) + 1, state: state, command: command)
        }
    }

    /// Closes the store.
    public func close() throws { try store.close() }
}
