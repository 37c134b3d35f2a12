import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import HTTPTypes
import Reporting
import ScenarioFiles
import TestSupport
import Testing
import Workbench

@testable import WebInterface

/// Forecasts that are kept, on pages: whom they let in, that they say what the command and their files say, and what
/// they refuse beside the control.
@Suite struct KeptPageTests {
    private static let text = SmallScenario(weeks: 14).text

    /// A clinic with a bench that reads the records of a service of the same users, from November on.
    private final class Benched {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)")
        let clinic: ServedClinic
        var database: String { folder.appending(path: "records.db").path }

        init(_ text: String = KeptPageTests.text) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let (place, source) = (folder, ScenarioSource.text(text, name: "small.yaml"))
            try Self.found(at: folder.appending(path: "records.db").path, source)
            clinic = try ServedClinic {
                $0.bench = Bench(
                    ScenarioShelf(own: source, folder: nil), saved: SavedShelf(in: place.appending(path: "what-ifs")),
                    setUps: Shelf(in: place.appending(path: "set-ups")),
                    forecasts: ForecastShelf(in: place.appending(path: "forecasts")),
                    today: place.appending(path: "records.db").path, firstDays: nil, processors: 2)
                $0.chartScript = "window.Chart = undefined;"
            }
        }

        private static func found(at path: String, _ source: ScenarioSource) throws {
            let loaded = try ScenarioLoader.load(source)
            let founding = ServiceFounding(loaded)
            let day = founding.inventedFirstDay()
            let foundation = try founding.foundation(day)
            try BookingStore.create(at: path) { store in
                let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
                var context = BookingService.Context(now: day.taken)
                try service.found(foundation, in: context)
                for role in [UserRole.administrator, .scheduler, .clinician, .manager, .commissioner] {
                    let clinician: Int32? = role == .clinician ? 0 : nil
                    let user = try service.perform(
                        AddUser(user: "Invented \(role)", role: role, clinician: clinician), in: context)
                    if role == .administrator { context.author = Author(user: user, origin: "test") }
                }
            }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func get(_ path: String, _ role: UserRole = .manager) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }

        /// Keeps a forecast of the service's own scenario, from November on.
        /// - Returns: its address.
        func keep(_ name: String = "Autumn", _ more: [(String, String)] = []) async throws -> String {
            let fields = [("scenario", "this-service"), ("weeks", "14"), ("name", name)] + more
            let answer = try await clinic.submit("/kept", .manager, fields)
            let place = answer.headers[.location]?.split(separator: "?").first
            return String(try #require(place, "\(answer.status) \(answer.text.prefix(300))"))
        }
    }

    private func cells(_ table: Substring) -> [[String]] {
        table.components(separatedBy: "<tr>").dropFirst(2).map { row in
            row.replacing(/<t[hd][^>]*>/, with: "|").replacing(/<[^>]*>/, with: "").split(separator: "|")
                .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        }
    }

    /// The table of a chart, by its caption.
    private func table(_ page: String, _ caption: String) throws -> [[String]] {
        let start = try #require(page.range(of: "<caption>\(caption)"), "\(caption)")
        let end = try #require(page.range(of: "</table>", range: start.upperBound..<page.endIndex))
        return cells(page[start.lowerBound..<end.lowerBound])
    }

    private func lines(_ text: String) -> [[String: String]] {
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let heads = rows.first ?? []
        return rows.dropFirst().map { row in Dictionary(zip(heads, row)) { first, _ in first } }
    }

    @Test(arguments: [
        (UserRole.manager, 200), (.commissioner, 200), (.administrator, 200), (.scheduler, 403), (.clinician, 403),
    ])
    func managersAndCommissionersAreLetIn(role: UserRole, status: Int) async throws {
        let benched = try Benched()
        let place = try await benched.keep()
        for path in ["/kept", place, "\(place)/files/kept.csv", "\(place)/files/forecast.json"] {
            #expect(try await benched.get(path, role).status == status, "\(path)")
        }
        #expect(try await benched.get("/kept/0000000000000000", role).status == (status == 200 ? 404 : status))
        let mayRemove = role == .manager || role == .administrator
        #expect(try await benched.clinic.submit("\(place)/remove", role, []).status == (mayRemove ? 303 : 403))
    }

    /// The words, the charts' tables and the files are those of `stepcare score` of the same files.
    @Test func thePageSaysWhatTheCommandSays() async throws {
        let benched = try Benched()
        let place = try await benched.keep()
        let page = try await benched.get(place)
        #expect(page.status == 200 && !page.text.contains(" style=") && page.text.contains("data-kind=\"outcome\""))
        let said = benched.folder.appending(path: "forecasts/said").path
        let author = Author(user: benched.clinic.users[.manager] ?? 0, origin: "test")
        let own = try ScoreRequest(
            [said], against: .database(benched.database, now: ServedClinic.now, by: author)
        ).run()
        let sentences = ScoreWords.together(own)
        #expect(!sentences.isEmpty && sentences.allSatisfy { page.text.contains("<li>\($0)</li>") }, "\(sentences)")
        #expect(!page.text.contains(benched.folder.path) && page.text.contains("what this service has counted"))
        for (name, text) in ScoreCSV.files(own).map({ ($0.name, $0.text) }) {
            let file = try await benched.get("\(place)/files/\(name)")
            #expect(file.status == 200 && file.text == text, "\(name)")
        }
        let json = try await benched.get("\(place)/files/forecast.json")
        let forecast = try KeptFile.forecast(Array(json.body), path: "it")
        #expect(forecast == own.forecasts[0])
        // What the charts' tables show, week by week, is what the files say.
        let kept = lines(try await benched.get("\(place)/files/kept.csv").text)
        let scored = lines(try await benched.get("\(place)/files/scored.csv").text)
        for (measure, title) in [
            ("first-appointments", "First appointments,"), ("waiting-first-appointment", "Waiting, first appointment,"),
            ("first-appointment-breaches-28", "Passed 28 days,"),
        ] {
            let rows = try table(page.text, title)
            let weeks = kept.filter { $0["measure"] == measure && $0["span"] == "week" && $0["team"] == "total" }
            #expect(rows.count == 14 && weeks.count == 14, "\(measure) \(rows.count) \(weeks.count)")
            for (row, week) in zip(rows, weeks) {
                let numbers = ["level", "low", "high"].map { NumberText.dense(Double(week[$0] ?? "") ?? .nan) }
                let came = scored.first {
                    $0["measure"] == measure && $0["span"] == "week" && $0["first_day"] == week["first_day"]
                }
                let actual = NumberText.dense(came.flatMap { Double($0["actual"] ?? "") } ?? .nan)
                #expect(Array(row.dropFirst()) == numbers + [actual], "\(measure) \(row)")
            }
        }
    }

    /// Of one team, its charts' tables have its rows of the files, and no other's.
    @Test(arguments: [("", "Whole service", "total"), ("?team=south", "South", "south")])
    func oneTeamIsLookedAtByItself(query: String, title: String, team: String) async throws {
        let north = Self.text.components(separatedBy: "  - name: north")[1]
        let south = "  - name: south" + north.replacing("North", with: "South").replacing("12,", with: "7,")
        let benched = try Benched(Self.text + "\n" + south)
        let place = try await benched.keep()
        let page = try await benched.get(place + query)
        let rows = try table(page.text, "First appointments, \(title)")
        let kept = lines(try await benched.get("\(place)/files/kept.csv").text).filter {
            $0["measure"] == "first-appointments" && $0["span"] == "week" && $0["team"] == team
        }
        #expect(rows.count == 14 && kept.count == 14, "\(rows.count) \(kept.count)")
        for (row, week) in zip(rows, kept) {
            let numbers = ["level", "low", "high"].map { NumberText.dense(Double(week[$0] ?? "") ?? .nan) }
            #expect(Array(row[1...3]) == numbers, "\(row)")
        }
        // Which team it is stands in the control; the files are of all.
        #expect(page.text.contains("<option value=\"south\" selected>") == (team == "south"))
        #expect(page.text.contains("/files/scored.csv"))
    }

    @Test func nothingToLayOverYetIsSaidAndWhenThereWillBe() async throws {
        let benched = try Benched()
        let fields = [("scenario", "today"), ("weeks", "13"), ("name", "From today")]
        let answer = try await benched.clinic.submit("/kept", .manager, fields)
        #expect(answer.status == 303, "\(answer.text.prefix(300))")
        let page = try await benched.get(try #require(answer.headers[.location]))
        #expect(page.text.contains("There is nothing to lay over it yet") && page.text.contains("is kept."))
        #expect(page.text.contains("From Saturday 1 May 2027 on, what happened in April 2027, its first whole month"))
        #expect(page.text.contains("What it said, week by week") && page.text.contains("own list, as it was"))
        #expect(page.text.contains("/files/kept.csv") && !page.text.contains("/files/scored.csv"))
        let list = try await benched.get("/kept", .commissioner)
        #expect(list.text.contains("From today") && list.text.contains("0 of 2"))
        let place = try #require(answer.headers[.location]?.split(separator: "?").first)
        #expect(try await benched.get("\(place)/files/scored.csv").status == 404)
    }

    @Test func whatIsWrongIsSaidBesideTheControl() async throws {
        let benched = try Benched()
        let place = try await benched.keep("Autumn")
        func refused(_ fields: [(String, String)], _ words: String, _ status: Int = 422) async throws {
            let answer = try await benched.clinic.submit("/kept", .commissioner, fields)
            #expect(answer.status == status && answer.text.contains(words), "\(words) \(answer.status)")
        }
        let usual = [("scenario", "this-service"), ("weeks", "14")]
        try await refused(usual + [("name", "autumn")], "id=\"name-error\"")
        try await refused(usual + [("name", "autumn")], "is kept already, by Invented manager: choose another name")
        try await refused(usual + [("name", "")], "id=\"name-error\"")
        try await refused([("scenario", "this-service"), ("weeks", "900"), ("name", "Long")], "id=\"weeks-error\"")
        try await refused([("scenario", "nowhere"), ("weeks", "14"), ("name", "No")], "id=\"scenario-error\"", 404)
        let beyond = [("of", "a"), ("a.name", "Many"), ("a.north.posts.1", "400"), ("name", "Many")]
        try await refused(usual + beyond, "id=\"of-error\"")
        try await refused(
            usual + [("of", "b"), ("a.north.posts.1", "3"), ("name", "None")], "nothing of this scenario")
        // A what-if in which nothing is moved is things as they are: nobody is asked which is meant.
        for (posts, isOffered) in [("2", false), ("4", true)] {
            let form = try await benched.get("/kept?scenario=this-service&weeks=14&edit=a&a.north.posts.1=\(posts)")
            #expect(form.text.contains("What-if A") == isOffered, "\(posts) posts")
        }
        // What was kept is as it was; what was moved can be kept too.
        #expect(try await benched.get(place).status == 200)
        let moved = try await benched.keep("More", [("of", "a"), ("a.name", "Two more"), ("a.north.posts.1", "4")])
        let page = try await benched.get(moved)
        #expect(page.text.contains("A Small Service, Two more") && page.text.contains("north.staff.pwp.count=4"))
    }

    /// NHS England's figures are laid over it, where they are of the provider.
    @Test func publishedFiguresAreLaidOverIt() async throws {
        let benched = try Benched()
        let place = try await benched.keep()
        let header =
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
            + "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
        let rows = ["2026-12", "2027-01"].map {
            "\($0)-01,\($0)-28,Provider,all,all,XYZ01,A SERVICE,M001,Count_ReferralsReceived,55\n"
        }
        let figures = Data((header + rows.joined()).utf8)
        let nobody = try await benched.clinic.upload("\(place)/figures", .manager, figures)
        #expect(nobody.status == 422 && nobody.text.contains("id=\"provider-error\""))
        let other = try await benched.clinic.upload("\(place)/figures", .manager, figures, [("provider", "XYZ99")])
        #expect(
            other.status == 422 && other.text.contains("id=\"provider-error\"")
                && other.text.contains("there is no provider"))
        let none = try await benched.clinic.submit("\(place)/figures", .manager, [("provider", "XYZ01")])
        #expect(none.status == 422 && none.text.contains("id=\"file-error\""))
        let damaged = try await benched.clinic.upload(
            "\(place)/figures", .manager, Data("a,b\n1,2\n".utf8), [("provider", "XYZ01")])
        #expect(damaged.status == 422 && damaged.text.contains("list.csv") && !damaged.text.contains("figures-"))
        let laid = try await benched.clinic.upload("\(place)/figures", .manager, figures, [("provider", "XYZ01")])
        #expect(laid.status == 200 && laid.text.contains("Laid beside the published figures of A SERVICE (XYZ01)"))
        let months = try table(laid.text, "Referrals,")
        #expect(months.map { $0.last ?? "" }.contains("55"), "\(months)")
    }

    /// Small numbers are kept from whoever may not see people; files say the same as the page.
    @Test func aCommissionerSeesNoSmallNumbers() async throws {
        let benched = try Benched()
        let place = try await benched.keep()
        let mine = lines(try await benched.get("\(place)/files/scored.csv").text)
        let theirs = lines(try await benched.get("\(place)/files/scored.csv", .commissioner).text)
        func counts(_ rows: [[String: String]]) -> [Double] {
            rows.filter { $0["unit"] == "people" }.compactMap { Double($0["actual"] ?? "") }
        }
        #expect(counts(mine).contains { $0 < 5 } && theirs.count < mine.count)
        #expect(!counts(theirs).isEmpty && counts(theirs).allSatisfy { $0 >= 5 && $0.remainder(dividingBy: 5) == 0 })
        let page = try await benched.get(place, .commissioner)
        let rows = try table(page.text, "Passed 28 days,").compactMap { $0.last }
        #expect(rows.allSatisfy { Double($0).map { $0 >= 5 } ?? true } && rows.contains("–"), "\(rows)")
    }

    /// It is there after a restart, whole.
    @Test func itIsFoundAgainAfterARestart() async throws {
        let benched = try Benched()
        let place = try await benched.keep()
        let again = Bench(
            ScenarioShelf(own: nil, folder: nil), saved: SavedShelf(in: benched.folder),
            setUps: Shelf(in: benched.folder),
            forecasts: ForecastShelf(in: benched.folder.appending(path: "forecasts")),
            today: benched.database, firstDays: nil, processors: 1)
        let clinic = try ServedClinic { $0.bench = again }
        let (cookie, _) = try await clinic.session(.manager)
        let page = try await clinic.ask(.get, place, [.cookie: cookie])
        #expect(page.status == 200 && page.text.contains("How right it was"))
        let before = try await benched.get("\(place)/files/forecast.json").text
        #expect(try await clinic.ask(.get, "\(place)/files/forecast.json", [.cookie: cookie]).text == before)
        #expect(try await clinic.submit("\(place)/remove", .administrator, []).status == 303)
        #expect(try await benched.get(place).status == 404)
    }
}
