/// PHQ-9 and GAD-7, and what follows from them (KP-6, KP-7).
@frozen
public struct Scores: Hashable, Sendable, BitwiseCopyable {
    /// PHQ-9, depression, 0 … 27.
    public var depression: UInt8
    /// GAD-7, anxiety, 0 … 21.
    public var anxiety: UInt8

    /// The highest PHQ-9.
    @inlinable public static var depressionCeiling: UInt8 { 27 }
    /// The highest GAD-7.
    @inlinable public static var anxietyCeiling: UInt8 { 21 }

    /// A pair of scores.
    /// - Parameters:
    ///   - depression: PHQ-9, 0 … 27.
    ///   - anxiety: GAD-7, 0 … 21.
    @inlinable
    public init(depression: UInt8, anxiety: UInt8) {
        precondition(depression <= Scores.depressionCeiling && anxiety <= Scores.anxietyCeiling, "score out of range")
        self.depression = depression
        self.anxiety = anxiety
    }

    /// Whether the person is a clinical case: PHQ-9 of 10 or more, or GAD-7 of 8 or more (KP-6).
    @inlinable
    public var isCase: Bool { depression >= 10 || anxiety >= 8 }

    /// Whether either score fell by its reliable change (PHQ-9 6, GAD-7 4) and neither rose by it (KP-7).
    @inlinable
    public func isReliableImprovement(since start: Scores) -> Bool {
        let depressionFall = Int(start.depression) - Int(depression)
        let anxietyFall = Int(start.anxiety) - Int(anxiety)
        return (depressionFall >= 6 || anxietyFall >= 4) && depressionFall > -6 && anxietyFall > -4
    }

    /// Whether either score is lower than it was, and neither is higher (TX-6).
    @inlinable
    public func hasImproved(since start: Scores) -> Bool {
        depression <= start.depression && anxiety <= start.anxiety
            && (depression < start.depression || anxiety < start.anxiety)
    }

    /// Whether a person who was a case no longer is one (KP-6).
    @inlinable
    public func isRecovery(since start: Scores) -> Bool { start.isCase && !isCase }
}
