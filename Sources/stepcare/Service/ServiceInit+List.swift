import BookingService
import BookingStore
import CareModel
import Forecasting
import Interchange
import ScenarioFiles
import ServiceSimulation

extension ServiceInit {
    /// Makes the database of the scenario's clinicians and of a waiting list, one row a person.
    func bringInList(_ path: String, _ loaded: LoadedScenario) throws {
        do {
            var present = loaded
            present.scenario.begin(on: minute.day)
            let founding = ServiceFounding(present, overrides.map(\.change), seed: seed)
            var foundation = try founding.foundation(ServiceSnapshot(taken: minute))
            let list = try WaitingListFile(
                path, teams: loaded.scenario.teamNames, clinicians: foundation.clinicians, now: minute,
                acceptValid: acceptValid)
            let people = try list.tables.foundation(scenario: foundation.scenario, now: minute)
            foundation.people = people.people
            foundation.records = people.records
            foundation.tasks = people.tasks
            try keepRejects(list.rejects, list.rejectedRows) { try make(foundation, loaded, at: minute, note: $0) }
            try Terminal.print((list.notes + list.tables.notes).map { $0 + "\n" }.joined())
        } catch let failure {
            throw report(failure)
        }
    }
}
