import Allocation
public import BookingService
import BookingStore
public import CareModel
import Experiments
public import ScenarioFiles
import ServiceSimulation

/// Makes a service's beginnings from a scenario.
public struct ServiceFounding: Sendable {
    private let loaded: LoadedScenario
    private let changes: [ScenarioChange]
    private let seed: UInt64

    /// A service that begins as a scenario says.
    /// - Parameters:
    ///   - changes: what was laid over it, which the database keeps beside it.
    ///   - seed: names the random numbers of invented people and of leave.
    public init(_ loaded: LoadedScenario, _ changes: [ScenarioChange] = [], seed: UInt64 = 1) {
        self.loaded = loaded
        self.changes = changes
        self.seed = seed
    }

    /// The scenario's first day with nobody there.
    public var emptyFirstDay: ServiceSnapshot { ServiceSnapshot(taken: loaded.scenario.starts.start) }

    /// The scenario's first day with the people who would be there.
    public func inventedFirstDay() -> ServiceSnapshot {
        var one = loaded.scenario
        one.start.firstDays = 1
        var experiment = Experiment(one, seed: seed, replications: 1, threads: 1)
        // People are numbered as they came, whatever their team.
        experiment.runsPartsApart = false
        return StartingPoint.make(for: experiment)?.days.first?.whole ?? emptyFirstDay
    }

    /// The service with its clinicians, their weeks and absences, its rooms and courses, and people under invented
    /// names.
    /// - Parameter snapshot: who is there.
    /// - Throws: the encoder's errors; none is known.
    public func foundation(_ snapshot: ServiceSnapshot) throws -> ServiceFoundation {
        let scenario = loaded.scenario
        let first = Simulation(scenario, from: snapshot, seed: seed, replication: 0, weeks: 1)
        let staff = first.staffing()
        var foundation = ServiceFoundation(
            scenario: ServiceInitialised(
                name: scenario.name, fingerprint: loaded.sha256,
                scenario: try StoredScenario(loaded, changes).text, firstDay: snapshot.taken.day),
            teams: scenario.teams.map(\.title), clinicians: clinicians(staff, scenario))
        foundation.add(scenario.rooms)
        foundation.weeks = staff.map(\.weeks)
        foundation.changes = first.knownChanges()
        foundation.groups = first.snapshot().groups
        for (number, person) in snapshot.people.enumerated() {
            foundation.people.append((.invented(number + 1), person.asWrittenDown))
        }
        foundation.appointments = snapshot.appointments
        return foundation
    }

    private func clinicians(_ staff: [StaffedPost], _ scenario: ServiceScenario) -> [ClinicianDetails] {
        var counts: [String: Int] = [:]  // lookup only
        return staff.enumerated().map { index, post in
            let team = scenario.teams[Int(post.clinician.team)].title
            let label = "\(team) \(post.clinician.role.title)"
            counts[label, default: 0] += 1
            var details = ClinicianDetails(
                clinician: Int32(index), team: UInt8(post.clinician.team),
                name: "\(label) \(counts[label, default: 1])", role: post.clinician.role,
                wholeTimePercent: Int((post.wte * 100).rounded()), caseloadCap: Int(post.clinician.caseloadCap),
                trainedIn: post.clinician.trainedIn, seesUnder18: post.clinician.seesUnder18,
                sex: post.clinician.sex, languages: post.clinician.languages.others, startedOn: post.startedOn)
            details.venues = post.clinician.venues.list
            if post.clinician.meteredUntil > scenario.starts {
                details.meteredUntil = post.clinician.meteredUntil
                details.meteredPerWeek = Int(post.clinician.meteredPerWeek)
            }
            if post.clinician.lastDay < Clinician.never {
                details.lastDay = post.clinician.lastDay
                details.windsDownFrom = post.clinician.windsDownFrom
            }
            return details
        }
    }
}
