/// A kind of individual therapy that a clinician must be trained in (TX-1 … TX-3).
@frozen
public enum Modality: UInt8, CaseIterable, Sendable {
    /// Guided self-help, step 2.
    case guidedSelfHelp
    /// Cognitive behavioural therapy, step 3.
    case cognitiveBehaviouralTherapy
    /// Counselling for depression, step 3.
    case counselling
    /// Dynamic interpersonal therapy, step 3.
    case dynamicInterpersonalTherapy
    /// Interpersonal therapy, step 3.
    case interpersonalTherapy
    /// Eye movement desensitisation and reprocessing, step 3.
    case eyeMovementDesensitisation
    /// Couple therapy for depression, step 3.
    case coupleTherapy

    /// The step at which the therapy is given.
    @inlinable
    public var step: Step { self == .guidedSelfHelp ? .low : .high }

    /// The name in scenario files and tables.
    public var name: String {
        switch self {
        case .guidedSelfHelp: "guided-self-help"
        case .cognitiveBehaviouralTherapy: "cbt"
        case .counselling: "counselling"
        case .dynamicInterpersonalTherapy: "dit"
        case .interpersonalTherapy: "ipt"
        case .eyeMovementDesensitisation: "emdr"
        case .coupleTherapy: "couple-therapy"
        }
    }
}

/// The therapies that somebody is trained in, one bit each.
@frozen
public struct ModalitySet: Hashable, Sendable, BitwiseCopyable {
    /// Bit n is the modality with raw value n.
    public var bits: UInt8

    /// A set from its bits.
    @inlinable
    public init(bits: UInt8 = 0) { self.bits = bits }

    /// A set of these therapies.
    public init(_ modalities: [Modality]) {
        bits = modalities.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// Whether the therapy is in the set.
    @inlinable
    public func contains(_ modality: Modality) -> Bool { bits & (1 << modality.rawValue) != 0 }

    /// The therapies in the order of their raw values.
    public var modalities: [Modality] { Modality.allCases.filter(contains) }
}
