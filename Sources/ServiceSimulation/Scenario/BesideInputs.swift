/// Risk that is found at a contact, and has to be acted on the same day (ST-7).
public struct RiskInput: Sendable, Equatable {
    /// Share of attended appointments at which it is found, 0 … 1.
    public var foundAtContacts = 0.0
    /// Length of the urgent slot, minutes.
    public var minutes = 60
    /// Share of these people who are referred on, 0 … 1.
    public var referredOn = 0.3

    /// None.
    public init() {}
}

/// Employment support that runs beside therapy (TX-13): it changes nothing of the therapy.
public struct EmploymentInput: Sendable, Equatable {
    /// Employment advisers in a team, WTE; the guideline is one for eight therapists.
    public var advisers = 0.0
    /// Share of people who begin a course and take it, 0 … 1.
    public var takenUp = 0.1
    /// People whom one adviser supports at a time, per WTE, 1 … 200.
    public var caseload = 25
    /// Mean weeks of support, 1 … 104.
    public var meanWeeks = 12.0

    /// No advisers.
    public init() {}
}
