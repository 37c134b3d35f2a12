import Allocation
import CareModel
import Testing

@testable import ServiceSimulation

/// What is counted of people by where they stand is what was counted when it befell them (KP-1 … KP-7, KP-13, TX-14):
/// the desk's measures of a period are those of the simulation.
@Suite struct CounterTallyTests {
    @Test func aTallyIsTheRecord() {
        var scenario = SampleService.scenario(referralsPerWeek: 40)
        for team in scenario.teams.indices {
            scenario.teams[team].practice.returns.afterCourse = 0.5
            scenario.teams[team].practice.returns.afterLeaving = 0.5
            scenario.teams[team].practice.firstAppointments.stepsByScore = team == 1
        }
        let weeks = 44
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 5, replication: 1, weeks: weeks,
            keepsEveryone: true)
        simulation.run()
        let period = scenario.starts...(scenario.starts + Int32(weeks * 7))
        var ended: [UInt64: CivilMinute] = [:]  // lookup only
        for person in simulation.desk.people.indices where simulation.desk.episodes[person].state == .closed {
            let again = StableKey.of(simulation.desk.people[person].key, "comes back")
            ended[again] = simulation.desk.episodes[person].stateSince
        }
        var tallies = [CounterTally](repeating: CounterTally(), count: 2)
        for person in simulation.desk.people.indices {
            var known = simulation.desk.snapshot(of: person)
            known.history = simulation.people[person].history
            let plus = Treatment.isAtStepThreePlus(person, &simulation)
            tallies[simulation.team(person)].count(
                known, CounterTally.Beside(earlierEnded: ended[known.key], isAtStepThreePlus: plus),
                scenario.standards, in: period)
        }
        let record = simulation.finish()
        var counted = 0
        for counter in Counter.allCases where CounterTally.ofPersons.contains(counter) {
            for team in 0..<2 {
                #expect(tallies[team][counter] == record.total(counter, team: team), "\(counter) of team \(team)")
                if record.total(counter, team: team) > 0 { counted += 1 }
            }
        }
        #expect(counted > 60, "\(counted) counts are above nought")
    }
}
