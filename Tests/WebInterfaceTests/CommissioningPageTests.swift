import BookingStore
import CareModel
import Foundation
import HTTPTypes
import ScenarioFiles
import TestSupport
import Testing

@testable import WebInterface
@testable import Workbench

/// What whoever buys a service looks at: whom it lets in, that it says what its file says, that nothing is told of few
/// people, and what is refused beside the control.
@Suite struct CommissioningPageTests {
    private static func text(_ name: String, referrals: Int) -> String {
        """
        name: \(name)
        title: \(name.prefix(1).uppercased() + name.dropFirst()) Service
        starts: 2026-11-23
        weeks: 40
        start: { origin: list }
        teams:
          - name: north
            title: North
            population:
              registered: !published 60000
              ethnicity: !published [0, 0.8, 0.1, 0.098, 0.002, 0]
              deprivation: !published [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
            referrals:
              per-week: !measured \(referrals)
              sources: { self: 0.8, gp: 0.2 }
              ethnicity: !published [0, 0.7, 0.1, 0.198, 0.002, 0]
            initial: { waiting-first-appointment: 12, waiting-low: 4, waiting-high: 4, caseload-filled: 0.2 }
            staff:
              - { role: pwp, count: 3 }
              - { role: hit, count: 3, modalities: [cbt] }
        """
    }

    /// A clinic with two fits that hold, one that is doubtful and one that does not hold, and a plan that was found.
    private final class Bought {
        let folder: Folder
        let background: BackgroundWork
        let clinic: ServedClinic

        init() async throws {
            let folder = try Folder()
            let plans = PlanBench(firstDays: nil, chartScript: "")
            let own = ScenarioSource.text(CommissioningPageTests.text("small", referrals: 14), name: "small.yaml")
            let background = LongWork<BackgroundWish>(in: URL(filePath: folder.file("background"))) {
                wish, _ throws(LongFault) in
                guard let fit = wish.fit else {
                    return LongResult(
                        sentence: "Two more.",
                        files: [
                            (PlanBench.chosen, "<section id=\"frontier\"><h2>The frontier</h2></section>"),
                            (PlanBench.parts, ""),
                        ])
                }
                let scenario = CommissioningPageTests.text(fit.code.lowercased(), referrals: 12)
                return LongResult(
                    sentence: "The fit of \(fit.code) is told.",
                    files: [
                        (FitBench.scenario, scenario), (FitBench.verdict, fit.until), (FitBench.parts, ""),
                    ])
            }
            for (code, verdict) in [
                ("ONE", "holds"), ("TWO", "holds"), ("FAR", "does-not-hold"), ("HALF", "doubtful"),
            ] {
                try await Self.ask(.fit(FitWish(code: code, until: verdict)), "Provider \(code)", background)
            }
            let wish = PlanWish(texts: [
                ScenarioText(name: "small.yaml", text: CommissioningPageTests.text("small", referrals: 14))
            ])
            try await Self.ask(.plan(wish), "Two more posts", background)
            (self.folder, self.background) = (folder, background)
            let shelf = ScenarioShelf(own: own, folder: nil) { background.fittedScenarios }
            clinic = try ServedClinic {
                $0.bench = Bench(
                    shelf, saved: SavedShelf(in: URL(filePath: folder.file("what-ifs"))),
                    setUps: Shelf(in: URL(filePath: folder.file("set-ups"))), firstDays: nil, processors: 2)
                ($0.plans, $0.background) = (plans, background)
            }
        }

        private static func ask(_ wish: BackgroundWish, _ title: String, _ background: BackgroundWork) async throws {
            let number = try background.ask(
                wish, title: title, asked: [], owner: 1, ownerName: "Ada", at: "now", once: "")
            while background.find(number)?.state.isOver != true { try await Task.sleep(for: .milliseconds(2)) }
        }

        func get(_ path: String, _ role: UserRole = .commissioner) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }

