/// Psycho-educational courses in a group, at step 2 (TX-4): fixed start dates, a number of sessions, a smallest and a
/// largest size, and one or two facilitators.
public struct GroupRule: Sendable, Hashable, BitwiseCopyable {
    /// Whether the team runs them.
    public var isOn = false
    /// Weeks from the start of one course to the start of the next, 1 … 52.
    public var everyWeeks = 6
    /// The day of the week on which they meet.
    public var weekday = Weekday.tuesday
    /// When a session starts, minutes since midnight.
    public var startMinute = 10 * 60
    /// Sessions of a course, 1 … 20.
    public var sessions = 6
    /// Length of a session, minutes.
    public var sessionMinutes = 90
    /// Days between sessions, 1 … 28.
    public var intervalDays = 7
    /// People without whom a course is put off, 1 or more.
    public var smallest = 6
    /// Seats.
    public var largest = 14
    /// Clinicians who lead a session, 1 or 2.
    public var facilitators = 2
    /// Minutes of each facilitator's time before each session, for preparation, 0 … 120.
    public var preparationMinutes = 30
    /// Weeks ahead that a course is planned and its seats are offered, 1 … 26.
    public var planWeeksAhead = 9
    /// Days before the first session on which it is decided whether there are enough people, 0 … 28.
    public var decisionDays = 7
    /// Weeks by which a course is put off, 1 … 12.
    public var putOffWeeks = 2
    /// How often a course is put off before it is cancelled, 0 … 10.
    public var mostPutOffs = 1

    /// No courses.
    public init() {}

    /// Whether a course of the series is to start on a day. Start dates are counted from a fixed Monday, so that they
    /// do not depend on when a record begins.
    @inlinable
    public func isPlannedStart(_ day: CivilDay) -> Bool {
        guard isOn, day.weekday == weekday else { return false }
        let weeks = Int(day.monday - GroupRule.firstMonday) / 7
        return weeks % everyWeeks == 0
    }

    /// The days of a course that begins on a day: an interval apart, a week later where the service is closed.
    public func days(from first: CivilDay, calendar: WorkingCalendar) -> [CivilDay] {
        var days: [CivilDay] = []
        var day = first
        for _ in 0..<sessions {
            while calendar.isHoliday(day) || day.weekday.isWeekend { day = day + (day.weekday.isWeekend ? 1 : 7) }
            days.append(day)
            day = day + Int32(intervalDays)
        }
        return days
    }

    /// Monday 3 January 2000.
    @usableFromInline static let firstMonday = CivilDay(number: 2)
}
