import CareModel
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import Synchronization
import Testing

@testable import Workbench

/// How a service stands is what `stepcare forecast --by-group` finds, as far as it may be shared; worked out once.
@Suite struct StandingTests {
    private let folder = TwoTeams.Folder()
    private let asked = StandingQuestion(scenario: ScenarioShelf.ownName, weeks: 12)

    @Test func itIsTheForecastAsFarAsItMayBeShared() async throws {
        let bench = TwoTeams.bench(folder)
        for stage in LookStage.allCases {
            #expect(bench.knownStanding(asked, stage) == nil)
            let found = try await bench.standing(asked, stage)
            var request = ForecastRequest(of: .scenario(TwoTeams.source))
            request.length = .replications(stage.runs)
            request.settings.weeks = 12
            request.settings.measuresGroups = true
            let forecast = try request.prepare().run().report()
            let rows = SharedFigures.of(forecast).measures
            #expect(found.measures == rows && found.manifest.replications == stage.runs)
            // What is shared is a part of what there is; of groups what may be told stays as it is.
            #expect(rows.count > 20 && rows.count < forecast.measures.count)
            #expect(rows.contains { $0.group.people != nil })
            #expect(rows.contains { $0.measure == "cost-per-person-treated" })
            #expect(bench.knownStanding(asked, stage)?.measures == rows)
        }
    }

    @Test func howeverManyAskItIsWorkedOutOnce() async throws {
        let (bench, asked) = (TwoTeams.bench(folder, processors: 1), asked)
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await bench.standing(asked, .first).measures.count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 20 && Set(answers).count == 1)
        #expect(bench.standings.withLock { $0.known.count } == 1)
        #expect(bench.standings.withLock { $0.working.isEmpty })
    }

    @Test func whatCannotBeAskedIsRefused() async throws {
        let bench = TwoTeams.bench(folder)
        for weeks in [0, 3, 105] {
            await #expect(throws: BenchFault.self) {
                _ = try await bench.standing(StandingQuestion(scenario: ScenarioShelf.ownName, weeks: weeks), .first)
            }
        }
        await #expect(throws: BenchFault.self) {
            _ = try await bench.standing(StandingQuestion(scenario: "nowhere", weeks: 13), .first)
        }
        bench.close()
        await #expect(throws: BenchFault.self) { _ = try await bench.standing(asked, .first) }
    }
}
