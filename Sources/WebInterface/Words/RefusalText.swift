import CareModel

/// What the desk says of a fault that has no case of its own, as a clerk reads it. The desk says it for the command
/// line; of an option the field of a form is told that asks for the same.
struct RefusalText {
    private let text: String

    init(_ text: String) { self.text = text }

    /// An option of a command, the fields that ask for it, and what it is called in a sentence.
    private struct Option {
        var name: String
        var fields: [String]
        var words: String
    }

    /// Longer names before those that they begin with.
    private static let options: [Option] = [
        Option(name: "--next completed", fields: ["next"], words: "that the course is completed"),
        Option(name: "--next stops", fields: ["next"], words: "that they stop"),
        Option(name: "--next goes-on", fields: ["next"], words: "that the course goes on"),
        Option(name: "--next step-up", fields: ["next"], words: "a step-up"),
        Option(name: "--next step-down", fields: ["next"], words: "a step down"),
        Option(name: "--call no-longer-needed", fields: ["call"], words: "that they need it no longer"),
        Option(name: "--scores", fields: ["phq"], words: "a score"),
        Option(name: "--item-9", fields: ["item-nine"], words: "item 9"),
        Option(name: "--step", fields: ["step"], words: "a step"),
        Option(name: "--modality", fields: ["step"], words: "a therapy"),
        Option(name: "--end-course", fields: ["limit"], words: "that the episode ends by the rule"),
        Option(name: "--end", fields: ["end"], words: "that the episode ends"),
        Option(name: "--next", fields: ["next"], words: "what follows"),
        Option(name: "--call", fields: ["call"], words: "what they said in a call"),
        Option(name: "--computerised", fields: ["call"], words: "computerised CBT"),
        Option(name: "--exception", fields: ["limit"], words: "an exception"),
        Option(name: "--ask-exception", fields: ["limit"], words: "that a supervisor is asked for an exception"),
        Option(name: "--risk", fields: ["risk"], words: "a risk that was found"),
        Option(
            name: "--agreed-by", fields: ["agreed-by", "supervisor"], words: "the name of the supervisor who agreed"),
        Option(name: "--ask-supervisor", fields: ["agreed-by", "supervisor"], words: "that a supervisor is asked"),
        Option(name: "--leader", fields: ["leader"], words: "who led it"),
        Option(name: "--reason", fields: ["reason"], words: "a reason"),
        Option(name: "--why", fields: ["why", "why-corrected"], words: "why"),
        Option(name: "--note", fields: ["note"], words: "a note"),
        Option(name: "--from", fields: ["day", "first"], words: "a day"),
        Option(name: "--weeks", fields: ["weeks"], words: "weeks in a row"),
        Option(name: "--share", fields: ["share"], words: "the share"),
        Option(name: "--without-another", fields: ["rebooks"], words: "without another"),
        Option(name: "--call-off", fields: ["day"], words: "calling it off"),
        Option(name: "--last-day", fields: ["last"], words: "a last day"),
    ]

    /// The whole: what is wrong, at which field, and where to go.
    var refusal: Refusal {
        let named = RefusalText.options.filter { text.contains($0.name) }
        var fields: [String] = []
        for field in named.flatMap(\.fields) + seat + subject where !fields.contains(field) { fields.append(field) }
        return Refusal("\(Words.capitalised(words)).", at: fields, next: place)
    }

    /// The text without names of commands and options, codes and numbers of rules.
    private var words: String {
        // What else could be said is in the form, by other names.
        var words = Words.atTheDesk(text.replacing(/\ \(allowed: [^)]*\)/, with: ""))
        // A value that goes with an option is a code too.
        let values = (EndReason.allCases.map(\.name) + Modality.allCases.map(\.name)).joined(separator: "|")
        for option in RefusalText.options {
            guard let pattern = try? Regex("\(option.name)(?: (?:\(values)|\\d))?(?![a-z-])") else { continue }
            words = words.replacing(pattern, with: option.words)
        }
        while let found = words.firstMatch(of: /code (\d)/) {
            let attendance = UInt8(found.1).flatMap { Attendance(rawValue: $0) }
            let outcome = attendance.map { "the outcome “\($0.title)”" } ?? "this outcome"
            words.replaceSubrange(found.range, with: outcome)
        }
        return words
    }

    /// Beginnings of what is said about one field.
    private static let subjects: [(beginning: String, fields: [String])] = [
        ("there is no clinician", ["with", "who"]), ("several clinicians", ["with", "who"]),
        ("there is no room", ["where"]), ("several rooms", ["where"]), ("there is no team", ["team"]),
        ("a link is good for", ["days"]), ("a course has", ["sessions"]), ("the name of", ["name"]),
        ("a user needs a name", ["name"]), ("a clinician needs a name", ["name"]), ("a room needs a name", ["name"]),
    ]

    private var subject: [String] {
        RefusalText.subjects.filter { text.hasPrefix($0.beginning) }.flatMap(\.fields)
    }

    /// What is said of one person of a course stands in their row.
    private var seat: [String] {
        text.firstMatch(of: /^person (\d+)\ /).map { ["attendance-\($0.1)"] } ?? []
    }

    /// The appointment or the task that the text is about.
    private var place: Link? {
        if let found = text.firstMatch(of: /appointment (\d+)/) {
            return Link("Open the appointment", "/appointments/\(found.1)")
        }
        if let found = text.firstMatch(of: /task (\d+) is a question/) {
            return Link("Answer the question", "/tasks/\(found.1)/do/answer")
        }
        return nil
    }
}
