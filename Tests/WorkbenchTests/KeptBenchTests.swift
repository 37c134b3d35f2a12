import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import Testing

@testable import Workbench

/// A forecast is kept as the command keeps it, once and for good; what came of it is what the command says.
@Suite struct KeptBenchTests {
    /// A database with an administrator, a manager and a commissioner.
    private static func database() throws -> TwoTeams.Database {
        try TwoTeams.Database(users: [.administrator, .manager, .commissioner])
    }

    /// What is kept of what came of forecasts.
    private static func said(_ database: TwoTeams.Database) -> [String] {
        let place = database.folder.url.appending(path: "forecasts/said").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
    }

    private static func keeper(_ user: Int64 = 1) -> Keeper {
        Keeper(user: user, name: "Invented \(user)", at: "23 November 2026, 10:00")
    }

    private static func question(_ scenario: String = ScenarioShelf.ownName, _ whatIfs: [WhatIf] = []) -> Question {
        Question(scenario: scenario, weeks: 10, whatIfs: whatIfs)
    }

    private func keep(
        _ database: TwoTeams.Database, _ question: Question = question(), as name: String = "Mine", by user: Int64 = 1,
        on bench: Bench? = nil
    ) async throws -> String {
        try await (bench ?? database.bench()).keep(
            question, as: name, by: Self.keeper(user), for: "user \(user)", at: database.moment())
    }

    /// The bytes are those that `forecast --quick --keep` would write of the same scenario, changes and minute.
    @Test(arguments: [ScenarioShelf.ownName, ScenarioShelf.todayName], [false, true])
    func itIsTheForecastThatTheCommandKeeps(scenario: String, isChanged: Bool) async throws {
        let database = try Self.database()
        let bench = database.bench()
        let id = try await keep(database, Self.question(scenario, isChanged ? [TwoTeams.more] : []), on: bench)
        let isToday = scenario == ScenarioShelf.todayName
        let source = TodaySource(database: database.path, now: database.now, by: database.moment().author)
        var request = ForecastRequest(of: isToday ? .service(source) : .scenario(TwoTeams.source))
        let sliders = try await bench.scenario(scenario, for: "user 1", at: database.moment()).sliders
        if isChanged { request.changes = try TwoTeams.more.changes(sliders) }
        request.settings.weeks = 10
        let own = try request.prepare().run().kept(made: database.now)
        let forecasts = try #require(bench.forecasts)
        let saved = try #require(forecasts.find(id))
        #expect(forecasts.text(of: saved) == KeptFile.document(own))
        #expect(saved.isOfList == isToday && saved.title == (isChanged ? "Two Teams, More" : "Two Teams"))
        #expect(saved.days.lowerBound == own.manifest.starts && saved.months.first == CivilDay("2026-12-01"))
        // A month has passed on the day after its last.
        let passed = ["2026-12-31", "2027-01-01", "2027-01-31", "2027-02-01"].compactMap { CivilDay($0) }
        #expect(passed.map { saved.monthsPassed(by: $0) } == [0, 1, 1, 2])
        #expect(saved.firstMonthIsWhole == CivilDay("2027-01-01") && saved.months.count == 2)
        #expect(own.manifest.replications >= ForecastOutcome.leastRunsToKeep)
        let text = try #require(forecasts.text(of: saved)).lowercased()
        #expect(!text.contains("invented person"))
    }

    /// What was said stays as it is after a restart and after other forecasts.
    @Test func whatWasSaidStays() async throws {
        let database = try Self.database()
        let id = try await keep(database)
        let saved = try #require(database.bench().forecasts?.find(id))
        let text = try #require(database.bench().forecasts?.text(of: saved))
        _ = try await keep(database, Self.question(ScenarioShelf.ownName, [TwoTeams.more]), as: "Another")
        let after = try #require(database.bench().forecasts)
        #expect(after.find(id) == saved && after.text(of: saved) == text)
        #expect(after.all().map(\.saved.name) == ["Another", "Mine"] && Self.said(database).count == 2)
    }

