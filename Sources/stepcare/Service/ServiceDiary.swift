import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service diary`.
struct ServiceDiary: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diary",
        abstract: "A clinician's day or week: what is booked, what is free, and when nobody is seen.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "The day (default: today).")
    var day: Day?

    @Flag(help: "The whole week of that day, from Monday.")
    var week = false

    @OptionGroup var look: LookOptions

    func run() throws {
        let day = day?.day ?? options.context.now.day
        let diary = try options.withService {
            try $0.diary(
                ofClinician: clinician.index(in: $0), from: week ? day.monday : day, days: week ? 7 : 1,
                in: look.context(options))
        }
        let head = "Clinician \(diary.clinician.clinician), \(ShownText.name(diary.clinician.name))"
        try options.print(diary.days, head + "\n" + diary.days.map(text).joined(separator: "\n"))
    }

    private func text(_ day: DiaryDay) -> String {
        let why = day.absence.isEmpty ? "" : ": " + day.absence.joined(separator: ", ")
        guard !day.entries.isEmpty else {
            return "\(day.day.longText)\(why.isEmpty ? ": nothing can be booked" : why)"
        }
        let rows = day.entries.map { entry in
            [
                "  " + entry.start.timeText + "–" + (entry.start + Int64(entry.minutes)).timeText, entry.content.words,
                entry.appointment.map(String.init) ?? "",
                entry.person.map { "\($0) \(entry.name ?? "")" } ?? "", entry.room ?? "",
            ]
        }
        let heading = ["  time", "what", "appointment", "person", "room"]
        return "\(day.day.longText)\(why)\n" + TextTable.lines([heading] + rows)
    }
}

extension CivilMinute {
    /// The time of day, HH:MM.
    fileprivate var timeText: String { String(description.suffix(5)) }
}

extension DiaryEntry.Content {
    /// What it is, in a list.
    fileprivate var words: String {
        switch self {
        case .firstAppointment: "first appointment"
        case .treatment: "treatment session"
        case .keepingInTouch: "keeping-in-touch call"
        case .ownWork: "own work"
        case .freeForFirstAppointments: "free: first appointments"
        case .freeForTreatment: "free: sessions"
        case .freeForCalls: "free: calls"
        }
    }
}
