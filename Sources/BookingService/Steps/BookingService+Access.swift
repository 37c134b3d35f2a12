public import BookingStore
import CareModel

extension BookingService {
    /// Whether somebody may do something with a whole store, such as to copy it (IG-1). It need not hold a service.
    /// That somebody did, or was refused, is entered in its access log.
    /// - Parameter what: what is done, for the access log.
    /// - Throws: ``BookingError/forbidden(_:_:)``; ``BookingError/store(_:)``.
    public static func require(
        _ permission: Permission, for what: String, in context: Context, of store: BookingStore
    ) throws(BookingError) {
        do {
            try store.writeBlocking { writer in
                try check(permission, context.author, writer)
                try notice(.nobody, what, context, writer)
            }
        } catch {
            throw noticed(BookingError(error), .nobody, what, context, store)
        }
    }

    /// Whether somebody may do something; a refusal of it is entered nowhere.
    /// - Throws: ``BookingError/store(_:)``.
    public func may(_ permission: Permission, in context: Context) throws(BookingError) -> Bool {
        do {
            try store.read { try BookingService.check(permission, context.author, $0) }
            return true
        } catch BookingError.forbidden { return false } catch { throw BookingError(error) }
    }

    /// Reads what is stored, without asking anybody's leave.
    func stored<Value: Sendable>(_ body: (StoreReader) throws -> Value) throws(BookingError) -> Value {
        do { return try store.read(body) } catch { throw BookingError(error) }
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

    /// Enters in the access log what somebody looks at.
    /// - Parameter words: nil for what is about nobody, such as rooms: nothing is entered.
    static func notice(
        _ subject: CommandSubject, _ words: String?, _ context: Context, _ writer: StoreWriter
    ) throws {
        guard let words else { return }
        try writer.recordAccess(
            toPerson: person(of: subject, writer), what: words, at: context.now, by: context.author,
            reason: context.saysWhy)
    }

    /// Does something; a refusal to somebody who may not is entered in the access log, though nothing else is kept.
    func noticingRefusals<Answer>(
        _ context: Context, _ subject: CommandSubject, _ words: String?, _ body: () throws -> Answer
    ) throws(BookingError) -> Answer {
        do {
            return try body()
        } catch {
            throw BookingService.noticed(BookingError(error), subject, words, context, store)
        }
    }

    /// An error, once it is entered where it refuses somebody what they may not; the store's, if that cannot be.
    private static func noticed(
        _ error: BookingError, _ subject: CommandSubject, _ words: String?, _ context: Context, _ store: BookingStore
    ) -> BookingError {
        guard error.refusesSomebody, let words else { return error }
        do {
            try store.writeBlocking { writer in
                try writer.recordAccess(
                    toPerson: person(of: subject, writer), what: words, at: context.now, by: context.author,
                    isRefused: true)
            }
        } catch let failure { return BookingError(failure) }
        return error
    }

    /// The number of the person whose record it is; 0 for many, for nobody, and for what is not there.
    private static func person(of subject: CommandSubject, _ reader: StoreReader) throws -> Int64 {
        switch subject {
        case .person(let person): person
        case .appointment(let number): try reader.appointment(number)?.placement.person ?? 0
        case .hold(let number): try reader.hold(number)?.placement.person ?? 0
        case .task(let number): try reader.tasks().first { $0.task.task == number }?.task.person ?? 0
        case .nobody: 0
        }
    }
}

extension BookingError {
    /// Whether it keeps somebody from what they may not do or see.
    fileprivate var refusesSomebody: Bool {
        if case .forbidden = self { return true }
        if case .noRelationship = self { return true }
        return self == .noSuchLink
    }
}
