public import CareModel

/// Psycho-educational courses, and who takes a seat (TX-4, PO-4).
public struct GroupInput: Sendable, Equatable {
    /// What such a course is.
    public var rule = GroupRule()
    /// Share of people agreed on step 2 who take a seat at the first appointment, when there is one (PO-4), 0 … 1.
    /// Courses are harder to fill where people live far apart.
    public var takenUpAtFirst = 0.15
    /// Share of people called while they wait who take a seat, when there is one (KT-4), 0 … 1.
    public var takenUpAtCalls = 0.08
    /// Mean fall of PHQ-9 a session attended.
    public var change = 0.6
    /// Share of people still a case after a course who go on with guided self-help, 0 … 1; others are proposed for step
    /// 3, or end.
    public var furtherInput = 0.25

    /// No courses.
    public init() {}
}

/// Computerised CBT with support, for people who wait (TX-5, KT-6, PO-4).
public struct ComputerisedInput: Sendable, Equatable {
    /// Support contacts.
    public var rule = ComputerisedRule()
    /// Share of people who are told at the first appointment that they will wait long and take it, 0 … 1.
    public var takenUpAtFirst = 0.2
    /// Share of people called while they wait who take it, 0 … 1.
    public var takenUpAtCalls = 0.1
    /// Mean fall of PHQ-9 a support contact.
    public var change = 0.6
    /// Share of people found recovered at a call or at the last contact who need no more, 0 … 1.
    public var endsWhenRecovered = 0.7

    /// Not offered.
    public init() {}
}
