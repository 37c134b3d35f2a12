import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service room`.
struct ServiceRoom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "room", abstract: "Adds a room in which people are seen face to face (CL-9).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The team: its name, or its number from 1.")
    var team: NamedTeam

    @Option(help: "The room's name.")
    var name: String

    @Option(help: "The venue's number, 1 to 255, as referrals name it; 0 if the team has one venue only.")
    var venue: UInt8 = 0

    @Flag(help: "People with an accessibility need can use it.")
    var accessible = false

    @Option(help: "When the venue opens, HH:MM (default: always open).")
    var opens: TimeOfDay?

    @Option(help: "When the venue closes, HH:MM.")
    var closes: TimeOfDay?

    func validate() throws {
        guard (opens == nil) == (closes == nil) else {
            throw ValidationError("--opens and --closes go together.")
        }
        if let opens, let closes, closes.minutes <= opens.minutes {
            throw ValidationError("--closes is after --opens.")
        }
    }

    func run() throws {
        var room = RoomAdded(
            room: 0, team: 0, name: name, venue: venue, isAccessible: accessible)
        if let opens, let closes { room.hours = MinutesOfDay(start: opens.minutes, end: closes.minutes) }
        let number = try options.perform { [room] service in
            var room = room
            room.team = UInt8(try team.index(in: service))
            return AddRoom(room: room)
        }
        try options.print(["room": number], "Room \(number): \(name).")
    }
}

/// `stepcare service clinician`.
struct ServiceClinician: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinician", abstract: "Changes what is known of a clinician.",
        discussion: """
            What is booked stands, but for what is after a last day: that is cancelled and listed with new slots, and \
            a task asks for each person on the caseload to be handed over ('move-case').
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "The name.")
    var name: String?

    @Option(help: "female, male or other, for people who ask for one (KT-10).")
    var sex: String?

    @Option(help: "Numbers of languages beside English, with commas between (EQ-2); none for English alone.")
    var languages: Numbers?

    @Option(help: "The venue of each weekday, Monday first, with commas between; 0 is wherever there is a room (CL-9).")
    var venues: Numbers?

    @Option(help: "Most people on the caseload (CL-1).")
    var caseloadCap: Int?

    @Option(help: "The last day on which the clinician sees anyone (CL-7).")
    var lastDay: Day?

    @Flag(help: "The clinician stays, after a last day was said.")
    var stays = false

    private static let sexes: [(name: String, value: Sex)] = [("female", .female), ("male", .male), ("other", .other)]

    func validate() throws {
        if let sex, !Self.sexes.contains(where: { $0.name == sex }) {
            throw ValidationError("--sex is female, male or other.")
        }
        if let venues, venues.list.count > 7 { throw ValidationError("--venues are seven at most, Monday first.") }
        guard lastDay == nil || !stays else { throw ValidationError("--last-day and --stays contradict each other.") }
        if let caseloadCap, !(0...500).contains(caseloadCap) {
            throw ValidationError("--caseload-cap is 0 to 500.")
        }
    }

    func run() throws {
        var change = ClinicianChange()
        change.name = name
        change.sex = sex.flatMap { word in Self.sexes.first { $0.name == word }?.value }
        change.languages = languages?.list
        change.venues = venues.map { $0.list + [UInt8](repeating: 0, count: 7 - $0.list.count) }
        change.caseloadCap = caseloadCap
        change.lastDay = lastDay?.day
        change.stays = stays
        let changed = try options.perform { [change] in
            ChangeClinician(clinician: try clinician.index(in: $0), change: change)
        }
        var words = "Clinician \(changed.details.clinician): \(changed.details.name)."
        if !changed.affected.isEmpty { words += "\n" + changed.affected.words }
        if !changed.caseload.isEmpty {
            let people = changed.toHandOver ?? changed.caseload.map { PersonToHandOver(person: $0) }
            let rows = people.map { [String($0.person), $0.name ?? "-"] }
            words +=
                "\nTo be handed over by then ('move-case'), each with a task:\n"
                + TextTable.lines([["person", "name"]] + rows)
        }
        try options.print(changed, words)
    }
}

/// Numbers of languages or venues, with commas between.
struct Numbers: ExpressibleByArgument {
    let list: [UInt8]

    init?(argument: String) {
        let words = argument == "none" ? [] : argument.split(separator: ",")
        list = words.compactMap { UInt8($0) }
        guard list.count == words.count else { return nil }
    }
}

/// A time of day, HH:MM.
struct TimeOfDay: ExpressibleByArgument {
    let minutes: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        minutes = hour * 60 + minute
    }
}
