import CareModel
import ServiceSimulation
import TestSupport
import Testing

@testable import ScenarioFiles

/// A rate that is typed in comes out, of the appointments that its key names.
@Suite struct RateTests {
    /// The shares of all appointments of a service in which nothing but the keys acts on them.
    private func shares(_ missed: Double, _ cancelled: Double, _ provider: Double) throws -> [Double] {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let neutral = [
            ("attendance.odds-per-30-days-wait", 1.0), ("attendance.odds-self-referred", 1),
            ("attendance.odds-per-session", 1), ("attendance.too-late", 0), ("attendance.misses-that-end", 0),
            ("waiting.first-appointment-half-days", 10_000), ("waiting.low-half-days", 10_000),
            ("waiting.high-half-days", 10_000), ("waiting.step-up-half-days", 10_000), ("waiting.shape", 3),
            ("attendance.makes-contact", 1), ("attendance.rebooks", 1), ("workforce.sickness", 0),
            ("workforce.parental-leave-per-year", 0), ("workforce.low-leavers-per-year", 0),
            ("workforce.high-leavers-per-year", 0), ("attendance.did-not-attend-first", missed),
            ("attendance.did-not-attend-treatment", missed), ("attendance.did-not-attend-keeping-in-touch", missed),
            ("attendance.cancelled-first", cancelled), ("attendance.cancelled-treatment", cancelled),
            ("attendance.cancelled-keeping-in-touch", cancelled), ("attendance.provider-cancels", provider),
        ]
        let set = neutral.map { (key: $0.0, value: "\($0.1)") } + [("keeping-in-touch.is-on", "false")]
        let scenario = try folder.load(set: set + [("levers", "[]")]).scenario
        var simulation = Simulation(
            scenario, from: InitialList.snapshot(of: scenario, seed: 3), seed: 3, replication: 0, weeks: 30)
        simulation.run()
        let record = simulation.finish()
        let all = Double(record.total(.appointments, team: 0))
        #expect(all > 10_000)
        return [Counter.didNotAttend, .cancelledByPatient, .cancelledByProvider, .attended].map {
            Double(record.total($0, team: 0)) / all
        }
    }

    @Test(
        "DNAs, cancellations by the person and by the service, of all appointments",
        arguments: [[0.09, 0.102, 0.032], [0.3, 0.3, 0], [0, 0, 0], [0.2, 0, 0.3]])
    func comesOut(typed: [Double]) throws {
        let found = try shares(typed[0], typed[1], typed[2])
        for (share, wanted) in zip(found, typed) {
            // Five standard errors of ten thousand appointments; people who give up waiting cancel what is booked.
            #expect(abs(share - wanted) < 5 * (wanted * (1 - wanted) / 10_000).squareRoot() + 0.006, "\(found)")
        }
    }

    @Test func oneIsEverybody() throws {
        #expect(try shares(1, 0, 0)[3] == 0)
    }
}
