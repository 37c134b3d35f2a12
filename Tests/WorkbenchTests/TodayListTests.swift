import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import Testing

@testable import Workbench

/// What-ifs from a service's own list of today: what they show is what the forecast from its database says, and nobody
/// is named.
@Suite struct TodayListTests {
    private static let question = Question(
        scenario: ScenarioShelf.todayName, weeks: 6, whatIfs: [TwoTeams.more])

    /// The service as it is, on the page, has the numbers of `stepcare forecast --from` for that day; a what-if those
    /// of the same forecast with its changes.
    @Test func theNumbersAreThoseOfTheForecastFromTheDatabase() async throws {
        let database = try TwoTeams.Database()
        let report = try await database.bench().look(Self.question, .first, for: "somebody", at: database.moment())
        let scenario = try await database.bench().scenario("today", for: "somebody", at: database.moment())
        let changes = try TwoTeams.more.changes(scenario.sliders)
        for (place, changes) in [[], changes].enumerated() {
            let source = TodaySource(database: database.path, now: database.now, by: Author(user: 0, origin: "test"))
            var request = ForecastRequest(of: .service(source), changes: changes)
            request.length = .replications(LookStage.first.runs)
            request.settings.weeks = 6
            let forecast = try request.prepare().run().report()
            var compared = 0
            for row in report.rows where row.group == MeasureGroup() {
                guard let told = forecast.measures.first(where: { $0.measure == row.measure && $0.group == row.group })
                else { continue }
                let mean = row.means[place] ?? .nan
                let isSame = mean == told.mean || (mean.isNaN && !told.mean.isFinite)
                #expect(isSame, "\(row.measure) \(mean) \(told.mean)")
                compared += 1
            }
            #expect(compared > 30, "\(compared)")
        }
        let name = "waiting-first-appointment-at-start"
        let start = report.rows.first { $0.measure == name && $0.group == MeasureGroup() }
        #expect(start?.means[0] == start?.means[1] && start?.means[0] != nil)
    }

    @Test func aListIsKeptForAWhileAndReadAnewThen() async throws {
        let database = try TwoTeams.Database()
        let bench = database.bench()
        let first = try await bench.scenario("today", for: "somebody", at: database.moment())
        #expect(first.readAt == database.now && (first.peopleOnList ?? 0) > 0)
        let soon = try await bench.scenario("today", for: "somebody", at: database.moment(minutes: 14))
        #expect(soon.readAt == database.now)
        let later = try await bench.scenario("today", for: "somebody", at: database.moment(minutes: 15))
        #expect(later.readAt == database.now + 15)
        // Nobody's name is in what is taken away.
        let text = try bench.file(of: Self.question, 0)
        #expect(!text.lowercased().contains("invented person") && text.contains("teams.north.staff.pwp.count=3"))
        // Who looked is in the access log.
        let store = try BookingStore.open(at: database.path)
        defer { try? store.close() }
        #expect(try store.read { try $0.accesses(ofPerson: nil) }.contains { $0.what == "what-ifs from today's list" })
    }

    @Test func withoutADatabaseThereIsNoToday() async throws {
        let folder = TwoTeams.Folder()
        let bench = TwoTeams.bench(folder)
        #expect(!bench.hasToday)
        let moment = LookMoment(now: CivilMinute(minutes: 0), author: Author(user: 0, origin: "test"))
        await #expect(throws: BenchFault.self) { _ = try await bench.scenario("today", for: "x", at: moment) }
    }
}
