/// Why a person cannot have a seat in a course (TX-4).
public enum SeatRefusal: UInt8, CaseIterable, Hashable, Sendable {
    /// The person does not wait for a first course of treatment, or was stepped up to it.
    case notWaiting
    /// The person has a seat in a course already.
    case hasSeat
    /// Courses are for adults (PR-4).
    case under18
    /// The person asks for another language (EQ-2).
    case language
    /// The course is another team's.
    case anotherTeam
    /// The course has begun, is over, or was cancelled.
    case begun
    /// Every seat is taken.
    case full
    /// The course starts before the notice that the person needs is over (FA-5).
    case tooSoon
    /// The person's treatment is put off until a later day (PR-3).
    case beforeReady
    /// The person can come only at another time of day (PO-7).
    case timeOfDay
}
