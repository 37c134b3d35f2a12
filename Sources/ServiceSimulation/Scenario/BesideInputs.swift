public import CareModel

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

/// What people are held to beside the diary, and how far they keep to it (ST-8, CL-17, AT-4).
public struct SafeguardInput: Sendable, Equatable {
    /// What is asked for.
    public var rule = Safeguards()
    /// Share of attended contacts whose notes are late, where they are asked for, 0 … 1 (CL-17).
    public var notesLate = 0.0
    /// Mean days by which they are late, 1 … 60.
    public var notesLateDays = 3

    /// Nothing is asked for.
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