    @Test func twoOfOneNameAreToldAndTheFirstStays() async throws {
        let database = try Self.database()
        let id = try await keep(database)
        let first = Self.said(database)
        let fault = await #expect(throws: SavedFault.self) { _ = try await keep(database, as: " mine ", by: 2) }
        #expect(fault?.words == "'Mine' is kept already, by Invented 1: choose another name")
        // At once: one is kept, and nothing is left of the other.
        let bench = database.bench()
        let kept = await withTaskGroup(of: Bool.self) { group in
            for user in Int64(1)...2 {
                group.addTask { (try? await keep(database, as: "At once", by: user, on: bench)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(kept == 1 && Self.said(database).count == 2 && first.allSatisfy(Self.said(database).contains))
        #expect(bench.forecasts?.find(id)?.owner == 1)
    }

    @Test func onlyWhoKeepsItOrAnAdministratorTakesItAway() async throws {
        let database = try Self.database()
        let id = try await keep(database)
        let forecasts = try #require(database.bench().forecasts)
        #expect(throws: SavedFault.notYours(owner: "Invented 1")) { try forecasts.remove(id, by: 2, isAnybodys: false) }
        #expect(Self.said(database).count == 1)
        try forecasts.remove(id, by: 2, isAnybodys: true)
        #expect(forecasts.find(id) == nil && Self.said(database).isEmpty)
        #expect(throws: SavedFault.missing) { try forecasts.remove(id, by: 1, isAnybodys: false) }
    }

    @Test func whatCannotBeKeptIsRefusedAndNothingIsLeft() async throws {
        let database = try Self.database()
        await #expect(throws: SavedFault.name) { _ = try await keep(database, as: " ") }
        await #expect(throws: BenchFault.self) { _ = try await keep(database, Self.question("nowhere")) }
        let long = Question(scenario: ScenarioShelf.ownName, weeks: 1000, whatIfs: [])
        await #expect(throws: BenchFault.self) { _ = try await keep(database, long) }
        let beyond = WhatIf(name: "Beyond", settings: [.init(slider: "north.posts.1", value: 4000)])
        await #expect(throws: BenchFault.self) {
            _ = try await keep(database, Self.question(ScenarioShelf.ownName, [beyond]))
        }
        #expect(Self.said(database).isEmpty && database.bench().forecasts?.all().isEmpty == true)
    }

    /// What the bench says of a kept forecast is what the command says of its file.
    @Test func whatCameIsWhatTheCommandSays() async throws {
        let database = try Self.database()
        let bench = database.bench()
        let id = try await keep(database, on: bench)
        let saved = try #require(bench.forecasts?.find(id))
        let early = try await bench.outcome(of: saved, for: "user 1", at: database.moment())
        guard case .nothingYet(let words) = early else { throw Unexpected("\(early)") }
        #expect(
            words.hasPrefix("Nothing can be scored yet: the first span that was forecast ends on Sunday"), "\(words)")
        #expect(words.contains("what this service has counted") && !words.contains(database.folder.url.path))
        let moment = database.moment(weeks: 7)
        let found = try await bench.outcome(of: saved, for: "user 1", at: moment)
        guard case .scored(let report) = found else { throw Unexpected("\(found)") }
        let file = "\(database.folder.url.path)/forecasts/said/\(Self.said(database)[0])"
        let own = try ScoreRequest([file], against: .database(database.path, now: moment.now, by: moment.author)).run()
        #expect(report.scored == own.scored && report.left == own.left && !own.scored.isEmpty)
        #expect(ScoreWords.together(report) == ScoreWords.together(own))
        #expect(ScoreCSV.files(report).map(\.text) == ScoreCSV.files(own).map(\.text))
        // The folder is one that the command reads.
        let folder = "\(database.folder.url.path)/forecasts/said"
        let all = try ScoreRequest([folder], against: .database(database.path, now: moment.now, by: moment.author))
            .run()
        #expect(all.scored == own.scored)
        // The list and broken promises come from the records too: nobody is seen, so all who waited wait.
        let list = report.scored.filter { $0.row.measure == "waiting-first-appointment" && $0.row.span == .week }
        #expect(list.filter { $0.row.team == nil }.count == 7 && list.allSatisfy { $0.actual > 0 })
        let passed = report.scored.filter { $0.row.measure == "first-appointment-breaches-28" && $0.row.team == nil }
        #expect(passed.contains { $0.actual > 0 })
    }

    /// To whoever may not see people, no number of fewer than 5 is told, and counts are told in fives (EQ-1).
    @Test func smallNumbersAreNotToldToWhoeverSeesTotals() async throws {
        let database = try Self.database()
        let bench = database.bench()
        let id = try await keep(database, on: bench)
        let saved = try #require(bench.forecasts?.find(id))
        func report(_ user: Int64) async throws -> ScoreReport {
            let moment = database.moment(weeks: 7, user: user)
            let found = try await bench.outcome(of: saved, for: "user \(user)", at: moment)
            guard case .scored(let report) = found else { throw Unexpected("\(found)") }
            return report
        }
        let (whole, shared) = (try await report(database.users[1]), try await report(database.users[2]))
        #expect(whole.scored.contains { (1..<5).contains($0.actual) }, "else nothing is tried here")
        #expect(!shared.scored.isEmpty && shared.scored.count < whole.scored.count)
        let counted = ["referrals", "first-appointments", "waiting-first-appointment", "first-appointment-breaches-28"]
        let counts = shared.scored.filter { counted.contains($0.row.measure) }
        #expect(!counts.isEmpty && counts.allSatisfy { $0.actual >= 5 && $0.actual.remainder(dividingBy: 5) == 0 })
        for row in counts {
            let own = try #require(whole.scored.first { $0.row == row.row })
            #expect(abs(own.actual - row.actual) <= 2.5 && own.actual >= 5, "\(row)")
        }
        let left = shared.left.filter { $0.reason == .suppressed }
        #expect(!left.isEmpty && shared.left.allSatisfy { $0.reason != .nobody })
    }

    @Test func aForecastOfAnotherServiceIsRefused() async throws {
        let database = try Self.database()
        let other = ScenarioSource.text(TwoTeams.text.replacing("name: south", with: "name: west"), name: "other.yaml")
        let bench = database.bench(other)
        let id = try await keep(database, on: bench)
        let saved = try #require(bench.forecasts?.find(id))
        let found = try await bench.outcome(of: saved, for: "user 1", at: database.moment(weeks: 7))
        guard case .refused(let words) = found else { throw Unexpected("\(found)") }
        #expect(words.hasPrefix("It is of another service than this one"))
        // A file that was damaged is said to be so, and stays.
        let file = "\(database.folder.url.path)/forecasts/said/\(Self.said(database)[0])"
        try Data("{".utf8).write(to: URL(fileURLWithPath: file))
        let damaged = try await bench.outcome(of: saved, for: "user 1", at: database.moment(weeks: 7))
        guard case .refused(let why) = damaged else { throw Unexpected("\(damaged)") }
        #expect(!why.contains(database.folder.url.path) && Self.said(database).count == 1, "\(why)")
    }

    private struct Unexpected: Error {
        let what: String
        init(_ what: String) { self.what = String(what.prefix(300)) }
    }
}
