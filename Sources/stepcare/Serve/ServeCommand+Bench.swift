import Forecasting
import Foundation
import WebInterface
import Workbench

/// Where what-ifs are tried, beside the desk.
extension ServeCommand {
    /// What managers and commissioners try out, plan and fit beside the desk: the service's own scenario, those that
    /// came with the program, and fitted providers. What is kept, and first days, stand in the folder of the database.
    func setUpBench(for database: String, in settings: inout WebSettings) throws {
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
        let firstDays = KeptFirstDays(in: folder.appending(path: "first-days"))
        let chartScript = ChartScript.ifThere
        let plans = PlanBench(firstDays: firstDays, chartScript: chartScript ?? "")
        let fits = published.map { FitBench(NationalFigures(path: $0), chartScript: chartScript ?? "") }
        let background = BackgroundWork(in: folder.appending(path: "background"), plans: plans, fits: fits)
        let shelf = ScenarioShelf(own: try StoredService.scenarioText(at: database), folder: Self.scenarios) {
            background.fittedScenarios
        }
        settings.bench = Bench(
            shelf, saved: SavedShelf(in: folder.appending(path: "what-ifs")),
            setUps: Shelf(in: folder.appending(path: "set-ups")),
            forecasts: ForecastShelf(in: folder.appending(path: "forecasts")), today: database, firstDays: firstDays,
            processors: Processors.count)
        (settings.plans, settings.fits, settings.background) = (plans, fits, background)
        settings.chartScript = chartScript
    }

    /// The folder of the scenarios that come with the program: beside it, or beside a folder that it is in; or where a
    /// package puts it.
    static var scenarios: URL? {
        var place = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL.resolvingSymlinksInPath()
        if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            place = URL(fileURLWithPath: link)
        }
        while place.path != "/" {
            place.deleteLastPathComponent()
            for name in ["Scenarios", "share/stepcare/scenarios"] {
                let folder = place.appendingPathComponent(name)
                let file = folder.appendingPathComponent("north-essex.yaml").path
                if FileManager.default.fileExists(atPath: file) { return folder }
            }
        }
        return nil
    }
}
