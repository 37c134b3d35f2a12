import ArgumentParser
import BookingService
import CareModel

/// `stepcare service find`.
struct ServiceFind: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Finds people by name, NHS number, telephone, date of birth or their number here.",
        discussion: """
            The beginnings of a name's words are enough, without capitals and accents. Each person who is shown is \
            entered in the access log.
            """)

    @OptionGroup var options: ServiceOptions

    @Argument(help: "What you have of the person.")
    var text: [String]

    @Option(help: "People to print; 0 is all (default: 20).")
    var limit = CountOption(20)

    func validate() throws {
        guard text.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else {
            throw ValidationError("Give a name, an NHS number, a telephone number, a date of birth or a number.")
        }
    }

    func run() throws {
        let sought = text.joined(separator: " ")
        let found = try options.withService { try $0.find(sought, limit: limit.count, in: options.context) }
        var rows = [["person", "name", "born", "telephone", "team", "is", "referred", "next appointment"]]
        for person in found.people {
            rows.append([
                String(person.person), person.name, person.dateOfBirth?.description ?? "-", person.phone ?? "-",
                person.team, person.state.name, person.received.day.description,
                person.nextAppointment?.description ?? "-",
            ])
        }
        let more = found.count > found.people.count ? "; \(found.people.count) are shown" : ""
        let end = found.count == 1 ? "1 person." : "\(found.count) people\(more)."
        try options.print(found.people, found.count == 0 ? "Nobody." : TextTable.lines(rows) + "\n" + end)
    }
}
