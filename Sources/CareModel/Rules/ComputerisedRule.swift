/// Computerised CBT with short scheduled support, for people who were assessed and wait (TX-5, KT-6).
public struct ComputerisedRule: Sendable, Hashable {
    /// Whether the team offers it.
    public var isOn = false
    /// Length of a support contact, minutes.
    public var minutes = 15
    /// Days between support contacts, 1 … 90.
    public var intervalDays = 14
    /// Support contacts of a course, 1 … 50.
    public var contacts = 6

    /// Not offered.
    public init() {}
}
