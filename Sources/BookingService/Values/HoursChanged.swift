public import CareModel

/// What became of a change of hours.
public struct HoursChanged: Codable, Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The clinician's name.
    public var name: String
    /// The first day.
    public var from: CivilDay
    /// The last day, if hours are said to change again after it; nil if they are not.
    public var until: CivilDay?
    /// Bookable minutes of a week before.
    public var minutesBefore: Int
    /// Bookable minutes of a week from then on.
    public var minutes: Int
    /// Who was booked outside the new hours, with the best new slots.
    public var affected: [AffectedBooking] = []
}
