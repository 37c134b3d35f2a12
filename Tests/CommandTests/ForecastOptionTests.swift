import Foundation
import TestSupport
import Testing

/// What each option of a forecast does.
@Suite struct ForecastOptionTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// A forecast of the small service, as its JSON has it.
    private struct Forecast {
        let outcome: Outcome
        let manifest: [String: Any]
        let lastWeek: Int

        var runs: Int { manifest["replications"] as? Int ?? 0 }
    }

    private func forecast(_ arguments: String...) throws -> Forecast {
        let all = ["forecast", "service.yaml", "--format", "json"] + arguments
        let outcome = try workspace.start(Workspace.program, all).outcome()
        try #require(outcome.code == 0)
        let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        let weekly = try #require(document["weekly"] as? [[String: Any]])
        return Forecast(
            outcome: outcome, manifest: try #require(document["manifest"] as? [String: Any]),
            lastWeek: weekly.compactMap { $0["week"] as? Int }.max() ?? 0)
    }

    @Test func weeks() throws {
        for weeks in [1, 3, 9] {
            let forecast = try forecast("--replications", "2", "--weeks", "\(weeks)")
            #expect(forecast.manifest["weeks"] as? Int == weeks)
            #expect(forecast.lastWeek == weeks)
        }
        let set = try forecast("--replications", "2", "--set", "weeks=2")
        #expect(set.lastWeek == 2)
        let both = try forecast("--replications", "2", "--set", "weeks=2", "--weeks", "4")
        #expect(both.lastWeek == 4)
    }

    @Test func replications() throws {
        #expect(try forecast("--replications", "1").runs == 1)
        #expect(try forecast("--replications", "17").runs == 17)
        #expect(try forecast().runs == 30)
    }

    @Test func precisionStopsAsSoonAsItIsReached() throws {
        let oneDay = ["--set", "start.first-days=1"]
        let rough = try forecast("--precision", "0.9", oneDay[0], oneDay[1])
        #expect(rough.runs == 10)
        #expect(rough.outcome.err == "")
        let finer = try forecast("--precision", "0.08", oneDay[0], oneDay[1])
        #expect(finer.runs > 10 && finer.runs < 1000 && finer.runs % 10 == 0)
        #expect(finer.outcome.err == "")
    }

    @Test func precisionThatIsNeverReachedIsReported() throws {
        let forecast = try forecast("--precision", "0.000001", "--weeks", "2")
        #expect(forecast.runs == 1000)
        #expect(forecast.outcome.err.hasPrefix("The precision asked for was not reached in 1000 runs: the mean"))
    }

    @Test func theSeedNamesTheAnswer() throws {
        let one = try forecast("--replications", "2")
        #expect(one.manifest["seed"] as? Int == 1)
        #expect(try forecast("--replications", "2", "--seed", "1").outcome.out == one.outcome.out)
        #expect(try forecast("--replications", "2", "--seed", "2").outcome.out != one.outcome.out)
        let largest = try forecast("--replications", "2", "--seed", "18446744073709551615")
        #expect(largest.outcome.out.contains("\"seed\":18446744073709551615,"))
    }

    @Test func threadsChangeNothing() throws {
        let one = try forecast("--replications", "5", "--threads", "1")
        for threads in ["2", "5", "256"] {
            #expect(try forecast("--replications", "5", "--threads", threads).outcome.out == one.outcome.out)
        }
    }

    @Test func theLastValueOfAKeyWins() throws {
        let one = try forecast("--replications", "2", "--set", "weeks=9", "--set", "weeks=3")
        #expect(one.lastWeek == 3)
    }
}
