import ArgumentParser
import BookingService
import CareModel

/// `stepcare service link`.
struct ServiceLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Makes a link with which a person may book without an account, once (BK-10).",
        discussion: """
            The secret is printed here and kept nowhere: put it into the message to the person, who then opens the \
            link ('open-link') and chooses a time ('choose-link').
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "For how many days the link is good, 1 to 28.")
    var days = 3

    func run() throws {
        var context = options.context
        context.secret = Secret.make()
        let issued = try options.withService { [context] in
            try $0.perform(IssueLink(person: person, days: days), in: context)
        }
        let printed = PrintedLink(
            link: issued.link, secret: issued.secret, start: issued.start, expires: issued.expires)
        let secret =
            issued.secret.map { "Secret: \($0)" } ?? "Its secret was printed when the key was first given, and "
            + "is kept nowhere: a link under another key takes the place of this one."
        try options.print(
            printed,
            "Link \(issued.link) for \(ShownText.who(person, issued.name)), until \(issued.expires), offers "
                + "\(issued.start).\n\(secret)")
    }
}

/// A link and its secret, to be handed over.
private struct PrintedLink: Encodable {
    let link: Int64
    /// Nil where the same key was given before.
    let secret: String?
    let start: CivilMinute
    let expires: CivilMinute
}

/// The secret of a link: 128 bits by chance, in letters and digits that are not mistaken for each other.
private enum Secret {
    static func make() -> String {
        var random = SystemRandomNumberGenerator()
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return String((0..<26).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
}

/// `stepcare service open-link`.
struct ServiceOpenLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-link", abstract: "Shows the times that somebody with a link may choose from (BK-10).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The link's secret.")
    var secret: String

    func run() throws {
        let view = try options.withService { try $0.open(link: secret, in: options.context) }
        try options.print(view, view.words)
    }
}

/// `stepcare service choose-link`.
struct ServiceChooseLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose-link", abstract: "Books a time by a link; the link is used up then (BK-10).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The link's secret.")
    var secret: String

    @Option(help: "The time, YYYY-MM-DDTHH:MM, as the link shows it.")
    var start: Minute

    func run() throws {
        let reply = try options.perform(ChooseByLink(secret: secret, start: start.minute))
        switch reply {
        case .booked(let start, let room):
            try options.print(reply, "Booked: \(start)\(room.map { ", in \($0)" } ?? "").")
        case .nextBest(let view):
            Terminal.say(
                "\(start.minute) is not free: nothing is booked, and the link is still good. Choose another "
                    + "time:\n\(view.words)")
            throw Exit.badData
        }
    }
}

extension LinkView {
    /// What a person with the link reads.
    fileprivate var words: String {
        guard !choices.isEmpty else { return "No time is free now; the link is good until \(expires)." }
        let rows = choices.map { ["\($0.start)", "\($0.minutes) min", $0.room ?? ""] }
        return TextTable.lines([["start", "length", "room"]] + rows) + "\nThe link is good until \(expires)."
    }
}

/// `stepcare service public`.
struct ServicePublic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "public", abstract: "What anybody may know: waits, and whether promises are kept (IG-6).")

    @OptionGroup var options: ServiceOptions

    func run() throws {
        let measures = try options.withService { try $0.publicMeasures(in: options.context) }
        let heading = [
            "team", "wait for a first appointment", "for treatment", "half seen within", "9 in 10 within", "promise",
        ]
        let rows = measures.map { $0.words }
        try options.print(
            measures,
            TextTable.lines([heading] + rows)
                + "\nPeople are rounded to 5. Waits are of those who were seen in the last four weeks.")
    }
}

extension PublicMeasures {
    /// A line of the table.
    fileprivate var words: [String] {
        let median = medianWaitDays.map { "\($0) days" } ?? "-"
        let ninetieth = ninetiethCentileWaitDays.map { "\($0) days" } ?? "-"
        let promise = keepsPromise.map { $0 ? "kept" : "not kept" } ?? "-"
        return [team, waitingFirstAppointment.words, waitingTreatment.words, median, ninetieth, promise]
    }
}

extension Int? {
    /// A number of people as it may be shared.
    fileprivate var words: String { map { String($0) } ?? "fewer than 5" }
}
