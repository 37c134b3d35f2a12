import BookingService
import CareModel
import Experiments
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import ServiceSimulation
import Testing

/// Forecasts as they are kept, and what has happened since laid over them.
@Suite struct KeptForecastTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "kept-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func keep(_ kept: KeptForecast, as name: String = "kept.json") throws -> String {
        let path = "\(folder)/\(name)"
        try Data(KeptFile.document(kept).utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func outcome(weeks: Int, changes: [ScenarioChange] = []) throws -> ForecastOutcome {
        var request = SmallService.request()
        request.length = .replications(5)
        request.settings.weeks = weeks
        request.changes = changes
        return try request.prepare().run()
    }

    private let made = CivilMinute(day: CivilDay("2026-11-20") ?? CivilDay(number: 0), minuteOfDay: 540)

    /// The rows of whole weeks are the runs' own counts, and months, quarters and years lie within the runs.
    @Test func theRowsAreWhatTheRunsSay() throws {
        let outcome = try outcome(weeks: 58)
        let kept = outcome.kept(made: made, command: "by hand")
        #expect(kept.subject == .scenario && kept.made == made && kept.manifest.command == "by hand")
        #expect(kept.manifest == outcome.report(command: "by hand").manifest)
        let weeks = outcome.report().weekly.filter { $0.measure == "referrals" && $0.group.team == nil }
        let rows = kept.rows.filter { $0.measure == "referrals" }
        let kinds = ForecastSpan.allCases.map { span in rows.count { $0.span == span } }
        // From 23 November 2026 for 58 weeks: to 2 January 2028.
        #expect(kinds == [58, 13, 4, 1])
        for (row, week) in zip(rows.filter { $0.span == .week }, weeks) {
            #expect(abs(row.level - week.mean) < 1e-9 && abs(row.low - week.p05) < 1e-9 && row.last - row.first == 6)
            #expect(abs(row.high - week.p95) < 1e-9 && row.first == week.starts)
        }
        // Counts of months add up to quarters and years, and those to what the weeks hold.
        let months = rows.filter { $0.span == .month }
        #expect(months.first?.first == CivilDay("2026-12-01") && months.last?.last == CivilDay("2027-12-31"))
        let year = try #require(rows.first { $0.span == .year })
        #expect(abs(months.prefix(12).reduce(0) { $0 + $1.level } - year.level) < 1e-6)
        let quarter = try #require(rows.first { $0.span == .quarter })
        #expect(quarter.first == CivilDay("2027-01-01"))
        #expect(abs(months[1...3].reduce(0) { $0 + $1.level } - quarter.level) < 1e-6)
        #expect(year.high - year.low < months.prefix(12).reduce(0) { $0 + $1.high - $1.low })
        let inWeeks = weeks.reduce(0) { $0 + $1.mean }
        let inMonths = months.reduce(0) { $0 + $1.level }
        #expect(inMonths < inWeeks && inMonths > 0.93 * inWeeks, "thirteen months are 56.7 of the 58 weeks")
        // One team is the service; a wait of a quarter is the mean of its months.
        #expect(kept.rows.allSatisfy { $0.team == nil && $0.low <= $0.high })
        // Weeks are the runs' own; what is promised of months, quarters and years has ranges that have held.
        #expect(kept.rows.allSatisfy { $0.span != .week || $0.basis == .raw })
        #expect(
            rows.allSatisfy {
                $0.span == .week || $0.span == .quarter || $0.basis == .trusted || $0.first.date.year == 2027
            })
        #expect(Set(kept.rows.map(\.measure)) == Set(kept.measures.map(\.name)))
    }

    /// A published file of the months of 2027, in which nothing else is known.
    private func published(_ months: Int, provider: String = "SMALL", year: Int = 2027) throws -> String {
        var lines = [
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,"
                + "MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"
        ]
        for month in 1...months {
            let date = "\(year)-\(month < 10 ? "0" : "")\(month)"
            for (id, name, value) in [
                ("M001", "Count_ReferralsReceived", month == 5 ? "*" : "55"),
                ("M192", "Percentage_Recovery", "50"),
            ] {
                lines.append("\(date)-01,\(date)-28,Provider,all,all,\(provider),A SERVICE,\(id),\(name),\(value)")
                lines.append("\(date)-01,\(date)-28,Provider,all,all,OTHER,ANOTHER SERVICE,\(id),\(name),\(value)")
            }
        }
        let path = "\(folder)/\(provider)-\(year)-\(months).csv"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func score(
        _ paths: [String], _ file: String, _ provider: String? = nil
    ) throws(ScoreError) -> ScoreReport {
        try ScoreRequest(paths, against: .published(file: file, provider: provider)).run()
    }

    @Test func publishedMonthsAreLaidOverWhatWasForecast() throws {
        let kept = try outcome(weeks: 58).kept(made: made)
        let path = try keep(kept)
        let report = try score([path], published(8))
        let referrals = report.scored.filter { $0.row.measure == "referrals" }
        // January to August without May, and the first quarter; the second misses May.
        #expect(referrals.filter { $0.row.span == .month }.map(\.actual) == Array(repeating: 55, count: 7))
        let quarters = referrals.filter { $0.row.span == .quarter }
        #expect(quarters.map(\.actual) == [165] && quarters.map(\.row.first) == [CivilDay("2027-01-01")])
        func why(_ measure: String, _ span: ForecastSpan, _ first: String) -> UnscoredRow.Reason? {
            report.left.first { $0.row.measure == measure && $0.row.span == span && $0.row.first == CivilDay(first) }?
                .reason
        }
        #expect(why("referrals", .month, "2027-05-01") == .suppressed)
        #expect(why("referrals", .quarter, "2027-04-01") == .suppressed)
        #expect(why("referrals", .month, "2027-09-01") == .notYet)
        #expect(why("referrals", .year, "2026-12-01") == .notYet)
        #expect(why("referrals", .week, "2026-11-23") == .noWholeMonths)
        #expect(why("first-appointments", .month, "2027-01-01") == .notKnownOf)
        #expect(report.scored.count + report.left.count == kept.rows.count)
        let recovery = report.scored.filter { $0.row.measure == "recovery" }
        #expect(!recovery.isEmpty && recovery.allSatisfy { $0.actual == 0.5 }, "percent are shares")
        // The provider that is given is the same as that which the name says.
        #expect(try score([path], published(8), "small").scored == report.scored)
    }

    @Test func monthsThatTheProgramHasLearnedFromAreNoProof() throws {
        let past = ScenarioChange(key: "starts", value: "2024-12-30")
        let path = try keep(outcome(weeks: 58, changes: [past]).kept(made: made), as: "past.json")
        let words = "3 of these 8 months are among those from which this program learned"
        let notes = try score([path], published(8, year: 2025)).notes
        #expect(notes.contains { $0.hasPrefix(words) }, "\(notes)")
        let first = try score([path], published(3, year: 2025))
        #expect(first.notes.contains { $0.hasPrefix("These months are among those") }, "\(first.notes)")
        let later = try score([try keep(outcome(weeks: 58).kept(made: made))], published(8))
        #expect(!later.notes.contains { $0.contains("learned") })
    }

    @Test func whatIsNotOfTheProviderOrNotYetIsRefused() throws {
        let path = try keep(outcome(weeks: 58).kept(made: made))
        let other = #expect(throws: ScoreError.self) { try score([path], published(8), "OTHER") }
        #expect(other?.description.contains("a forecast of provider SMALL, not of OTHER") == true)
        let unknown = #expect(throws: ScoreError.self) { try score([path], published(8, provider: "ELSE1")) }
        guard case .noProvider? = unknown else { throw WrongError("\(String(describing: unknown))") }
        let missing = #expect(throws: ScoreError.self) { try score(["\(folder)/none.json"], published(8)) }
        guard case .cannotRead? = missing else { throw WrongError("\(String(describing: missing))") }
        // A forecast from 2028 on, of which the file knows nothing yet.
        let late = ScenarioChange(key: "starts", value: "2028-01-03")
        let later = try keep(outcome(weeks: 10, changes: [late]).kept(made: made), as: "later.json")
        let nothing = #expect(throws: ScoreError.self) { try score([later], published(8)) }
        guard case .nothingYet(let words)? = nothing else { throw WrongError("\(String(describing: nothing))") }
        #expect(words.hasPrefix("Nothing can be scored yet: the first span that was forecast ends on"), "\(words)")
    }

    @Test func severalAreScoredOldestFirstAndNoneTwice() throws {
        let first = try outcome(weeks: 58).kept(made: made)
        var second = try outcome(weeks: 58, changes: [ScenarioChange(key: "weeks", value: "50")]).kept(
            made: made + 1440)
        second.manifest.seed = 9
        _ = try keep(second, as: "a.json")
        _ = try keep(first, as: "b.json")
        try Data(KeptFile.schema.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(KeptFile.schemaName)"))
        let report = try score([folder], published(8))
        #expect(report.forecasts.map(\.made) == [made, made + 1440])
        #expect(report.notes.contains { $0.hasPrefix("Some months are in more than one forecast") })
        let twice = #expect(throws: ScoreError.self) { try score([folder, "\(folder)/b.json"], published(8)) }
        #expect(twice?.description.contains("it is the same forecast as") == true)
    }

    /// What a database says came is what its own measures say of each week.
    @Test func aDatabaseCountsWhatCame() throws {
        let database = try SmallDatabase()
        var request = SmallService.request(.service(database.source()))
        request.length = .replications(5)
        request.settings.weeks = 9
        let kept = try request.prepare().run().kept(made: made)
        #expect(kept.subject == .database && kept.made == database.now)
        // A month of which working days had passed is not forecast whole.
        #expect(kept.rows.filter { $0.span == .month }.allSatisfy { $0.first >= database.now.day })
        let path = try keep(kept)
        func score(_ now: CivilMinute, _ file: String) throws(ScoreError) -> ScoreReport {
            try ScoreRequest([path], against: .database(file, now: now, by: SmallService.author)).run()
        }
        let nothing = #expect(throws: ScoreError.self) { try score(database.now + 1440, database.path) }
        guard case .nothingYet? = nothing else { throw WrongError("\(String(describing: nothing))") }
        let report = try score(database.now + 15 * 1440, database.path)
        let service = try StoredService.open(database.path)
        let context = BookingService.Context(now: database.now + 15 * 1440, author: SmallService.author)
        let referrals = report.scored.filter { $0.row.measure == "referrals" }
        #expect(referrals.count == 2 && referrals.allSatisfy { $0.row.span == .week })
        for row in report.scored {
            let told = try service.measures(inEach: [row.row.first...row.row.last], in: context)[0]
            #expect(told.contains { $0.measure == row.row.measure && $0.team == nil && $0.value == row.actual })
        }
        // Nobody is seen meanwhile, so that the list is all who waited on the first day, and a promise passes for each.
        let list = report.scored.filter { $0.row.measure == "waiting-first-appointment" && $0.row.span == .week }
        let before = try service.snapshot("test", in: context).people.count {
            $0.episode.state.isBeforeFirstAppointment
        }
        #expect(list.count == 2 && list.allSatisfy { $0.actual == Double(before) } && before > 0)
        #expect(report.left.contains { $0.reason == .notYet } && report.left.contains { $0.reason == .notKnownOf })
        #expect(!report.scored.contains { $0.row.measure == "attended-appointments" })
        let south = try SmallDatabase([ScenarioChange(key: "teams.north.name", value: "south")])
        let other = #expect(throws: ScoreError.self) { try score(south.now + 15 * 1440, south.path) }
        #expect(other?.description.contains("of another service: its teams are north") == true)
    }
}
