/// Why a session beyond the next one does not take place when it was to (BK-2).
@frozen
public enum LaterEnd: Hashable, Sendable, BitwiseCopyable {
    /// It is moved to another time.
    case moved(byPerson: Bool)
    /// The service cancels it: the person is rebooked first (AT-10).
    case byService
    /// The person cancels it in advance: it counts as the next one would (AT-3), so that it does not matter which of
    /// two is cancelled first.
    case byPerson(exception: Bool)
}
