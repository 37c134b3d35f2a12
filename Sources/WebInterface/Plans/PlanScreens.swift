import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Workbench

/// Plans on pages: asked for, worked on in the background, found again.
enum PlanScreens {
    static let routes: [Route] =
        [
            .get("/plans", .may(.forecast)) { asked in try await list(asked) },
            .get("/new-plan", .may(.forecast)) { asked in try await form(asked) },
            .post("/new-plan", .may(.forecast)) { asked in try await begin(asked) },
            .get("/plans/:id", .may(.forecast)) { asked in try await show(asked) },
        ] + BackgroundRoutes.routes(at: "/plans", back: "/plans", files: files) { $0.plan != nil }

    // MARK: All of them

    private static func list(_ asked: WebRequest) async throws -> Response {
        let tools = try PlanTools(asked)
        let rows = tools.background.all.filter { $0.wish.plan != nil }.map { task in
            Table.Row([
                .init(task.title, href: "/plans/\(task.number)"), .init(task.ownerName), .init(task.askedAt),
                BackgroundWords.tag(task.state),
            ])
        }
        var page = Page(title: "Plans", section: .plans)
        page.blocks = [
            .paragraph(
                "The cheapest staffing that reaches targets, and how sure that is. It takes minutes: leave, and find "
                    + "it here again."),
            .form(
                Form(
                    action: "/new-plan", fields: [.select("of", "Scenario", PlanSources.choices(tools.bench))],
                    button: "Plan it", isQuestion: true)),
            .table(
                Table(
                    "Plans, the latest first", [.init("Plan"), .init("Asked for by"), .init("On"), .init("State")],
                    rows, empty: "No plan has been asked for yet.")),
        ]
        return asked.web.pages.response(page, asked)
    }

    // MARK: A new one

    private static func form(_ asked: WebRequest) async throws -> Response {
        try page(of: asked.query["of"] ?? "", asked, WebForm(), [])
    }

