public import CareModel
public import Foundation

/// The clock of the wall in the service's own zone.
public enum LondonClock {
    /// The minute that clocks in London show now.
    /// - Parameter instant: an instant of this machine's own clock.
    public static func present(_ instant: Date) -> CivilMinute {
        guard let minute = minute(of: instant) else { preconditionFailure("the machine's clock shows no date") }
        return minute
    }

    /// The minute that clocks in London show at an instant, whoever named it; nil if it is in no year that a
    /// ``CareModel/CivilDay`` can be in.
    public static func minute(of instant: Date) -> CivilMinute? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: LondonTime.zoneName) ?? calendar.timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
        guard let year = parts.year, let month = parts.month, let number = parts.day,
            let day = CivilDay(year: year, month: month, day: number), let hour = parts.hour, let minute = parts.minute
        else { return nil }
        return CivilMinute(day: day, minuteOfDay: hour * 60 + minute)
    }
}
