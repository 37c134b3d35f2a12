import CareModel
import Foundation

/// The edge between civil minutes and instants: the service's own zone is London's.
struct LondonTime {
    /// The zone's name.
    static let zoneName = "Europe/London"
    private let calendar: Calendar

    /// - Throws: ``InterchangeError/invalid(_:)`` on a machine that does not know the zone.
    init() throws(InterchangeError) {
        guard let zone = TimeZone(identifier: LondonTime.zoneName) else {
            throw InterchangeError.invalid("this machine knows no zone \(LondonTime.zoneName): install tzdata")
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// The instant of a minute. One that the clocks pass over is the instant as long after the change; of one that
    /// comes twice it is the first. No appointment is at such a minute.
    func instant(_ minute: CivilMinute) -> Date {
        let date = minute.day.date
        let parts = DateComponents(
            year: date.year, month: date.month, day: date.day, hour: minute.minuteOfDay / 60,
            minute: minute.minuteOfDay % 60)
        return calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
    }

    /// Minutes that London is ahead of universal time: 0 or 60.
    func offsetMinutes(_ minute: CivilMinute) -> Int { calendar.timeZone.secondsFromGMT(for: instant(minute)) / 60 }

    /// `2027-03-29T09:00:00+01:00`, as FHIR writes an instant.
    func text(_ minute: CivilMinute) -> String {
        let offset = offsetMinutes(minute)
        let ahead = LondonTime.two(offset / 60) + ":" + LondonTime.two(offset % 60)
        return "\(minute.day)T\(LondonTime.clock(minute)):00+\(ahead)"
    }

    /// `20270329T080000Z`, as iCalendar writes an instant.
    func universal(_ minute: CivilMinute) -> String {
        let there = minute - Int64(offsetMinutes(minute))
        let time = LondonTime.two(there.minuteOfDay / 60) + LondonTime.two(there.minuteOfDay % 60)
        return LondonTime.basic(there.day) + "T\(time)00Z"
    }

    /// `20270329`.
    static func basic(_ day: CivilDay) -> String { day.description.replacing("-", with: "") }

    /// The day of `20270329`; nil if it is none.
    static func day(basic text: some StringProtocol) -> CivilDay? {
        let digits = String(text)
        return CivilDay("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
    }

    /// `09:00`.
    static func clock(_ minute: CivilMinute) -> String {
        two(minute.minuteOfDay / 60) + ":" + two(minute.minuteOfDay % 60)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
