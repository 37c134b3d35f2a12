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
        func estimate(_ name: String, _ steps: Double) throws -> [Double] {
            try #require(fluid.estimate(prepared.variables.map { $0.name == name ? steps : 0 }))
        }
        let nothing = try estimate("", 0)
        let pwp = try estimate("north:pwp", 1)
        let half = try estimate("north:pwp", 0.5)
        let referrals = try estimate("referrals", 5)
        // Lists are to be short, so that their values are negative.
        #expect(pwp[1] >= nothing[1] && pwp[2] > nothing[2] && pwp[0] >= nothing[0])
        #expect(half[2] > nothing[2] && half[2] < pwp[2])
        #expect(referrals[1] < nothing[1] && referrals[0] > nothing[0] && referrals[4] > nothing[4])
        // A post costs what it is paid for the weeks in which it is there.
        let pounds = prepared.variables[0].poundsAYear * Double(prepared.targets[5].weeks.count) / 52.18
        #expect(abs(pwp[5] - nothing[5] - pounds) < 1)
    }
}
