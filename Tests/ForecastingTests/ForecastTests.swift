import BookingService
import BookingStore
import CareModel
import Experiments
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import ServiceSimulation
import Testing

/// Forecasts as a page asks for them.
@Suite struct ForecastTests {
    @Test func aTextBecomesAForecast() throws {
        let outcome = try SmallService.request().prepare().run()
        #expect(outcome.replications == 3 && outcome.weeks == 4)
        #expect(outcome.people == nil && outcome.shortfall == nil && outcome.minuteOfList == nil)
        let report = outcome.report(command: "by hand")
        #expect(report.manifest.scenario == "small" && report.manifest.command == "by hand")
        #expect(report.manifest.version == ProgramVersion.text && report.manifest.events > 0)
        let referrals = try #require(report.measures.first { $0.measure == "referrals" && $0.group.team == nil })
        #expect(referrals.mean > 24 && referrals.mean < 72)
        let interval = try #require(referrals.ci95)
        #expect(interval.contains(referrals.mean))
        #expect(report.weekly.contains { $0.week == 4 && $0.measure == "waiting-first-appointment" })
        #expect(report.assumptions.contains { $0.key == "teams.north.referrals.per-week" && $0.source == "measured" })
    }

    @Test func aFileAndATextOfTheSameWordsAreTheSameForecast() throws {
        let path = NSTemporaryDirectory() + "forecasting-\(UUID().uuidString).yaml"
        try Data(SmallService.text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try SmallService.request(.scenario(.file(path))).prepare().run().report()
        let text = try SmallService.request().prepare().run().report()
        #expect(file.manifest == text.manifest)
        #expect(ForecastJSON.document(file) == ForecastJSON.document(text))
    }

    @Test func changesAndSettingsAct() throws {
        var request = SmallService.request()
        request.changes = [ScenarioChange(key: "teams.north.referrals.per-week", value: "30")]
        request.settings.weeks = 2
        request.settings.seed = 7
        request.settings.measuresGroups = true
        request.settings.threads = 2
        let outcome = try request.prepare().run()
        let report = outcome.report()
        #expect(outcome.weeks == 2 && report.manifest.seed == 7)
        #expect(report.manifest.changes.map(\.text) == ["teams.north.referrals.per-week=30"])
        #expect(report.measures.contains { $0.group.people != nil })
        request.settings.threads = 1
        #expect(ForecastJSON.document(try request.prepare().run().report()) == ForecastJSON.document(report))
    }

    @Test func aPrecisionThatIsNotReachedIsSaid() throws {
        var request = SmallService.request()
        request.length = .precision(0.9)
        let outcome = try request.prepare().run()
        #expect(outcome.shortfall == nil && outcome.replications >= 10)
    }

    @Test func progressIsToldAndEndsWithTheLastRun() throws {
        let told = Notebook<RunProgress>()
        _ = try SmallService.request().prepare().run(RunWatch(progress: { told.add($0) }))
        #expect(told.values.first == .firstDay(scenario: 0))
        #expect(
            told.values.dropFirst().elementsEqual(
                (1...3).map { RunProgress.replications(scenario: 0, done: $0, planned: 3) }))
    }

    @Test func whoeverCancelsGetsNothing() throws {
        let prepared = try SmallService.request().prepare()
        let told = Notebook<RunProgress>()
        let error = #expect(throws: ForecastingError.self) {
            _ = try prepared.run(RunWatch(progress: { told.add($0) }, isCancelled: { told.values.count >= 2 }))
        }
        guard case .cancelled? = error else { throw WrongError("\(String(describing: error))") }
        #expect(told.values.count == 2, "one run was done, and no other begun")
    }
}

/// Forecasts of a service as it is today.
@Suite struct TodayForecastTests {
    @Test func aDatabaseBecomesAForecastWithItsPeople() throws {
        let database = try SmallDatabase()
        var request = SmallService.request(.service(database.source()))
        request.settings.weeks = 2
        let prepared = try request.prepare()
        #expect(prepared.warnings.isEmpty)
        let told = Notebook<RunProgress>()
        let outcome = try prepared.run(RunWatch(progress: { told.add($0) }))
        #expect(outcome.minuteOfList == database.now)
        let people = try #require(outcome.people)
        #expect(people.count >= 12)
        #expect(people.allSatisfy { $0.runs == PeopleHorizon.leastRuns })
        #expect(told.values.last == .people)
        // Chances are those of a service that moves as services do after a day, not of one that is known for certain.
        let today = try #require(prepared.today)
        func chances(_ scenario: ServiceScenario) -> [[Double]]? {
            let experiment = Experiment(
                scenario, seed: request.settings.seed, replications: PeopleHorizon.leastRuns, threads: 2)
            let weeks = PeopleHorizon.weeks(scenario.standards)
            return experiment.people(from: today.snapshot, weeks: weeks, isCancelled: { false })?.map { $0.chances }
        }
        #expect(chances(ServiceDrift.usual.known(prepared.loaded.scenario)) == people.map(\.chances))
        #expect(chances(prepared.loaded.scenario) != people.map(\.chances))
        #expect(outcome.report().manifest.start.contains("the service's own list"))
    }

