import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Hummingbird
import NIOCore
import Reporting
import Workbench

/// The forecast on a page: sliders, and beside them what they do.
enum ForecastScreens {
    static let routes: [Route] = [
        .get("/forecast", .may(.forecast)) { asked in try await show(asked) },
        .get("/forecast/picture", .may(.forecast)) { asked in try await part(asked) },
        .get("/forecast/comparison.csv", .may(.forecast)) { asked in try await table(asked) },
        .get("/forecast/scenario.yaml", .may(.forecast)) { asked in try await file(asked) },
        .post("/forecast/saved", .may(.forecast)) { asked in try await keep(asked) },
        .get("/forecast/saved/:id", .may(.forecast)) { asked in try await open(asked) },
        .post("/forecast/saved/:id/remove", .may(.forecast)) { asked in try await remove(asked) },
    ]

    static func bench(_ asked: WebRequest) throws -> Bench {
        guard let bench = asked.web.settings.bench else { throw WebRefusal.nothingThere }
        return bench
    }

    // MARK: The page

    private static func show(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = ForecastQuery(asked.query, bench)
        return try await page(query, bench, asked, isShown: asked.query["show"] != nil)
    }

    private static func page(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest, isShown: Bool = false,
        _ saving: [Page.Fault] = []
    ) async throws -> Response {
        var page = Page(title: "What if", section: .forecast)
        let scenario: BenchScenario
        do throws(BenchFault) {
            scenario = try await Self.scenario(query, bench, asked)
        } catch {
            page.faults = [Page.Fault(field: "scenario", words: error.words)]
            let fields = ForecastBoard.choice(query, bench, []).map {
                $0.name == "scenario" ? $0.saying(error.words) : $0
            }
            page.blocks = [.form(Form(action: "/forecast", fields: fields, button: "Choose it", isQuestion: true))]
            return asked.web.pages.response(page, asked, status: ForecastPicture.status(of: error))
        }
        if scenario.readAt == nil { Task { await bench.warm(query.scenario) } }
        let faults = query.question(scenario.sliders).faults
        let isAsked = isShown || !faults.isEmpty
        let picture = isAsked ? await picture(query, scenario, bench, asked, .whole) : .invitation
        page.caption = scenario.title
        page.faults = faults + saving
        if let id = asked.query["kept"], let saved = bench.saved.find(id) { page.done = "'\(saved.name)' is kept." }
        page.blocks =
            list(scenario) + SetUpBlocks.notices(query.scenario, bench)
            + [.board(ForecastBoard.board(query, scenario, bench, faults, picture: picture.html))]
            + keeping(query, bench, asked, saving)
        return asked.web.pages.response(page, asked, status: page.faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func picture(
        _ query: ForecastQuery, _ scenario: BenchScenario, _ bench: Bench, _ asked: WebRequest, _ stage: LookStage
    ) async -> ForecastPicture {
        let (question, faults) = query.question(scenario.sliders)
        guard faults.isEmpty else { return .faults(faults) }
        guard !question.whatIfs.isEmpty else { return .invitation }
        do {
            return .report(try await bench.look(question, stage, for: person(asked), at: moment(asked)), stage)
        } catch let fault as BenchFault {
            return .fault(fault)
        } catch {
            return .fault(.scenario("\(error)"))
        }
    }

    /// Whose turn it is: one piece of work of one person at a time.
    static func person(_ asked: WebRequest) -> String { "user \(asked.who?.user.user ?? 0)" }

    /// Who asks, and when, to the service itself.
    static func moment(_ asked: WebRequest) -> LookMoment {
        let context = asked.context()
        return LookMoment(now: context.now, author: context.author)
    }

    private static func scenario(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest
    ) async throws(BenchFault) -> BenchScenario {
        try await bench.scenario(query.scenario, for: person(asked), at: moment(asked))
    }

    /// Of which list it is, where that is today's, and who of the staff is not as the scenario says.
    private static func list(_ scenario: BenchScenario) -> [Block] {
        guard let readAt = scenario.readAt, let people = scenario.peopleOnList else { return [] }
        let words =
            "From the service's own list as it was at \(readAt.clockWords): \(counted(people, "person", "people")), "
            + "what is booked, and who works when. Nobody's name is read."
        return [.paragraph(words)] + (scenario.staffNote.map { [.paragraph(Words.sentence($0))] } ?? [])
    }

    /// The picture alone, for a page that is there.
    private static func part(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = ForecastQuery(asked.query, bench)
        let stage: LookStage = asked.query["stage"] == "first" ? .first : .whole
        let picture: ForecastPicture
        do {
            let scenario = try await Self.scenario(query, bench, asked)
            picture = await Self.picture(query, scenario, bench, asked, stage)
        } catch {
            picture = .fault(error)
        }
        return Response(
            status: picture.status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: picture.html)))
    }

