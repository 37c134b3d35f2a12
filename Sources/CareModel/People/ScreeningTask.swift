/// One piece of work at the front door, each with its own minutes (RF-5).
@frozen
public enum ScreeningTask: UInt8, CaseIterable, Sendable {
    /// Read the referral.
    case review
    /// Telephone the person because of a risk, or because the call was urgent (RF-3).
    case telephoneTriage
    /// A senior clinician, or the duty manager, decides about step 3 or about doubt.
    case seniorScreen
    /// A brief assessment by telephone of everybody who was referred (RF-6).
    case briefAssessment
}

extension ScreeningTask: NamedCode, PropertyValue {}
