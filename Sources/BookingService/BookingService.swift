import Allocation
public import BookingStore
public import CareModel
import Foundation
import Synchronization

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
    /// Who gives a command, from where, when, and the key that makes it happen once.
    public struct Context: Sendable {
        /// The present minute.
        public var now: CivilMinute
        /// Who, and from where (IG-1).
        public var author: Author
        /// The command's key; nil if it may happen twice.
        public var key: String?

        /// A context.
        public init(now: CivilMinute, author: Author = .software, key: String? = nil) {
            self.now = now
            self.author = author
            self.key = key
        }
    }

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

    /// Runs a command as one step; a reply that was given to the same key before is given again.
    /// - Parameters:
    ///   - permission: what the author must be allowed to do; nil if anybody may.
    ///   - fingerprint: the command in words, so that a key cannot be used for another.
    func run<Reply: Codable & Sendable>(
        _ context: Context, _ permission: Permission?, _ fingerprint: String,
        _ body: @escaping @Sendable (CommandStep) throws -> Reply
    ) throws -> Reply {
        try runUnanswered(context, permission) { step in
            guard let key = context.key else { return try body(step) }
            if let known = try step.writer.reply(forKey: key, fingerprint: fingerprint) {
                return try JSONDecoder().decode(Reply.self, from: known)
            }
            let reply = try body(step)
            try step.writer.remember(reply: JSONEncoder().encode(reply), forKey: key, fingerprint: fingerprint)
            return reply
        }
    }

    /// Runs a step whose answer stays within this process.
    func runUnanswered<Answer: Sendable>(
        _ context: Context, _ permission: Permission? = nil, _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws -> Answer {
        let memory = memory
        let policy = policy
        return try store.writeBlocking { writer in
            if let permission { try BookingService.check(permission, context.author, writer) }
            let box = try BookingService.current(memory, policy, writer, context.now)
            do {
                let answer = try body(CommandStep(box: box, writer: writer, context: context))
                memory.sequence = writer.lastSequence
                return answer
            } catch {
                memory.forget()
                throw error
            }
        }
    }

    /// The desk as it is after the log's last entry: kept, or read again if another process wrote, a group of steps was
    /// lost, or the day is another.
    private static func current(
        _ memory: ServiceMemory, _ policy: ServicePolicy, _ writer: StoreWriter, _ now: CivilMinute
    ) throws -> DeskBox {
        if let box = memory.desk, !box.isStale, memory.sequence == writer.lastSequence,
            memory.generation == writer.generation,
            now.day < box.desk.calendar.first + Int32(policy.diaryDays / 2), now >= box.desk.now
        {
            box.goOn(to: now)
            try expireHolds(box, writer, now)
            return box
        }
        if let last = try writer.events(after: max(0, writer.lastSequence - 1), limit: 1).last, last.at > now {
            throw BookingError.clockWentBack(last: last.at, now: now)
        }
        try writer.expireHolds(at: now)
        let box = try ServiceLoader(reader: writer, policy: policy, now: now).load()
        memory.desk = box
        memory.sequence = writer.lastSequence
        memory.generation = writer.generation
        return box
    }

    /// Holds that are past give their time back.
    private static func expireHolds(_ box: DeskBox, _ writer: StoreWriter, _ now: CivilMinute) throws {
        for hold in try writer.expireHolds(at: now) {
            guard let record = try writer.hold(hold) else { continue }
            box.desk.capacity.release(SlotOffer(record.placement))
        }
    }

    /// Whether somebody may do something with a whole store, such as to copy it (IG-1). It need not hold a service.
    /// - Throws: ``BookingError/forbidden(_:_:)``; what the store throws.
    public static func require(_ permission: Permission, of author: Author, in store: BookingStore) throws {
        try store.read { try check(permission, author, $0) }
    }

    static func check(_ permission: Permission, _ author: Author, _ reader: StoreReader) throws {
        let users = try reader.users()
        // A service without users is on somebody's own machine: whoever can open the file may do everything.
        guard !users.isEmpty, author != .software else { return }
        let user = users.first { $0.user == author.user && $0.isActive }
        guard let user, user.role.permissions.contains(permission) else {
            throw BookingError.forbidden(user?.role, permission)
        }
    }

    /// Closes the store.
    public func close() throws { try store.close() }
}
