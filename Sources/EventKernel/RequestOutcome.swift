/// What became of a request.
@frozen
public enum RequestOutcome: Hashable, BitwiseCopyable, Sendable {
    /// It has what it asked for from now on.
    case granted
    /// It waits; the place withdraws it.
    case queued(QueuePlace)
    /// The queue is full, and nothing has changed: whoever asked goes away.
    case refused
}
