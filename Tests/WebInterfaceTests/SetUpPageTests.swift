import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import ScenarioFiles
import Testing
import Workbench

@testable import WebInterface

/// A service by answers, on a page: what is wrong stands beside its question, a list answers the last ones, and what is
/// made is a scenario that can be tried out.
@Suite struct SetUpPageTests {
    private final class Benched {
        let folder = FileManager.default.temporaryDirectory.appending(path: "set-up-\(UUID().uuidString)")
        let clinic: ServedClinic

        init() throws {
            let saved = SavedShelf(in: folder)
            let setUps = folder.appending(path: "set-ups")
            clinic = try ServedClinic {
                $0.bench = Bench(
                    ScenarioShelf(own: nil, folder: nil), saved: saved, setUps: Shelf(in: setUps), firstDays: nil,
                    processors: 2)
            }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func get(_ path: String, _ role: UserRole = .manager) async throws -> ServedClinic.Answer {
            let (cookie, _) = try await clinic.session(role)
            return try await clinic.ask(.get, path, [.cookie: cookie])
        }
    }

    private static let answers = [
        ("title", "Ebb & \"Flow\""), ("referrals", "12"), ("pwp", "2"), ("hit", "2"), ("missed", "8"),
        ("waiting-first", "20"), ("waiting-low", "4"),
    ]

    @Test func thereAreTwentyQuestionsAndEachSaysWhatIsAllowed() async throws {
        let page = try await Benched().get("/set-up")
        #expect(page.status == 200 && SetUpQuestion.all.count + 1 <= 20)
        for question in SetUpQuestion.all {
            #expect(page.text.contains("name=\"\(question.id)\"") && page.text.contains("id=\"\(question.id)-hint\""))
        }
        #expect(!page.text.contains(" style=") && page.text.contains("name=\"file\""))
    }

    @Test func whatIsWrongStandsBesideItsQuestionAndNothingIsLost() async throws {
        let benched = try Benched()
        let wrong = [("title", ""), ("referrals", "-3"), ("pwp", "many"), ("hours", "99"), ("waiting-low", "2.5")]
        let page = try await benched.clinic.submit("/set-up", .manager, wrong)
        #expect(page.status == 422)
        for (question, words) in [
            ("title", "Say what the service is called"),
            ("referrals", "Referrals a week: 1 to 2,000 referrals, not -3"),
            ("pwp", "PWPs: enter a number, 0 to 200 posts"), ("hit", "Somebody must work at step 3"),
            ("hours", "5 to 28 hours, not 99"), ("waiting-low", "a whole number"),
        ] {
            let place = try #require(page.text.range(of: "id=\"\(question)-error\""), "\(question)")
            #expect(page.text[place.upperBound...].prefix(200).contains(words), "\(question)")
        }
        #expect(page.text.contains("value=\"many\"") && page.text.contains("value=\"-3\""))
        #expect(try #require(benched.clinic.web.settings.bench).setUps.all().isEmpty)
    }

    @Test func answersMakeAScenarioThatIsKeptAndCanBeTriedOut() async throws {
        let benched = try Benched()
        let made = try await benched.clinic.submit("/set-up", .manager, Self.answers)
        let place = try #require(made.headers[.location])
        #expect(made.status == 303 && place.hasPrefix("/set-up/"))
        let page = try await benched.get(place)
        #expect(page.status == 200 && page.text.contains("is kept") && page.text.contains("What nobody answered"))
        let link = try #require(page.text.firstMatch(of: /href="(\/forecast\?scenario=set-up-[0-9a-f-]+)"/))
        let forecast = try await benched.get(String(link.1))
        #expect(forecast.status == 200 && forecast.text.contains("team.posts.1"), "\(forecast.text.prefix(400))")
        // The file is the scenario, and what was answered is said to be measured.
        let id = try #require(place.firstMatch(of: /set-up\/([0-9a-f]{16})/)).1
        let file = try await benched.get("/set-up/\(id)/scenario.yaml")
        let loaded = try ScenarioLoader.load(.text(file.text))
        #expect(file.text.contains("title: \"Ebb & \\\"Flow\\\"\""))
        #expect(loaded.assumptions.first { $0.key == "teams.team.referrals.per-week" }?.source == .measured)
        // A second of the name is refused, and what was answered stays on the page.
        let again = try await benched.clinic.submit("/set-up", .manager, Self.answers)
        #expect(again.status == 422 && again.text.contains("choose another name"))
        #expect(again.text.contains("value=\"12\""))
        // Others see it; only who keeps it, or an administrator, takes it away.
        #expect(try await benched.get("/set-up", .commissioner).text.contains("/set-up/\(id)"))
        #expect(try await benched.clinic.submit("/set-up/\(id)/remove", .commissioner, []).status == 403)
        #expect(try await benched.clinic.submit("/set-up/\(id)/remove", .manager, []).status == 303)
        #expect(try await benched.get("/set-up/\(id)").status == 404)
    }

    /// A list of a row a person answers the last questions, and none of its names is on the page or is kept.
    @Test func aListAnswersTheLastQuestions() async throws {
        let benched = try Benched()
        let rows = (1...9).map { number in
            let state = number < 5 ? "waiting-first-appointment" : number < 8 ? "waiting-treatment" : "in-treatment"
            return "Wilma Invented \(number),\(number % 2 == 0 ? 2 : 3),2027-03-02,\(state)\n"
        }
        let list = Data(("name,step,referred-on,state\n" + rows.joined()).utf8)
        let page = try await benched.clinic.upload("/set-up", .manager, list, [("referrals", "44"), ("do", "read")])
        #expect(page.status == 200, "\(page.text)")
        for (question, value) in [
            ("referrals", "44"), ("waiting-first", "4"), ("waiting-first-days", "20"), ("waiting-low", "1"),
            ("waiting-high", "2"), ("in-treatment", "2"),
        ] {
            let field = try #require(page.text.firstMatch(of: try Regex("name=\"\(question)\"[^>]*value=\"([^\"]*)\"")))
            #expect(field.output[1].substring.map(String.init) == value, "\(question)")
        }
        let said = "On it are 9 people: 4 waiting for a first appointment, 1 for step 2, 2 for step 3, 2 in treatment."
        #expect(page.text.contains(said) && !page.text.contains("Wilma"))
        // Of a list of those who wait alone nothing is answered of who is in treatment.
        let waiting = Data(("name,step,referred-on,state\n" + rows.prefix(7).joined()).utf8)
        let open = try await benched.clinic.upload("/set-up", .manager, waiting, [("do", "read")])
        #expect(open.text.firstMatch(of: /name="in-treatment"[^>]*value="[^"]/) == nil)
        #expect(open.text.contains("none in treatment"))
        let broken = try await benched.clinic.upload("/set-up", .manager, Data("a,b\n1,2\n".utf8), [("do", "read")])
        #expect(broken.status == 422 && broken.text.contains("Nothing was taken of the list"))
        // Whoever may not see people brings in none.
        let refused = try await benched.clinic.upload("/set-up", .commissioner, list, [("do", "read")])
        #expect(refused.status == 403)
        #expect(!(try await benched.get("/set-up", .commissioner)).text.contains("name=\"file\""))
    }
}
