import CareModel
import Experiments
import RuleEvidence
import ServiceSimulation
import Testing

/// Measures follow what they are made of: need, pay, who waits, who is there.
@Suite struct MeasureEffectTests {
    private static func mean(_ scenario: ServiceScenario, _ measure: String) throws -> Double {
        var experiment = Experiment(scenario, seed: 5, replications: 2, threads: 1)
        experiment.weeks = 26
        experiment.scenario.start.firstDays = 1
        experiment.scenario.start.warmUpWeeks = 40
        let result = try #require(experiment.run())
        let values = result.measures(of: scenario).first { $0.name == measure && $0.group == ResultGroup() }
        let found = try #require(values).values
        return found.reduce(0, +) / Double(found.count)
    }

    /// EQ-3, EQ-4: three localities with their people and prevalence; twice the need is half the rate.
    @Test func accessIsAgainstNeed() throws {
        let localities = [(454_200.0, 0.21), (211_681, 0.17), (277_600, 0.14)]
        let need = localities.map { people, prevalence in
            var population = PopulationInput()
            population.registered = people
            population.adults = 0.79
            population.prevalence = prevalence
            return population.need
        }
        #expect(zip(need, [75_352.0, 28_429, 30_703]).allSatisfy { abs($0 - $1) < 1 })
        var scenario = SampleService.scenario()
        let base = scenario
        let once = try Self.mean(scenario, "access-rate")
        for team in scenario.teams.indices { scenario.teams[team].population.prevalence *= 2 }
        let twice = try Self.mean(scenario, "access-rate")
        #expect(abs(once - 2 * twice) < 1e-9 && once > 0)
        RuleEvidence.record(
            ["EQ-3", "EQ-4"], test: "MeasureEffectTests.accessIsAgainstNeed",
            switched: SwitchedKeys.between(base, scenario),
            effect: "twice the prevalence: access rate \(RuleEvidence.text(once)) falls to \(RuleEvidence.text(twice))")
    }

    /// KP-9: what is paid on top of pay is in the cost of a person treated.
    @Test func costFollowsPay() throws {
        var scenario = SampleService.scenario()
        let base = scenario
        let before = try Self.mean(scenario, "cost-per-person-treated")
        scenario.pay.onCosts = 0.56
        let after = try Self.mean(scenario, "cost-per-person-treated")
        #expect(abs(after / before - 1.2) < 1e-9)
        RuleEvidence.record(
            ["KP-9"], test: "MeasureEffectTests.costFollowsPay", switched: SwitchedKeys.between(base, scenario),
            effect:
                "on-costs 30% to 56%: £\(RuleEvidence.text(before)) to £\(RuleEvidence.text(after)) a person treated")
    }

    /// KT-8: who waits, one by one, is as many as the counts of the week's end say.
    @Test func whoWaitsIsCounted() {
        let scenario = SampleService.scenario()
        var simulation = SampleRun.settled(scenario, seed: 6, weeks: 12)
        simulation.run()
        let waiting = simulation.waiting()
        let record = simulation.finish()
        var counted = 0
        for team in 0..<2 {
            for counter in [Counter.beforeFirstAppointment, .waitingLow, .waitingHigh, .waitingStepUp] {
                counted += record.count(counter, week: 11, team: team)
            }
        }
        #expect(waiting.count == counted && waiting.allSatisfy { $0.days >= 0 })
        RuleEvidence.record(
            ["KT-8"], test: "MeasureEffectTests.whoWaitsIsCounted",
            effect: "\(waiting.count) people one by one, and as many in the counts by team, step and queue")
    }

    /// PR-1: the month runs from the assessment to the next contact of treatment. Where everybody is perinatal, as many
    /// are counted as begin a course after an assessment, and the first treatment contact, at the assessment, is not
    /// it.
    @Test func perinatalMonthRunsFromTheAssessment() {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices { scenario.teams[team].referrals.perinatal = 1 }
        var simulation = SampleRun.settled(scenario, seed: 6, weeks: 26)
        simulation.run()
        let record = simulation.finish()
        func total(_ counters: [Counter]) -> Int {
            counters.reduce(0) { sum, counter in
                (0..<26).reduce(sum) {
                    $0 + record.count(counter, week: $1, team: 0) + record.count(counter, week: $1, team: 1)
                }
            }
        }
        let treated = total([.perinatalTreated])
        #expect(treated > 100 && treated == total([.assessmentToLow, .assessmentToHigh]))
        let inTime = total([.perinatalTreatedWithin28])
        #expect(inTime == total([.lowWithin28, .highWithin28]) && inTime < treated)
        RuleEvidence.record(
            ["PR-1"], test: "MeasureEffectTests.perinatalMonthRunsFromTheAssessment",
            effect:
                "\(treated) courses begun after an assessment, \(inTime) within 28 days of it: the counts are the same")
    }
}
