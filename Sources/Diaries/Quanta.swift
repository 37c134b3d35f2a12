public import CareModel

/// The day as a service books it: 192 quanta of five minutes, from 06:00 to 22:00.
public enum Quanta {
    /// Minutes in a quantum.
    @inlinable public static var minutes: Int { 5 }
    /// Minutes since midnight at which the first quantum starts.
    @inlinable public static var dayStart: Int { 6 * 60 }
    /// Minutes since midnight at which the last quantum ends.
    @inlinable public static var dayEnd: Int { 22 * 60 }
    /// Quanta in a day.
    @inlinable public static var perDay: Int { 192 }

    /// Quanta that a duration takes, rounded up.
    @inlinable
    public static func spanning(minutes duration: Int) -> Int { (duration + minutes - 1) / minutes }

    /// The quantum that starts at, or contains, a minute of the day; clamped to 0 … 192.
    @inlinable
    public static func index(minuteOfDay: Int) -> Int {
        min(perDay, max(0, (minuteOfDay - dayStart) / minutes))
    }

    /// The minute of the day at which a quantum starts.
    @inlinable
    public static func minuteOfDay(_ index: Int) -> Int { dayStart + index * minutes }

    /// The quanta that lie wholly within some hours of a day; empty if none does.
    public static func within(_ hours: MinutesOfDay) -> Range<Int> {
        let start = index(minuteOfDay: max(hours.start, dayStart) + minutes - 1)
        return start..<max(start, index(minuteOfDay: hours.end))
    }
}
