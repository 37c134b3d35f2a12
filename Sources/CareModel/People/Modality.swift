/// A kind of therapy (TX-1 … TX-5).
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
    /// A psycho-educational course in a group, step 2 (TX-4).
    case psychoEducation
    /// Computerised CBT with short support, step 2 (TX-5).
    case computerisedTherapy

    /// The step at which the therapy is given.
    @inlinable
    public var step: Step { training == .guidedSelfHelp ? .low : .high }

    /// The therapy in whose training this one is included: courses are led, and computerised CBT is supported, by
    /// whoever gives guided self-help (TX-4, TX-5). Of others, the therapy itself.
    @inlinable
    public var training: Modality { rawValue < Modality.psychoEducation.rawValue ? self : .guidedSelfHelp }

    /// The therapies that clinicians are trained in and people are allocated for, one by one.
    public static let individual = allCases.filter { $0.training == $0 }

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
        case .psychoEducation: "psycho-education"
        case .computerisedTherapy: "computerised-cbt"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .guidedSelfHelp: "guided self-help"
        case .cognitiveBehaviouralTherapy: "CBT"
        case .counselling: "counselling"
        case .dynamicInterpersonalTherapy: "dynamic interpersonal therapy"
        case .interpersonalTherapy: "interpersonal therapy"
        case .eyeMovementDesensitisation: "EMDR"
        case .coupleTherapy: "couple therapy"
        case .psychoEducation: "course in a group"
        case .computerisedTherapy: "computerised CBT"
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
        bits = modalities.reduce(0) { $0 | 1 << $1.training.rawValue }
    }

    /// Whether the therapy is in the set.
    @inlinable
    public func contains(_ modality: Modality) -> Bool { bits & (1 << modality.training.rawValue) != 0 }

    /// The therapies in the order of their raw values.
    public var modalities: [Modality] { Modality.individual.filter(contains) }
}

extension Step {
    /// The therapy that is usual at the step, where nobody agreed another (TX-1, TX-2).
    @inlinable
    public var usualTherapy: Modality { self == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy }
}

extension Modality: NamedCode, PropertyValue {}
