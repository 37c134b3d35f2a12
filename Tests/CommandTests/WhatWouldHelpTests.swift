import Foundation
import TestSupport
import Testing

/// What would help, as a manager sees it: in words, in files, and as commands to try again.
@Suite struct WhatWouldHelpTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func forecast(_ more: String...) throws -> Outcome {
        try workspace.start(
            Workspace.program, ["forecast", "service.yaml", "--replications", "8", "--weeks", "13"] + more
        ).outcome()
    }

    private func levers(_ folder: String) throws -> [[String: Any]] {
        let text = try workspace.read("\(folder)/forecast.json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(document["levers"] as? [[String: Any]])
    }

    /// It stands in the words and the files unless it is left out, and nothing else of the forecast differs.
    @Test func itIsTriedUnlessItIsLeftOut() throws {
        let usual = try forecast("--output", "usual")
        let quick = try forecast("--output", "quick", "--quick")
        #expect(usual.code == 0 && usual.err == "" && quick.code == 0)
        #expect(usual.out.contains("\nWhat would help: ") && !quick.out.contains("What would help"))
        for name in ["measures.csv", "weekly.csv", "promised.csv"] {
            #expect(try workspace.read("usual/\(name)") == workspace.read("quick/\(name)"), "\(name)")
        }
        #expect(try levers("usual").count > 20 && levers("quick").isEmpty)
        #expect(try workspace.read("usual/report.html").contains("id=\"levers\""))
        #expect(try !workspace.read("quick/report.html").contains("id=\"levers\""))
        #expect(try workspace.read("quick/manifest.csv").contains(" --quick"))
        let both = try forecast("--quick", "--thorough")
        #expect(both.code == 64 && both.err.contains("Give --quick or --thorough, not both."))
        #expect(try forecast("--format", "csv").out == workspace.read("quick/measures.csv"))
    }

    /// The command beside each change tries it again, and finds the same difference.
    @Test func itsCommandsTryItAgain() throws {
        _ = try forecast("--output", "usual")
        var tried: [String] = []
        for row in try levers("usual") where row["measure"] as? String == "first-appointment-wait-mean" {
            let command = try #require(row["command"] as? String)
            tried.append(try #require(row["lever"] as? String))
            let again = command.replacing(#/^stepcare/#, with: "\"$STEPCARE\"")
            let outcome = try workspace.bash("\(again) --format csv")
            #expect(outcome.code == 0, "\(command): \(outcome.err)")
            let line = try #require(
                outcome.out.split(separator: "\r\n").first {
                    $0.hasPrefix("first-appointment-wait-mean,days,total,")
                        && $0.contains(",\(tried[tried.count - 1]),")
                })
            let difference = try #require(row["difference"] as? Double)
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells.contains { cell in Double(cell).map { abs($0 - difference) < 1e-9 } ?? false }, "\(line)")
        }
        #expect((3...5).contains(tried.count), "\(tried)")
    }

    /// A service's own list, and a scenario that is changed already, have a forecast with the change as their command.
    @Test func ofAListItIsAForecastWithTheChange() throws {
        let made = try workspace.stepcare("service", "init", "service.yaml", "a.db", "--people", "invented")
        #expect(made.code == 0, "\(made.err)")
        let today = try workspace.stepcare(
            "forecast", "--from", "a.db", "--now", "2026-11-23T09:00", "--weeks", "13", "--replications", "8",
            "--output", "today")
        #expect(today.code == 0, "\(today.err)")
        let command = try #require(try levers("today").first?["command"] as? String)
        #expect(command.hasPrefix("stepcare forecast --from a.db --now 2026-11-23T00:00 --quick --weeks 13 "))
        #expect(command.contains(" --set ") && command.contains("teams.north."), "\(command)")
        let again = try workspace.bash(command.replacing(#/^stepcare/#, with: "\"$STEPCARE\""))
        #expect(again.code == 0, "\(again.err)")
    }
}
