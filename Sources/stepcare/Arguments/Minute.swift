import ArgumentParser
import CareModel
import Foundation
import Interchange

/// A minute on the command line.
struct Minute: ExpressibleByArgument, CustomStringConvertible {
    let minute: CivilMinute

    init(_ minute: CivilMinute) { self.minute = minute }

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let day = CivilDay(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.minute = CivilMinute(day: day, minuteOfDay: hour * 60 + minute)
    }

    var description: String { minute.description }

    /// As the command line takes it, in one word.
    var argument: String { minute.description.split(separator: " ").joined(separator: "T") }

    /// The clock of the wall in the service's zone.
    static var present: Minute { Minute(LondonClock.present(Date())) }
}

/// A minute on the command line, or a day: then the start of the working day is assumed.
struct MinuteOrDay: ExpressibleByArgument {
    let isTimeAssumed: Bool
    private let minute: CivilMinute

    init?(argument: String) {
        let exact = Minute(argument: argument)?.minute
        guard let minute = exact ?? CivilDay(argument).map({ CivilMinute(day: $0, minuteOfDay: 540) }) else {
            return nil
        }
        self.minute = minute
        isTimeAssumed = exact == nil
    }

    /// The minute; an assumed one of today is at the latest now.
    func minute(upTo now: CivilMinute) -> CivilMinute {
        isTimeAssumed && minute.day == now.day ? min(minute, now) : minute
    }
}

/// A day on the command line.
struct Day: ExpressibleByArgument {
    let day: CivilDay

    init?(argument: String) {
        guard let day = CivilDay(argument) else { return nil }
        self.day = day
    }
}
