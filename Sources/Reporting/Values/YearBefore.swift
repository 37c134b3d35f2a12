public import CareModel

/// What is known of the year before a forecast, beside which its waits are laid.
public enum YearBefore: Sendable, Equatable {
    /// What was published of a provider's same months, where anything was.
    case published
    /// What a service's own records have of the same weeks.
    case records(ClosedRange<CivilDay>)
    /// A service's own records, which do not reach so far back: their first day.
    case tooYoung(CivilDay)
    /// Nothing: a scenario has no past.
    case unknown
}
