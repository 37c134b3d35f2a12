/// How closely something is looked at.
public enum LookStage: Int, Sendable, CaseIterable {
    /// A few runs, for a first picture.
    case first
    /// As many as an interval takes.
    case whole

    /// Runs of each scenario.
    public var runs: Int {
        switch self {
        case .first: 2
        case .whole: 20
        }
    }
}
