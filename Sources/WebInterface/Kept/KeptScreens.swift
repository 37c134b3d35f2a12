import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Hummingbird
import Reporting
import Workbench

/// Forecasts that are kept, and what came of them.
enum KeptScreens {
    static let routes: [Route] = [
        .get("/kept", .may(.forecast)) { asked in try await list(asked) },
        .post("/kept", .may(.forecast)) { asked in try await keep(asked) },
        .get("/kept/:id", .may(.forecast)) { asked in try await KeptPage.show(asked) },
        .post("/kept/:id/figures", .may(.forecast), mostBytes: KeptPage.mostBytes) { asked in
            try await KeptPage.against(asked)
        },
        .get("/kept/:id/files/:name", .may(.forecast)) { asked in try await KeptPage.file(asked) },
        .post("/kept/:id/remove", .may(.forecast)) { asked in try await remove(asked) },
    ]

    /// Where forecasts are kept.
    static func shelf(_ asked: WebRequest) throws -> (bench: Bench, forecasts: ForecastShelf) {
        let bench = try ForecastScreens.bench(asked)
        guard let forecasts = bench.forecasts else { throw WebRefusal.nothingThere }
        return (bench, forecasts)
    }

    // MARK: All of them

    private static func list(_ asked: WebRequest) async throws -> Response {
        let bench = try shelf(asked).bench
        return try page(await moving(ForecastQuery(asked.query, bench), bench, asked), asked, [])
    }

    /// Without what-ifs in which nothing is moved: they are things as they are.
    private static func moving(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest
    ) async -> ForecastQuery {
        let found = try? await bench.scenario(
            query.scenario, for: ForecastScreens.person(asked), at: ForecastScreens.moment(asked))
        guard let sliders = found?.sliders else { return query }
        var moving = query
        for letter in ForecastQuery.letters {
            var own = query
            own.fields = query.fields.filter { $0.name.hasPrefix("\(letter).") }
            let (question, faults) = own.question(sliders)
            guard question.whatIfs.isEmpty, faults.isEmpty else { continue }
            moving.fields.removeAll { $0.name.hasPrefix("\(letter).") }
        }
        return moving
    }

    private static func page(
        _ query: ForecastQuery, _ asked: WebRequest, _ faults: [Page.Fault],
        status: HTTPResponse.Status = .unprocessableContent
    ) throws -> Response {
        let (bench, forecasts) = try shelf(asked)
        var page = Page(title: "Kept forecasts", faults: faults, section: .kept)
        page.blocks = [
            .paragraph(
                "What a forecast says today is kept as it is. As weeks and months pass, what really happened is laid "
                    + "over it, and it is said how many of its ranges held."),
            .form(form(query, bench, asked, faults)),
            .table(table(forecasts, asked)),
        ]
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : status)
    }

    /// What is forecast, of which what-if, and under which name it is kept.
    private static func form(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest, _ faults: [Page.Fault]
    ) -> Form {
        func said(_ field: Field) -> Field { field.saying(faults.first { $0.field == field.name }?.words) }
        let whatIfs = ForecastQuery.letters.filter(query.isThere).map { ($0, query.name($0)) }
        var fields = query.fields.map { Field.hidden($0.name, $0.value) }
        fields += ForecastBoard.choice(query, bench, faults).map(said)
        if !whatIfs.isEmpty {
            let choices = [("now", "Things as they are now")] + whatIfs
            fields.append(said(Field.select("of", "Of", choices).with(value: asked.form.text("of") ?? query.edit)))
        }
        fields.append(
            Field.text(
                "name", "Name",
                hint: "Others see it too. It is forecast now, of thirty runs, which takes some seconds"
            ).filled(from: asked.form, faults))
        return Form(action: "/kept", fields: fields, button: "Forecast it and keep it")
    }

    private static func table(_ forecasts: ForecastShelf, _ asked: WebRequest) -> Table {
        let mayAll = asked.who?.may(.administer) == true
        let today = asked.context().now.day
        let rows = forecasts.all().map { id, saved in
            let mayRemove = mayAll || saved.owner == asked.who?.user.user
            return Table.Row(
                [
                    .init(saved.name, href: "/kept/\(id)"), .init(saved.title), .init(KeptWords.days(saved)),
                    .init(KeptWords.passed(saved, by: today)), .init(saved.ownerName), .init(saved.keptAt),
                ],
                action: mayRemove
                    ? Form(
                        action: "/kept/\(id)/remove", button: "Take away", buttonHidden: saved.name, isSecondary: true)
                    : nil)
        }
        return Table(
            "Forecasts that are kept",
            [
                .init("Name"), .init("Of"), .init("From and to"), .init("Whole months that have passed"), .init("By"),
                .init("Kept on"), .init("Take away"),
            ], rows, empty: "None is kept yet.")
    }

    // MARK: Keeping one

    private static func keep(_ asked: WebRequest) async throws -> Response {
        let bench = try shelf(asked).bench
        let query = ForecastQuery(asked.form, bench)
        let user = asked.who?.user
        let keeper = Keeper(
            user: user?.user ?? 0, name: user?.name ?? "", at: asked.desk.clock.minute.shortWords)
        do {
            let id = try await bench.keep(
                try await question(query, bench, asked), as: asked.form["name"] ?? "", by: keeper,
                for: ForecastScreens.person(asked), at: ForecastScreens.moment(asked))
            return .redirect(to: "/kept/\(id)?kept=1", type: .normal)
        } catch let fault as SavedFault {
            return try page(query, asked, [Page.Fault(field: "name", words: fault.words)])
        } catch let wrong as WrongQuestion {
            return try page(query, asked, wrong.faults)
        } catch let fault as BenchFault {
            let words = [Page.Fault(field: "scenario", words: fault.words)]
            return try page(query, asked, words, status: ForecastPicture.status(of: fault))
        }
    }

    /// What is wrong in what is to be forecast.
    private struct WrongQuestion: Error {
        var faults: [Page.Fault]
    }

    /// What is forecast: the scenario as it is, or one what-if of it.
    private static func question(
        _ query: ForecastQuery, _ bench: Bench, _ asked: WebRequest
    ) async throws -> Question {
        let scenario = try await bench.scenario(
            query.scenario, for: ForecastScreens.person(asked), at: ForecastScreens.moment(asked))
        var own = query
        let letter = asked.form.text("of") ?? "now"
        own.fields = query.fields.filter { $0.name.hasPrefix("\(letter).") }
        var (question, faults) = own.question(scenario.sliders)
        if letter != "now", question.whatIfs.isEmpty, faults.isEmpty {
            faults = [Page.Fault(field: "of", words: "In this what-if nothing of this scenario is moved")]
        }
        // What is wrong with a slider is said at what chooses it.
        faults = faults.map { $0.field == "weeks" ? $0 : Page.Fault(field: "of", words: $0.words) }
        guard faults.isEmpty else { throw WrongQuestion(faults: faults) }
        question.whatIfs = Array(question.whatIfs.prefix(1))
        return question
    }

    private static func remove(_ asked: WebRequest) async throws -> Response {
        let forecasts = try shelf(asked).forecasts
        do throws(SavedFault) {
            try forecasts.remove(
                asked.parameters["id"] ?? "", by: asked.who?.user.user ?? 0,
                isAnybodys: asked.who?.may(.administer) == true)
        } catch {
            throw error.refusal
        }
        return .redirect(to: "/kept", type: .normal)
    }
}
