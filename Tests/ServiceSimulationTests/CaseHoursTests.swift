import Allocation
import CareModel
import RuleEvidence
import Statistics
import Testing

@testable import ServiceSimulation

/// Clinicians' hours for each case, by step (KP-13).
@Suite struct CaseHoursTests {
    /// Counted by hand: what all finished courses took is the sum of what each took, by the step at which it ended, and
    /// everybody's minutes together are those that clinicians completed.
    @Test func minutesAreThoseOfThePeople() {
        var scenario = SampleService.scenario(referralsPerWeek: 40)
        for team in scenario.teams.indices { scenario.teams[team].practice.firstAppointments.stepsByScore = team == 1 }
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 5, replication: 1, weeks: 40,
            keepsEveryone: true)
        simulation.run()
        var finished = [Int](repeating: 0, count: 2)
        var all = 0
        for person in simulation.people.indices {
            let minutes = Int(simulation.people[person].contactMinutes)
            all += minutes
            guard simulation.desk.episodes[person].isFinishedCourse else { continue }
            finished[simulation.team(person)] += minutes
            #expect(minutes >= simulation.desk.episodes[person].treatmentContacts * 15)
        }
        let record = simulation.finish()
        for team in 0..<2 {
            #expect(record.total(.caseMinutes, team: team) == finished[team] && finished[team] > 10_000)
            #expect(record.total(.cases, team: team) == record.total(.finishedCourses, team: team))
            let parts: [Counter] = [.lowCaseMinutes, .highCaseMinutes, .plusCaseMinutes]
            #expect(parts.reduce(0) { $0 + record.total($1, team: team) } == finished[team])
            #expect((record.total(.plusCases, team: team) > 0) == (team == 1))
        }
        var completed = 0
        for week in 0..<record.weeks {
            for team in 0..<2 {
                for role in Role.allCases {
                    completed += record.count(.completedMinutes, week: week, team: team, role: role)
                }
            }
        }
        #expect(completed == all)
    }

    /// Longer sessions take more hours a case at their step, and about none more at the other.
    @Test func longerSessionsTakeMoreHours() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices { changed.teams[team].practice.low.rule.sessionMinutes = 45 }
        let after = SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9)
        func hours(_ records: [ReplicationRecord], _ minutes: Counter, _ cases: Counter) -> [Double] {
            records.map { RuleEffectTests.share(minutes, cases)($0) / 60 }
        }
        let (now, before) = (
            hours(after, .lowCaseMinutes, .lowCases), hours(RuleEffectTests.baseline, .lowCaseMinutes, .lowCases)
        )
        let low = PairedDifference(first: now, second: before).interval
        #expect(low.lowerBound > 0.5 && low.upperBound < 2)
        RuleEvidence.record(
            ["KP-13"], test: "longer sessions at step 2 take more hours of each case there",
            switched: SwitchedKeys.between(SampleService.scenario(), changed),
            effect: MeasuredEffect(
                "Hours a finished course at step 2", unit: "hours", claim: .more, before: before, after: now,
                interval: (low.estimate, low.lowerBound, low.upperBound)))
    }
}
