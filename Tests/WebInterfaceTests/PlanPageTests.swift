import BookingStore
import CareModel
import Foundation
import HTTPTypes
import ScenarioFiles
import TestSupport
import Testing

@testable import WebInterface
@testable import Workbench

/// Plans on pages: asked for by controls, found again, and what is wrong said beside the control.
@Suite struct PlanPageTests {
    private static let text = {
        var service = SmallScenario(weeks: 26)
        service.lines = ["workforce: { recruitment-weeks: 4 }"]
        service.teams[0].initial =
            "{ waiting-first-appointment: 30, waiting-low: 4, waiting-high: 4, caseload-filled: 0.5 }"
        return service.text
    }()

    /// A clinic with plans, whose folder is taken away at the end of a test.
    private final class Planned {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plans-\(UUID().uuidString)")
        let background: BackgroundWork
        let clinic: ServedClinic

        /// - Parameter makeWork: what works on plans; that of the desk without.
        init(_ makeWork: (URL, PlanBench) -> BackgroundWork = { BackgroundWork(in: $0, plans: $1) }) throws {
            let plans = PlanBench(firstDays: nil, chartScript: "window.Chart = undefined;")
            let background = makeWork(folder.appending(path: "background"), plans)
            let shelf = ScenarioShelf(own: .text(PlanPageTests.text, name: "small.yaml"), folder: nil)
            let saved = SavedShelf(in: folder.appending(path: "what-ifs"))
            let setUps = Shelf<SavedSetUp>(in: folder.appending(path: "set-ups"))
            self.background = background
            clinic = try ServedClinic {
                $0.bench = Bench(shelf, saved: saved, setUps: setUps, firstDays: nil, processors: 1)
                ($0.plans, $0.background) = (plans, background)
            }
        }

        deinit {
            background.close()
            try? FileManager.default.removeItem(at: folder)
        }

        func get(_ path: String, _ role: UserRole = .manager) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }

