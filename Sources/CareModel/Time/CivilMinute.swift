/// A minute in the service's own zone, counted since 2000-01-01 00:00.
///
/// Appointments happen between 06:00 and 22:00, where no clock change falls, so order and arithmetic are exact.
/// Zones and instants appear only at the edges of the product.
@frozen
public struct CivilMinute: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Minutes since 2000-01-01 00:00.
    public var minutes: Int64

    /// The minute `minutes` after 2000-01-01 00:00.
    @inlinable
    public init(minutes: Int64) { self.minutes = minutes }

    /// A minute of a day.
    /// - Parameter minuteOfDay: 0 … 1439.
    @inlinable
    public init(day: CivilDay, minuteOfDay: Int) {
        minutes = Int64(day.number) * 1440 + Int64(minuteOfDay)
    }

    /// The day this minute belongs to.
    @inlinable
    public var day: CivilDay {
        let quotient = minutes / 1440
        return CivilDay(number: Int32(truncatingIfNeeded: minutes % 1440 < 0 ? quotient - 1 : quotient))
    }

    /// Minutes since midnight, 0 … 1439.
    @inlinable
    public var minuteOfDay: Int {
        let remainder = Int(minutes % 1440)
        return remainder < 0 ? remainder + 1440 : remainder
    }

    /// The minute `minutes` later.
    @inlinable
    public static func + (minute: CivilMinute, minutes: Int64) -> CivilMinute {
        CivilMinute(minutes: minute.minutes + minutes)
    }

    /// The minute `minutes` earlier.
    @inlinable
    public static func - (minute: CivilMinute, minutes: Int64) -> CivilMinute {
        CivilMinute(minutes: minute.minutes - minutes)
    }

    /// Minutes from `earlier` to `later`.
    @inlinable
    public static func - (later: CivilMinute, earlier: CivilMinute) -> Int64 { later.minutes - earlier.minutes }

    /// Earlier minutes come first.
    @inlinable
    public static func < (one: CivilMinute, other: CivilMinute) -> Bool { one.minutes < other.minutes }
}

extension CivilMinute: CustomStringConvertible {
    /// The minute as `YYYY-MM-DD HH:MM`.
    public var description: String {
        let hour = minuteOfDay / 60
        let minute = minuteOfDay % 60
        return "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
