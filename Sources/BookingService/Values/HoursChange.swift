public import CareModel

/// Other hours of a clinician from a day on (CL-3).
public struct HoursChange: Codable, Hashable, Sendable {
    /// The first day on which they are in force, until the next day on which hours are said to change.
    public var first: CivilDay
    /// For each weekday, Monday first: from when until when, in multiples of five minutes between 06:00 and 22:00; an
    /// empty stretch is a day off, nil is as it was. None at all takes a change on that day back.
    public var hours: [MinutesOfDay?]

    /// A change of hours.
    public init(from first: CivilDay, _ hours: [MinutesOfDay?]) {
        self.first = first
        self.hours = hours
    }
}
