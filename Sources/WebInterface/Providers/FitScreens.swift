import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Workbench

/// A fit of a provider: how far it has got, and what came of it.
enum FitScreens {
    static let routes: [Route] =
        [
            .get("/fits/:id", .may(.forecast)) { asked in try await show(asked) }
        ] + BackgroundRoutes.routes(at: "/fits", back: "/providers", files: ProviderWords.files) { $0.fit != nil }

    private static func show(_ asked: WebRequest) async throws -> Response {
        let (background, task) = try BackgroundRoutes.task(asked) { $0.fit != nil }
        var page = Page(title: task.title, caption: "Fit and forecast", section: .providers)
        if let wish = task.wish.fit {
            page.back = Link("The provider", "/providers/\(wish.code.escapedForAddress)")
        }
        page.blocks = BackgroundWords.blocks(task, background, asked, at: "/fits")
        if case .done = task.state, let parts = background.file(FitBench.parts, of: task.number) {
            page.blocks += ProviderWords.verdict(task, background)
            let brief = background.file(FitBench.brief, of: task.number)
            // A fit that was made before its forecast was told in answers has it in words.
            if brief == nil, let words = background.file(FitBench.words, of: task.number) {
                let lines = String(decoding: words, as: UTF8.self).split(separator: "\n").map(String.init)
                page.blocks += [.heading("Its forecast"), .list(lines)]
            }
            page.blocks.append(
                .report([brief, parts].compactMap { $0 }.map { String(decoding: $0, as: UTF8.self) }.joined()))
            let files = background.files(of: task.number)
            let links = ProviderWords.files.filter { files.contains($0.name) }.map {
                Link($0.words, "/fits/\(task.number)/files/\($0.name)")
            }
            page.blocks += [.heading("Take it away"), .links(links)]
        }
        page.blocks += [.heading("What was asked"), .facts(Facts(task.asked.map { ($0.what, $0.words) }))]
        page.blocks += BackgroundWords.removal(task, asked, at: "/fits")
        return asked.web.pages.response(page, asked)
    }
}

/// What pages say of fits.
enum ProviderWords {
    /// The files of a fit that can be taken away.
    static let files: [BackgroundFile] = [
        BackgroundFile(FitBench.scenario, "The fitted scenario", "application/yaml"),
        BackgroundFile("forecast.html", "The forecast, as a page to be mailed", "text/html"),
        BackgroundFile("measures.csv", "The forecast's numbers, as a spreadsheet", "text/csv"),
        BackgroundFile(FitBench.words, "The forecast in words, to paste", "text/plain"),
        BackgroundFile("fit.html", "The fit, as a page to be mailed", "text/html"),
        BackgroundFile("verdicts.json", "The verdicts for a program", "application/json"),
    ]

    /// `March 2025`, of `2025-03`.
    static func month(_ text: String) -> String {
        CivilDay(text + "-01").map { String($0.longText.split(separator: " ").dropFirst(2).joined(separator: " ")) }
            ?? text
    }

    /// What the fit is worth, beside what can be done with it.
    /// - Parameter isBrief: whether the fit is told elsewhere, and a link leads there.
    static func verdict(
        _ task: LongTask<BackgroundWish>, _ background: BackgroundWork, isBrief: Bool = false
    ) -> [Block] {
        guard case .done(let sentence) = task.state, let wish = task.wish.fit else { return [] }
        let verdict = background.file(FitBench.verdict, of: task.number).map { String(decoding: $0, as: UTF8.self) }
        let holds = verdict != FitBench.doesNotHold
        let name = BackgroundWork.scenarioName(of: wish, task.number)
        return [
            .notice(
                holds ? "How well it fits" : "This fit does not hold",
                holds ? sentence : "\(sentence) What it forecasts of these figures is not to be relied on.",
                isWarning: !holds),
            .ways(
                [
                    Link("Try changes of it", "/forecast?scenario=\(name.escapedForAddress)"),
                    Link("Plan it", "/new-plan?of=\(name.escapedForAddress)"),
                ] + (isBrief ? [Link("The fit, what it misses, and the forecast", "/fits/\(task.number)")] : [])),
        ]
    }

    static func table(_ title: String, _ fits: [LongTask<BackgroundWish>]) -> Block {
        .table(
            Table(
                title, [.init("Fit"), .init("Asked for by"), .init("On"), .init("State")],
                fits.map { task in
                    .init([
                        .init(task.title, href: "/fits/\(task.number)"), .init(task.ownerName), .init(task.askedAt),
                        BackgroundWords.tag(task.state),
                    ])
                }, empty: "None yet."))
    }
}
