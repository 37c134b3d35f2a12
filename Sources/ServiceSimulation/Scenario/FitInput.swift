/// How near a team, fitted to published figures, comes to them: what a reader may trust of it. It changes nothing that
/// happens.
public struct FitInput: Sendable, Equatable {
    /// What came of a fit, or of one of its figures; the later the worse.
    public enum Verdict: UInt8, CaseIterable, Sendable, Comparable {
        /// The team was fitted to nothing.
        case notFitted
        /// As near as is asked.
        case holds
        /// Further, but no further than the published months leave open.
        case doubtful
        /// Further than they explain.
        case doesNotHold

        /// The name in scenario files.
        public var name: String {
            switch self {
            case .notFitted: "not-fitted"
            case .holds: "holds"
            case .doubtful: "doubtful"
            case .doesNotHold: "does-not-hold"
            }
        }

        public static func < (one: Verdict, other: Verdict) -> Bool { one.rawValue < other.rawValue }
    }

    /// The worst of the main figures: flows, the first wait, the list and recovery.
    public var verdict = Verdict.notFitted
    /// The measures that are doubtful, by name.
    public var doubtful: [String] = []
    /// The measures that do not hold, by name.
    public var doesNotHold: [String] = []

    /// A team that was fitted to nothing.
    public init() {}
}
