import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Reporting
import Workbench

/// A forecast that is kept: what it said, what came of it, and how right it was.
enum KeptPage {
    /// Most bytes of figures that are read.
    static let mostBytes = 8 * 1024 * 1024

    private struct Kept {
        let bench: Bench
        let forecasts: ForecastShelf
        let id: String
        let saved: SavedForecast
        /// What it said.
        let forecast: KeptForecast
        /// The team that is looked at; nil for the whole service.
        let team: String?

        init(_ asked: WebRequest) async throws {
            (bench, forecasts) = try KeptScreens.shelf(asked)
            id = asked.parameters["id"] ?? ""
            guard let saved = forecasts.find(id) else { throw WebRefusal.nothingThere }
            self.saved = saved
            do {
                forecast = try await bench.said(by: saved, for: ForecastScreens.person(asked))
            } catch is KeptFaults {
                throw WebRefusal.unreadable("What '\(saved.name)' said cannot be read any more.")
            } catch let fault as BenchFault {
                throw WebRefusal.unreadable(fault.words)
            }
            let wanted = asked.query.text("team")
            team = forecast.teams.count > 1 ? forecast.teams.first { $0.name == wanted }?.name : nil
        }
    }

    static func show(_ asked: WebRequest) async throws -> Response {
        let kept = try await Kept(asked)
        return try page(kept, try await outcome(kept, asked), asked)
    }

    /// What the service's own records tell of it.
    private static func outcome(_ kept: Kept, _ asked: WebRequest) async throws -> KeptOutcome {
        do {
            return try await kept.bench.outcome(
                of: kept.saved, for: ForecastScreens.person(asked), at: ForecastScreens.moment(asked))
        } catch let fault as BenchFault {
            return .refused(fault.words)
        }
    }

    /// NHS England's figures laid over it.
    static func against(_ asked: WebRequest) async throws -> Response {
        let kept = try await Kept(asked)
        func wrong(_ field: String, _ words: String) async throws -> Response {
            try page(
                kept, try await outcome(kept, asked), asked, [Page.Fault(field: field, words: words)])
        }
        let provider = asked.form.text("provider")
        guard let upload = asked.form.uploads.first(where: { $0.field == "file" && !$0.bytes.isEmpty }) else {
            return try await wrong("file", "Choose a file with the figures")
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "figures-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            try upload.bytes.write(to: file, options: .withoutOverwriting)
            let found = try await kept.bench.outcome(
                of: kept.saved, against: file, called: upload.name, provider: provider,
                for: ForecastScreens.person(asked))
            switch found {
            case .scored: return try page(kept, found, asked, isOfService: false)
            case .nothingYet(let words), .refused(let words): return try await wrong("file", words)
            case .noProvider(let words): return try await wrong("provider", words)
            }
        } catch let fault as BenchFault {
            return try await wrong("file", fault.words)
        }
    }

    // MARK: The page