        /// Until it is over.
        func wait(_ number: Int) async throws {
            for _ in 0..<30_000 {
                if background.find(number)?.state.isOver == true { return }
                try await Task.sleep(for: .milliseconds(4))
            }
            Issue.record("\(number) is still \(String(describing: background.find(number)?.state))")
        }
    }

    /// What a form says of a small plan.
    private static let asked: [(String, String)] = [
        ("of", ScenarioShelf.ownName), ("t1.measure", "waiting-first-appointment"), ("t1.side", "<="),
        ("t1.level", "25"), ("t1.held", "value"), ("t1.chance", "0.8"), ("t1.from", "1/4/2027"),
        ("t1.to", "30/4/2027"), ("v1.what", "pwp"), ("v1.least", "0"), ("v1.most", "3"), ("weeks", "26"),
        ("budget", "120"), ("seed", "1"), ("let-waits-move", "yes"), ("name", "Shorter lists"),
    ]

    private func changing(_ changes: [String: String]) -> [(String, String)] {
        Self.asked.filter { changes[$0.0] == nil } + changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test(arguments: [
        (UserRole.manager, 200), (.commissioner, 200), (.administrator, 200), (.scheduler, 403), (.clinician, 403),
    ])
    func managersAndCommissionersAreLetIn(role: UserRole, status: Int) async throws {
        let planned = try Planned()
        #expect(try await planned.get("/plans", role).status == status)
        #expect(try await planned.get("/new-plan?of=this-service", role).status == status)
        let plans = try await planned.get("/plans", role)
        #expect(plans.text.contains("href=\"/plans\" aria-current=\"page\"") == (status == 200))
    }

    @Test func aPlanIsAskedForLeftAndFoundAgain() async throws {
        let planned = try Planned()
        let form = try await planned.get("/new-plan?of=this-service")
        #expect(form.text.contains("name=\"t1.measure\"") && form.text.contains("value=\"2000\""))
        let begun = try await planned.clinic.submit("/new-plan", .manager, Self.asked)
        #expect(begun.status == 303 && begun.headers[.location] == "/plans/1", "\(begun.text)")
        let list = try await planned.get("/plans", .commissioner)
        #expect(list.text.contains("Shorter lists") && list.text.contains("href=\"/plans/1\""))
        try await planned.wait(1)
        let page = try await planned.get("/plans/1", .commissioner)
        #expect(page.status == 200 && page.text.contains("report-parts") && !page.text.contains("data-progress"))
        #expect(!page.text.contains(" style=") && !page.text.contains("onclick"))
        let progress = try await planned.get("/plans/1/progress")
        #expect(progress.json["isOver"] == .flag(true))
        // Only whoever asked, or an administrator, may take it away.
        #expect(!page.text.contains("/plans/1/remove"))
        #expect(try await planned.clinic.submit("/plans/1/remove", .commissioner, []).status == 403)
        #expect(try await planned.clinic.submit("/plans/1/go-on", .manager, []).status == 400)
        #expect(try await planned.clinic.submit("/plans/1/remove", .manager, []).status == 303)
        #expect(try await planned.get("/plans/1").status == 404)
    }

    /// What the page's table of targets shows is what the file says.
    @Test func thePageSaysWhatTheFilesSay() async throws {
        let planned = try Planned()
        _ = try await planned.clinic.submit("/new-plan", .manager, Self.asked)
        try await planned.wait(1)
        let page = try await planned.get("/plans/1")
        let file = try await planned.get("/plans/1/files/plan-targets.csv")
        #expect(file.type.hasPrefix("text/csv") && file.headers[.contentDisposition]?.contains("plan-targets") == true)
        let lines = file.text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(lines.first)
        let (row, column) = (try #require(lines.dropFirst().first), try #require(head.firstIndex(of: "today")))
        // A title may have a comma in it: what stands behind it is found from the end.
        let today = try #require(Double(row[row.count - head.count + column]))
        let shown = try #require(page.text.firstMatch(of: /data-label="As it is">([0-9.]+)/)).1
        #expect(abs(try #require(Double(shown)) - today) <= 0.5, "\(shown) \(today)")
        let plan = try await planned.get("/plans/1/files/plan.yaml")
        #expect(throws: Never.self) { _ = try ScenarioLoader.load(.text(plan.text)) }
        #expect(plan.text.contains("name: small-planned"))
        #expect(try await planned.get("/plans/1/files/task.json").status == 404)
        #expect(try await planned.get("/plans/1/files/parts.html").status == 404)
    }

    @Test(arguments: [
        ("budget", "0", "budget"), ("budget", "", "budget"), ("t1.level", "lots", "t1.level"),
        ("t1.level", "90%", "t1.level"), ("t1.from", "1/4/2031", "t1.from"), ("t1.to", "1/3/2027", "t1.to"),
        ("t1.measure", "no-such-thing", "t1.measure"), ("v1.most", "-1", "v1.most"), ("v1.least", "some", "v1.least"),
        ("most-cost", "a lot", "most-cost"), ("more", "nothing=1..2/1", "more"), ("weeks", "1000", "weeks"),
    ])
    func whatIsWrongIsSaidBesideTheControl(field: String, entered: String, place: String) async throws {
        let planned = try Planned()
        let page = try await planned.clinic.submit("/new-plan", .manager, changing([field: entered]))
        #expect(page.status == 422 && page.text.contains("href=\"#\(place)\""), "\(field)")
        #expect(page.text.contains("Shorter lists"), "what was entered is still there")
        #expect(planned.background.all.isEmpty)
    }

    @Test func aTargetThatNoShareReachesIsRefused() async throws {
        let planned = try Planned()
        let share = ["t1.measure": "first-appointment-within-28-days", "t1.level": "150%", "t1.side": ">="]
        let page = try await planned.clinic.submit("/new-plan", .manager, changing(share))
        #expect(page.status == 422 && page.text.contains("0% to 100%"))
        let plain = try await planned.clinic.submit(
            "/new-plan", .manager, changing(share.merging(["t1.level": "0.9"]) { $1 }))
        #expect(plain.text.contains("percent sign"))
        #expect(try await planned.get("/new-plan?of=nowhere").status == 404)
        #expect(try await planned.get("/new-plan?of=kept.0123456789abcdef.0").status == 404)
    }

    @Test func aWhatIfThatWasKeptIsPlanned() async throws {
        let planned = try Planned()
        let bench = try #require(planned.clinic.web.settings.bench)
        let whatIf = WhatIf(name: "Three", settings: [.init(slider: "north.posts.1", value: 3)])
        let id = try bench.saved.keep(
            SavedWhatIf(
                name: "Three PWPs", owner: 1, ownerName: "Ada", keptAt: "now",
                question: Question(scenario: ScenarioShelf.ownName, weeks: 26, whatIfs: [whatIf])))
        let list = try await planned.get("/plans")
        #expect(list.text.contains("What if: Three PWPs"))
        let begun = try await planned.clinic.submit("/new-plan", .manager, changing(["of": "kept.\(id).0"]))
        #expect(begun.status == 303)
        guard case .plan(let wish)? = planned.background.find(1)?.wish else {
            Issue.record("there is no plan")
            return
        }
        #expect(wish.changes == [ScenarioChange(key: "teams.north.staff.pwp.count", value: "3")])
    }

    @Test func oneThatWaitsOrIsStoppedSaysSo() async throws {
        // A plan that takes until it is stopped, however quick the machine is.
        let planned = try Planned { folder, _ in
            BackgroundWork(in: folder) { _, tools throws(LongFault) in
                while !tools.isCancelled() { Thread.sleep(forTimeInterval: 0.005) }
                throw .cancelled
            }
        }
        for name in ["First", "Second"] {
            _ = try await planned.clinic.submit("/new-plan", .manager, changing(["name": name]))
        }
        let waits = try await planned.get("/plans/2")
        #expect(waits.text.contains("1 is before it") && waits.text.contains("data-progress"))
        let told = try await planned.get("/plans/2/progress")
        #expect(told.json["isOver"] == .flag(false))
        #expect(try await planned.clinic.submit("/plans/2/stop", .commissioner, []).status == 403)
        for number in [2, 1] {
            #expect(try await planned.clinic.submit("/plans/\(number)/stop", .manager, []).status == 303)
            try await planned.wait(number)
            let stopped = try await planned.get("/plans/\(number)")
            #expect(stopped.text.contains("It was stopped") && stopped.text.contains("/plans/\(number)/go-on"))
        }
    }
}
