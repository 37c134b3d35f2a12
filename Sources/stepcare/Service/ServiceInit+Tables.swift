import BookingService
import BookingStore
import CareModel
import Glibc
import Interchange
import ScenarioFiles
import ServiceSimulation

extension ServiceInit {
    /// Makes the database of the tables of a folder; says everything that is wrong with them.
    func bringIn(_ folder: String, _ loaded: LoadedScenario) throws {
        guard access(folder, F_OK) == 0 else {
            Terminal.say("\(folder): no such folder")
            throw Exit.missingInput
        }
        do {
            let read = try Interchange.readTables(folder, acceptValid: acceptValid, now: minute)
            let foundation = try foundation(of: read.tables, folder, loaded)
            try keepRejects(read) { try make(foundation, loaded, at: minute, note: $0) }
            try Terminal.print(read.tables.notes.map { $0 + "\n" }.joined())
        } catch let failure {
            let code = ServiceFailure.report(failure, database)
            if case .faults(let faults)? = failure as? InterchangeError {
                Terminal.say("\(faults.count) fault\(faults.count == 1 ? "" : "s"): \(database) is not made")
            }
            throw code
        }
    }

    private var minute: CivilMinute { now?.minute ?? Minute.present.minute }

    private func foundation(
        of tables: ServiceTables, _ folder: String, _ loaded: LoadedScenario
    ) throws -> ServiceFoundation {
        let teams = loaded.scenario.teams.count
        guard tables.teams.count == teams else {
            throw InterchangeError.invalid(
                "\(folder)/teams.csv: \(tables.teams.count) teams, where the scenario has \(teams); "
                    + "describe the same teams in both")
        }
        // A service that kept appointments was there when the first of them was.
        let first = tables.appointments.map(\.record.placement.start.day).min() ?? minute.day
        return try tables.foundation(
            scenario: ServiceInitialised(
                name: loaded.scenario.name, fingerprint: loaded.sha256,
                scenario: try StoredScenario(loaded, overrides).text, firstDay: min(first, minute.day)),
            now: minute)
    }

    /// Rows that are not taken are written before the database is said to be made.
    private func keepRejects(_ read: ReadTables, _ make: (String) throws -> Void) throws {
        guard !read.rejects.isEmpty else { return try make("") }
        let path = rejects ?? database + "-rejects"
        let folder = try ResultFolder.new(path)
        do {
            try ResultFolder.write(read.rejects, to: folder)
            let rows = read.rejectedRows
            try make(" \(rows) row\(rows == 1 ? " is" : "s are") not taken: \(path) says why.")
        } catch {
            for file in read.rejects { unlink("\(path)/\(file.name)") }
            folder.discard()
            throw error
        }
    }
}
