import ArgumentParser
import BookingService

/// `stepcare service change`.
struct ServiceChange: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Changes who somebody is said to be, how to reach them, or what they agreed to.",
        discussion: "What is not given stays as it is; an empty text takes a detail away.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "The person's name.")
    var name: String?

    @OptionGroup var details: DetailOptions

    @Option(help: "yes if the person can come at short notice, no if not (BK-5).")
    var shortNotice: String?

    func validate() throws {
        guard name != nil || details.isAny || shortNotice != nil else {
            throw ValidationError("Say what is to be changed: --name, --phone, --consents …")
        }
        if let shortNotice, !["yes", "no"].contains(shortNotice) {
            throw ValidationError("--short-notice is yes or no.")
        }
    }

    func run() throws {
        var change = details.change
        change.name = name
        change.acceptsShortNotice = shortNotice.map { $0 == "yes" }
        let changed = try options.perform(ChangePerson(person: person, change: change))
        for note in changed.notes { Terminal.say("note: \(note)") }
        let who = ShownText.who(person, changed.name, beginsSentence: true)
        try options.print(changed, changed.isChanged ? "\(who): changed." : "\(who): that is how it was.")
    }
}
