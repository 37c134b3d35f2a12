import CareModel
import Forecasting
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import ServicePlanning

/// Time to read referrals, as a plan chooses it (RF-5, CL-5).
@Suite struct ScreeningTimeTests {
    /// Where the duty team's desk has so little time that twice the referrals cannot be read.
    private func request(_ vary: [String], desk: Int = 20) -> PlanRequest {
        var request = SmallPlan.request(
            ["waiting-first-appointment<=1000", "first-appointments>=1", "referrals>=1"], vary: vary)
        request.changes = [ScenarioChange(key: "screening.desk-minutes-per-day", value: "\(desk)")]
        request.letsWaitsMove = true
        return request
    }

    @Test func aStepIsHalfOfWhatIsThereForDeskAndSeniors() throws {
        let prepared = try request(["north:screening"], desk: 105).prepare()
        let variable = try #require(prepared.variables.first)
        #expect(variable.name == "north:screening" && variable.range == 0...4)
        let service = PlannedService(
            prepared.loaded, changes: prepared.request.changes, variables: prepared.variables, hiresAQuarter: nil)
        for (steps, desk, senior) in [(0, 105, 60), (1, 158, 90), (2, 210, 120), (4, 315, 180)] {
            let planned = try #require(service.scenario([steps]))
            let screening = planned.teams[0].practice.screening
            #expect(screening.deskMinutesPerDay == desk && screening.seniorMinutesPerDay == senior)
            #expect(planned.teams[1].practice == prepared.loaded.scenario.teams[1].practice)
        }
        // 52.5 minutes a day are 0.146 posts of which somebody is there on four days in five; 30 of seniors 0.083.
        let pay = prepared.loaded.scenario.pay
        let pounds = 0.14583 * pay.yearly(.wellbeingPractitioner) + 0.08333 * pay.yearly(.highIntensityTherapist)
        #expect(abs(variable.poundsAYear - pounds) < 5)
        #expect(variable.words(2) == "330 minutes a day for screening instead of 165")
    }

    @Test func whatCannotBeReadDoesNotJoinTheListAndMoreTimeBringsIt() throws {
        let prepared = try request(["referrals=0%..100%/50%", "screening=0..4"], desk: 20).prepare()
        let (problem, _, _, fluid) = try SmallPlan.problem(prepared)
        func both(_ point: [Int]) throws -> (fluid: [Double], simulated: [Double]) {
            let runs = (0..<8).map { problem.run(point, $0) }
            let means = prepared.targets.indices.map { place in runs.reduce(0) { $0 + $1[place] } / 8 }
            return (try #require(fluid.estimate(point.map(Double.init))), means)
        }
        let short = try both([2, 0, 0])
        let enough = try both([2, 4, 4])
        // First appointments: the door holds some back, and the fluid model says so within a tenth.
        for found in [short, enough] {
            for place in [1, 2] {
                #expect(abs(found.fluid[place] / found.simulated[place] - 1) < 0.1, "\(found)")
            }
        }
        #expect(enough.simulated[1] > short.simulated[1] * 1.05 && enough.fluid[1] > short.fluid[1] * 1.05)
    }

    @Test func itIsAUsualChoiceOnlyWhereReferralsThatAreNeededCouldNotBeRead() throws {
        func names(_ target: String, desk: Int) throws -> [String] {
            var request = SmallPlan.request([target])
            request.changes = [ScenarioChange(key: "screening.desk-minutes-per-day", value: "\(desk)")]
            return try request.prepare().variables.map(\.name).filter { $0.hasSuffix("screening") }
        }
        #expect(try names("access-rate>=5%", desk: 60) == ["north:screening"])
        #expect(try names("access-rate>=5%", desk: 1_000).isEmpty)
        #expect(try names("first-appointment-within-28-days>=50%", desk: 60).isEmpty)
        #expect(try names("first-appointment-within-28-days>=50%", desk: 15) == ["north:screening", "south:screening"])
    }
}
