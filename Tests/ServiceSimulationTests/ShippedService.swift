import CareModel
import Foundation
import ScenarioFiles

@testable import ServiceSimulation

/// The scenarios that are shipped, in small.
enum ShippedService {
    /// The scenarios that are shipped, a few people a week each and no more than three teams, so that a run is short.
    static func small(_ name: String) throws -> ServiceScenario {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/\(name).yaml")
        var scenario = try ScenarioLoader.load(path: file.path).scenario
        scenario.teams = Array(scenario.teams.prefix(3))
        for team in scenario.teams.indices {
            let scale = min(1, 40 / max(1, scenario.teams[team].referrals.perWeek))
            scenario.teams[team].referrals.perWeek *= scale
            for list in [
                \InitialInput.waitingFirstAppointment, \.waitingLow, \.waitingHigh, \.waitingStepUp,
            ] {
                let people = Double(scenario.teams[team].initial[keyPath: list])
                scenario.teams[team].initial[keyPath: list] = Int((people * scale).rounded())
            }
            for group in scenario.teams[team].staff.indices {
                let count = Double(scenario.teams[team].staff[group].count)
                scenario.teams[team].staff[group].count = max(1, Int((count * scale).rounded()))
            }
        }
        scenario.levers.removeAll { lever in lever.teams.contains { $0 >= scenario.teams.count } }
        return scenario
    }

    /// Their names.
    static let names = [
        "bnssg", "bnssg-25", "case-management", "doncaster", "england", "ieso", "ltc", "newham",
        "north-essex", "waitlist-procedure",
    ]
}
