/// The waiting-time promises that a service is held to (FA-1, KT-1, PR-1, KP-2), in calendar days.
public struct Standards: Sendable, Equatable {
    /// Internal target from receipt to first appointment.
    public var firstAppointmentDays = 28
    /// National first standard: this share of people start treatment within ``nationalFirstDays``.
    public var nationalFirstDays = 42
    /// Share that must be seen within ``nationalFirstDays``, 0 … 1.
    public var nationalFirstShare = 0.75
    /// National second standard, days.
    public var nationalSecondDays = 126
    /// Share that must be seen within ``nationalSecondDays``, 0 … 1.
    public var nationalSecondShare = 0.95
    /// Expected from the first to the second treatment contact.
    public var secondTreatmentDays = 28
    /// Beyond this wait from the first to the second contact …
    public var secondTreatmentLimitDays = 90
    /// … there may be at most this share of people, 0 … 1.
    public var secondTreatmentLimitShare = 0.10
    /// Perinatal: assessed within, from the referral.
    public var perinatalAssessmentDays = 14
    /// Perinatal: the next contact of treatment within, from the assessment.
    public var perinatalTreatmentDays = 28

    /// The standards of the sources.
    public init() {}

    /// The last day on which a first appointment keeps the promise made to this person (FA-1, PR-1).
    @inlinable
    public func firstAppointmentDue(received: CivilMinute, priority: PriorityClass) -> CivilDay {
        received.day + Int32(priority == .perinatal ? perinatalAssessmentDays : firstAppointmentDays)
    }

    /// The last day on which a next treatment contact keeps the promise, counted from the wait's start (KT-1, KT-9,
    /// PR-1).
    @inlinable
    public func treatmentDue(waitingSince: CivilMinute, priority: PriorityClass) -> CivilDay {
        waitingSince.day + Int32(priority == .perinatal ? perinatalTreatmentDays : secondTreatmentDays)
    }
}

/// Calendar days from one minute to another, as the national statistics count a wait.
@inlinable
public func waitDays(from start: CivilMinute, to end: CivilMinute) -> Int { Int(end.day - start.day) }