    // MARK: Taking it away

    /// The numbers of the page, as `compare` writes them.
    private static func table(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let question = try await question(asked, bench)
        do {
            let report = try await bench.look(question, .whole, for: person(asked), at: moment(asked))
            return .attached(ComparisonCSV.measures(report).text, "text/csv", "comparison.csv")
        } catch let fault as BenchFault {
            throw WebRefusal.unreadable(fault.words)
        }
    }

    /// The what-if that is shown, as a scenario file.
    private static func file(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = ForecastQuery(asked.query, bench)
        let question = try await question(asked, bench)
        let place = question.whatIfs.firstIndex { $0.name == query.name(query.edit) } ?? 0
        do throws(BenchFault) {
            return .attached(try bench.file(of: question, place), "application/yaml", "what-if.yaml")
        } catch {
            throw WebRefusal.unreadable(error.words)
        }
    }

    private static func question(_ asked: WebRequest, _ bench: Bench) async throws -> Question {
        let query = ForecastQuery(asked.query, bench)
        let scenario: BenchScenario
        do throws(BenchFault) { scenario = try await Self.scenario(query, bench, asked) } catch {
            throw WebRefusal.unreadable(error.words)
        }
        let (question, faults) = query.question(scenario.sliders)
        guard faults.isEmpty else { throw WebRefusal.unreadable(faults.map(\.words).joined(separator: "; ")) }
        guard !question.whatIfs.isEmpty else { throw WebRefusal.unreadable(BenchFault.nothingToCompare.words) }
        return question
    }

    // MARK: Keeping it

    /// The form that keeps it, and what is kept.
    private static func keeping(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest, _ faults: [Page.Fault]
    ) -> [Block] {
        let name = Field.text("name", "Name", hint: "Others see it too, and whoever has its address")
            .filled(from: asked.form, faults)
        let mayAll = asked.who?.may(.administer) == true
        let rows = bench.saved.all().map { id, saved in
            let mayRemove = mayAll || saved.owner == asked.who?.user.user
            return Table.Row(
                [
                    .init(saved.name, href: "/forecast/saved/\(id)"), .init(saved.ownerName), .init(saved.keptAt),
                ],
                action: mayRemove
                    ? Form(
                        action: "/forecast/saved/\(id)/remove", button: "Take away", buttonHidden: saved.name,
                        isSecondary: true) : nil)
        }
        return [
            .heading("Keep it"),
            .form(
                Form(
                    action: "/forecast/saved", fields: [.hidden("question", query.encoded()), name], button: "Keep it",
                    isSecondary: true)),
            .table(
                Table(
                    "What is kept", [.init("Name"), .init("By"), .init("On")], rows, empty: "Nothing is kept yet.")),
        ]
    }

    private static func keep(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        let query = ForecastQuery(WebForm(encoded: asked.form["question"] ?? ""), bench)
        let scenario: BenchScenario
        do throws(BenchFault) { scenario = try await Self.scenario(query, bench, asked) } catch {
            throw WebRefusal.unreadable(error.words)
        }
        let (question, faults) = query.question(scenario.sliders)
        guard faults.isEmpty else { return try await page(query, bench, asked) }
        guard !question.whatIfs.isEmpty else {
            let fault = Page.Fault(field: "name", words: BenchFault.nothingToCompare.words)
            return try await page(query, bench, asked, [fault])
        }
        let user = asked.who?.user
        do throws(SavedFault) {
            let id = try bench.saved.keep(
                SavedWhatIf(
                    name: asked.form["name"] ?? "", owner: user?.user ?? 0, ownerName: user?.name ?? "",
                    keptAt: asked.desk.clock.minute.shortWords, question: question))
            return .redirect(to: "/forecast?\(query.encoded([("kept", id)]))", type: .normal)
        } catch {
            return try await page(query, bench, asked, [Page.Fault(field: "name", words: error.words)])
        }
    }

    private static func open(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        guard let saved = bench.saved.find(asked.parameters["id"] ?? "") else { throw WebRefusal.nothingThere }
        return .redirect(to: "/forecast?\(ForecastQuery(saved.question).encoded())", type: .normal)
    }

    private static func remove(_ asked: WebRequest) async throws -> Response {
        let bench = try bench(asked)
        do throws(SavedFault) {
            try bench.saved.remove(
                asked.parameters["id"] ?? "", by: asked.who?.user.user ?? 0,
                isAnybodys: asked.who?.may(.administer) == true)
        } catch {
            throw error.refusal
        }
        return .redirect(to: "/forecast", type: .normal)
    }
}
