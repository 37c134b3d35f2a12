import BookingService
import BookingStore
import CareModel
import Hummingbird
import Interchange
import Workbench

/// A manager describes a service by answers, and gets a scenario of it.
enum SetUpScreens {
    /// Most bytes of a list.
    private static let mostBytes = 1024 * 1024

    static let routes: [Route] = [
        .get("/set-up", .may(.forecast)) { asked in try await show(asked) },
        .post("/set-up", .may(.forecast), mostBytes: mostBytes) { asked in try await take(asked) },
        .get("/set-up/:id", .may(.forecast)) { asked in try await made(asked) },
        .get("/set-up/:id/scenario.yaml", .may(.forecast)) { asked in try await file(asked) },
        .post("/set-up/:id/remove", .may(.forecast)) { asked in try await remove(asked) },
    ]

    private static func bench(_ asked: WebRequest) throws -> Bench {
        guard let bench = asked.web.settings.bench else { throw WebRefusal.nothingThere }
        return bench
    }

    private static func setUp(_ asked: WebRequest) throws -> (bench: Bench, id: String, saved: SavedSetUp) {
        let bench = try bench(asked)
        let id = asked.parameters["id"] ?? ""
        guard let saved = bench.setUps.find(id) else { throw WebRefusal.nothingThere }
        return (bench, id, saved)
    }

    // MARK: The questions

    private static func show(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let again = asked.query.text("from").flatMap { bench.setUps.find($0) }
        let entered: (String) -> String? = again.map { SetUpForm.entered($0.answers) } ?? { _ in nil }
        return page(entered, [], nil, bench, asked)
    }

