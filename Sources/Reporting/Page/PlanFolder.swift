import CareModel

/// Everything that is written of a plan, by name: tables, a document for programs, words, the page, and the plan as a
/// scenario.
public enum PlanFolder {
    /// The name of the plan as a scenario.
    public static let scenario = "plan.yaml"

    /// The files, without the list of them.
    /// - Parameters:
    ///   - scenario: the plan as the text of a scenario file; nil if there is none.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    public static func files(
        _ report: PlanReport, scenario: String?, chartScript: String
    ) -> [(name: String, text: String)] {
        var tables = PlanCSV.files(report)
        tables += PlanCSV.dictionaries(report, of: tables)
        let files =
            tables.map { ($0.name, $0.text) } + [
                ("plan.json", PlanJSON.document(report)), ("plan.schema.json", PlanJSON.schema(report)),
                ("summary.txt", PlanWords.summary(report) + "\n"),
                ("report.html", PlanHTML.page(report, chartScript: chartScript)),
            ]
        return files + (scenario.map { [(Self.scenario, $0)] } ?? [])
    }
}
