package import BookingStore

/// Who signs in and how is kept beside the log, and is no command: it happens to nobody's episode.
extension BookingService {
    /// Reads what is kept of users, sign-ins, sessions and keys.
    package func accounts<Value: Sendable>(
        _ body: @Sendable (StoreReader) throws -> Value
    ) throws(BookingError) -> Value {
        do { return try store.read(body) } catch { throw BookingError(error) }
    }

    /// Changes what is kept of sign-ins, sessions and keys; all of it, or nothing.
    package func changeAccounts<Value: Sendable>(
        _ body: @escaping @Sendable (StoreWriter) throws -> Value
    ) throws(BookingError) -> Value {
        do { return try store.writeBlocking(body) } catch { throw BookingError(error) }
    }

    /// The number of the last entry of the log: it grows with everything that happens, whoever wrote it.
    package func lastEntry() throws(BookingError) -> Int64 { try stored { try $0.lastSequence } }

    /// What the entries of the log after one are about: numbers of people and clinicians, and nothing that they say.
    package func news(after entry: Int64) throws(BookingError) -> LogNews { try stored { try $0.news(after: entry) } }
}
