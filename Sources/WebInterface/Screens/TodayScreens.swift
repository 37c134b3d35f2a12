import BookingService
import CareModel
import Hummingbird

/// What is to be done today, and the lists behind it.
enum TodayScreens {
    static let routes: [Route] = [
        .get("/", .signedIn) { asked in try await today(asked) },
        .get("/find", .may(.seePeople)) { asked in try await find(asked) },
        .post("/find", .may(.seePeople)) { asked in try await find(asked) },
        .get("/waiting", .may(.seePeople)) { asked in try await waiting(asked) },
        .get("/tasks", .may(.seePeople)) { asked in try await tasks(asked) },
        .get("/calls", .may(.seePeople)) { asked in try await calls(asked) },
        .get("/messages", .may(.seePeople)) { asked in try await messages(asked) },
        .post("/messages", .may(.book)) { asked in try await send(asked) },
    ]

    /// What of a list is shown before one asks for all, and the link by which one does.
    private static func begun<Entry>(_ all: [Entry], _ asked: WebRequest, _ address: String) -> ([Entry], Block?) {
        let mostRows = 100
        guard all.count > mostRows, asked.query["all"] == nil else { return (all, nil) }
        let rest = asked.query.fields.map { "\($0.name.escapedForAddress)=\($0.value.escapedForAddress)&" }.joined()
        let link = Link("Show all \(all.count)", "\(address)?\(rest)all=yes")
        return (Array(all.prefix(mostRows)), .links([link]))
    }

    // MARK: Today

    private static func today(_ asked: WebRequest) async throws -> Response {
        guard asked.who?.may(.seePeople) == true else { return try await totals(asked) }
        let context = asked.context()
        let (waiting, tasks, calls, messages) = try await asked.desk.run { service in
            (
                try service.waitingList(in: context), try service.tasks(dueBy: context.now.day, in: context),
                try service.callsDue(by: context.now.day, in: context), try service.outbox(in: context)
            )
        }
        let overdue = tasks.filter(\.isOverdue).count
        let toRecord = tasks.filter { $0.kind == .recordOutcome }.count
        let late = waiting.filter(\.isOverdue).count
        let duty = tasks.filter { $0.kind == .dutyCall }.count
        let toScreen = waiting.filter { $0.state == .awaitingScreening }.count
        let figures = [
            CountLink(number: "\(late)", words: "past their day", address: "/waiting?late=yes", isLate: late > 0),
            CountLink(
                number: "\(duty)", words: "calls of the duty worker", address: "/tasks?kind=duty-call",
                isLate: duty > 0),
            CountLink(
                number: "\(toScreen)", words: "referrals to screen", address: "/waiting?for=awaiting-screening"),
            CountLink(number: "\(waiting.count)", words: "wait", address: "/waiting"),
            CountLink(
                number: "\(toRecord)", words: "outcomes to record", address: "/tasks?kind=record-outcome",
                isLate: toRecord > 0),
            CountLink(number: "\(overdue)", words: "tasks overdue", address: "/tasks?late=yes", isLate: overdue > 0),
            CountLink(number: "\(tasks.count)", words: "tasks due today", address: "/tasks"),
            CountLink(number: "\(calls.count)", words: "keeping-in-touch calls to book", address: "/calls"),
            CountLink(number: "\(messages.count)", words: "messages to send", address: "/messages"),
        ]
        let next = waiting.filter { !$0.isOverdue && $0.due != nil }.prefix(10)
        let page = Page(
            title: "Today", caption: context.now.day.longText,
            blocks: [
                .figures(figures), .table(listed(Array(next), title: "Who breaches next", context.now)),
                .links([
                    Link("Receive a referral", "/do/refer"), Link("Receive a list of referrals", "/import"),
                    Link("All who wait", "/waiting"),
                    Link("Diaries", "/diaries"),
                ]),
            ], section: .today, isLive: true)
        return asked.web.pages.response(page, asked)
    }

    /// Whoever may see totals only sees what anybody may, and where the numbers are.
    private static func totals(_ asked: WebRequest) async throws -> Response {
        let page = Page(
            title: "Today", caption: asked.context().now.day.longText,
            blocks: [
                .paragraph("Your account shows numbers of the whole service, and nobody's record."),
                .links([
                    Link("Who waits now", "/waits-now"), Link("Caseloads and hours", "/caseloads"),
                    Link("Current waits, as anybody sees them", "/waits"), Link("Staff and rooms", "/staff"),
                ]),
            ], section: .today)
        return asked.web.pages.response(page, asked)
    }

