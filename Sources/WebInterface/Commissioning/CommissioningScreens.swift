import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Reporting
import Workbench

/// What whoever buys a service looks at: need that is reached, standards, costs, groups of people, two services side by
/// side, and the plan that was chosen. Nothing on it is of single people.
enum CommissioningScreens {
    static let routes: [Route] = [
        .get("/commissioning", .may(.forecast)) { asked in try await show(asked) },
        .get("/commissioning/progress", .may(.forecast)) { asked in try await progress(asked) },
        .get("/commissioning/measures.csv", .may(.forecast)) { asked in try await table(asked) },
    ]

    private static func bench(_ asked: WebRequest) throws(WebRefusal) -> Bench {
        guard let bench = asked.web.settings.bench else { throw .nothingThere }
        return bench
    }

    // MARK: The page

    private static func show(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        var query = CommissioningQuery(asked.query, bench)
        let refused = query.beside.flatMap { refusal($0, query, asked, bench) }
        if refused != nil { query.beside = nil }
        var page = Page(title: "Commissioning", section: .commissioning)
        var faults = refused.map { [Page.Fault(field: "beside", words: $0)] } ?? []
        var status: HTTPResponse.Status = faults.isEmpty ? .ok : .unprocessableContent
        var blocks: [Block] = []
        do {
            let look = try await look(query, bench)
            page.caption = look.forecasts.first?.manifest.title
            blocks = Self.blocks(look, query, asked, bench)
        } catch let fault as BenchFault {
            faults.append(Page.Fault(field: field(of: fault), words: fault.words))
            status = ForecastPicture.status(of: fault)
        }
        page.faults = faults
        page.blocks = [.form(form(query, asked, bench, faults))] + blocks
        return asked.web.pages.response(page, asked, status: status)
    }

    /// The control that a fault is about.
    private static func field(of fault: BenchFault) -> String {
        switch fault {
        case .weeks: "weeks"
        case .noScenario, .scenario, .tooLarge, .sliders, .nothingToCompare, .givenUp: "scenario"
        }
    }

    /// Which service, how far ahead, and what is laid beside it.
    private static func form(
        _ query: CommissioningQuery, _ asked: WebRequest, _ bench: Bench, _ faults: [Page.Fault]
    ) -> Form {
        func saying(_ field: Field) -> Field { field.saying(faults.first { $0.field == field.name }?.words) }
        let services = bench.entries.map { ($0.name, ForecastBoard.title($0, bench)) }
        let fitted = asked.web.settings.background?.fittedServices ?? []
        var others = fitted.map { ($0.scenario, $0.holds ? $0.title : "\($0.title): its fit does not hold") }
        var fields = [
            saying(Field.select("scenario", "Service", services).with(value: query.scenario)),
            ForecastBoard.ahead(query.weeks, faults),
        ]
        // What was asked for stands there still, beside what is wrong with it.
        let chosen = asked.query.text("beside") ?? ""
        let isNew = !others.contains { $0.0 == chosen }
        if isNew, let asked = services.first(where: { $0.0 == chosen }) { others.append(asked) }
        if !others.isEmpty || !chosen.isEmpty {
            fields.append(
                saying(Field.select("beside", "Beside it", [("", "Nothing")] + others).with(value: chosen)))
        }
        let plans = plans(query, asked, bench)
        if plans.count > 1 {
            fields.append(
                Field.select("plan", "Plan", plans.map { ("\($0.number)", $0.title) })
                    .with(value: Self.chosen(query, plans).map { "\($0.number)" }))
        }
        return Form(
            action: "/commissioning", fields: [.row("shown", "What is shown", fields)], button: "Show it",
            isQuestion: true)
    }

    /// Why a service may not be laid beside the one that is shown; nil if it may.
    private static func refusal(
        _ other: String, _ query: CommissioningQuery, _ asked: WebRequest, _ bench: Bench
    ) -> String? {
        guard let background = asked.web.settings.background else { return "No services are fitted here" }
        func named(_ name: String) -> (name: String, title: String) {
            (name, bench.entries.first { $0.name == name }.map { ForecastBoard.title($0, bench) } ?? name)
        }
        return background.refusal(ofLaying: named(query.scenario), beside: named(other))
    }

    // MARK: What is known

    /// How each service that is shown stands, all of them looked at as closely.
    private struct Look {
        var names: [String]
        var forecasts: [Forecast]
        var stage: LookStage
    }

