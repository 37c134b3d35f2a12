/// How soon supervision answers what a clinician asks about a person (ST-9, ST-1).
public struct SupervisionRule: Sendable, Equatable {
    /// Working days within which a question is answered, 0 … 30.
    public var workingDays = 4
    /// Minutes within which an urgent one is, 5 … 1440.
    public var urgentMinutes = 60

    /// The rule of the sources.
    public init() {}

    /// By when a question is to be answered.
    /// - Parameter closes: when the day of work ends, minutes of the day.
    @inlinable
    public func due(
        askedAt now: CivilMinute, isUrgent: Bool, closes: Int, in calendar: WorkingCalendar
    ) -> CivilMinute {
        guard !isUrgent else { return now + Int64(urgentMinutes) }
        // What is asked on a day when nobody works is asked on the next that somebody does.
        return CivilMinute(day: calendar.day(workingDays, workingDaysAfter: now.day), minuteOfDay: closes)
    }
}