    // MARK: Lists

    static func listed(_ entries: [WaitingEntry], title: String, _ now: CivilMinute) -> Table {
        Table(
            title,
            [
                .init("Person"), .init("Team"), .init("Waits for"), .init("Step", isNumber: true),
                .init("Days", isNumber: true), .init("Due"), .init("Priority"),
            ],
            entries.map { entry in
                Table.Row([
                    .init(entry.name ?? "Person \(entry.person)", href: "/people/\(entry.person)"),
                    .init(entry.team), .init(Words.waitsFor(entry.state)), .init("\(entry.step == .low ? 2 : 3)"),
                    .init("\(entry.days)"), due(entry, now), .init(entry.priority.title),
                ])
            }, empty: "Nobody.")
    }

    private static func due(_ entry: WaitingEntry, _ now: CivilMinute) -> Table.Cell {
        guard let due = entry.due else { return .init("no promise") }
        if entry.isOverdue {
            return .tag("\(counted(Int(now.day - due), "day", "days")) late", "red")
        }
        return .init(due.shortWords)
    }

    private static func waiting(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let (all, teams) = try await asked.desk.run { service in
            (try service.waitingList(in: context), try service.teamNames().teams.map(\.title))
        }
        let team = asked.query.text("team")
        let step = asked.query.text("step").flatMap { $0 == "2" ? Step.low : $0 == "3" ? .high : nil }
        let kind = asked.query.text("for")
        let found = all.filter { entry in
            (team == nil || entry.team == team) && (step == nil || entry.step == step)
                && (kind == nil || entry.state.name == kind)
                && (asked.query["late"] == nil || entry.isOverdue)
        }
        let (shown, more) = begun(found, asked, "/waiting")
        let states = EpisodeState.allCases.filter { state in all.contains { $0.state == state } }
        let filter = Form(
            action: "/waiting",
            fields: [
                Field.select("team", "Team", [("", "All teams")] + teams.map { ($0, $0) }).with(value: team),
                Field.select("step", "Step", [("", "Both steps"), ("2", "Step 2"), ("3", "Step 3")])
                    .with(value: asked.query.text("step")),
                Field.select(
                    "for", "Waits for", [("", "Anything")] + states.map { ($0.name, Words.waitsFor($0)) }
                ).with(value: kind),
                Field.boxes("late", "Which", [("yes", "Past their day only")])
                    .choosing(asked.query.all("late")),
            ], button: "Show", isSecondary: true, isQuestion: true)
        var blocks: [Block] = [.form(filter), .paragraph("\(counted(found.count, "person waits", "people wait")).")]
        blocks.append(.table(listed(shown, title: "Who breaches next stands first", context.now)))
        if let more { blocks.append(more) }
        blocks.append(.links([Link("The list in numbers", "/waits-now")]))
        let page = Page(title: "Waiting lists", blocks: blocks, section: .lists, isLive: true)
        return asked.web.pages.response(page, asked)
    }

    private static func find(_ asked: WebRequest) async throws -> Response {
        // A name stands in no address: it would be kept in the history of the browser, and in a proxy's log.
        let text = asked.form.text("q")
        let form = Form(
            action: "/find",
            fields: [
                Field.text(
                    "q", "Name, NHS number, telephone number or date of birth",
                    hint: "A part of a name is enough", width: 20
                ).with(value: text)
            ], button: "Find")
        var blocks: [Block] = [.form(form)]
        if let text {
            let context = asked.context()
            let found = try await asked.desk.run { service in try service.find(text, limit: 50, in: context) }
            blocks.append(.table(people(found.people, of: found.count)))
        }
        blocks.append(.links([Link("Receive a referral of somebody new", "/do/refer")]))
        return asked.web.pages.response(Page(title: "Find a person", blocks: blocks, section: .find), asked)
    }

    private static func people(_ people: [FoundPerson], of count: Int) -> Table {
        Table(
            count > people.count ? "The first \(people.count) of \(count)" : counted(count, "person", "people"),
            [.init("Name"), .init("Born"), .init("Team"), .init("Where they are"), .init("Next appointment")],
            people.map { person in
                Table.Row([
                    .init(person.name, href: "/people/\(person.person)"),
                    .init(person.dateOfBirth?.longText ?? "not known"), .init(person.team),
                    .init(person.state.title), .init(person.nextAppointment?.shortWords ?? "none"),
                ])
            }, empty: "Nobody is found. Try a part of the name, or another number.")
    }

