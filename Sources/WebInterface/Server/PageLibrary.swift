import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// The templates, read once at the start, and what every page shows around its blocks.
struct PageLibrary: Sendable {
    private let library: MustacheLibrary
    private let addresses: [String: String]
    private let title: String
    private let rows: RowTexts

    /// - Throws: ``WebServerError/template(_:)``.
    init(assets: WebAssets, title: String) throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Pages/templates")
        var library = MustacheLibrary()
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            where name.hasSuffix(".mustache") {
                let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
                try library.register(text, named: String(name.dropLast(".mustache".count)))
            }
        } catch {
            throw WebServerError.template("a page's template cannot be read: \(error)")
        }
        self.library = library
        rows = RowTexts(library)
        addresses = assets.addresses
        self.title = title
    }

    /// A page as a browser gets it.
    func response(_ page: Page, _ asked: WebRequest, status: HTTPResponse.Status = .ok) -> Response {
        let text = library.render(
            Frame(page: page.carrying(asked, rows), asked: asked, title: title, addresses: addresses),
            withTemplate: "page")
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text ?? "")))
    }
}

/// What stands around a page.
struct Frame {
    let page: Page
    let serviceTitle: String
    let stylesheet: String
    let ownStylesheet: String
    let library: String
    let script: String
    let diaryScript: String
    let favicon: String
    /// Styles and scripts of a page with sliders or charts; nil for others.
    let board: BoardFiles?
    /// What follows something that takes minutes; nil where nothing does.
    let progressScript: String?
    let user: String?
    let formSecret: String
    let main: [MainLink]
    /// The pages of the part that one is in; nil where it has but one.
    let beside: BesideLinks?
    let hasFaults: Bool
    /// The last entry of the log when the page was made.
    let entry: Int64
    /// What the page shows, for the script that asks for it again.
    let concerns: String?
    let tabTitle: String
    /// The minute, as long as it is not the clock's.
    let minute: String?

    init(page: Page, asked: WebRequest, title: String, addresses: [String: String]) {
        self.page = page
        serviceTitle = title
        stylesheet = addresses["nhsuk.css"] ?? ""
        ownStylesheet = addresses["stepcare.css"] ?? ""
        library = addresses["htmx.js"] ?? ""
        script = addresses["stepcare.js"] ?? ""
        diaryScript = addresses["diary.js"] ?? ""
        favicon = addresses["favicon.svg"] ?? ""
        let hasSliders = page.blocks.contains { $0.board != nil }
        let hasCharts = hasSliders || page.blocks.contains { $0.parts != nil }
        board = hasCharts ? BoardFiles(addresses, hasSliders: hasSliders) : nil
        progressScript = page.blocks.contains { $0.progress != nil } ? addresses["progress.js"] : nil
        let isSignedIn = asked.who?.session?.stage == .signedIn
        user = isSignedIn ? asked.who?.user.name : nil
        formSecret = asked.who?.formSecret ?? ""
        let parts = isSignedIn ? MainLinks.of(asked) : []
        main = parts.map { $0.link(page.section) }
        beside = parts.lazy.compactMap { $0.beside(page.section) }.first
        hasFaults = !page.faults.isEmpty
        entry = asked.web.changes.last
        concerns = page.concerns.isEmpty ? nil : page.concerns.map(\.token).joined(separator: " ")
        tabTitle = (hasFaults ? "Error: " : "") + page.title
        minute = asked.desk.clock.isMachines ? nil : asked.desk.clock.minute.longWords
    }
}

extension Frame: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "page": page
        case "serviceTitle": serviceTitle
        case "stylesheet": stylesheet
        case "ownStylesheet": ownStylesheet
        case "library": library
        case "script": script
        case "diaryScript": diaryScript
        case "favicon": favicon
        case "board": board
        case "progressScript": progressScript
        case "user": user
        case "formSecret": formSecret
        case "main": main
        case "beside": beside
        case "hasFaults": hasFaults
        case "entry": entry
        case "concerns": concerns
        case "tabTitle": tabTitle
        case "minute": minute
        default: nil
        }
    }
}

/// Where the styles and scripts of a page with sliders or charts are.
struct BoardFiles: MustacheParent {
    let partsStyle: String
    let partsScript: String
    /// What follows the sliders; nil where there are none.
    let boardScript: String?
    /// What draws charts; nil leaves their tables.
    let chartScript: String?

    init(_ addresses: [String: String], hasSliders: Bool) {
        partsStyle = addresses["parts.css"] ?? ""
        partsScript = addresses["parts.js"] ?? ""
        boardScript = hasSliders ? addresses["forecast.js"] ?? "" : nil
        chartScript = addresses["chart.js"]
    }

    func child(named name: String) -> Any? {
        switch name {
        case "partsStyle": partsStyle
        case "partsScript": partsScript
        case "boardScript": boardScript
        case "chartScript": chartScript
        default: nil
        }
    }
}

extension Page {
    /// With the session's secret in each form, what makes each happen once, and the text of each row.
    fileprivate func carrying(_ asked: WebRequest, _ rows: RowTexts) -> Page {
        var page = self
        func carrying(_ form: Form) -> Form {
            var form = form
            form.secret = asked.who?.formSecret ?? ""
            if form.once.isEmpty { form.once = Secrets.text(of: Secrets.bytes(12)) }
            return form
        }
        func carryingAll(_ blocks: [Block]) -> [Block] {
            blocks.map { block in
                var block = block
                block.form = block.form.map(carrying)
                if var slots = block.slots {
                    for place in slots.slots.indices {
                        slots.slots[place].hold = slots.slots[place].hold.map(carrying)
                    }
                    block.slots = slots
                }
                if var table = block.table {
                    rows.write(into: &table)
                    for place in table.rows.indices {
                        table.rows[place].action = table.rows[place].action.map(carrying)
                    }
                    block.table = table
                }
                block.columns = block.columns.map {
                    TwoColumns(left: carryingAll($0.left), right: carryingAll($0.right))
                }
                return block
            }
        }
        page.blocks = carryingAll(blocks)
        return page
    }
}