    private static func page(
        _ entered: (String) -> String?, _ faults: [Page.Fault], _ list: SetUpList?, _ bench: Bench,
        _ asked: WebRequest
    ) -> Response {
        let maySee = asked.who?.may(.seePeople) == true
        var page = Page(title: "Set up a service by questions", faults: faults, section: .setUp)
        let read: [Block] =
            list.map { list -> [Block] in
                let words = "\(list.said) These numbers stand in the last questions."
                return [.notice("The list is read", words, isWarning: false), .list(list.notes.map(Words.sentence))]
            } ?? []
        page.blocks =
            read + [
                .paragraph(
                    "Twenty questions make a scenario of one team, with the list of today. What is left open stays as "
                        + "it is usually assumed, and the next page says so."),
                .form(SetUpForm.form(entered, faults, takesList: maySee)), .table(kept(bench, asked)),
            ]
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func kept(_ bench: Bench, _ asked: WebRequest) -> Table {
        let mayAll = asked.who?.may(.administer) == true
        let rows = bench.setUps.all().map { id, saved in
            let mayRemove = mayAll || saved.owner == asked.who?.user.user
            return Table.Row(
                [.init(saved.name, href: "/set-up/\(id)"), .init(saved.ownerName), .init(saved.keptAt)],
                action: mayRemove
                    ? Form(
                        action: "/set-up/\(id)/remove", button: "Take away", buttonHidden: saved.name,
                        isSecondary: true) : nil)
        }
        return Table(
            "Services that were set up", [.init("Name"), .init("By"), .init("On"), .init("Take away")], rows,
            empty: "None is kept yet.")
    }

    // MARK: Taking the answers

    private static func take(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let entered: (String) -> String? = { asked.form.text($0) }
        let upload = asked.form.uploads.first { $0.field == "file" && !$0.bytes.isEmpty }
        if asked.form["do"] == "read" || upload != nil { return try read(upload, bench, asked) }
        let (answers, wrong) = SetUpAnswers.read(entered)
        guard wrong.isEmpty else {
            return page(entered, wrong.map { Page.Fault(field: $0.question, words: $0.words) }, nil, bench, asked)
        }
        let user = asked.who?.user
        let saved = SavedSetUp(
            name: answers.title, owner: user?.user ?? 0, ownerName: user?.name ?? "",
            keptAt: asked.desk.clock.minute.shortWords, answers: answers, today: asked.context().now.day)
        do throws(BenchFault) { _ = try bench.check(saved) } catch {
            return page(entered, [Page.Fault(field: SetUpQuestion.title, words: error.words)], nil, bench, asked)
        }
        do throws(SavedFault) {
            let id = try bench.setUps.keep(saved)
            // What it comes to is there by the time it is looked at.
            Task { try? await bench.judge(saved) }
            return .redirect(to: "/set-up/\(id)?kept=1", type: .normal)
        } catch {
            return page(entered, [Page.Fault(field: SetUpQuestion.title, words: error.words)], nil, bench, asked)
        }
    }

    /// A list of who waits answers the last questions.
    private static func read(_ upload: WebUpload?, _ bench: Bench, _ asked: WebRequest) throws -> Response {
        let entered: (String) -> String? = { asked.form.text($0) }
        guard asked.who?.may(.seePeople) == true else { throw WebRefusal.mayNot(.seePeople) }
        guard let upload else {
            return page(entered, [Page.Fault(field: "file", words: "Choose a file with the list")], nil, bench, asked)
        }
        do throws(InterchangeError) {
            let list = try SetUpList(
                upload.bytes, title: asked.form.text(SetUpQuestion.title) ?? "", now: asked.context().now)
            let numbers = list.numbers
            return page(
                { name in numbers.first { $0.question == name }.map { NumberText.of($0.value) } ?? entered(name) }, [],
                list, bench, asked)
        } catch {
            return page(entered, [Page.Fault(field: "file", words: words(error))], nil, bench, asked)
        }
    }

    /// What is wrong in a list: the first few things, with their rows.
    private static func words(_ error: InterchangeError) -> String {
        guard case .faults(let faults) = error else { return "The list cannot be read" }
        let first = faults.prefix(5).map { fault in
            let row = fault.line > 0 ? "row \(fault.line): " : ""
            return row + Words.atTheDesk(fault.reason)
        }
        let rest = faults.count > 5 ? "; and \(faults.count - 5) more" : ""
        return "Nothing was taken of the list. \(Words.capitalised(first.joined(separator: "; ")))\(rest)"
    }

    // MARK: What was made

    private static func made(_ asked: WebRequest) async throws -> Response {
        let (bench, id, saved) = try setUp(asked)
        let check: SetUpCheck
        do throws(BenchFault) { check = try bench.check(saved) } catch { throw WebRefusal.unreadable(error.words) }
        var page = Page(
            title: saved.name, caption: "A service by answers",
            done: asked.query["kept"] == nil ? nil : "'\(saved.name)' is kept.", section: .setUp,
            back: Link("Set up", "/set-up"))
        page.blocks = [
            .links([
                Link("Try changes of it out", "/forecast?scenario=\(saved.scenarioName)"),
                Link("Answer again, from these answers", "/set-up?from=\(id)"),
                Link("Take the scenario away as a file", "/set-up/\(id)/scenario.yaml"),
            ])
        ]
        if !check.warnings.isEmpty {
            page.blocks += [.heading("What is doubtful in it"), .list(check.warnings.map(Words.sentence))]
        }
        page.blocks += await judgement(saved, id, bench, isWaitedFor: asked.query["matters"] != nil)
        page.blocks += SetUpBlocks.defaults(check)
        return asked.web.pages.response(page, asked)
    }

    private static func judgement(
        _ saved: SavedSetUp, _ id: String, _ bench: Bench, isWaitedFor: Bool
    ) async -> [Block] {
        var judgement = bench.judgement(of: saved)
        if judgement == nil, isWaitedFor {
            do { judgement = try await bench.judge(saved) } catch {
                let words = (error as? BenchFault)?.words ?? "It could not be worked out"
                return [.notice("It cannot be said what it comes to", words)]
            }
        }
        guard let judgement else {
            Task { try? await bench.judge(saved) }
            return [
                .heading("What it comes to"),
                .paragraph("A year of it is being tried out, as it is and with a tenth more of each answer."),
                .links([Link("Wait for it", "/set-up/\(id)?matters=1")]),
            ]
        }
        return SetUpBlocks.implausible(judgement) + [
            .heading("What it comes to"), .facts(SetUpBlocks.year(judgement, saved.answers)),
            .heading("Which answers matter most"), .table(SetUpBlocks.matters(judgement)),
        ]
    }

    private static func file(_ asked: WebRequest) async throws -> Response {
        let (_, _, saved) = try setUp(asked)
        return .attached(saved.text, "application/yaml", "scenario.yaml")
    }

    private static func remove(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        do throws(SavedFault) {
            try bench.setUps.remove(
                asked.parameters["id"] ?? "", by: asked.who?.user.user ?? 0,
                isAnybodys: asked.who?.may(.administer) == true)
        } catch {
            throw error.refusal
        }
        return .redirect(to: "/set-up", type: .normal)
    }
}

extension SavedFault {
    /// Why something that is kept is not taken away.
    var refusal: WebRefusal {
        switch self {
        case .missing: .nothingThere
        case .notYours: .mayNot(.administer)
        case .name, .nameTaken, .full, .notWritten: .unreadable(words)
        }
    }
}
