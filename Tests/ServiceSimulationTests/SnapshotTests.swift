import Allocation
import CareModel
import Testing

@testable import ServiceSimulation

/// The door between the two clocks: what goes in comes out.
@Suite struct SnapshotTests {
    @Test(arguments: [UInt64(31), 32])
    func restoringLosesNothing(seed: UInt64) {
        let scenario = SampleService.scenario()
        let snapshot = SampleRun.firstDay(scenario, seed: seed)
        #expect(snapshot.people.count > 500)
        #expect(snapshot.appointments.count > 200)
        let restored = Simulation(scenario, from: snapshot, seed: seed, replication: 7, weeks: 4).snapshot()
        #expect(restored.appointments == snapshot.appointments)
        #expect(restored.people.map(\.key) == snapshot.people.map(\.key))
        #expect(restored.people.map(\.episode) == snapshot.people.map(\.episode))
        #expect(restored.people.map(\.facts.scores) == snapshot.people.map(\.facts.scores))
        #expect(restored.people.map(\.facts.listedAt) == snapshot.people.map(\.facts.listedAt))
        #expect(restored.people.map(\.facts.rebooksFirst) == snapshot.people.map(\.facts.rebooksFirst))
        #expect(restored.posts.map(\.role) == snapshot.posts.map(\.role))
        #expect(restored.posts.map(\.vacantUntil) == snapshot.posts.map(\.vacantUntil))
    }

    /// A first day made from the scenario's own counts has just those people, and runs.
    @Test func aListHoldsWhatItSays() {
        var scenario = SampleService.scenario()
        scenario.start.origin = .list
        scenario.teams[0].initial.waitingFirstAppointment = 80
        scenario.teams[0].initial.waitingHigh = 40
        scenario.teams[1].initial.waitingStepUp = 12
        let snapshot = InitialList.snapshot(of: scenario, seed: 1)
        var simulation = Simulation(scenario, from: snapshot, seed: 1, replication: 0, weeks: 26)
        simulation.checksInvariants = true
        #expect(simulation.desk.people(in: .waitingFirstAppointment, team: 0) == 80)
        #expect(simulation.desk.people(in: .waitingTreatment, team: 0, step: .high, steppedUp: false) == 40)
        #expect(simulation.desk.people(in: .waitingTreatment, team: 1, step: .high, steppedUp: true) == 12)
        simulation.run()
    }
}
