/// Why a case is brought to the monthly case-management review (CL-16), in the order of the checklist.
@frozen
public enum CaseReason: UInt8, CaseIterable, Sendable {
    /// Was a case at the start, and is none any more: can the person be discharged?
    case inRecovery
    /// Has had the sessions after which improvement is looked for, and has not improved (TX-6).
    case notImproving
    /// Missed or cancelled appointments (AT-3).
    case missedOrCancelled
    /// Another step is indicated, up or down, or a step-up is proposed (ST-1, ST-2, ST-4).
    case anotherStep
    /// Has no appointment, and the last contact was too long ago.
    case noAppointment
    /// Has been open for long, with gaps between the sessions.
    case openLong
    /// Has had as many sessions as are agreed (TX-1, TX-2).
    case overLimit
    /// Was no case at the start, and is none (KP-6).
    case notACase

    /// The name in lists.
    public var name: String {
        switch self {
        case .inRecovery: "in-recovery"
        case .notImproving: "not-improving"
        case .missedOrCancelled: "missed-or-cancelled"
        case .anotherStep: "another-step"
        case .noAppointment: "no-appointment"
        case .openLong: "open-long"
        case .overLimit: "over-limit"
        case .notACase: "not-a-case"
        }
    }

    /// What supervisors ask about such a case.
    public var question: String {
        switch self {
        case .inRecovery: "in recovery: can they be discharged?"
        case .notImproving: "not improving: another step, service or ending?"
        case .missedOrCancelled: "missed or cancelled: should they be discharged?"
        case .anotherStep: "is another step indicated, up or down?"
        case .noAppointment: "no appointment, and no contact for too long: book or call"
        case .openLong: "open for long with gaps between sessions: are they engaged?"
        case .overLimit: "as many sessions as are agreed: end, or agree to more"
        case .notACase: "not a case: self-help and discharge?"
        }
    }
}

extension CaseReason: NamedCode {}

/// All reasons for which one case is brought to the review (CL-16).
@frozen
public struct CaseReasons: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// A bit for each reason, by its raw value.
    public let rawValue: UInt8

    /// From bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One reason.
    @inlinable
    public init(_ reason: CaseReason) { rawValue = 1 << reason.rawValue }

    /// Whether a reason is among them.
    @inlinable
    public func contains(_ reason: CaseReason) -> Bool { contains(CaseReasons(reason)) }

    /// Each, in the order of the checklist.
    public var list: [CaseReason] { CaseReason.allCases.filter { contains($0) } }
}