    // MARK: Tasks, calls, messages

    private static func tasks(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let kind = asked.query.text("kind")
        let tasks = try await asked.desk.run { try $0.tasks(dueBy: context.now.day, in: context) }
        let found = tasks.filter { task in
            (kind == nil || task.kind.rawValue == kind) && (asked.query["late"] == nil || task.isOverdue)
        }
        let (shown, more) = begun(found, asked, "/tasks")
        let rows = shown.map { task in
            Table.Row(
                [
                    .init(Words.capitalised(task.kind.words), href: task.person.map { "/people/\($0)" }),
                    .init(task.name ?? task.person.map { "Person \($0)" } ?? ""),
                    .init(task.clinicianName ?? "anybody"),
                    task.isOverdue ? .tag("due \(task.due.shortWords)", "red") : .init(task.due.shortWords),
                    .init(task.about.map(Words.sentence) ?? ""),
                ],
                action: task.task.map { number in
                    Form(
                        action: "/tasks/\(number)/do/done", button: "Done",
                        buttonHidden: "\(task.kind.words), \(task.name ?? "")", isSecondary: true)
                })
        }
        let table = Table(
            found.count > rows.count
                ? "The first \(rows.count) of \(found.count)" : counted(found.count, "task", "tasks"),
            [.init("To do"), .init("Person"), .init("By"), .init("Due"), .init("About"), .init("Finish")], rows,
            empty: "Nothing is to be done.")
        let page = Page(
            title: "Tasks due by today", blocks: [.table(table)] + (more.map { [$0] } ?? []), section: .today,
            isLive: true)
        return asked.web.pages.response(page, asked)
    }

    private static func calls(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let calls = try await asked.desk.run { try $0.callsDue(by: context.now.day, in: context) }
        let (shown, more) = begun(calls, asked, "/calls")
        let rows = shown.map { call in
            Table.Row(
                [
                    .init(call.name ?? "Person \(call.person)", href: "/people/\(call.person)"),
                    .init(call.due.shortWords), .init(Words.sentence(call.reason)),
                ],
                action: Form(
                    action: "/people/\(call.person)/do/book-call", button: "Book the call",
                    buttonHidden: "of \(call.name ?? "")", isSecondary: true))
        }
        let table = Table(
            calls.count > rows.count
                ? "The first \(rows.count) of \(calls.count)" : counted(calls.count, "call to book", "calls to book"),
            [.init("Person"), .init("Due"), .init("Why"), .init("Book")], rows, empty: "No call is due.")
        let page = Page(
            title: "Keeping-in-touch calls", blocks: [.table(table)] + (more.map { [$0] } ?? []), section: .today,
            isLive: true)
        return asked.web.pages.response(page, asked)
    }

    private static func messages(_ asked: WebRequest, done: String? = nil) async throws -> Response {
        let context = asked.context()
        let messages = try await asked.desk.run { try $0.outbox(in: context) }
        let (shown, more) = begun(messages, asked, "/messages")
        let rows = shown.map { message in
            Table.Row(
                [
                    .init(message.name ?? "Person \(message.person)", href: "/people/\(message.person)"),
                    .init(Words.capitalised(message.template.spelledOut)), .init(message.channel.title),
                    .init(message.queuedAt.shortWords),
                ],
                action: Form(
                    action: "/messages", fields: [.hidden("message", "\(message.message)")], button: "Sent",
                    buttonHidden: "to \(message.name ?? "")", isSecondary: true))
        }
        let table = Table(
            messages.count > rows.count
                ? "The first \(rows.count) of \(messages.count)" : counted(messages.count, "message", "messages"),
            [.init("To"), .init("What"), .init("How"), .init("Since"), .init("Sent")], rows,
            empty: "No message waits to be sent.")
        let page = Page(
            title: "Messages to send", done: done,
            blocks: [
                .paragraph("The desk sends nothing by itself: send each by your own system, then say so here."),
                .table(table),
            ] + (more.map { [$0] } ?? []), section: .today)
        return asked.web.pages.response(page, asked)
    }

    private static func send(_ asked: WebRequest) async throws -> Response {
        let numbers = asked.form.all("message").compactMap { Int64($0) }
        let context = asked.formContext
        _ = try await asked.desk.run { try $0.perform(SendMessages(messages: numbers), in: context) }
        return .redirect(to: "/messages", type: .normal)
    }
}
