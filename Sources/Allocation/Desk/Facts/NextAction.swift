public import CareModel

/// What somebody has to do next about a person, and by when.
@frozen
public struct NextAction: Hashable, Sendable, BitwiseCopyable {
    /// What.
    public var kind: TaskKind
    /// By when.
    public var due: CivilMinute
}
