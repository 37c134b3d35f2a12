import BookingStore
import CareModel
import Foundation
import HTTPTypes
import PublishedSamples
import TestSupport
import Testing

@testable import WebInterface
@testable import Workbench

/// Providers on pages: found by name, their history, and what a fit is worth, said beside the button.
@Suite struct ProviderPageTests {
    /// A clinic with the national file of one made-up provider, and fits that were done before.
    private final class National {
        let folder: Folder
        let background: BackgroundWork
        let clinic: ServedClinic

        /// - Parameter verdict: of the fit that is there.
        init(verdict: String) async throws {
            folder = try Folder()
            try folder.write("national.csv", MadeUpProvider.text())
            let figures = NationalFigures(path: folder.file("national.csv"))
            let place = URL(filePath: folder.file("background"))
            let done = LongWork<BackgroundWish>(in: place) { _, _ throws(LongFault) in
                LongResult(
                    sentence: "The fit is told in a sentence.",
                    files: [
                        ("scenario.yaml", "name: abc1\n"), ("parts.html", "<section id=\"how-near\"></section>"),
                        ("summary.txt", "Waits are told.\n"), ("verdict.txt", verdict), ("secret.txt", "no"),
                    ])
            }
            _ = try done.ask(
                .fit(FitWish(code: "ABC1", until: "2024-03")), title: "River and Hill", asked: [], owner: 1,
                ownerName: "Ada", at: "now", once: "")
            while done.find(1)?.state.isOver != true { try await Task.sleep(for: .milliseconds(2)) }
            while case .reading = figures.state { try await Task.sleep(for: .milliseconds(2)) }
            let plans = PlanBench(firstDays: nil, chartScript: "")
            let fits = FitBench(figures, chartScript: "")
            let background = BackgroundWork(in: place, plans: plans, fits: fits)
            self.background = background
            clinic = try ServedClinic { ($0.plans, $0.fits, $0.background) = (plans, fits, background) }
        }

        deinit { background.close() }

        func get(_ path: String, _ role: UserRole = .manager) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }
    }

    @Test(arguments: [
        (UserRole.manager, 200), (.commissioner, 200), (.administrator, 200), (.scheduler, 403), (.clinician, 403),
    ])
    func managersAndCommissionersAreLetIn(role: UserRole, status: Int) async throws {
        let national = try await National(verdict: "holds")
        for path in ["/providers", "/providers/ABC1", "/providers/ABC1/history.csv", "/fits/1"] {
            #expect(try await national.get(path, role).status == status, "\(path)")
        }
        let staff = try await national.get("/staff", role)
        #expect(staff.text.contains("href=\"/plans\"") == (status == 200))
        let providers = try await national.get("/providers", role)
        #expect(providers.text.contains("href=\"/providers\" aria-current=\"page\"") == (status == 200))
    }

    @Test func aProviderIsFoundByName() async throws {
        let national = try await National(verdict: "holds")
        let all = try await national.get("/providers")
        #expect(all.text.contains("1 provider of") && all.text.contains("until March 2024"))
        let found = try await national.get("/providers?name=hill")
        #expect(found.text.contains("href=\"/providers/ABC1\"") && found.text.contains("value=\"hill\""))
        #expect(try await national.get("/providers?name=abd1").text.contains("Did you mean"))
        #expect(try await national.get("/providers?name=nobody+at+all").text.contains("No provider is called that"))
        #expect(try await national.get("/providers/NOBODY").status == 404)
    }

    /// The numbers of the page's tables are those of its file.
    @Test func itsHistoryOnThePageIsThatOfTheFile() async throws {
        let national = try await National(verdict: "holds")
        let page = try await national.get("/providers/ABC1")
        let file = try await national.get("/providers/ABC1/history.csv")
        #expect(file.type.hasPrefix("text/csv") && page.text.contains("report-parts"))
        let lines = file.text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let written = lines.filter { $0[1] == "referrals" }.compactMap { Double($0[3]) }
        let table = try #require(page.text.firstMatch(of: /Numbers: Referrals,([\s\S]*?)<\/table>/)).1
        let shown = table.matches(of: /<td>([0-9,.]+)/).compactMap { Double($0.1.replacing(",", with: "")) }
        #expect(written.count == MadeUpProvider.months && shown == written)
    }

    @Test(arguments: [("holds", false), ("doubtful", false), ("does-not-hold", true)])
    func whatAFitIsWorthIsSaidBesideTheButton(verdict: String, isWarned: Bool) async throws {
        let national = try await National(verdict: verdict)
        for path in ["/providers/ABC1", "/fits/1"] {
            let page = try await national.get(path)
            #expect(page.text.contains("The fit is told in a sentence."))
            #expect(page.text.contains("This fit does not hold") == isWarned, "\(path)")
            #expect(page.text.contains("/forecast?scenario=fit-abc1-1"))
        }
        let fit = try await national.get("/fits/1")
        #expect(fit.text.contains("Waits are told.") && fit.text.contains("id=\"how-near\""))
        #expect(try await national.get("/fits/1/files/scenario.yaml").text == "name: abc1\n")
        #expect(try await national.get("/fits/1/files/secret.txt").status == 404)
        #expect(try await national.get("/plans/1").status == 404)
    }

    @Test func aMonthThatIsNotThereIsRefusedBesideIt() async throws {
        let national = try await National(verdict: "holds")
        for until in ["2031-01", "2021-06", ""] {
            let page = try await national.clinic.submit("/providers/ABC1/fit", .manager, [("until", until)])
            #expect(page.status == 422 && page.text.contains("href=\"#until\""), "\(until)")
        }
        #expect(national.background.all.count == 1)
        let begun = try await national.clinic.submit("/providers/ABC1/fit", .manager, [("until", "2024-02")])
        #expect(begun.status == 303 && begun.headers[.location] == "/fits/2")
        let page = try await national.get("/fits/2")
        #expect(page.text.contains("February 2024"))
    }
}
