/// Which thing of a ``Store`` is taken first.
@frozen
public enum ServiceOrder: Hashable, BitwiseCopyable, Sendable {
    /// What came first, as from a shelf that is filled from behind.
    case firstCome
    /// What came last, as from a stack.
    case lastCome
}
