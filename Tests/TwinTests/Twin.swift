import Allocation
import BookingStore
import CareModel
import Experiments
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport

@testable import BookingService

/// A simulated service that was written down, and a booking service on a new database that hears the same.
struct Twin {
    let scenario: ServiceScenario
    let snapshot: ServiceSnapshot
    let recorder = DeskRecorder()
    let folder: Folder

    init(weeks: Int, seed: UInt64, warmUpWeeks: Int = 104) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/north-essex.yaml")
        var scenario = try ScenarioLoader.load(path: file.path).scenario
        for team in scenario.teams.indices { Twin.addNeeds(&scenario.teams[team]) }
        Twin.addRules(&scenario.teams[1])
        scenario.start.firstDays = 1
        scenario.start.warmUpWeeks = warmUpWeeks
        self.scenario = scenario
        var experiment = Experiment(scenario, seed: seed, replications: 1, threads: 1)
        experiment.runsPartsApart = false
        guard let start = StartingPoint.make(for: experiment) else { throw CancellationError() }
        // A service that begins has no weeks behind it: what the first day saw before is not written down (KT-2).
        var first = start.days[0].whole
        first.running?.recentWaits = []
        first.running?.weeksSeen = 1
        first.running?.isWeekToTurn = false
        snapshot = first
        folder = try Folder()
    }

    /// Some people ask for a language, a therapist, a venue or a room (KT-10, EQ-2, CL-9), so that these are told too.
    private static func addNeeds(_ team: inout TeamScenario) {
        team.referrals.asks.languages = [0.03, 0.02]
        team.referrals.asks.femaleTherapist = 0.08
        team.referrals.asks.maleTherapist = 0.03
        team.referrals.asks.faceToFace = 0.2
        team.referrals.asks.venues = [0.06, 0.04]
        team.referrals.asks.accessible = 0.05
        team.rooms.perVenue = [4, 3]
        team.rooms.accessiblePerVenue = [1, 1]
        if !team.staff.isEmpty { team.staff[0].languages = [1, 2] }
        // Many work with computerised CBT while they wait (TX-5, KT-6).
        team.practice.computerised.rule.isOn = true
        team.practice.computerised.takenUpAtFirst = 0.5
        team.practice.computerised.takenUpAtCalls = 0.5
        // Courses in a group, small and often, so that they start, are put off, and end (TX-4); risk is found (ST-7).
        team.practice.groups.rule.isOn = true
        team.practice.groups.rule.everyWeeks = 2
        team.practice.groups.rule.sessions = 4
        team.practice.groups.rule.smallest = 4
        team.practice.groups.takenUpAtFirst = 0.3
        team.practice.groups.takenUpAtCalls = 0.3
        team.practice.risk.foundAtContacts = 0.03
    }

    /// One team works by rules that are off elsewhere, so that these are told too: the matrix (RF-8), notice and
    /// misses over the episode (AT-2, AT-3), the 7-7 rule (AT-4), confirmations (FA-7), step-downs (ST-2), extensions
    /// (TX-11), cases that move (PO-8).
    private static func addRules(_ team: inout TeamScenario) {
        team.referrals.matrix.complexity = [0.7, 0.2, 0.1]
        team.practice.screening.rule.usesMatrix = true
        team.practice.attendance.policy.lateCancellationHours = 48
        team.practice.attendance.policy.countsPerEpisode = true
        team.practice.attendance.policy.missedContact = .sevenSeven
        team.practice.attendance.policy.confirmationHours = 48
        team.practice.stepUp.downAtReview = 0.6
        team.practice.high.rule.extensionBeforeSession = 6
        team.practice.workforce.reallocation.isOn = true
        team.practice.workforce.reallocation.fullShare = 0.6
        team.practice.workforce.reallocation.emptyShare = 1
    }

    var policy: ServicePolicy {
        ServicePolicy(
            rules: scenario.teams.map {
                $0.practice.bookingRules(openingHours: $0.openingHours, youngestAge: $0.youngestAge)
            },
            releaseDays: scenario.teams.map(\.practice.diary.releaseDays), standards: scenario.standards,
            closedDays: scenario.closedDays)
    }

    /// The booking service on the simulation's first day, before anything is told.
    func service() throws -> BookingService {
        let store = try BookingStore.create(at: folder.file("service.db"))
        let service = BookingService(store, policy: policy)
        let clinicians = Simulation.clinicians(of: scenario).enumerated().map { index, known in
            ClinicianDetails(
                clinician: Int32(index), team: UInt8(known.team), name: "Invented Clinician \(index + 1)",
                role: known.role, wholeTimePercent: 100, caseloadCap: Int(known.caseloadCap),
                trainedIn: known.trainedIn, seesUnder18: known.seesUnder18, startedOn: scenario.starts - 365
            ).updated(known)
        }
        var foundation = ServiceFoundation(
            scenario: ServiceInitialised(
                name: scenario.name, fingerprint: "", scenario: "", firstDay: snapshot.taken.day),
            teams: scenario.teams.map(\.title), clinicians: clinicians)
        foundation.add(scenario.rooms)
        foundation.people = snapshot.people.enumerated().map {
            (Identity(name: "Invented Person \($0 + 1)"), $1.asWrittenDown)
        }
        foundation.appointments = snapshot.appointments
        foundation.groups = snapshot.groups
        try service.found(foundation, in: BookingService.Context(now: snapshot.taken))
        return service
    }

    /// The entries of the recorder, a day each.
    var days: [ArraySlice<DeskRecorder.Entry>] {
        var days: [ArraySlice<DeskRecorder.Entry>] = []
        var start = 0
        for index in recorder.entries.indices where recorder.entries[index].at.day != recorder.entries[start].at.day {
            days.append(recorder.entries[start..<index])
            start = index
        }
        days.append(recorder.entries[start...])
        return days
    }
}

extension TimedFact {
    init(_ entry: DeskRecorder.Entry) {
        switch entry.told {
        case .fact(let fact): self.init(at: entry.at, told: .fact(fact))
        case .change(let change): self.init(at: entry.at, told: .change(change))
        }
    }
}
