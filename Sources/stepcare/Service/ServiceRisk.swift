import ArgumentParser
import BookingService

/// `stepcare service risk`.
struct ServiceRisk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risk",
        abstract: "Records that somebody is at risk: the urgent slot of the day is booked, and says why (ST-7).",
        discussion: """
            The duty worker has it, if there is time left today; else whoever found the risk acts on it, and what is \
            booked with them in that time gives way.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "The clinician who found it, by number or name (default: the one you are, or none).")
    var clinician: NamedClinician?

    func run() throws {
        let slot = try options.perform {
            RecordRisk(person: person, clinician: try clinician?.index(in: $0))
        }
        try options.print(slot, slot.words)
    }
}

extension UrgentSlot {
    /// Who acts, why, and who must be rebooked.
    var words: String {
        let lines = displaced.map { other in
            let slots = other.slots.map { "\($0.start) with \($0.clinicianName)" }.joined(separator: ", ")
            let offer = slots.isEmpty ? "no slot is free yet" : "could have \(slots)"
            let next = other.goesOnAt.map { "goes on at \($0)" } ?? offer
            let who = ShownText.who(other.person, other.name, beginsSentence: true)
            return "\n\(who), at \(other.start): \(next)."
        }
        return "\(ShownText.who(person, name, beginsSentence: true)): \(reason)." + lines.joined()
    }
}