    @Test func anotherScenarioIsTriedOutOnTheList() throws {
        let database = try SmallDatabase()
        let more = SmallService.text.replacingOccurrences(of: "role: pwp, count: 2", with: "role: pwp, count: 3")
        let prepared = try SmallService.request(.service(database.source(.text(more)))).prepare()
        #expect(prepared.today?.staffNote?.contains("1 more clinician") == true)
    }

    @Test func theDatabaseKeepsItsScenarioWithWhatWasLaidOverIt() throws {
        let database = try SmallDatabase([ScenarioChange(key: "weeks", value: "9")])
        let store = try BookingStore.open(at: database.path)
        defer { try? store.close() }
        let kept = try StoredService.scenario(of: store)
        #expect(kept.scenario.weeks == 9)
        #expect(kept.texts == [ScenarioText(name: "small.yaml", text: SmallService.text)])
        let other = try StoredService.scenario(of: store, [ScenarioChange(key: "weeks", value: "5")])
        #expect(other.scenario.weeks == 5)
    }

    @Test func whoeverCancelsWhilePeopleAreFollowedGetsNothing() throws {
        let database = try SmallDatabase()
        var request = SmallService.request(.service(database.source()))
        request.settings.weeks = 1
        let told = Notebook<RunProgress>()
        let error = #expect(throws: ForecastingError.self) {
            _ = try request.prepare().run(
                RunWatch(progress: { told.add($0) }, isCancelled: { told.values.last == .people }))
        }
        guard case .cancelled? = error else { throw WrongError("\(String(describing: error))") }
    }

    @Test func everyErrorIsTyped() throws {
        func error(_ subject: ForecastRequest.Subject) -> ForecastingError? {
            #expect(throws: ForecastingError.self) { _ = try SmallService.request(subject).prepare() }
        }
        guard case .scenario(let faults)? = error(.scenario(.text("name: x\nstarts: 1"))) else {
            throw WrongError("a scenario")
        }
        #expect(faults.kind == .badData && faults.diagnostics.contains { $0.line == 2 && $0.key == "starts" })
        guard case .scenario(let missing)? = error(.scenario(.file("/nowhere/at/all.yaml"))) else {
            throw WrongError("a file")
        }
        #expect(missing.kind == .missingInput)
        let nowhere = TodaySource(database: "/nowhere/at.all", now: CivilMinute(minutes: 0), by: SmallService.author)
        guard case .store(.missing)? = error(.service(nowhere)) else { throw WrongError("a database") }
        let database = try SmallDatabase()
        let others = SmallService.text.replacingOccurrences(of: "name: north", with: "name: south")
        guard case .service(.invalid(let words))? = error(.service(database.source(.text(others)))) else {
            throw WrongError("other teams")
        }
        #expect(words.contains("the database has no team south") && words.contains("the scenario has no team north"))
        guard case .scenario? = error(.service(database.source(.text("name: x")))) else {
            throw WrongError("another scenario")
        }
        var changed = SmallService.request(.service(database.source()))
        changed.changes = [ScenarioChange(key: "weeks", value: "0")]
        let stored = #expect(throws: ForecastingError.self) { _ = try changed.prepare() }
        guard case .storedScenario(let own)? = stored else { throw WrongError("a stored scenario") }
        #expect(own.description.hasPrefix("--set: weeks"))
    }

    @Test func whatIsOutOfRangeIsSaidAtOnce() throws {
        var request = SmallService.request()
        request.settings.weeks = 0
        request.settings.threads = 257
        request.length = .replications(0)
        let error = #expect(throws: ForecastingError.self) { _ = try request.prepare() }
        guard case .settings? = error else { throw WrongError("\(String(describing: error))") }
        #expect(
            error?.description
                == "weeks is 1 to 520, not 0\nreplications is 1 to 100000, not 0\nthreads is 1 to 256, not 257")
        request.length = .precision(1)
        #expect(request.faults.map(\.setting) == ["weeks", "precision", "threads"])
    }
}
