import CareModel

/// At which minute a command counts. The log is ordered by its sequence: the minute of an entry is when somebody says
/// that it was made, and no minute in the log, however wrong, keeps anybody from making the next entry.
enum StepMinute {
    /// So far apart two clocks may be, or one that was put back by an hour: within it the later minute counts.
    static let smallStep: Int64 = 120
    /// A minute that somebody said and that is farther from the machine's clock and from the last entry is a slip.
    static let farWhenSaid: Int64 = 100 * 1440
    /// A clock that is farther from the last entry is wrong, or the last entry is.
    static let farClock: Int64 = 400 * 1440

    /// The minute at which a command counts.
    /// - Parameter last: the minute of the last entry; nil while there is none.
    /// - Throws: ``BookingError/farMinute(_:clock:last:)`` if it is far from what it can be compared with, and nobody
    ///   said that it is meant.
    static func of(_ context: BookingService.Context, last: CivilMinute?) throws -> CivilMinute {
        let now = context.now
        guard let last else { return now }
        if last > now, last - now <= smallStep { return last }
        guard let clock = context.clock, !context.isMinuteMeant else { return now }
        let isSaid = clock != now
        let far = isSaid ? farWhenSaid : farClock
        let (earliest, latest) = isSaid ? (min(clock, last), max(clock, last)) : (last, last)
        guard now <= latest + far, now >= earliest - far else {
            throw BookingError.farMinute(now, clock: clock, last: last)
        }
        return now
    }
}
