import ArgumentParser
import BookingService
import CareModel

/// `stepcare service hours`.
struct ServiceHours: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "A clinician works other hours from a day on: who is booked outside them is listed (CL-3, BK-6).",
        discussion: """
            Give each weekday that changes as DAYS=HH:MM-HH:MM, or DAYS=off, such as --hours mon-wed=09:00-15:00 \
            --hours fri=off; days that are not named stay as they are. Time that could be booked stays set aside as it \
            is; what is new is laid out as the clinician's fullest day is. The hours hold until the next day on which \
            hours are said to change; the same day again replaces what was said, and --as-before takes it back. What \
            is booked outside the new hours is cancelled and listed with new slots. The most people on the caseload is \
            as it was: 'clinician --caseload-cap' changes it.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "The first day on which the hours are in force.")
    var from: Day

    @Option(help: "Days and their hours: mon=09:00-13:00, mon-thu=09:00-17:00, tue,thu=off.")
    var hours: [DayHours] = []

    @Flag(help: "The hours are as on the day before: a change on that day is taken back.")
    var asBefore = false

    func validate() throws {
        guard asBefore == hours.isEmpty else {
            throw ValidationError("Give --hours for the days that change, or --as-before.")
        }
        let days = hours.flatMap(\.days)
        for day in Weekday.allCases where days.count(where: { $0 == day }) > 1 {
            throw ValidationError("--hours name \(DayHours.name(day)) twice.")
        }
    }

    func run() throws {
        var week = [MinutesOfDay?](repeating: nil, count: Weekday.allCases.count)
        for told in hours {
            for day in told.days { week[Int(day.rawValue)] = told.hours }
        }
        let changed = try options.perform { [week] in
            ChangeHours(clinician: try clinician.index(in: $0), change: HoursChange(from: from.day, week))
        }
        try options.print(changed, changed.words)
    }
}

/// Some weekdays with their hours, on the command line.
struct DayHours: ExpressibleByArgument {
    let days: [Weekday]
    /// Empty is a day off.
    let hours: MinutesOfDay

    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let days = DayHours.days(parts[0]), let hours = DayHours.hours(parts[1]) else {
            return nil
        }
        self.days = days
        self.hours = hours
    }

    /// A weekday's name.
    static func name(_ day: Weekday) -> String { names[Int(day.rawValue)] }

    private static func days(_ text: String) -> [Weekday]? {
        var found: [Weekday] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { day(String($0)) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first.rawValue <= last.rawValue
            else { return nil }
            found += Weekday.allCases.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
        }
        return found
    }

    /// A day by its name, or the first three letters or more of it.
    private static func day(_ text: String) -> Weekday? {
        let found = names.indices.filter { text.count >= 3 && names[$0].hasPrefix(text) }
        return found.first.flatMap { Weekday(rawValue: UInt8($0)) }
    }

    private static func hours(_ text: String) -> MinutesOfDay? {
        if text == "off" { return MinutesOfDay(start: 0, end: 0) }
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map {
            TimeOfDay(argument: String($0))?.minutes
        }
        guard times.count == 2, let start = times[0], let end = times[1], start < end else { return nil }
        return MinutesOfDay(start: start, end: end)
    }
}

extension HoursChanged {
    /// What changes, and who is affected.
    var words: String {
        let last = until.map { ", until \($0)" } ?? ""
        let line =
            "Clinician \(clinician), \(name): \(hours(minutes)) bookable a week from \(from)\(last); "
            + "\(hours(minutesBefore)) before."
        return affected.isEmpty ? line + " Nobody is booked outside the hours." : line + "\n" + affected.words
    }

    private func hours(_ minutes: Int) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
