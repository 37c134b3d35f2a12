import BookingStore
import CareModel
import Foundation
import HTTPTypes
import ScenarioFiles
import TestSupport
import Testing
import Workbench

@testable import WebInterface

/// The forecast on a page: whom it lets in, that it says what the files say, and what it refuses beside the control.
@Suite struct ForecastPageTests {
    private static let text = SmallScenario(weeks: 6).text

    /// A clinic with a bench, whose folder is taken away at the end of a test.
    private final class Benched {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        let clinic: ServedClinic

        init() throws {
            let saved = SavedShelf(in: folder)
            let setUps = folder.appending(path: "set-ups")
            let shelf = ScenarioShelf(own: .text(ForecastPageTests.text, name: "small.yaml"), folder: nil)
            clinic = try ServedClinic {
                $0.bench = Bench(
                    shelf, saved: saved, setUps: Shelf(in: setUps), firstDays: nil, processors: 2)
                $0.chartScript = "window.Chart = undefined;"
            }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func get(_ path: String, _ role: UserRole = .manager) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }
    }

    private static let asked = "scenario=this-service&weeks=13&edit=a&a.name=Two+more&a.north.posts.1=4"

    @Test(arguments: [
        (UserRole.manager, 200), (.commissioner, 200), (.administrator, 200), (.scheduler, 403), (.clinician, 403),
    ])
    func managersAndCommissionersAreLetIn(role: UserRole, status: Int) async throws {
        let benched = try Benched()
        #expect(try await benched.get("/forecast", role).status == status)
        #expect(try await benched.get("/forecast/picture?\(Self.asked)", role).status == status)
        let today = try await benched.get("/staff", role)
        #expect(today.text.contains("href=\"/forecast\"") == (status == 200))
    }

    @Test func thePageWorksWithoutAScript() async throws {
        let benched = try Benched()
        let still = try await benched.get("/forecast")
        #expect(still.text.contains("Move something") && still.text.contains("name=\"a.north.posts.1\""))
        // A policy without exceptions: no style and no script stands in the page.
        let shown = try await benched.get("/forecast?\(Self.asked)&show=1")
        #expect(shown.status == 200 && shown.text.contains("Two more") && shown.text.contains("report-parts"))
        #expect(shown.text.contains("20 runs of each") && shown.text.contains("<table"))
        #expect(!shown.text.contains(" style=") && !shown.text.contains("<style") && !shown.text.contains("onclick"))
    }

    /// The means that the page's tables show are those of the file.
    @Test func thePageSaysWhatTheFileSays() async throws {
        let benched = try Benched()
        let first = try await benched.get("/forecast/picture?\(Self.asked)&stage=first")
        #expect(first.text.contains("2 runs of each") && first.text.contains("data-stage=\"first\""))
        let whole = try await benched.get("/forecast/picture?\(Self.asked)")
        let file = try await benched.get("/forecast/comparison.csv?\(Self.asked)")
        #expect(file.type.hasPrefix("text/csv") && file.status == 200)
        let lines = file.text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let heads = try #require(lines.first).map(String.init)
        let column = try #require(heads.firstIndex(of: "difference"))
        let cost = try #require(lines.first { $0[0] == "staff-cost" && $0.contains("Two more") && $0[2] == "total" })
        let pounds = try #require(Double(cost[column])).rounded()
        // Two posts more, told in the sentence to two figures.
        let said = try #require(whole.text.firstMatch(of: /Staff cost £([0-9,]+) more/)).1
        let told = try #require(Double(said.replacing(",", with: "")))
        #expect(pounds > 0 && abs(told - pounds) <= 0.05 * pounds, "\(told) \(pounds)")
    }

    @Test func whatIsBeyondIsRefusedBesideTheControl() async throws {
        let benched = try Benched()
        let beyond = "scenario=this-service&weeks=13&edit=a&a.north.posts.1=40"
        let page = try await benched.get("/forecast?\(beyond)")
        #expect(page.status == 422 && page.text.contains("value=\"40\""))
        #expect(page.text.contains("id=\"a.north.posts.1-error\">What-if A, PWP: 1 to 7 posts, not 40</span>"))
        let part = try await benched.get("/forecast/picture?\(beyond)")
        #expect(part.status == 422 && part.text.contains("data-fault=\"a.north.posts.1\""))
        #expect(try await benched.get("/forecast/comparison.csv?\(beyond)").status == 400)
        #expect(try await benched.get("/forecast?scenario=nowhere").status == 404)
        #expect(try await benched.get("/forecast?scenario=this-service&weeks=1000").status == 422)
        let script = "%3Cscript%3E"
        let harmless = try await benched.get("/forecast/picture?scenario=\(script)&a.name=\(script)&a.north.posts.1=4")
        #expect(harmless.status == 404 && !harmless.text.contains("<script>"))
    }

    @Test func whatIsKeptIsFoundAndItsNameIsTaken() async throws {
        let benched = try Benched()
        let (clinic, fields) = (benched.clinic, [("question", Self.asked), ("name", "Two more")])
        let kept = try await clinic.submit("/forecast/saved", .manager, fields)
        #expect(kept.status == 303 && kept.headers[.location]?.contains("kept=") == true)
        let taken = try await clinic.submit("/forecast/saved", .commissioner, fields)
        #expect(taken.status == 422 && taken.text.contains("choose another name"))
        #expect(taken.text.contains("value=\"4\""), "what was moved is still there")
        let id = SavedShelf.id(of: "Two more")
        let opened = try await benched.get("/forecast/saved/\(id)", .commissioner)
        #expect(opened.status == 303)
        let address = try #require(opened.headers[.location])
        let page = try await benched.get(address, .commissioner)
        #expect(page.text.contains("value=\"Two more\"") && page.text.contains("value=\"4\""))
        #expect(try await clinic.submit("/forecast/saved/\(id)/remove", .commissioner, []).status == 403)
        #expect(try await clinic.submit("/forecast/saved/\(id)/remove", .manager, []).status == 303)
        #expect(try await benched.get("/forecast/saved/\(id)").status == 404)
        let nothing = try await clinic.submit("/forecast/saved", .manager, [("question", ""), ("name", "Nothing")])
        #expect(nothing.status == 422 && nothing.text.contains("Move something"))
    }

    @Test func aWhatIfIsTakenAwayAsAScenario() async throws {
        let benched = try Benched()
        let file = try await benched.get("/forecast/scenario.yaml?\(Self.asked)")
        #expect(file.status == 200 && file.headers[.contentDisposition]?.contains("what-if.yaml") == true)
        let loaded = try ScenarioLoader.load(.text(file.text))
        #expect(loaded.assumptions.first { $0.key == "teams.north.staff.pwp.count" }?.valueText == "4")
    }

    /// Names and numbers come through an address as they went in.
    @Test func anAddressIsReadAsItWasWritten() throws {
        let question = Question(
            scenario: "this-service", weeks: 13,
            whatIfs: [
                WhatIf(name: "A & B + C = 1%", settings: [.init(slider: "north.posts.1", value: 4)]),
                WhatIf(name: "Weniger Überweisungen", settings: [.init(slider: "north.referrals", value: -25)]),
            ])
        let benched = try Benched()
        let bench = try #require(benched.clinic.web.settings.bench)
        let read = ForecastQuery(WebForm(encoded: ForecastQuery(question).encoded()), bench)
        let (again, faults) = read.question(try bench.scenario("this-service").sliders)
        #expect(again == question && faults.isEmpty)
    }
}
