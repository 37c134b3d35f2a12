import Allocation
import ArgumentParser
import BookingService
import CareModel

/// `stepcare service contact-received`.
struct ServiceContactReceived: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact-received",
        abstract: "Somebody made contact outside the calls, to report a change (KT-11).",
        discussion: """
            A request goes to the office as a task, a change of circumstances or of how they are to the clinician who \
            knows the person, and risk to whoever acts on it today (ST-7). A clinician who has discussed it says what \
            was agreed with --outcome, and the plan of somebody who waits for treatment is amended as after a call \
            (KT-4).
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "What it was about: administration, state or risk.")
    var about: String

    @Option(help: "What the person said, in a few words.")
    var said = ""

    @Option(help: "What a clinician agreed: keeps-waiting, quicker, readier, no-longer-needed or risk-risen.")
    var outcome: String?

    func validate() throws {
        guard ReportedMatter.allCases.contains(where: { $0.name == about }) else {
            throw ValidationError("--about is \(ReportedMatter.allCases.map(\.name).joined(separator: ", ")).")
        }
        if let outcome, !CallOutcome.allCases.contains(where: { $0.name == outcome }) {
            throw ValidationError("--outcome is \(CallOutcome.allCases.map(\.name).joined(separator: ", ")).")
        }
    }

    func run() throws {
        let matter = ReportedMatter.allCases.first { $0.name == about } ?? .administration
        let agreed = CallOutcome.allCases.first { $0.name == outcome }
        let state = try options.perform(
            ReceiveContact(person: person, about: matter, said: said, outcome: agreed))
        try options.print(state, state.words)
    }
}
