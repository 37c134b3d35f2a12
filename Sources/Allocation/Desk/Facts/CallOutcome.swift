/// What a keeping-in-touch call came to (KT-4).
@frozen
public enum CallOutcome: UInt8, CaseIterable, Sendable {
    /// Keeps waiting.
    case keepsWaiting
    /// Circumstances changed: moves forward in the list.
    case quicker
    /// Takes a readier intervention at step 2 instead.
    case readier
    /// No longer needs treatment.
    case noLongerNeeded
    /// Risk has risen: referred on.
    case riskRisen

    /// Whether the episode ends with it.
    @inlinable
    public var endsEpisode: Bool {
        switch self {
        case .noLongerNeeded, .riskRisen: true
        case .keepsWaiting, .quicker, .readier: false
        }
    }
}
