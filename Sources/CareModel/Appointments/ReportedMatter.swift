/// What somebody makes contact about outside the calls (KT-11), and so to whom it goes. Raw values are kept in the log.
@frozen
public enum ReportedMatter: UInt8, CaseIterable, Sendable {
    /// An address, a general practice, a time: the office sees to it.
    case administration
    /// Circumstances or how the person is: a clinician calls.
    case state
    /// Risk: somebody acts on it today (ST-7).
    case risk
}

extension ReportedMatter: NamedCode {}
