import Foundation
import TestSupport
import Testing

/// What `--output` leaves: all files, complete, or none.
@Suite struct OutputFolderTests {
    static let files = [
        "assessment-weeks.csv", "assumptions.csv", "dictionary.csv", "distributions.csv", "forecast.json",
        "forecast.schema.json", "levers.csv", "manifest.csv", "measure-dictionary.csv", "measures.csv", "promised.csv",
        "report.html", "summary.txt", "waiting-list.csv", "weekly.csv",
    ]

    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func forecast(to folder: String, _ more: String..., environment: [String: String] = [:]) throws -> Outcome {
        let arguments = ["forecast", "service.yaml", "--replications", "3", "--output", folder] + more
        return try workspace.start(Workspace.program, arguments, environment: environment).outcome()
    }

    /// Nothing on standard output, the right code, and this sentence.
    private func expect(
        _ outcome: Outcome, code: Int32, says line: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == code, sourceLocation: sourceLocation)
        #expect(outcome.out == "", sourceLocation: sourceLocation)
        #expect(outcome.err == line + "\n", sourceLocation: sourceLocation)
    }

    @Test func everyFileIsWritten() throws {
        let outcome = try forecast(to: "results/north")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        #expect(outcome.out.hasSuffix("\nThe report is results/north/report.html\n"))
        #expect(workspace.names(in: "results/north") == Self.files)
        for name in Self.files where name.hasSuffix(".csv") {
            #expect(throws: Never.self, "\(name)") { _ = try CSVTable(try workspace.read("results/north/" + name)) }
        }
        let page = try workspace.read("results/north/report.html")
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("window.Chart = function () {};"))
        #expect(page.contains("A Small Service"))
        let summary = try workspace.read("results/north/summary.txt")
        #expect(!summary.isEmpty && summary.hasSuffix("\n"))
        #expect(outcome.out.contains(summary))
    }

    @Test func theFilesSayWhatIsPrinted() throws {
        let json = try forecast(to: "report", "--format", "json")
        #expect(try workspace.read("report/forecast.json") == json.out)
        let csv = try forecast(to: "report", "--format", "csv")
        #expect(try workspace.read("report/measures.csv") == csv.out)
        #expect(workspace.names(in: "report") == Self.files)
    }

    @Test func earlierResultsAreReplacedAndStrangersStay() throws {
        try workspace.makeFolder("report")
        try workspace.write("report/summary.txt", "old")
        try workspace.write("report/notes.txt", "mine")
        #expect(try forecast(to: "report/").code == 0)
        #expect(workspace.names(in: "report") == (Self.files + ["notes.txt"]).sorted())
        #expect(try workspace.read("report/summary.txt") != "old")
        #expect(try workspace.read("report/notes.txt") == "mine")
    }

    /// A folder that is used again holds this run alone: what another kind of run wrote goes, a stranger's file of the
    /// same kind of name stays where no run wrote it.
    @Test func nothingOfAFormerRunStays() throws {
        let compare = try workspace.stepcare(
            "compare", "service.yaml", "--variant", "more:teams.north.referrals.per-week=30", "--replications", "2",
            "--weeks", "4", "--output", "report")
        #expect(compare.code == 0, "\(compare.err)")
        let compared = [
            "comparison-weekly.csv", "comparison.csv", "comparison.json", "comparison.schema.json", "dictionary.csv",
            "manifest.csv", "measure-dictionary.csv", "report.html", "summary.txt",
        ]
        #expect(workspace.names(in: "report") == compared)
        try workspace.write("report/people.csv", "mine")
        try workspace.write("report/.measures.csv.2147483000.partial", "half")
        #expect(try forecast(to: "report").code == 0)
        #expect(workspace.names(in: "report") == (Self.files + ["people.csv"]).sorted())
        #expect(try workspace.read("report/people.csv") == "mine")
        let listed = try workspace.read("report/manifest.csv").split(separator: "\r\n").filter { $0.hasPrefix("file,") }
        #expect(listed.map { String($0.dropFirst(5)) } == Self.files)
    }

    /// The people of a database do not stay in the folder when the next run is of a scenario.
    @Test func peopleDoNotStay() throws {
        #expect(try workspace.stepcare("service", "init", "service.yaml", "a.db").code == 0)
        let arguments = [
            "forecast", "--from", "a.db", "--now", "2026-11-23T09:00", "--weeks", "2", "--replications", "2",
            "--output",
            "report",
        ]
        let today = try workspace.start(Workspace.program, arguments).outcome()
        #expect(today.code == 0, "\(today.err)")
        #expect(workspace.names(in: "report")?.contains("people.csv") == true)
        #expect(try forecast(to: "report").code == 0)
        #expect(workspace.names(in: "report") == Self.files)
    }

    /// The command in the manifest makes the result again, to the byte.
    @Test func theCommandMakesItAgain() throws {
        #expect(try forecast(to: "one", "--set", "title=It's 'two' words", "--weeks", "3").code == 0)
        let line = try workspace.read("one/manifest.csv").split(separator: "\r\n").first { $0.hasPrefix("command,") }
        let command = try #require(line).dropFirst("command,".count)
        let text = command.hasPrefix("\"") ? command.dropFirst().dropLast().replacing("\"\"", with: "\"") : "\(command)"
        let again = try workspace.bash("stepcare() { \"$STEPCARE\" \"$@\"; }\n\(text) --output two")
        #expect(again.code == 0, "\(again.err)")
        for name in Self.files {
            #expect(try workspace.read("one/\(name)") == workspace.read("two/\(name)"), "\(name)")
        }
    }

    /// None of these can be written to, not even by root.
    @Test(arguments: [
        ("service.yaml", "service.yaml: cannot be written: it is not a folder"),
        ("service.yaml/report", "service.yaml/report: cannot be written: Not a directory"),
        ("/dev/null/x", "/dev/null/x: cannot be written: Not a directory"),
        ("/proc/stepcare", "/proc/stepcare: cannot be written: No such file or directory"),
        ("made/\(String(repeating: "n", count: 300))", nil),
    ])
    func aPlaceThatCannotBeAFolder(place: String, sentence: String?) throws {
        let sentence = sentence ?? "\(place): cannot be written: File name too long"
        expect(try forecast(to: place), code: 74, says: sentence)
        #expect(workspace.names(in: "made") == nil)
        #expect(try workspace.read("service.yaml") == smallService)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere")) func aFolderWithoutPermission() throws {
        try workspace.makeFolder("report")
        chmod(workspace.path + "/report", 0o500)
        expect(try forecast(to: "report"), code: 74, says: "report: cannot be written: Permission denied")
    }

    /// Nothing is moved into place if one of the files cannot be.
    @Test func aFolderInTheWayOfAFile() throws {
        try workspace.makeFolder("report/summary.txt")
        expect(
            try forecast(to: "report"), code: 74, says: "report/summary.txt: cannot be written: it is a folder")
        #expect(workspace.names(in: "report") == ["summary.txt"])
    }

    @Test func noChartLibrary() throws {
        let absent = try forecast(to: "report", environment: ["STEPCARE_CHART_JS": "absent.js"])
        let advice = "the chart library is not there (install libjs-chart.js, or set STEPCARE_CHART_JS)"
        expect(absent, code: 66, says: "absent.js: " + advice)
        let folder = try forecast(to: "report", environment: ["STEPCARE_CHART_JS": "/tmp"])
        expect(folder, code: 66, says: "/tmp: the chart library cannot be read (set STEPCARE_CHART_JS to its file)")
        #expect(workspace.names(in: "report") == nil)
    }
}
