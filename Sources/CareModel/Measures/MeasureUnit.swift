/// What the numbers of a measure count.
public enum MeasureUnit: String, CaseIterable, Sendable {
    /// Persons, each once a time that something befell them.
    case people
    /// A part of a whole, 0 … 1, shown as a percentage; the access rate may pass 1.
    case share
    /// Calendar days, hours of work, and weeks.
    case days, hours, weeks
    /// Booked contacts, calls, treatment contacts of a course, and contacts of computerised CBT.
    case appointments, calls, sessions, contacts
    /// Courses in a group, and requests for more sessions.
    case courses, requests
    /// Money.
    case pounds
    /// Whole-time equivalents.
    case wholeTime = "WTE"

    /// Whether a mean of few numbers of it is told with one decimal, whatever its size.
    public var hasDecimal: Bool {
        switch self {
        case .share, .days, .hours, .sessions, .weeks: true
        case .people, .appointments, .calls, .contacts, .courses, .requests, .pounds, .wholeTime: false
        }
    }
}
