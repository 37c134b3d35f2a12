/// The headings under which tables show measures, in order.
public enum MeasureSection: CaseIterable, Sendable {
    /// How long those waited who were seen.
    case waits
    /// How long people wait, with those who still do.
    case withWaiting
    /// Promises kept, of all whose day has come.
    case ofAllDue
    /// Promises kept, of those who were seen.
    case promises
    /// Who came, moved on and finished.
    case people
    /// Which appointments took place.
    case attendance
    /// Recovery, and access.
    case outcomes
    /// What staff cost, and how much they do.
    case cost

    /// The heading.
    public var title: String {
        switch self {
        case .waits: "Waits of those who were seen"
        case .withWaiting: "Waits, middle, with those who still wait"
        case .ofAllDue: "In time, of all whose day has come"
        case .promises: "Promises, of those who were seen"
        case .people: "People, whole period"
        case .attendance: "Attendance"
        case .outcomes: "Outcomes and access"
        case .cost: "Cost of staff"
        }
    }
}
