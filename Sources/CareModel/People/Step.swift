/// A step of stepped care that this kind of service treats at (ST-5: not a fixed sequence).
@frozen
public enum Step: UInt8, CaseIterable, Sendable {
    /// Step 2, low intensity: guided self-help and other brief interventions (TX-1).
    case low
    /// Step 3, high intensity: CBT and the other formal psychological therapies (TX-2, TX-3).
    case high

    /// The name in scenario files and tables.
    public var name: String { self == .low ? "low" : "high" }

    /// The name in sentences.
    public var title: String { self == .low ? "step 2" : "step 3" }
}

extension Step: NamedCode, PropertyValue {}
