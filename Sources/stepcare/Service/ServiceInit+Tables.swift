import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import Glibc
import Interchange
import ScenarioFiles
import ServiceSimulation

extension ServiceInit {
    /// Makes the database of the tables of a folder, or of a waiting list; says everything that is wrong with them.
    func bringIn(_ folder: String, _ loaded: LoadedScenario) throws {
        guard access(folder, F_OK) == 0 else {
            Terminal.say("\(folder): no such folder")
            throw Exit.missingInput
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            return try bringInList(folder, loaded)
        }
        do {
            let read = try Interchange.readTables(
                folder, acceptValid: acceptValid, now: minute, teams: loaded.scenario.teamNames)
            let foundation = try foundation(of: read.tables, folder, loaded)
            try keepRejects(read.rejects, read.rejectedRows) { try make(foundation, loaded, at: minute, note: $0) }
            try Terminal.print(read.tables.notes.map { $0 + "\n" }.joined())
        } catch let failure {
            throw report(failure)
        }
    }

    /// Says what is wrong, and how much.
    func report(_ failure: any Error) -> any Error {
        let code = ServiceFailure.report(failure, database)
        if case .faults(let faults)? = failure as? InterchangeError {
            Terminal.say("\(faults.count) fault\(faults.count == 1 ? "" : "s"): \(database) is not made")
        }
        return code
    }

    /// The minute at which the service begins.
    var minute: CivilMinute { now?.minute ?? Minute.present.minute }

    private func foundation(
        of tables: ServiceTables, _ folder: String, _ loaded: LoadedScenario
    ) throws -> ServiceFoundation {
        let teams = loaded.scenario.teams.count
        guard tables.teams.count == teams else {
            throw InterchangeError.invalid(
                "\(folder)/teams.csv: \(tables.teams.count) teams, where the scenario has \(teams); "
                    + "describe the same teams in both")
        }
        try loaded.scenario.teamNames.requireOrder(of: tables.teamNames, folder)
        // A service that kept appointments was there when the first of them was.
        let first = tables.appointments.map(\.record.placement.start.day).min() ?? minute.day
        return try tables.foundation(
            scenario: ServiceInitialised(
                name: loaded.scenario.name, fingerprint: loaded.sha256,
                scenario: try StoredScenario(loaded, overrides.map(\.change)).text, firstDay: min(first, minute.day)),
            now: minute)
    }

    /// Rows that are not taken are written before the database is said to be made.
    func keepRejects(
        _ rejected: [(name: String, text: String)], _ rows: Int, _ make: (String) throws -> Void
    ) throws {
        guard !rejected.isEmpty else { return try make("") }
        let path = rejects ?? database + "-rejects"
        let folder = try ResultFolder.new(path)
        do {
            try ResultFolder.write(rejected, to: folder)
            try make(" \(rows) row\(rows == 1 ? " is" : "s are") not taken: \(path) says why.")
        } catch {
            for file in rejected { unlink("\(path)/\(file.name)") }
            folder.discard()
            throw error
        }
    }
}

extension ServiceScenario {
    /// What the teams are called.
    var teamNames: TeamNames { TeamNames(teams.map { TeamNames.Team(name: $0.name, title: $0.title) }) }
}

extension TeamNames {
    /// The teams of tables are those of the scenario, in its order: each is booked by the rules of its own.
    fileprivate func requireOrder(of tables: TeamNames, _ folder: String) throws {
        for (place, team) in tables.teams.enumerated() {
            guard let index = index(of: team.name) ?? index(of: team.title), index != place else { continue }
            throw InterchangeError.invalid(
                "\(folder)/teams.csv: \(team.name) is number \(place + 1), and number \(index + 1) in the scenario; "
                    + "number the same teams alike in both")
        }
    }
}