    private static func page(
        of name: String, _ asked: WebRequest, _ entered: WebForm, _ faults: [Page.Fault]
    ) throws -> Response {
        let tools = try PlanTools(asked)
        var page = Page(title: "A new plan", section: .plans, back: Link("Plans", "/plans"))
        let menu: PlanMenu
        do throws(BenchFault) {
            menu = try PlanSources.menu(of: name, tools)
        } catch {
            page.faults = [Page.Fault(field: "of", words: error.words)]
            let field = Field.select("of", "Scenario", PlanSources.choices(tools.bench)).with(value: name)
            let fields = [field.saying(error.words)]
            page.blocks = [.form(Form(action: "/new-plan", fields: fields, button: "Plan it", isQuestion: true))]
            return asked.web.pages.response(page, asked, status: ForecastPicture.status(of: error))
        }
        page.caption = menu.title
        page.faults = faults
        let last = menu.starts + Int32(7 * menu.weeks - 1)
        page.blocks = [
            .paragraph("Its forecast goes from \(menu.starts.shortWords) to \(last.shortWords)."),
            .form(
                Form(
                    action: "/new-plan", fields: PlanForm(menu: menu, of: name).fields(entered, faults),
                    button: "Find the plan")),
        ]
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func begin(_ asked: WebRequest) async throws -> Response {
        let tools = try PlanTools(asked)
        let name = asked.form["of"] ?? ""
        let menu: PlanMenu
        do throws(BenchFault) {
            menu = try PlanSources.menu(of: name, tools)
        } catch {
            return try page(of: name, asked, asked.form, [])
        }
        var reading = PlanForm(menu: menu, of: name).read(asked.form)
        if reading.faults.isEmpty { reading.faults = tools.plans.faults(of: reading.wish).map { reading.fault($0) } }
        guard reading.faults.isEmpty else { return try page(of: name, asked, asked.form, reading.faults) }
        let user = asked.who?.user
        do throws(LongFault) {
            let number = try tools.background.ask(
                .plan(reading.wish), title: reading.name.isEmpty ? "Plan for \(menu.title)" : reading.name,
                asked: reading.asked, owner: user?.user ?? 0, ownerName: user?.name ?? "",
                at: asked.desk.clock.minute.shortWords, once: asked.form["once"] ?? "")
            return .redirect(to: "/plans/\(number)", type: .normal)
        } catch {
            return try page(of: name, asked, asked.form, [Page.Fault(field: "name", words: error.words)])
        }
    }

    // MARK: One of them

    private static func show(_ asked: WebRequest) async throws -> Response {
        let (background, task) = try BackgroundRoutes.task(asked) { $0.plan != nil }
        var page = Page(title: task.title, caption: "Plan", section: .plans, back: Link("Plans", "/plans"))
        page.blocks = BackgroundWords.blocks(task, background, asked, at: "/plans")
        if case .done = task.state, let parts = background.file(PlanBench.parts, of: task.number) {
            page.blocks.append(.report(String(decoding: parts, as: UTF8.self)))
            let there = background.files(of: task.number)
            let links = files.filter { there.contains($0.name) }.map {
                Link($0.words, "/plans/\(task.number)/files/\($0.name)")
            }
            page.blocks += [.heading("Take it away"), .links(links)]
        }
        page.blocks += [.heading("What was asked"), .facts(Facts(task.asked.map { ($0.what, $0.words) }))]
        page.blocks += BackgroundWords.removal(task, asked, at: "/plans")
        return asked.web.pages.response(page, asked)
    }

    /// The files of a plan that can be taken away.
    private static let files: [BackgroundFile] = [
        BackgroundFile("report.html", "This page, to be mailed", "text/html"),
        BackgroundFile("plan.yaml", "The plan as a scenario file", "application/yaml"),
        BackgroundFile("summary.txt", "Words to paste", "text/plain"),
        BackgroundFile("plan-targets.csv", "Targets, as a spreadsheet", "text/csv"),
        BackgroundFile("plan.csv", "What was chosen", "text/csv"),
        BackgroundFile("plan-quarters.csv", "Posts by quarter", "text/csv"),
        BackgroundFile("plan-steps.csv", "What one post more or less does", "text/csv"),
        BackgroundFile("plan-frontier.csv", "What more or less would cost", "text/csv"),
        BackgroundFile("plan-tried.csv", "Plans that were tried", "text/csv"),
        BackgroundFile("plan.json", "All of it for a program", "application/json"),
        BackgroundFile("dictionary.csv", "What the columns mean", "text/csv"),
        BackgroundFile("manifest.csv", "How it was made", "text/csv"),
    ]
}

extension PlanForm.Reading {
    /// A fault of what was asked, at the control where it was.
    func fault(_ fault: AskedFault) -> Page.Fault {
        let place = places.first { $0.text == fault.given }?.field
        let field =
            switch fault.setting {
            case "target": place ?? "t1.level"
            case "vary": place ?? "v1.what"
            case "budget", "most-cost", "hires-per-quarter", "weeks": fault.setting
            case _: "t1.measure"
            }
        // What only the command line has is of no use here.
        let words = fault.reason.replacing(/[:;] (?:--|say what may be chosen: --).*$/, with: "")
        return Page.Fault(field: field, words: Words.capitalised(words))
    }
}

/// What pages of plans need of the server.
struct PlanTools {
    let bench: Bench
    let background: BackgroundWork
    let plans: PlanBench

    init(_ asked: WebRequest) throws(WebRefusal) {
        let settings = asked.web.settings
        guard let bench = settings.bench, let background = settings.background, let plans = settings.plans else {
            throw .nothingThere
        }
        (self.bench, self.background, self.plans) = (bench, background, plans)
    }
}

/// What a plan can be of: scenarios of the shelf, and what-ifs that somebody kept.
enum PlanSources {
    /// What names each in a form, and its words.
    static func choices(_ bench: Bench) -> [(String, String)] {
        // A plan begins with a scenario's own first days, and not with today's list.
        let saved = bench.saved.all().filter { $0.saved.question.scenario != ScenarioShelf.todayName }
        return bench.entries.map { ($0.name, ForecastBoard.title($0, bench)) }
            + saved.flatMap { id, saved in
                saved.question.whatIfs.enumerated().map { place, whatIf in
                    let name = saved.question.whatIfs.count > 1 ? "\(saved.name): \(whatIf.name)" : saved.name
                    return ("kept.\(id).\(place)", "What if: \(name)")
                }
            }
    }

    static func menu(of name: String, _ tools: PlanTools) throws(BenchFault) -> PlanMenu {
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[0] == "kept" else { return try menu(of: name, [], tools) }
        guard let saved = tools.bench.saved.find(String(parts[1])), let place = Int(parts[2]) else {
            throw .noScenario(name)
        }
        return try menu(of: saved.question.scenario, try tools.bench.changes(of: saved.question, place), tools)
    }

    private static func menu(
        of name: String, _ changes: [Bench.Change], _ tools: PlanTools
    ) throws(BenchFault) -> PlanMenu {
        guard let entry = tools.bench.entries.first(where: { $0.name == name }) else { throw .noScenario(name) }
        return try tools.plans.menu(of: entry, changes: changes)
    }
}
