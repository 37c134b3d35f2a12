import Allocation
import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Testing

@testable import WebInterface

/// Commands and questions over the wire: once by a key, in parts, and refused in words that a program can use.
@Suite struct MachineCallTests {
    private static let slot: AnyJSON = ["clinician": 0, "start": "2027-03-23T09:00"]
    private static let book: AnyJSON = ["person": 1, "slot": slot]

    @Test func aCommandWithAKeyIsDoneOnce() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token([.book])
        let path = "/api/v1/commands/book"
        let first = try await clinic.ask(.post, path, token: token, body: Self.book, [.idempotencyKey: "a"])
        let again = try await clinic.ask(.post, path, token: token, body: Self.book, [.idempotencyKey: "a"])
        #expect(first.status == 200, "\(first.text)")
        #expect(first.body == again.body)
        let other: AnyJSON = ["person": 2, "slot": Self.slot]
        let reused = try await clinic.ask(.post, path, token: token, body: other, [.idempotencyKey: "a"])
        #expect((reused.status, reused.code) == (422, "key-reused"))
        let without = try await clinic.ask(.post, path, token: token, body: Self.book)
        #expect(without.json["booked"]?["isUnchanged"] == true || without.status == 409)
        let wrong = try await clinic.ask(.post, path, token: token, body: Self.book, [.idempotencyKey: "a b"])
        #expect((wrong.status, wrong.code) == (400, "unreadable"))
    }

    @Test func aLongListComesInParts() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token([.seePeople])
        let whole = try await clinic.ask(.get, "/api/v1/waiting-list", token: token)
        #expect(whole.json["items"]?.entries.count == 6)
        #expect(whole.json["next"] == nil)
        var (found, after): ([AnyJSON], String?) = ([], nil)
        repeat {
            let path = "/api/v1/waiting-list?limit=1" + (after.map { "&after=\($0)" } ?? "")
            let part = try await clinic.ask(.get, path, token: token)
            found += part.json["items"]?.entries ?? []
            if case .text(let next) = part.json["next"] { after = next } else { after = nil }
        } while after != nil && found.count < 20
        #expect(found == whole.json["items"]?.entries)
    }

    @Test(arguments: ["limit=0", "limit=501", "limit=x", "after=x", "after=", "step=third", "team=-1", "colour=red"])
    func aParameterThatCannotBeReadIsNamed(_ query: String) async throws {
        let clinic = try ServedClinic()
        let answer = try await clinic.ask(
            .get, "/api/v1/waiting-list?\(query)", token: try clinic.token([.seePeople]))
        #expect((answer.status, answer.code) == (400, "unreadable"))
        #expect(answer.json["place"] == .text(String(query.prefix { $0 != "=" })))
    }

    @Test func aBodyThatCannotBeReadIsToldWhereAndWhatIsAllowed() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token([.book])
        let late: AnyJSON = ["person": 1, "slot": ["clinician": 0, "start": "tomorrow"]]
        let answer = try await clinic.ask(.post, "/api/v1/commands/book", token: token, body: late)
        #expect((answer.status, answer.type) == (400, "application/problem+json"))
        #expect(answer.json["place"] == "/slot/start")
        #expect(answer.json["allowed"] == "a minute by clocks in London, YYYY-MM-DDTHH:MM")
        let form = try await clinic.ask(
            .post, "/api/v1/commands/book", token: token, body: Self.book, [.contentType: "text/plain"])
        #expect((form.status, form.code) == (415, "media-type"))
        let large = AnyJSON.object(["person": .text(String(repeating: "x", count: 70_000))])
        let long = try await clinic.ask(.post, "/api/v1/commands/book", token: token, body: large)
        #expect((long.status, long.code) == (413, "too-large"))
    }

    @Test func whatIsNotThereAndWhatIsRefusedHaveCodes() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token(Permission.allCases)
        func code(_ path: String, _ body: AnyJSON? = nil) async throws -> String {
            let answer = try await clinic.ask(body == nil ? .get : .post, "/api/v1/\(path)", token: token, body: body)
            return "\(answer.status) \(answer.code ?? "")"
        }
        #expect(try await code("people/99") == "404 no-such-person")
        #expect(try await code("people/x") == "404 not-found")
        #expect(try await code("appointments/99") == "404 no-such-appointment")
        #expect(try await code("clinicians/99/diary") == "404 no-such-clinician")
        #expect(try await code("case-management?clinician=99") == "404 no-such-clinician")
        #expect(try await code("proposals/7") == "404 no-such-team")
        #expect(try await code("commands/release", ["hold": 9]) == "404 no-such-hold")
        #expect(try await code("commands/agree-step-up", ["person": 1]) == "409 impossible")
        let outside: AnyJSON = ["person": 1, "slot": ["clinician": 0, "start": "2027-03-24T13:00"]]
        #expect(try await code("commands/book", outside) == "409 needs-reason")
        let past: AnyJSON = ["person": 1, "slot": ["clinician": 0, "start": "2027-03-01T09:00"]]
        #expect(try await code("commands/book", past) == "409 slot-refused")
    }

    @Test func aNameIsSentAndNotAskedFor() async throws {
        let clinic = try ServedClinic()
        let body: AnyJSON = ["text": "Zebedee", "limit": 2]
        let answer = try await clinic.ask(
            .post, "/api/v1/people/search", token: try clinic.token([.seePeople]), body: body)
        #expect(answer.json["items"]?.entries.count == 2)
        #expect(answer.json["count"] == 6)
    }

    /// Each answer has the form that the description says, and nothing more.
    @Test func everyAnswerHasTheFormThatIsSaid() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token(Permission.allCases)
        _ = try await clinic.ask(.post, "/api/v1/commands/book", token: token, body: Self.book)
        for endpoint in Endpoints.all where endpoint.method == .get {
            guard case .json(let shape) = endpoint.answer else { continue }
            let path = endpoint.path.replacing(":person", with: "1").replacing(":appointment", with: "1")
                .replacing(":clinician", with: "0").replacing(":team", with: "0")
            // Of somebody who is booked, times are offered of the same kind.
            let answer = try await clinic.ask(.get, path, token: token)
            #expect(answer.status == 200, "\(path) \(answer.text)")
            #expect(throws: Never.self, "\(path)") { try shape.kept(answer.json) }
        }
    }

    /// What is said to a program says nothing of the command line.
    @Test func noProblemSpeaksOfOptions() {
        let minute = ServedClinic.now
        let errors: [BookingError] = [
            .notInitialised, .noSuchPerson(1), .noSuchTeam(4, count: 2), .noSuchAppointment(1),
            .hasOutcome(1, .attendedOnTime), .nothingToCorrect(1), .noSuchHold(1), .holdEnded(1, .released),
            .refused([.notForUnder18, .anotherClinician, .begun, .beforeLongAbsence, .notWaiting]),
            .needsReason([.caseloadFull]),
            .lateNotes([.notesLate], task: 1, .assessmentLetter, person: 1, due: minute),
            .impossible(person: 1, state: .closed, command: "a hold"), .notNow(minute),
            .begun(person: 1, appointment: 1, start: minute), .groupBegun(1, start: minute),
            .attemptTooSoon(person: 1, made: 1, of: 3, counts: minute.day, isByMessage: false),
            .endsEpisode(person: 1, misses: 2), .endsWithoutContact(person: 1), .notWarned(person: 1, task: 2),
            .mayReply(person: 1, until: minute), .needsSupervisor(person: 1),
            .riskOpen(person: 1, task: 1, due: minute), .duplicateReferral(person: 1), .forbidden(nil, .book),
            .noRelationship(person: 1), .farMinute(minute, clock: minute, last: minute), .noSuchLink,
            .noSuchGroup(1), .store(.keyReused(key: "a")),
            .invalid("the week is against the rule: name another (--from), or say why it must be (--reason)"),
        ]
        for error in errors {
            let problem = Problem(of: error)
            let words = [problem.title, problem.detail] + (problem.more["reasons"]?.entries ?? []).map { "\($0)" }
            for word in words {
                #expect(!word.contains("--") && !word.contains(" '"), "\(problem.code): \(word)")
            }
            #expect(problem.status.code >= 400)
        }
    }
}