    private static func page(
        _ kept: Kept, _ outcome: KeptOutcome, _ asked: WebRequest, _ faults: [Page.Fault] = [],
        isOfService: Bool = true
    ) throws -> Response {
        var page = Page(
            title: kept.saved.name, caption: "A forecast that is kept", faults: faults,
            done: asked.query["kept"] == nil ? nil : "'\(kept.saved.name)' is kept.", section: .kept,
            back: Link("Kept forecasts", "/kept"))
        let report = if case .scored(let report) = outcome { report.of(kept.team) } else { ScoreReport?.none }
        // Files are of all teams, of whichever something is known.
        let isScored = if case .scored = outcome { true } else { false }
        page.blocks = said(kept, outcome, report, asked)
        if let filter = filter(kept) { page.blocks.append(filter) }
        page.blocks.append(.report(ReportParts.html(kept.forecast, report, team: kept.team)))
        page.blocks += [
            .heading("Take it away"), .links(files(kept, isScored && isOfService)),
            .heading("Lay NHS England's figures over it"), .form(figures(kept, asked, faults)),
            .heading("What was kept"), .facts(facts(kept)),
        ]
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// How right it was, in words; or that nothing can be said yet, and when.
    private static func said(
        _ kept: Kept, _ outcome: KeptOutcome, _ report: ScoreReport?, _ asked: WebRequest
    ) -> [Block] {
        let later = KeptWords.firstMonth(kept.saved, by: asked.context().now.day)
        switch outcome {
        case .scored:
            guard let report else {
                return [.notice("Nothing is known yet of this team", later ?? "", isWarning: false)]
            }
            return [
                .heading("How right it was"), .paragraph("Laid beside \(report.against)."),
                .list(ScoreWords.together(report) + (later.map { [$0] } ?? [])),
            ]
        case .nothingYet(let words):
            return [
                .notice(
                    "There is nothing to lay over it yet", [words, later].compactMap { $0 }.joined(separator: " "),
                    isWarning: false)
            ]
        case .refused(let words), .noProvider(let words):
            return [.notice("The service's records cannot be laid over it", Words.sentence(words))]
        }
    }

    /// Which team is looked at, where there are several.
    private static func filter(_ kept: Kept) -> Block? {
        guard kept.forecast.teams.count > 1 else { return nil }
        let teams = [("", "The whole service")] + kept.forecast.teams.map { ($0.name, $0.title) }
        return .form(
            Form(
                action: "/kept/\(kept.id)", fields: [.select("team", "Team", teams).with(value: kept.team)],
                button: "Show", isSecondary: true, isQuestion: true))
    }

    private static func figures(_ kept: Kept, _ asked: WebRequest, _ faults: [Page.Fault]) -> Form {
        let fields: [Field] = [
            .file(
                "file", "The monthly statistics", hint: "As NHS England publishes them: CSV or gzip, 8 MB at most",
                kinds: ".csv,.gz,text/csv"
            ).filled(from: asked.form, faults),
            Field.text(
                "provider", "Code of the provider", hint: "Not needed where the scenario was fitted to its figures",
                width: 5
            ).optional.filled(from: asked.form, faults),
        ]
        return Form(action: "/kept/\(kept.id)/figures", fields: fields, button: "Lay them over it", isSecondary: true)
    }

    private static func facts(_ kept: Kept) -> Facts {
        let manifest = kept.forecast.manifest
        return Facts([
            ("Of", kept.saved.title), ("From and to", KeptWords.days(kept.saved)),
            ("Begins with", kept.saved.isOfList ? "the service's own list, as it was when it was kept" : nil),
            ("Kept by", "\(kept.saved.ownerName), \(kept.saved.keptAt)"), ("Runs", "\(manifest.replications)"),
            ("Program", "version \(manifest.version)"),
        ])
    }

    // MARK: Taking it away

    /// What it said, and what came of it, as files.
    private static let own = (json: "forecast.json", table: "kept.csv")

    private static func files(_ kept: Kept, _ isScored: Bool) -> [Link] {
        let place = "/kept/\(kept.id)/files/"
        let tables = [
            ("How each figure has held, as a spreadsheet", "score.csv"),
            ("What came of each week and month, as a spreadsheet", "scored.csv"),
            ("Of what nothing can be said, and why, as a spreadsheet", "not-scored.csv"),
        ]
        return [
            Link("What it said, as a spreadsheet", place + own.table),
            Link("The kept forecast, as a file that a program reads", place + own.json),
        ] + (isScored ? tables.map { Link($0.0, place + $0.1) } : [])
    }

    static func file(_ asked: WebRequest) async throws -> Response {
        let kept = try await Kept(asked)
        let name = asked.parameters["name"] ?? ""
        if name == own.json {
            guard let text = kept.forecasts.text(of: kept.saved) else { throw WebRefusal.nothingThere }
            return .attached(text, "application/json", kept.forecast.fileName)
        }
        if name == own.table { return .attached(KeptFile.rows(kept.forecast).text, "text/csv", name) }
        guard case .scored(let report) = try await outcome(kept, asked),
            let table = ScoreCSV.files(report).first(where: { $0.name == name })
        else { throw WebRefusal.nothingThere }
        return .attached(table.text, "text/csv", name)
    }
}
