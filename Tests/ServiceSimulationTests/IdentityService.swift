import Allocation
import CareModel
import Testing

@testable import ServiceSimulation

/// A service of three small teams in which nearly every rule is on, and what became of everybody in it.
enum IdentityService {
    static func scenario() -> ServiceScenario {
        var scenario = ServiceScenario()
        scenario.name = "three"
        scenario.teams = ["river", "hill", "field"].map { name in
            var team = SampleService.team(name, referralsPerWeek: 26)
            team.title = "Team of " + name
            team.staff[0].count = 3
            addRules(&team)
            return team
        }
        scenario.uncertainty.referrals = 0.1
        scenario.uncertainty.sessions = 0.1
        scenario.levers = [
            Lever(name: "calls", teams: [1], from: scenario.starts + 21) { $0.keepingInTouch.optOut = 0.5 }
        ]
        return scenario
    }

    private static func addRules(_ team: inout TeamScenario) {
        team.referrals.weeklyVariation = 0.2
        team.referrals.asks.faceToFace = 0.3
        team.referrals.asks.venues = [0.1, 0.1]
        team.rooms.perVenue = [2, 1]
        team.practice.groups.rule.isOn = true
        team.practice.groups.rule.smallest = 3
        team.practice.groups.takenUpAtFirst = 0.3
        team.practice.computerised.rule.isOn = true
        team.practice.computerised.takenUpAtFirst = 0.3
        team.practice.risk.foundAtContacts = 0.02
        team.practice.employment.advisers = 1
        team.practice.employment.takenUp = 0.3
        team.practice.workforce.declaredVariation = 0.1
        team.practice.workforce.reallocation.isOn = true
        team.practice.diary.followsDemand = true
        team.practice.assessmentWeek.isOn = true
        team.practice.assessmentWeek.above = 15
    }

    /// The first day after a warm-up.
    static func firstDay(_ scenario: ServiceScenario) -> ServiceSnapshot {
        let empty = ServiceSnapshot(taken: (scenario.starts - 26 * 7).start)
        var warmUp = Simulation(scenario, from: empty, seed: 5, replication: InitialList.replication, weeks: 26)
        warmUp.run()
        return warmUp.snapshot()
    }

    /// What became of one person, with whom named by who they are.
    struct Story: Equatable {
        var person: UInt64
        var state: EpisodeState
        var endReason: EndReason
        var minutes: [CivilMinute]
        var contacts: Int
        var scores: Scores
        var with: UInt64
        var slot: CivilMinute
        var room: UInt64
    }

    /// Everybody's story, by team, in the order of who they are.
    static func stories(_ scenario: ServiceScenario, from snapshot: ServiceSnapshot) -> [String: [Story]] {
        var simulation = Simulation(
            scenario.asItMayTurnOut(seed: 5, replication: 3), from: snapshot, seed: 5, replication: 3, weeks: 10,
            keepsEveryone: true)
        simulation.checksInvariants = true
        simulation.run()
        let rooms = scenario.roomKeys
        var stories: [String: [Story]] = [:]
        for person in simulation.desk.episodes.indices {
            let (episode, known) = (simulation.desk.episodes[person], simulation.desk.people[person])
            let with = episode.clinician >= 0 ? episode.clinician : known.slotClinician
            stories[scenario.teams[simulation.desk.team(person)].name, default: []].append(
                Story(
                    person: known.key, state: episode.state, endReason: episode.endReason,
                    minutes: [
                        episode.received, episode.firstAppointment, episode.secondTreatment, episode.lastTreatment,
                        episode.stateSince,
                    ], contacts: episode.treatmentContacts, scores: known.scores,
                    with: with >= 0 ? simulation.workforce.posts[Int(with)].key : 0, slot: known.slotStart,
                    room: known.slotRoom >= 0 ? rooms[Int(known.slotRoom)] : 0))
        }
        return stories.mapValues { $0.sorted { $0.person < $1.person } }
    }
}
