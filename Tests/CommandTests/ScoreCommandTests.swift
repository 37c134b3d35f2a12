import Foundation
import TestSupport
import Testing

/// `stepcare forecast --keep` and `stepcare score`, as a manager uses them.
@Suite struct ScoreCommandTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func keep(_ place: String, _ more: String...) throws -> Outcome {
        let usual = [
            "forecast", "service.yaml", "--replications", "20", "--weeks", "14", "--now", "2026-11-20T09:00", "--keep",
            place,
        ]
        return try workspace.start(Workspace.program, usual + more).outcome()
    }

    private func figures(_ months: [String], provider: String = "small") throws {
        let header =
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
            + "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
        let rows = months.map {
            "\($0)-01,\($0)-28,Provider,all,all,\(provider),A SERVICE,M001,Count_ReferralsReceived,85\n"
        }
        try workspace.write("activity.csv", header + rows.joined())
    }

    @Test func whatWasForecastIsLaidBesideWhatCame() throws {
        let kept = try keep("kept")
        #expect(kept.code == 0, "\(kept.err)")
        let name = "small-from-2026-11-23-made-2026-11-20T0900.json"
        #expect(kept.err.contains("Kept as kept/\(name)."), "\(kept.err)")
        #expect(workspace.names(in: "kept")?.sorted() == ["kept-forecast.schema.json", name])
        try figures(["2026-12", "2027-01", "2027-02"])
        let score = try workspace.stepcare("score", "kept", "--against", "activity.csv", "--output", "out")
        #expect(score.code == 0, "\(score.err)")
        #expect(score.out.contains("Referrals: of 3 months") && score.out.contains("WHOLE SERVICE"), "\(score.out)")
        #expect(
            workspace.names(in: "out")?.sorted() == [
                "dictionary.csv", "manifest.csv", "not-scored.csv", "report.html", "score.csv", "score.json",
                "score.schema.json", "scored.csv", "summary.txt",
            ])
        #expect(try workspace.read("out/summary.txt").contains("Referrals: of 3 months"))
        let json = try workspace.stepcare("score", "kept/\(name)", "--against", "activity.csv", "--format", "json")
        #expect(
            json.out == (try workspace.read("out/score.json")).replacing("score kept ", with: "score kept/\(name) "))
    }

    /// What is kept stays as it is: another file of the name is refused before anything is run, and a folder gives a
    /// new name.
    @Test func whatIsKeptIsNeverOverwritten() throws {
        #expect(try keep("mine.json").code == 0)
        let text = try workspace.read("mine.json")
        let again = try keep("mine.json", "--seed", "2")
        #expect(again.code == 74 && again.out.isEmpty, "\(again.err)")
        #expect(again.err.contains("mine.json: cannot be written: it is there already"), "\(again.err)")
        #expect(try workspace.read("mine.json") == text)
        #expect(try keep("kept").code == 0)
        #expect(try keep("kept", "--seed", "2").code == 0)
        #expect(workspace.names(in: "kept")?.count { $0.contains("made") } == 2)
    }

    @Test func whatCannotBeKeptOrScoredIsSaid() throws {
        let few = try workspace.stepcare("forecast", "service.yaml", "--replications", "5", "--keep", "kept")
        #expect(few.code == 64 && few.err.contains("--keep takes 20 runs or more"), "\(few.err)")
        #expect(workspace.names(in: "kept") == nil)
        #expect(try keep("kept.json").code == 0)
        let usage = try workspace.stepcare("score", "kept.json")
        #expect(usage.code == 64 && usage.err.contains("--against-database"), "\(usage.err)")
        try figures(["2026-12"], provider: "OTHER")
        let whose = try workspace.stepcare("score", "kept.json", "--against", "activity.csv")
        #expect(whose.code == 64 && whose.err.contains("--provider"), "\(whose.err)")
        let unknown = try workspace.stepcare("score", "kept.json", "--against", "activity.csv", "--provider", "OTHEX")
        #expect(unknown.code == 65 && unknown.err.contains("near it: OTHER"), "\(unknown.err)")
        let file = try workspace.stepcare("score", "activity.csv", "--against", "activity.csv")
        #expect(file.code == 65 && file.err.contains("activity.csv: this is no kept forecast"), "\(file.err)")
        let missing = try workspace.stepcare("score", "nothing.json", "--against", "activity.csv")
        #expect(missing.code == 66 && missing.err.contains("nothing.json: there is no such file"), "\(missing.err)")
        try figures(["2026-10"])
        let yet = try workspace.stepcare("score", "kept.json", "--against", "activity.csv", "--output", "out")
        #expect(yet.code == 65 && yet.err.hasPrefix("Nothing can be scored yet"), "\(yet.err)")
        #expect(workspace.names(in: "out") == nil)
    }
}
