/// How much care a person's scores call for, as an online provider reckons (ST-4).
@frozen
public enum CareLevel: UInt8, CaseIterable, Sendable {
    /// Below what the service treats.
    case belowStepTwo
    /// Step 2.
    case stepTwo
    /// Step 3.
    case stepThree
    /// Step 3 with more hours.
    case stepThreePlus

    /// The step of the clinician.
    @inlinable
    public var step: Step { self == .stepThree || self == .stepThreePlus ? .high : .low }
}

/// Step thresholds by score (ST-4). Published bands leave GAD-7 15 in no step; ``stepThreeAnxiety`` says where it
/// counts.
public struct StepThresholds: Sendable, Equatable {
    /// The lowest PHQ-9 or GAD-7 that step 2 treats.
    public var lowest = 5
    /// The lowest PHQ-9 of step 3.
    public var stepThreeDepression = 15
    /// The lowest GAD-7 of step 3.
    public var stepThreeAnxiety = 16
    /// The lowest PHQ-9 of step 3+.
    public var stepThreePlusDepression = 20

    /// The thresholds of the sources.
    public init() {}

    /// What scores call for: the higher of what either calls for. O(1).
    @inlinable
    public func level(for scores: Scores) -> CareLevel {
        let depression = Int(scores.depression)
        let anxiety = Int(scores.anxiety)
        if depression >= stepThreePlusDepression { return .stepThreePlus }
        if depression >= stepThreeDepression || anxiety >= stepThreeAnxiety { return .stepThree }
        return depression >= lowest || anxiety >= lowest ? .stepTwo : .belowStepTwo
    }
}