    /// As closely as it is known already, else a first look.
    private static func look(_ query: CommissioningQuery, _ bench: Bench) async throws -> Look {
        let names = [query.scenario] + (query.beside.map { [$0] } ?? [])
        guard let weeks = Int(query.weeks) else { throw BenchFault.weeks(Question.weeksAllowed) }
        let questions = names.map { StandingQuestion(scenario: $0, weeks: weeks) }
        let whole = questions.compactMap { bench.knownStanding($0, .whole) }
        if whole.count == questions.count { return Look(names: names, forecasts: whole, stage: .whole) }
        var first: [Forecast] = []
        for question in questions { first.append(try await bench.standing(question, .first)) }
        refine(questions, bench)
        return Look(names: names, forecasts: first, stage: .first)
    }

    /// Has the closer look made that is not there yet, whoever waits for it.
    private static func refine(_ questions: [StandingQuestion], _ bench: Bench) {
        for question in questions where bench.knownStanding(question, .whole) == nil {
            Task { try? await bench.standing(question, .whole) }
        }
    }

    private static func blocks(
        _ look: Look, _ query: CommissioningQuery, _ asked: WebRequest, _ bench: Bench
    ) -> [Block] {
        let plan = chosen(query, plans(query, asked, bench))
        let parts = plan.flatMap { asked.web.settings.background?.file(PlanBench.chosen, of: $0.number) }
        let html = CommissioningParts.html(
            look.forecasts[0], beside: look.forecasts.dropFirst().first,
            plan: parts.map { String(decoding: $0, as: UTF8.self) } ?? "")
        let runs = "\(look.stage.runs) runs of the next \(query.weeks) weeks, as the service goes on now."
        let said: [Block] =
            switch look.stage {
            case .first:
                [
                    .paragraph("A first look: \(runs)"),
                    .progress(
                        ProgressPart(
                            progressAddress: query.progressAddress, progressWords: closer, doneSoFar: "0",
                            doneInAll: "0", isKnown: false)),
                ]
            case .whole: [.paragraph(Words.capitalised(runs))]
            }
        let files = zip(look.names, look.forecasts).map { name, forecast in
            Link(
                "The figures of \(forecast.manifest.title) as a spreadsheet",
                query.address("/commissioning/measures.csv", of: name, look.stage))
        }
        var links = files
        if let plan { links.append(Link("The plan: \(plan.title)", "/plans/\(plan.number)")) }
        if plan == nil, asked.web.settings.plans != nil {
            let named = query.scenario.escapedForAddress
            links.append(Link("No plan of this service was found yet: ask for one", "/new-plan?of=\(named)"))
        }
        if asked.web.settings.fits != nil, query.beside == nil {
            links.append(Link("Fit two providers, to lay them side by side", "/providers"))
        }
        return said + [.report(html), .links(links)]
    }

    private static let closer =
        "A closer look of \(LookStage.whole.runs) runs is being made. It is here when the page is loaded again."

    // MARK: Plans

    private static func plans(
        _ query: CommissioningQuery, _ asked: WebRequest, _ bench: Bench
    ) -> [LongTask<BackgroundWish>] {
        guard let background = asked.web.settings.background, let scenario = try? bench.scenario(query.scenario) else {
            return []
        }
        return background.plans(of: scenario.texts)
    }

    /// The plan that was asked for, else the latest.
    private static func chosen(
        _ query: CommissioningQuery, _ plans: [LongTask<BackgroundWish>]
    ) -> LongTask<BackgroundWish>? {
        plans.first { $0.number == query.plan } ?? plans.first
    }

    // MARK: Beside the page

    /// Whether the closer look is there, for a script.
    private struct Progress: Encodable {
        var stage = "A closer look is being made"
        var words = "A closer look of \(LookStage.whole.runs) runs is being made."
        var done = 0
        var of = 0
        var isOver: Bool
    }

    private static func progress(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = CommissioningQuery(asked.query, bench)
        let questions = ([query.scenario] + (query.beside.map { [$0] } ?? [])).compactMap { query.question(of: $0) }
        let isOver = questions.allSatisfy { bench.knownStanding($0, .whole) != nil }
        if !isOver { refine(questions, bench) }
        let body = try JSONEncoder().encode(Progress(isOver: isOver))
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The figures of one service, as the page has them.
    private static func table(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = CommissioningQuery(asked.query, bench)
        let stage: LookStage = asked.query["stage"] == "\(LookStage.first)" ? .first : .whole
        guard let question = query.question(of: query.scenario) else {
            throw WebRefusal.unreadable(BenchFault.weeks(Question.weeksAllowed).words)
        }
        do {
            let forecast = try await bench.standing(question, stage)
            return .attached(ForecastCSV.measures(forecast).text, "text/csv", "measures.csv")
        } catch let fault as BenchFault {
            throw WebRefusal.unreadable(fault.words)
        }
    }
}
