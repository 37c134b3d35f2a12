import CareModel

/// People who come back after their episode has ended (TX-14, RF-9, RF-11): of those who left in each way, the share
/// who are referred again within a year. Whoever comes back is the same person in a new episode, and comes on top of
/// ``ReferralInput/perWeek``, which counts people who are new.
public struct ReturnInput: Sendable, Equatable {
    /// Share within a year of those who finished a course and were no longer a case, 0 … 0.95.
    public var afterRecovery = 0.0
    /// Share within a year of those who finished a course still a case, 0 … 0.95.
    public var afterCourse = 0.0
    /// Share within a year of those who left before a course was finished, 0 … 0.95.
    public var afterLeaving = 0.0
    /// Days after the end of an episode before which nobody comes back, 0 … 300; from then on the chance is the same
    /// from day to day.
    public var earliestDays = 28
    /// Share of what scores fell in the last episode that has come back with the person, 0 … 1.5: 1 is as unwell as at
    /// the last referral.
    public var relapse = 1.0
    /// How many more of those who had a course before look like step 3 at screening, share, 0 … 1.
    public var looksLikeHighIntensity = 0.0

    /// Nobody comes back.
    public init() {}

    /// Whether anybody comes back.
    public var isAny: Bool { afterRecovery > 0 || afterCourse > 0 || afterLeaving > 0 }

    /// The share who come back within a year.
    func share(after ending: FormerPerson.Ending) -> Double {
        switch ending {
        case .recovered: afterRecovery
        case .finished: afterCourse
        case .left: afterLeaving
        }
    }

    /// The mean of the days from the earliest on, of those of whom such a share comes back within a year: as long as
    /// nobody has, the chance of the next day is the same.
    /// - Parameter share: above 0, below 1.
    func meanDays(_ share: Double) -> Double { (365 - Double(earliestDays)) / -cLog(1 - share) }
}
