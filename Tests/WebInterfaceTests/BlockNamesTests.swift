import BookingStore
import Foundation
import Mustache
import Testing

@testable import WebInterface

/// Templates find what the parts of a page have: each part answers to the names of its properties.
@Suite struct BlockNamesTests {
    private static let link = Link("words", "/address", hidden: "hidden")
    private static let form = Form(
        action: "/", fields: [.select("team", "Team", [("1", "North")])], button: "Send", buttonHidden: "hidden",
        leave: link,
        second: SecondButton(buttonWords: "Back", buttonName: "go", buttonValue: "back", buttonMore: "more"))
    private static let table = Table(
        "title", [.init("Person")], [.init([.tag("late", "red"), .init("text", href: "/")], action: form)],
        empty: "Nobody")
    private static let diary = Diary(
        days: [
            .init(
                dayTitle: "Monday", dayAddress: "/", away: "leave",
                entries: [
                    .init(
                        time: "9am", what: "session", who: "Invented", href: "/", kind: "booked", quarters: 2,
                        length: 30, moves: "1", moveAddress: "/", freeFrom: "540", freeWith: "1")
                ])
        ])
    private static let slots = Slots(slots: [
        .init(time: "9am", with: "Invented", slotReason: "due", hold: form, choose: link)
    ])
    private static let board = SliderBoard(
        hiddens: [.hidden("edit", "a")], fields: [.text("weeks", "Weeks")],
        tabs: [BoardLink(words: "A", address: "/", more: "edit=a", isHere: true)], names: [.text("name", "Name")],
        groups: [
            SliderGroup(
                groupTitle: "North", isOpen: true,
                lines: [
                    SliderLine(
                        lineName: "a", lineWords: "w", lineUnit: "u", low: "0", high: "1", stop: "1", lineNow: "0",
                        lineValue: "1", lineFault: "f", isSwitch: true, isOn: true)
                ])
        ], picture: "<p></p>", downloads: [])
    private static let block = Block(
        heading: "h", paragraph: "p", list: ["l"], links: [link], ways: [link],
        notice: Notice(noticeTitle: "t", noticeWords: "w", isWarning: true),
        figures: [CountLink(number: "1", words: "wait", address: "/")], table: table,
        facts: Facts([("When", "today")], change: ["When": link]), form: form, board: board,
        parts: "<p></p>", slots: slots,
        days: diary,
        columns: TwoColumns(left: [], right: []), terms: [Term("code", "meaning")],
        progress: ProgressPart(
            progressAddress: "/", progressWords: "w", doneSoFar: "1", doneInAll: "2", isKnown: true))
    private static let page = Page(
        title: "t", caption: "c", faults: [.init(field: "f", words: "w")], done: "d", blocks: [block], section: .lists,
        isLive: true, concerns: [.person(1)], back: link)

    /// What templates need not name: the script and the frame tell it.
    private static let untold = ["Page": ["section", "concerns"]]

    /// Every part within a value that has names, itself first.
    private func parts(_ value: Any) -> [(type: String, value: any MustacheParent, labels: [String])] {
        let mirror = Mirror(reflecting: value)
        let below = mirror.children.flatMap { parts($0.value) }
        guard mirror.displayStyle == .struct, let parent = value as? any MustacheParent, !(value is Field) else {
            return below
        }
        return [("\(mirror.subjectType)", parent, mirror.children.compactMap(\.label))] + below
    }

    /// A page with all its parts, and what stands around it, as somebody who is signed in gets it.
    private func whole() async throws -> [(type: String, value: any MustacheParent, labels: [String])] {
        let clinic = try ServedClinic()
        var asked = WebRequest(web: clinic.web)
        let (cookie, _) = try await clinic.session(.manager)
        asked.who = try await clinic.web.accounts.signedIn(String(cookie.dropFirst(Gate.cookieName.count + 1)))
        return parts(Frame(page: Self.page, asked: asked, title: "t", addresses: clinic.web.assets.addresses))
    }

    @Test func eachPartAnswersToTheNamesOfItsProperties() async throws {
        let parts = try await whole()
        #expect(parts.contains { $0.type == "Frame" } && parts.contains { $0.type == "MainLink" })
        #expect(parts.contains { $0.type == "BesideLinks" })
        #expect(Set(parts.map(\.type)).count >= 20)
        for (type, value, labels) in parts {
            for label in labels where Self.untold[type]?.contains(label) != true {
                let property = Mirror(reflecting: value).children.first { $0.label == label }?.value
                let isNothing = property.map { Mirror(reflecting: $0) }.map {
                    $0.displayStyle == .optional && $0.children.isEmpty
                }
                #expect((value.child(named: label) == nil) == (isNothing == true), "\(type).\(label)")
            }
            #expect(value.child(named: "no such name") == nil)
        }
    }

    /// The names that templates use are names of some part.
    @Test func templatesNameWhatIsThere() async throws {
        let folder = Bundle.module.bundleURL.deletingLastPathComponent()
            .appending(path: "stepcare_WebInterface.resources/Pages/templates")
        // A field answers to what it works out, and the first and the last of a list are Mustache's own.
        let known = Set(try await whole().flatMap(\.labels)).union([
            "fullLabel", "widthClass", "hintId", "faultId", "describedBy", "name", "hint", "fault", "value",
            "autocomplete", "inputMode", "isText", "isArea", "isPassword", "isHidden", "isFile", "options", "radios",
            "boxes", "row", "rowTitle", "rowFields", "isInRow", "takesFile", "first()", "last()", "",
        ])
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".mustache") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for found in text.matches(of: /\{\{[#^\/{]?([^}>]*)\}\}/) {
                let names = found.1.split(separator: ".").map(String.init)
                #expect(names.allSatisfy(known.contains), "\(file) names \(found.1)")
            }
        }
    }

    /// Words are made harmless wherever they stand: only the cells of a row, which a
    /// template made, and the parts of a report, which escape their own, stand as they are.
    @Test func onlyWhatATemplateMadeStandsAsItIs() throws {
        let folder = Bundle.module.bundleURL.deletingLastPathComponent()
            .appending(path: "stepcare_WebInterface.resources/Pages/templates")
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        #expect(
            texts.flatMap { $0.matches(of: /\{\{[{&]\s*([^}]*)\}/).map { String($0.1) } }
                == [".", "picture", "cellsText"])
    }
}
