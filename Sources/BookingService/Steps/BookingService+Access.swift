public import BookingStore

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
                try AccessRules.check(permission, context, writer)
                try AccessRules.notice(.nobody, what, context, writer)
            }
        } catch {
            throw AccessRules.noticed(BookingError(error), .nobody, what, context, store)
        }
    }

    /// Whether somebody may do something; a refusal of it is entered nowhere.
    /// - Throws: ``BookingError/store(_:)``.
    public func may(_ permission: Permission, in context: Context) throws(BookingError) -> Bool {
        do {
            try store.read { try AccessRules.check(permission, context, $0) }
            return true
        } catch BookingError.forbidden { return false } catch { throw BookingError(error) }
    }

    /// Reads what is stored, without asking anybody's leave.
    func stored<Value: Sendable>(_ body: (StoreReader) throws -> Value) throws(BookingError) -> Value {
        do { return try store.read(body) } catch { throw BookingError(error) }
    }

    /// Does something; a refusal to somebody who may not is entered in the access log, though nothing else is kept.
    func noticingRefusals<Answer>(
        _ context: Context, _ subject: CommandSubject, _ words: String?, _ body: () throws -> Answer
    ) throws(BookingError) -> Answer {
        do {
            return try body()
        } catch {
            throw AccessRules.noticed(BookingError(error), subject, words, context, store)
        }
    }
}
