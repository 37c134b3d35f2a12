import CareModel

/// What was run, and which files it wrote, as a small comma-separated file that goes with them.
public enum ManifestFile {
    /// Its name.
    public static let name = "manifest.csv"

    /// The file of a forecast.
    /// - Parameter files: the names of all files that were written, this one included.
    public static func text(_ manifest: Manifest, files: [String]) -> String {
        let rows = [
            ("scenario", manifest.scenario), ("title", manifest.title), ("scenario_sha256", manifest.scenarioSHA256),
            ("seed", String(manifest.seed)), ("replications", String(manifest.replications)),
            ("weeks", String(manifest.weeks)), ("starts", manifest.starts.description), ("version", manifest.version),
            ("start", manifest.start),
        ]
        let changes = manifest.changes.map { ("change", "\($0.key)=\($0.value)") }
        let warnings = manifest.warnings.map { ("warning", $0.text) }
        return lines(rows + changes + [("command", manifest.command)] + warnings, files: files)
    }

    /// The file of a comparison.
    public static func text(_ report: ComparisonReport, files: [String]) -> String {
        var rows: [(String, String)] = []
        for scenario in report.scenarios {
            rows += [
                ("scenario", scenario.name), ("title", scenario.title), ("scenario_sha256", scenario.sha256),
            ]
            rows += scenario.changes.map { ("change", "\($0.key)=\($0.value)") }
            rows += scenario.warnings.map { ("warning", $0.text) }
        }
        rows += [
            ("seed", String(report.seed)), ("replications", String(report.replications)),
            ("weeks", String(report.weeks)), ("starts", report.starts.description), ("version", report.version),
            ("same_first_days", report.sharesFirstDays ? "yes" : "no"), ("command", report.command),
        ]
        return lines(rows, files: files)
    }

    /// The file of a plan.
    public static func text(_ report: PlanReport, files: [String]) -> String {
        text(report.scenario, report.seed, report.weeks, report.starts, report.version, report.command, files)
    }

    /// The file of what an answer hangs on.
    public static func text(_ report: SensitivityReport, files: [String]) -> String {
        text(report.scenario, report.seed, report.weeks, report.starts, report.version, report.command, files)
    }

    /// The file of something that was asked of one scenario.
    private static func text(
        _ scenario: ComparedScenario, _ seed: UInt64, _ weeks: Int, _ starts: CivilDay, _ version: String,
        _ command: String, _ files: [String]
    ) -> String {
        var rows = [("scenario", scenario.name), ("title", scenario.title), ("scenario_sha256", scenario.sha256)]
        rows += scenario.changes.map { ("change", "\($0.key)=\($0.value)") }
        rows += scenario.warnings.map { ("warning", $0.text) }
        rows += [
            ("seed", String(seed)), ("weeks", String(weeks)), ("starts", starts.description), ("version", version),
            ("command", command),
        ]
        return lines(rows, files: files)
    }

    static func lines(_ rows: [(String, String)], files: [String]) -> String {
        let lines = rows.map { Line(what: $0.0, value: $0.1) } + files.map { Line(what: "file", value: $0) }
        return DataTable(name, Line.columns, lines).text
    }

    /// Its columns, for a dictionary.
    static var columns: DataTable { DataTable(name, Line.columns, []) }

    private struct Line: Sendable {
        var what: String
        var value: String

        static let columns: [DataColumn<Line>] = [
            .text("what", "What is told of the run; a file is one that was written with it.") { $0.what },
            .text("value", "What it is.", isOptional: true) { $0.value },
        ]
    }

    /// The names of files that such a file lists: only names of files in its own folder.
    public static func files(in text: String) -> [String] {
        guard text.hasPrefix("what,value\r\n") else { return [] }
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("file,") else { return nil }
            let name = String(line.dropFirst(5))
            return isOrdinary(name) ? name : nil
        }
    }

    /// Letters, digits, hyphens and a point before its ending: what stepcare calls its files.
    private static func isOrdinary(_ name: String) -> Bool {
        !name.hasPrefix(".") && name.utf8.count <= 100
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "0"..."9", "-", ".": true
                default: false
                }
            }
    }
}
