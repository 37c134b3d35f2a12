import ArgumentParser
import BookingService
import BookingStore
import CareModel
import ScenarioFiles
import ServiceSimulation

/// A service's own list of today, as a forecast starts from it, and the scenario that goes with it.
struct ServiceToday {
    /// The scenario, starting today.
    let loaded: LoadedScenario
    /// Who is there today, without anything that identifies anybody (IG-2).
    let snapshot: ServiceSnapshot

    /// Reads a database.
    /// - Parameter scenario: another scenario than the database's own, to try something out on today's list.
    init(database: String, now: Minute, _ scenario: String?, _ overrides: [KeyValue]) throws {
        do {
            let store = try BookingStore.open(at: database)
            defer { try? store.close() }
            var loaded =
                try scenario.map { try loadScenario($0, overrides: overrides) }
                ?? StoredService.scenario(of: store, overrides)
            let context = BookingService.Context(now: now.minute)
            let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
            var snapshot = try service.snapshot(in: context)
            let keys = Simulation.postKeys(of: loaded.scenario)
            let clinicians = try service.clinicians(in: context)
            guard keys.count == clinicians.count else {
                throw BookingError.invalid(
                    "the scenario has \(keys.count) clinicians, the database \(clinicians.count); "
                        + "describe the same staff in both")
            }
            let absences = try service.absences(from: now.minute.day, in: context)
            snapshot.posts = clinicians.indices.map { index in
                ServiceToday.post(keys[index], clinicians[index], absences[index], on: now.minute.day)
            }
            loaded.scenario.begin(on: now.minute.day)
            self.loaded = loaded
            self.snapshot = snapshot
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    private static func post(
        _ key: UInt64, _ details: ClinicianDetails, _ absences: [Absence], on day: CivilDay
    ) -> PostSnapshot {
        var post = PostSnapshot(key: key, role: details.role, startedOn: details.startedOn)
        post.leavesOn = details.lastDay
        post.absences = absences
        // A year in which leave is entered is planned; one without is still to be.
        let isPlanned = absences.contains { $0.reason.contains(.leave) }
        post.leavePlannedThrough = isPlanned ? day.date.year : 0
        return post
    }
}
