import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Reporting
import Workbench

/// Providers by name: what was published of each, how well it can be fitted, and its forecast.
enum ProviderScreens {
    static let routes: [Route] = [
        .get("/providers", .may(.forecast)) { asked in try await list(asked) },
        .get("/providers/:id", .may(.forecast)) { asked in try await show(asked) },
        .get("/providers/:id/history.csv", .may(.forecast)) { asked in try await history(asked) },
        .post("/providers/:id/fit", .may(.forecast)) { asked in try await begin(asked) },
    ]

    // MARK: All of them

    private static func list(_ asked: WebRequest) async throws -> Response {
        let tools = try ProviderTools(asked)
        let sought = asked.query.text("name") ?? ""
        var page = Page(title: "Providers", section: .providers)
        switch tools.fits.figures.state {
        case .reading:
            page.blocks = [.paragraph("NHS England's monthly file is being read: look again in a moment.")]
            return asked.web.pages.response(page, asked)
        case .failed(let why):
            page.blocks = [.notice("The national file cannot be read", why)]
            return asked.web.pages.response(page, asked)
        case .ready(let providers, let until):
            page.blocks.append(
                .paragraph(
                    "\(counted(providers, "provider", "providers")) of NHS England's monthly figures until "
                        + "\(ProviderWords.month(until)): what was published of each, a fit with what it misses, and "
                        + "its forecast."))
        }
        let found = tools.fits.figures.providers(with: sought)
        let near = found.isEmpty ? tools.fits.figures.suggestions(for: sought) : []
        page.blocks += [
            .form(
                Form(
                    action: "/providers",
                    fields: [Field.text("name", "Name or code, or a part of it", width: 20).with(value: sought)],
                    button: "Find", isQuestion: true)),
            table(found.isEmpty && !near.isEmpty ? "Did you mean one of these?" : "Providers", found + near),
        ]
        let fits = tools.background.all.filter { $0.wish.fit != nil }
        if !fits.isEmpty { page.blocks.append(ProviderWords.table("Fits, the latest first", fits)) }
        return asked.web.pages.response(page, asked)
    }

    private static func table(_ title: String, _ entries: [ProviderEntry]) -> Block {
        .table(
            Table(
                title,
                [.init("Provider"), .init("Code"), .init("Referrals in its last year", isNumber: true)],
                entries.map { entry in
                    .init([
                        .init(entry.name, href: "/providers/\(entry.code.escapedForAddress)"), .init(entry.code),
                        .init(entry.referrals.map { NumberText.grouped($0) } ?? ""),
                    ])
                }, empty: "No provider is called that."))
    }

    // MARK: One of them

    private static func show(_ asked: WebRequest) async throws -> Response {
        let tools = try ProviderTools(asked)
        return try page(try tools.provider(asked), tools, asked, WebForm(), [])
    }

    private static func page(
        _ entry: ProviderEntry, _ tools: ProviderTools, _ asked: WebRequest, _ entered: WebForm,
        _ faults: [Page.Fault]
    ) throws -> Response {
        guard let history = tools.fits.figures.history(of: entry.code) else { throw WebRefusal.nothingThere }
        let address = "/providers/\(entry.code.escapedForAddress)"
        var page = Page(
            title: entry.name, caption: "Provider \(entry.code)", faults: faults, section: .providers,
            back: Link("Providers", "/providers"))
        let fits = tools.background.all.filter { $0.wish.fit?.code == entry.code }
        let done = fits.first { if case .done = $0.state { true } else { false } }
        if let done { page.blocks += ProviderWords.verdict(done, tools.background, isBrief: true) }
        let months = tools.fits.figures.ends.map { ($0, ProviderWords.month($0)) }
        page.blocks += [
            .form(
                Form(
                    action: "\(address)/fit",
                    fields: [
                        Field.select("until", "Fit its figures until", months).filled(from: entered, faults)
                    ], button: done == nil ? "Fit and forecast it" : "Fit it again", isSecondary: done != nil))
        ]
        if !fits.isEmpty { page.blocks.append(ProviderWords.table("Fits of it, the latest first", fits)) }
        page.blocks += [
            .report(ReportParts.html(history)),
            .links([Link("What was published, as a spreadsheet", "\(address)/history.csv")]),
        ]
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func history(_ asked: WebRequest) async throws -> Response {
        let tools = try ProviderTools(asked)
        guard let history = tools.fits.figures.history(of: try tools.provider(asked).code) else {
            throw WebRefusal.nothingThere
        }
        return .attached(Data(history.table.text.utf8), "text/csv", "history.csv")
    }

    private static func begin(_ asked: WebRequest) async throws -> Response {
        let tools = try ProviderTools(asked)
        let entry = try tools.provider(asked)
        let wish = FitWish(code: entry.code, until: asked.form["until"] ?? "")
        if let fault = tools.fits.figures.fault(of: wish) {
            return try page(entry, tools, asked, asked.form, [Page.Fault(field: "until", words: fault)])
        }
        let user = asked.who?.user
        do throws(LongFault) {
            let number = try tools.background.ask(
                .fit(wish), title: "\(entry.name) (\(entry.code)), until \(ProviderWords.month(wish.until))",
                asked: [
                    AskedLine("Provider", "\(entry.name) (\(entry.code))"),
                    AskedLine("Figures until", ProviderWords.month(wish.until)), AskedLine("Seed", "\(wish.seed)"),
                ], owner: user?.user ?? 0, ownerName: user?.name ?? "", at: asked.desk.clock.minute.shortWords,
                once: asked.form["once"] ?? "")
            return .redirect(to: "/fits/\(number)", type: .normal)
        } catch {
            return try page(entry, tools, asked, asked.form, [Page.Fault(field: "until", words: error.words)])
        }
    }
}

/// What pages of providers need of the server.
struct ProviderTools {
    let background: BackgroundWork
    let fits: FitBench

    init(_ asked: WebRequest) throws(WebRefusal) {
        guard let background = asked.web.settings.background, let fits = asked.web.settings.fits else {
            throw .nothingThere
        }
        (self.background, self.fits) = (background, fits)
    }

    /// The provider of the address.
    func provider(_ asked: WebRequest) throws(WebRefusal) -> ProviderEntry {
        guard let entry = fits.figures.provider(asked.parameters["id"] ?? "") else { throw .nothingThere }
        return entry
    }
}
