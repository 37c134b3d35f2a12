import CareModel
import Experiments
import Foundation
import ScenarioFiles
import ServiceSimulation
import Testing

/// Parts of a service that cannot meet are run by themselves; whatever is found is what running them together finds,
/// byte for byte.
@Suite("Parts that cannot meet run apart")
struct PartsTests {
    private static let scenarios = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Scenarios")

    static let names = [
        "bnssg", "bnssg-25", "case-management", "doncaster", "ieso", "ltc", "newham", "north-essex",
        "waitlist-procedure",
    ]

    @Test("every scenario that is shipped is looked at")
    func all() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.scenarios.path)
        let found = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        #expect(found == (Self.names + ["england"]).sorted())
    }

    /// A short forecast of a scenario, with two first days.
    private func experiment(_ name: String, weeks: Int = 20) throws -> Experiment {
        var scenario = try ScenarioLoader.load(
            path: Self.scenarios.appendingPathComponent(name + ".yaml").path
        ).scenario
        scenario.start.warmUpWeeks = 40
        scenario.start.firstDays = 2
        scenario.measuresGroups = true
        var experiment = Experiment(scenario, seed: 11, replications: 3, threads: 2)
        experiment.weeks = weeks
        return experiment
    }

    /// Both ways differ in nothing that anybody is told.
    private func expectTheSame(_ experiment: Experiment, from start: StartingPoint? = nil) throws {
        var together = experiment
        together.runsPartsApart = false
        let apart = try #require(start.map { experiment.run(from: $0) } ?? experiment.run())
        let whole = try #require(start.map { together.run(from: $0) } ?? together.run())
        #expect(apart.records.count == experiment.replications)
        for (one, other) in zip(apart.records, whole.records) {
            #expect(one == other, "\(experiment.scenario.name)")
        }
        #expect(apart.start.origin == whole.start.origin)
        #expect(apart.events == whole.events && apart.start.events == whole.start.events)
        #expect(sorted(apart.start.waiting) == sorted(whole.start.waiting))
        for (one, other) in zip(apart.start.days, whole.start.days) {
            #expect(one.parts.count == (start == nil ? experiment.scenario.parts.count : 1))
            #expect(one.whole.people.map(\.key).sorted() == other.whole.people.map(\.key).sorted())
        }
    }

    private func sorted(_ waiting: [WaitingPerson]) -> [String] { waiting.map { "\($0)" }.sorted() }

    @Test("after warm-ups, of every scenario", arguments: names)
    func warmUps(name: String) throws { try expectTheSame(experiment(name)) }

    @Test("from lists, and from a day that is known as a whole")
    func lists() throws {
        var listed = try experiment("north-essex")
        listed.scenario.start.origin = .list
        let start = try #require(StartingPoint.make(for: listed))
        try expectTheSame(listed, from: start)
        var first = try experiment("north-essex", weeks: 6)
        first.runsPartsApart = false
        let today = try #require(StartingPoint.make(for: first)).days[0].whole
        try expectTheSame(listed, from: StartingPoint.database(today, for: listed))
    }

    @Test("with everything that a scenario can switch on, in some teams")
    func everything() throws {
        var experiment = try experiment("north-essex", weeks: 40)
        for team in experiment.scenario.teams.indices {
            experiment.scenario.teams[team].referrals.asks.languages = [0.03, 0.02]
            experiment.scenario.teams[team].referrals.asks.faceToFace = 0.2
            experiment.scenario.teams[team].referrals.movedIn = 0.02
            experiment.scenario.teams[team].rooms.perVenue = [4, 3]
            experiment.scenario.teams[team].practice.computerised.rule.isOn = true
            experiment.scenario.teams[team].practice.groups.rule.isOn = team != 1
            experiment.scenario.teams[team].practice.groups.rule.sessions = 12
            experiment.scenario.teams[team].practice.groups.takenUpAtFirst = 0.3
            experiment.scenario.teams[team].practice.assessmentWeek.isOn = team == 1
            experiment.scenario.teams[team].practice.assessmentWeek.above = 10
            experiment.scenario.teams[team].practice.diary.followsDemand = team == 2
            experiment.scenario.teams[team].practice.employment.advisers = 1
            experiment.scenario.teams[team].practice.returns.afterLeaving = 0.3
            experiment.scenario.teams[team].practice.workforce.declaredVariation = 0.2
        }
        experiment.scenario.uncertainty.referrals = 0.1
        experiment.scenario.uncertainty.capacity = 0.1
        experiment.scenario.levers = [
            Lever(
                name: "less missed", teams: [2, 0], condition: (.waitingFirstAppointment, 50),
                change: { $0.attendance.cancelledFirst = 0.02 })
        ]
        try expectTheSame(experiment)
    }

    @Test("teams of one name are one part, for who they are comes of their places")
    func namesakes() throws {
        var experiment = try experiment("north-essex", weeks: 6)
        experiment.scenario.teams[1].name = experiment.scenario.teams[0].name
        #expect(experiment.scenario.parts.count == 1)
        try expectTheSame(experiment)
    }

    @Test("in a comparison whose variant has a team more, and one less")
    func comparison() throws {
        let base = try experiment("north-essex")
        var other = base
        other.scenario.teams.remove(at: 0)
        var team = base.scenario.teams[0]
        (team.name, team.title) = ("elsewhere", "Elsewhere")
        other.scenario.teams.append(team)
        func run(apart: Bool) throws -> Experiments.ComparisonResult {
            var both = [base, other]
            for place in both.indices { both[place].runsPartsApart = apart }
            return try #require(Comparison(both, sharesFirstDays: true).run())
        }
        let (apart, together) = (try run(apart: true), try run(apart: false))
        for (one, whole) in zip(apart.results, together.results) {
            #expect(one.records == whole.records && one.events == whole.events)
        }
    }
}
