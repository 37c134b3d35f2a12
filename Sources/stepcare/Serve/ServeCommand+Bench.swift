import Forecasting
import Foundation
import Workbench

/// Where what-ifs are tried, beside the desk.
extension ServeCommand {
    /// The bench of a service: its own scenario and those that came with the program; what is kept, and first days,
    /// stand in the folder of the database.
    func bench(for database: String) throws -> Bench {
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
        return Bench(
            ScenarioShelf(own: try StoredService.scenarioText(at: database), folder: Self.scenarios),
            saved: SavedShelf(in: folder.appending(path: "what-ifs")),
            setUps: Shelf(in: folder.appending(path: "set-ups")), today: database,
            firstDays: KeptFirstDays(in: folder.appending(path: "first-days")), processors: Processors.count)
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
