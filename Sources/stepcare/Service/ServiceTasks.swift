import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service tasks`.
struct ServiceTasks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "What is to be done, by when, overdue first (BK-12).",
        discussion: """
            What has a number is done by hand, and said to be with 'done'. What has none is seen in where people are: \
            outcomes that nobody recorded on the day, referrals to be screened, people to be reached, missed \
            appointments, sessions to be booked, holds and step-ups to be decided; the command that moves them on \
            stands beside it. Who only waits for a time is on 'waiting-list'.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "Only what is due by this day, YYYY-MM-DD.")
    var by: Day?

    @Option(help: "Lines to print; 0 is all.")
    var limit = 20

    func run() throws {
        let tasks = try options.withService { try $0.tasks(dueBy: by?.day, in: options.context) }
        let shown = limit > 0 ? Array(tasks.prefix(limit)) : tasks
        // A column of what tasks are about only where one says so.
        let hasWords = shown.contains { $0.about != nil }
        let rows = shown.map { task in
            [
                task.task.map { String($0) } ?? "-", task.what, task.person.map { String($0) } ?? "-", task.name ?? "-",
                task.clinicianName ?? "-", task.due.description + (task.isOverdue ? " (overdue)" : ""),
                task.command ?? "-",
            ] + (hasWords ? [task.about ?? "-"] : [])
        }
        let heading = ["task", "what", "person", "name", "clinician", "due", "with"] + (hasWords ? ["about"] : [])
        let overdue = tasks.count { $0.isOverdue }
        try options.print(
            shown,
            TextTable.lines([heading] + rows)
                + "\n\(tasks.count) to do; \(overdue) overdue.")
    }
}

extension OpenTask {
    /// What is to be done, and of which contact.
    fileprivate var what: String {
        let of = appointment.map { " of appointment \($0)" } ?? course.map { " of course \($0)" } ?? ""
        return kind.rawValue + of
    }
}

/// `stepcare service done`.
struct ServiceDone: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "done", abstract: "A task was done (BK-12).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The task's number.")
    var task: Int64

    @Option(help: "What came of it.")
    var note = ""

    func run() throws {
        _ = try options.perform(FinishTask(task: task, note: note))
        try options.print(["task": task], "Task \(task) is done.")
    }
}

/// `stepcare service outbox`.
struct ServiceOutbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Messages that wait to be sent, only such as the person agreed to; none is sent (BK-7).",
        discussion: """
            A message is withdrawn when it is not true any more: an appointment that it speaks of was moved or \
            cancelled, the person takes back the consent, or has died. Whoever sends a message says so with 'sent'.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "One person only.")
    var person: Int64?

    @Flag(help: "Those that were sent or withdrawn too.")
    var all = false

    @Option(help: "Lines to print, the newest; 0 is all.")
    var limit = 20

    func run() throws {
        let messages = try options.withService { try $0.outbox(person: person, all: all, in: options.context) }
        let shown = limit > 0 ? Array(messages.suffix(limit)) : messages
        let rows = shown.map { message in
            [
                String(message.message), message.queuedAt.description, String(message.person), message.name ?? "-",
                message.channel.words, message.template, message.appointment.map { String($0) } ?? "-",
                message.isWithdrawn ? "withdrawn" : message.sentAt.map { "sent \($0)" } ?? "to be sent",
            ]
        }
        let waiting = messages.count { !$0.isWithdrawn && $0.sentAt == nil }
        try options.print(
            shown,
            TextTable.lines([["message", "queued", "person", "name", "by", "text", "appointment", "state"]] + rows)
                + "\n\(waiting) in the outbox; none is sent by stepcare.")
    }
}

/// `stepcare service sent`.
struct ServiceSent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sent", abstract: "Somebody sent messages of the outbox (BK-7).")

    @OptionGroup var options: ServiceOptions

    @Option(parsing: .upToNextOption, help: "The numbers of the messages.")
    var message: [Int64]

    func run() throws {
        _ = try options.perform(SendMessages(messages: message))
        try options.print(
            ["sent": message], message.count == 1 ? "Message \(message[0]) was sent." : "\(message.count) were sent.")
    }
}

extension MessageChannel {
    /// The way, in a list.
    var words: String {
        switch self {
        case .email: "email"
        case .textMessage: "text message"
        case .voicemail: "voicemail"
        case .post: "post"
        case .practitionerLetter: "letter to the GP"
        }
    }
}
