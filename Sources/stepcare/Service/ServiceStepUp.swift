import ArgumentParser
import BookingService

/// `stepcare service step-up`.
struct ServiceStepUp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step-up",
        abstract: "Records what supervision decided about a step-up (ST-1).",
        discussion: """
            A step-up is proposed with 'attend --next step-up'. If it is agreed, the person waits for step 3 ahead of \
            others; if not, the course goes on at step 2 with whoever proposed it. 'tasks' lists those that wait.
            """)

    enum Agreed: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "Whether supervision agreed: yes or no.")
    var agreed: Agreed

    func run() throws {
        let state =
            switch agreed {
            case .yes: try options.perform(AgreeStepUp(person: person))
            case .no: try options.perform(DeclineStepUp(person: person))
            }
        try options.print(state, state.words)
    }
}
