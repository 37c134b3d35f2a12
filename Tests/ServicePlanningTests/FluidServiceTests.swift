import CareModel
import Experiments
import Forecasting
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import ServicePlanning

/// The fluid model: exact where its rates are measured, and moved by what flows.
@Suite struct FluidServiceTests {
    private let targets = [
        "first-appointments>=1", "waiting-first-appointment<=1000", "waiting-treatment-low<=1000",
        "waiting-treatment-high<=1000", "access-rate>=1%", "staff-cost>=1",
    ]

    @Test func withNothingChangedItSaysWhatWasMeasured() throws {
        var request = SmallPlan.request(targets, vary: ["pwp=0..4", "hit=0..4", "referrals=0%..100%/10%"])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let (problem, _, _, fluid) = try SmallPlan.problem(prepared)
        let nothing = prepared.variables.map { _ in 0 }
        let estimate = try #require(fluid.estimate(nothing.map(Double.init)))
        let runs = (0..<4).map { problem.run(nothing, $0) }
        for place in prepared.targets.indices {
            let mean = runs.reduce(0) { $0 + $1[place] } / 4
            #expect(abs(estimate[place] - mean) <= 0.02 * max(1, abs(mean)), "\(prepared.targets[place].title)")
        }
    }

    @Test func morePostsShortenListsAndMoreReferralsLengthenThem() throws {
        var request = SmallPlan.request(targets, vary: ["pwp=0..4", "hit=0..4", "referrals=0%..100%/10%"])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let (_, _, _, fluid) = try SmallPlan.problem(prepared)
        // Twice the referrals: a service that cannot see all.
        func estimate(_ name: String, _ steps: Double) throws -> [Double] {
            try #require(
                fluid.estimate(prepared.variables.map { $0.name == name ? steps : $0.name == "referrals" ? 10 : 0 }))
        }
        let nothing = try estimate("", 0)
        let pwp = try estimate("north:pwp", 2)
        let half = try estimate("north:pwp", 0.5)
        let hit = try estimate("south:hit", 2)
        let referrals = try estimate("referrals", 15)
        // Lists are to be short, so that their values are negative.
        #expect(pwp[1] > nothing[1] && pwp[0] > nothing[0] && pwp[4] > nothing[4])
        #expect(half[1] > nothing[1] && half[1] < pwp[1])
        #expect(hit[3] > nothing[3])
        #expect(referrals[1] < nothing[1])
        // A post costs what it is paid for the weeks in which it is there.
        let pounds = 2 * prepared.variables[0].poundsAYear * Double(prepared.targets[5].weeks.count) / 52.18
        #expect(abs(pwp[5] - nothing[5] - pounds) < 1)
    }
}

/// The fluid model beside the simulation, where there is more to do than there is time for.
@Suite struct FluidOverloadTests {
    /// A start of the lists and caseloads that are there: it once began with nobody.
    @Test func itBeginsWithWhoIsThere() throws {
        var request = SmallPlan.request(["waiting-first-appointment<=1000"], vary: ["pwp=0..4", "hit=0..4"])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let (_, service, days, fluid) = try SmallPlan.problem(prepared)
        let experiment = Experiment(service.unchanged, seed: 1, replications: 4, threads: 2)
        let records = (0..<4).map { experiment.record(replication: $0, from: days[0]) }
        for team in 0..<2 {
            let weeks = fluid.weeks(prepared.variables.map { _ in 0 }, team: team)
            let counted = CountedWeeks(records: records, team: team)
            for (model, simulated) in [
                (weeks.inLow, counted.weekly(.inTreatmentLow)), (weeks.inHigh, counted.weekly(.inTreatmentHigh)),
            ] {
                #expect(simulated[0] > 25 && abs(model[0] / simulated[0] - 1) < 0.15, "\(model[0]), \(simulated[0])")
                let end = (model.suffix(8).reduce(0, +), simulated.suffix(8).reduce(0, +))
                #expect(abs(end.0 / end.1 - 1) < 0.2, "\(end)")
            }
        }
    }

    /// Lists for which there is no time grow to where as many give up as come too much, and new clinicians' caseloads
    /// fill before they flow: without patience and without stages both were far off.
    @Test func listsAtTheEndOfAYearOfOverloadAreNearThoseOfTheSimulation() throws {
        var request = SmallPlan.request(
            ["waiting-first-appointment<=1000"], vary: ["referrals=0%..200%/10%"])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let (_, service, days, fluid) = try SmallPlan.problem(prepared)
        let point = [15]
        let experiment = Experiment(try #require(service.scenario(point)), seed: 1, replications: 8, threads: 2)
        let records = (0..<8).map { experiment.record(replication: $0, from: days[$0 % days.count]) }
        var lists: [(name: String, model: Double, simulated: Double)] = []
        for team in 0..<2 {
            let weeks = fluid.weeks(point.map(Double.init), team: team)
            let counted = CountedWeeks(records: records, team: team)
            func end(_ counters: Counter...) -> Double {
                counters.reduce(0) { $0 + counted.weekly($1).suffix(8).reduce(0, +) / 8 }
            }
            func end(_ values: [Double]) -> Double { values.suffix(8).reduce(0, +) / 8 }
            lists += [
                (
                    "first \(team)", end(weeks.waitingFirst), end(.waitingFirstAppointment, .firstAppointmentBooked)
                ),
                ("high \(team)", end(weeks.waitingHigh), end(.waitingHigh, .waitingStepUp)),
                ("in high \(team)", end(weeks.inHigh), end(.inTreatmentHigh)),
            ]
        }
        for list in lists { #expect(abs(list.model - list.simulated) < 0.1 * list.simulated + 4, "\(list)") }
    }

    @Test func listsInOverloadAreWithinATenthOfThoseOfTheSimulation() throws {
        var request = SmallPlan.request(
            ["waiting-first-appointment<=1000", "first-appointments>=1"], vary: ["referrals=0%..200%/10%"])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let (problem, _, _, fluid) = try SmallPlan.problem(prepared)
        let runs = (0..<8).map { problem.run([10], $0) }
        let estimate = try #require(fluid.estimate([10]))
        for place in 0..<2 {
            let mean = runs.reduce(0) { $0 + $1[place] } / 8
            #expect(abs(estimate[place] / mean - 1) < 0.1, "\(estimate[place]) beside \(mean)")
        }
    }
}