        /// The page once the closer look is there.
        func whole(_ query: String = "") async throws -> ServedClinic.Answer {
            for _ in 0..<10_000 {
                let page = try await get("/commissioning\(query)")
                guard page.text.contains("data-progress") else { return page }
                try await Task.sleep(for: .milliseconds(20))
            }
            Issue.record("there is no closer look")
            return try await get("/commissioning\(query)")
        }
    }

    @Test(arguments: [
        (UserRole.manager, 200), (.commissioner, 200), (.administrator, 200), (.scheduler, 403), (.clinician, 403),
    ])
    func managersAndCommissionersAreLetIn(role: UserRole, status: Int) async throws {
        let bought = try await Bought()
        for path in ["/commissioning", "/commissioning/progress", "/commissioning/measures.csv?stage=first"] {
            #expect(try await bought.get(path, role).status == status, "\(path)")
        }
        let staff = try await bought.get("/staff", role)
        #expect(staff.text.contains("href=\"/commissioning\"") == (status == 200))
    }

    @Test func aFirstLookIsFollowedByACloserOne() async throws {
        let bought = try await Bought()
        let first = try await bought.get("/commissioning?weeks=13")
        #expect(first.status == 200 && first.text.contains("A first look: 2 runs of the next 13 weeks"))
        #expect(first.text.contains("data-progress=\"/commissioning/progress?scenario=this-service&amp;weeks=13\""))
        #expect(first.text.contains("stage=first"))
        let whole = try await bought.whole("?weeks=13")
        #expect(whole.text.contains("20 runs of the next 13 weeks") && whole.text.contains("stage=whole"))
        let progress = try await bought.get("/commissioning/progress?scenario=this-service&weeks=13")
        #expect(progress.json["isOver"] == .flag(true))
        // A policy without exceptions: no style and no script stands in the page.
        #expect(!whole.text.contains(" style=") && !whole.text.contains("<style") && !whole.text.contains("onclick"))
        for key in ["standing", "promises", "costs", "groups", "frontier", "manifest"] {
            #expect(whole.text.contains("id=\"\(key)\""), "\(key)")
        }
        #expect(whole.text.contains("href=\"/plans/5\"") && whole.text.contains("The plan: Two more posts"))
    }

    /// Every number of the page that says where it stands is in its file, and is the same; charts too.
    @Test func thePageSaysWhatItsFileSays() async throws {
        let bought = try await Bought()
        let page = try await bought.whole().text
        let file = try await bought.get("/commissioning/measures.csv?scenario=this-service&weeks=52&stage=whole")
        #expect(file.type.hasPrefix("text/csv"))
        let rows = Self.rows(file.text)
        let numbers = page.matches(of: /<data value="([^"]*)"([^>]*)>/)
        #expect(numbers.count > 100)
        for number in numbers {
            let place = Self.attributes(number.output.2)
            let people = place["people"]?.split(separator: "=").map(String.init)
            let meant = rows.filter { row in
                row["measure"] == place["measure"] && row["team"] == place["team"] ?? "total"
                    && row["characteristic"] == people?.first ?? "total" && row["value"] == people?.last ?? "total"
            }
            let found = meant.count == 1 ? place["column"].flatMap { meant[0][$0] }.flatMap { Double($0) } : nil
            let shown = try #require(Double(number.output.1))
            #expect(found.map { abs($0 - shown) <= 1e-9 * max(1, abs($0)) } == true, "\(number.output.0)")
        }
        let figure = try #require(page.firstMatch(of: /Numbers: Need that is reached, by ethnicity([\s\S]*?)<\/table>/))
        let charted = figure.1.matches(of: /<tr><th>([^<]+)<td>([0-9.]+)/)
        #expect(charted.count >= 2)
        for group in charted {
            let row = try #require(
                rows.first { $0["measure"] == "access-rate" && $0["value"] == group.1.lowercased() })
            let mean = try #require(row["mean"].flatMap { Double($0) })
            #expect(abs(100 * mean - (Double(group.2) ?? .nan)) <= 0.0501, "\(group.1)")
        }
    }

    /// A group of one person in five hundred is not told of, on the page or in the file; no person is either.
    @Test func nothingOfFewPeopleIsTold() async throws {
        let bought = try await Bought()
        let page = try await bought.whole("?weeks=13").text
        let file = try await bought.get("/commissioning/measures.csv?weeks=13").text
        #expect(file.contains(",ethnicity,white,") && !file.contains("ethnicity,black"))
        #expect(page.contains("Asian") && !page.contains("ethnicity=black"))
        // Of what nobody has said there is no table of one row.
        #expect(page.contains("By deprivation nothing can be told") && !page.contains("deprivation=not-recorded"))
        for row in Self.rows(file) where row["unit"] == "people" {
            let mean = try #require(row["mean"].flatMap { Double($0) })
            #expect(mean >= 5 && mean.truncatingRemainder(dividingBy: 5) == 0, "\(row)")
        }
        for name in ServedClinic.names { #expect(!page.contains(name)) }
    }

    @Test func twoServicesWhoseFitsHoldStandSideBySide() async throws {
        let bought = try await Bought()
        let page = try await bought.whole("?scenario=fit-one-1&beside=fit-two-2&weeks=13")
        #expect(page.status == 200 && page.text.contains("id=\"side-by-side\""))
        #expect(page.text.contains("data-label=\"One Service\"") && page.text.contains("data-label=\"Two Service\""))
        #expect(page.text.contains("measures.csv?scenario=fit-one-1") && page.text.contains("scenario=fit-two-2"))
        // What the other's column shows is what the other's file says.
        let rows = Self.rows(try await bought.get("/commissioning/measures.csv?scenario=fit-two-2&weeks=13").text)
        let shown = try #require(
            page.text.firstMatch(
                of: /data-label="Two Service"><data value="([^"]*)" data-in="measures" data-measure="recovery"/)
        ).1
        let written = rows.first { $0["measure"] == "recovery" && $0["characteristic"] == "total" }?["mean"]
        #expect(written.flatMap { Double($0) } == Double(shown))
    }

    @Test(arguments: [
        ("fit-one-1", "fit-far-3", "'Provider FAR': The fit of FAR is told."),
        ("fit-one-1", "fit-half-4", "'Provider HALF': The fit of HALF is told."),
        ("fit-far-3", "fit-one-1", "'Provider FAR': The fit of FAR is told."),
        ("this-service", "fit-one-1", "was fitted to no published figures here"),
        ("fit-one-1", "nowhere", "'nowhere' was fitted to no published figures here"),
        ("fit-one-1", "fit-one-1", "Choose another service"),
    ])
    func whereAFitDoesNotHoldItIsRefusedBesideTheControl(one: String, other: String, words: String) async throws {
        let bought = try await Bought()
        let page = try await bought.get("/commissioning?scenario=\(one)&beside=\(other)&weeks=13")
        #expect(page.status == 422 && page.text.contains("href=\"#beside\""))
        #expect(page.text.contains("id=\"beside-error\"") && page.text.contains(words.escaped), "\(one) \(other)")
        #expect(!page.text.contains("id=\"side-by-side\"") && page.text.contains("id=\"standing\""))
    }

    @Test func whatIsWrongIsSaidBesideTheControl() async throws {
        let bought = try await Bought()
        for weeks in ["1000", "0", "a+year"] {
            let page = try await bought.get("/commissioning?weeks=\(weeks)")
            #expect(page.status == 422 && page.text.contains("id=\"weeks-error\""), "\(weeks)")
            #expect(try await bought.get("/commissioning/measures.csv?weeks=\(weeks)").status == 400)
        }
        let nowhere = try await bought.get("/commissioning?scenario=%3Cscript%3E")
        #expect(nowhere.status == 404 && nowhere.text.contains("id=\"scenario-error\""))
        #expect(!nowhere.text.contains("<script>"))
        #expect(try await bought.get("/commissioning/measures.csv?scenario=nowhere").status == 400)
    }

    // MARK: Reading

    private static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        Dictionary(
            text.matches(of: /data-([a-z]+)="([^"]*)"/).map { (String($0.output.1), String($0.output.2)) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    /// As a page has it.
    fileprivate var escaped: String { replacing("'", with: "&#39;") }
}
