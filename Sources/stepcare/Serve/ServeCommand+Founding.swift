import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import ScenarioFiles
import ServiceSimulation

/// A service where there is none yet.
extension ServeCommand {
    /// Makes the database where there is none: of the scenario, or one to try things out.
    func makeService(in served: ServedFolder) throws {
        guard !FileManager.default.fileExists(atPath: served.database) else {
            if scenario != nil {
                Terminal.say("\(served.database) is there already: --scenario makes a new one only")
                throw Exit.badData
            }
            return
        }
        do {
            try found(in: served)
        } catch {
            served.discard()
            throw error
        }
    }

    private func found(in served: ServedFolder) throws {
        let isDemonstration = scenario == nil
        let today = Minute.present.minute
        let start = today.day.monday
        let changes = isDemonstration ? [KeyValue(argument: "starts=\(start)")].compactMap { $0 } : []
        let loaded = try loadScenario(try scenario ?? demonstration(), overrides: changes)
        do {
            if isDemonstration {
                try served.keep(
                    minutesAhead: CivilMinute(day: start, minuteOfDay: 540).minutes - today.minutes)
            }
            let founding = ServiceFounding(loaded, changes.map(\.change))
            let snapshot = isDemonstration ? founding.inventedFirstDay() : founding.emptyFirstDay
            let foundation = try founding.foundation(snapshot)
            try BookingStore.create(at: served.database) { store in
                let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
                let author = Author(user: 0, origin: "command line")
                try service.found(foundation, in: BookingService.Context(now: snapshot.taken, author: author))
            }
        } catch let failure {
            if isDemonstration { served.forgetClock() }
            throw ServiceFailure.report(failure, served.database)
        }
        Terminal.say(
            "\(served.database): \(loaded.scenario.title), "
                + (isDemonstration ? "a service to try things out, with invented people" : "with nobody in it yet"))
    }

    /// The scenario of North Essex beside the program, or beside a folder that the program is in; or where a package
    /// puts it.
    private func demonstration() throws -> String {
        if let folder = Self.scenarios { return folder.appendingPathComponent("north-essex.yaml").path }
        Terminal.say("no Scenarios/north-essex.yaml beside the program; give --scenario FILE")
        throw Exit.missingInput
    }
}
