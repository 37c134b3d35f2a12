public import BookingStore
import CareModel

extension BookingService {
    /// Whether somebody may do something with a whole store, such as to copy it (IG-1). It need not hold a service.
    /// That somebody did, or was refused, is entered in its access log.
    /// - Parameter what: what is done, for the access log.
    /// - Throws: ``BookingError/forbidden(_:_:)``; what the store throws.
    public static func require(
        _ permission: Permission, for what: String, in context: Context, of store: BookingStore
    ) throws {
        let done = KeyedCommand(what)
        do {
            try store.writeBlocking { writer in
                try check(permission, context.author, writer)
                try notice(done, context, writer)
            }
        } catch let error as BookingError {
            try noticeRefusal(done, context, store, error)
            throw error
        }
    }

    /// Whether somebody may do something; a refusal of it is entered nowhere.
    public func may(_ permission: Permission, in context: Context) throws -> Bool {
        do {
            try store.read { try BookingService.check(permission, context.author, $0) }
            return true
        } catch BookingError.forbidden { return false }
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
    static func notice(_ seen: KeyedCommand, _ context: Context, _ writer: StoreWriter) throws {
        try writer.recordAccess(
            toPerson: person(of: seen.subject, writer), what: seen.name, at: context.now, by: context.author)
    }

    /// Does something; a refusal to somebody who may not is entered in the access log, though nothing else is kept.
    func noticingRefusals<Answer>(
        _ context: Context, _ command: KeyedCommand?, _ body: () throws -> Answer
    ) throws -> Answer {
        do {
            return try body()
        } catch let error as BookingError {
            if let command { try BookingService.noticeRefusal(command, context, store, error) }
            throw error
        }
    }

    private static func noticeRefusal(
        _ command: KeyedCommand, _ context: Context, _ store: BookingStore, _ error: BookingError
    ) throws {
        switch error {
        case .forbidden, .noSuchLink: break
        default: return
        }
        try store.writeBlocking { writer in
            try writer.recordAccess(
                toPerson: person(of: command.subject, writer), what: command.name, at: context.now,
                by: context.author, isRefused: true)
        }
    }

    /// The number of the person whose record it is; 0 for many, for nobody, and for what is not there.
    private static func person(of subject: KeyedCommand.Subject, _ reader: StoreReader) throws -> Int64 {
        switch subject {
        case .person(let person): person
        case .appointment(let number): try reader.appointment(number)?.placement.person ?? 0
        case .hold(let number): try reader.hold(number)?.placement.person ?? 0
        case .task(let number): try reader.tasks().first { $0.task.task == number }?.task.person ?? 0
        case .nobody: 0
        }
    }
}
