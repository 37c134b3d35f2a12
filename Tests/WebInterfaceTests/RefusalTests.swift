import Allocation
import BookingStore
import CareModel
import Foundation
import Testing

@testable import BookingService
@testable import WebInterface

/// What the desk refuses is said to a clerk: what is wrong and what to do, at the field, without names of commands.
@Suite struct RefusalTests {
    private static let minute = CivilMinute(day: ServedClinic.monday, minuteOfDay: 600)
    private static let fault = IdentityFault(field: .phone, what: "'12' is no telephone number", allowed: "six digits")
    private static let match = PersonMatch(person: 4, name: "Ann Invented", alike: ["date of birth"], isOpen: true)

    /// The sample of a refusal that comes after another: the compiler asks for a new case here.
    private static func sample(after error: BookingError?) -> BookingError? {
        switch error {
        case nil: .notInitialised
        case .notInitialised?: .noSuchPerson(7)
        case .noSuchPerson?: .noSuchTeam(3, count: 2)
        case .noSuchTeam?: .noSuchAppointment(5)
        case .noSuchAppointment?: .hasOutcome(5, .didNotAttend)
        case .hasOutcome?: .nothingToCorrect(5)
        case .nothingToCorrect?: .dependsOn("it ended with the outcome of appointment 3: that is put right ('correct')")
        case .dependsOn?: .noSuchHold(2)
        case .noSuchHold?: .holdEnded(2, .released)
        case .holdEnded(_, .released)?: .holdEnded(2, .expired)
        case .holdEnded(_, .expired)?: .holdEnded(2, .confirmed)
        case .holdEnded(_, .confirmed)?: .refused(BookingRefusal.allCases.filter { $0 != .taken })
        case .refused?: .needsReason(BookingRefusal.allCases)
        case .needsReason?:
            .lateNotes([.notesLate], task: 3, .clinicalNotes, person: 4, due: minute)
        case .lateNotes?: .impossible(person: 4, state: .onHold, command: "discharge as not-suitable")
        case .impossible?: .notNow(minute)
        case .notNow?: .begun(person: 4, appointment: 5, start: minute)
        case .begun?: .groupBegun(2, start: minute)
        case .groupBegun?: .attemptTooSoon(person: 4, made: 1, of: 3, counts: minute.day, isByMessage: true)
        case .attemptTooSoon(_, _, _, _, true)?:
            .attemptTooSoon(person: 4, made: 1, of: 3, counts: minute.day, isByMessage: false)
        case .attemptTooSoon(_, _, _, _, false)?: .endsEpisode(person: 4, misses: 2)
        case .endsEpisode?: .endsWithoutContact(person: 4)
        case .endsWithoutContact?: .notWarned(person: 4, task: 6)
        case .notWarned?: .mayReply(person: 4, until: minute)
        case .mayReply?: .needsSupervisor(person: 4)
        case .needsSupervisor?: .riskOpen(person: 4, task: 6, due: minute)
        case .riskOpen?: .duplicateReferral(person: 4)
        case .duplicateReferral?: .wrongIdentity(fault)
        case .wrongIdentity?: .likelySame([match])
        case .likelySame?: .forbidden(.scheduler, .override)
        case .forbidden?: .noRelationship(person: 4)
        case .noRelationship?: .farMinute(minute, clock: minute, last: minute)
        case .farMinute?: .refusedReferrals([RefusedReferral(index: 0, reason: .wrongIdentity(fault))])
        case .noSuchLink?: .noSuchGroup(9)
        case .noSuchGroup?: .seatRefused(.full)
        case .seatRefused?: .store(.busy(path: "/var/lib/service.db"))
        case .store(.busy)?: .store(.keyReused(key: "web"))
        case .store?: .invalid("say why treatment is put off (--why)")
        case .invalid?: nil
        case .refusedReferrals?: .noSuchLink
        }
    }

    private static let all: [BookingError] = Array(
        sequence(state: BookingError?.none) { last in
            last = sample(after: last)
            return last
        })

    private func check(_ words: String, _ what: String) {
        #expect(VisibleWords.codes(words).isEmpty, "\(what): \(words): \(VisibleWords.codes(words))")
        #expect(words.firstMatch(of: /'[a-z]+(?: [a-z]+)?'/) == nil, "\(what): \(words)")
        #expect(words.hasSuffix(".") && words.count > 20 && words.first?.isUppercase == true, "\(what): \(words)")
        #expect(!words.contains("..") && !words.contains("/var"), "\(what): \(words)")
    }

    @Test func everyRefusalIsInAClerksWords() throws {
        #expect(Self.all.count == 39)
        for error in Self.all {
            switch error {
            case .wrongIdentity:
                #expect(Refusal(error).words == "'12' is no telephone number: enter six digits")
                #expect(Refusal(error).fields == ["phone"])
            case .refusedReferrals: #expect(Refusal(error).words.hasPrefix("Row 1: '12' is no"))
            default: check(Refusal(error).words, "\(error)")  // not ours
            }
        }
    }

    @Test func everyReasonAgainstATimeAndASeatIsSaidAtTheDesk() {
        for reason in BookingRefusal.allCases { check(Refusal(.needsReason([reason])).words, "\(reason)") }
        for state in EpisodeState.allCases {
            check(Refusal(.impossible(person: 1, state: state, command: "x")).words, "\(state)")
        }
        let seats: [SeatRefusal] = [
            .notWaiting, .hasSeat, .under18, .language, .anotherTeam, .begun, .full, .tooSoon, .beforeReady, .timeOfDay,
        ]
        for seat in seats { check(Refusal(.seatRefused(seat)).words, "\(seat)") }
    }

    /// Whatever a command says of a fault without a case of its own: all texts of the sources.
    @Test func whatCommandsSayIsSaidAtTheDesk() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/BookingService")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var texts: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for made in text.matches(
                of: /(?:\.invalid\(|\.dependsOn\(|return )((?:[^"()]|\n)*"(?:[^"\n]|"\s*\+\s*")*")/)
            {
                let parts = String(made.1).matches(of: /"([^"\n]*)"/).map { String($0.1) }
                let whole = parts.joined().replacing(/\\\([^()]*(?:\([^()]*\)[^()]*)*\)/, with: "5")
                // What is put together of more than one text is tried where it is made.
                if whole.contains(" "), !whole.contains("\\(") { texts.append(whole) }
            }
        }
        #expect(texts.count > 60, "\(texts.count)")
        #expect(texts.contains { $0.contains("--") } && texts.contains { $0.contains("'cancel'") })
        for text in texts {
            let words = RefusalText(text).refusal.words
            #expect(VisibleWords.codes(words).isEmpty, "\(text): \(words): \(VisibleWords.codes(words))")
            #expect(words.firstMatch(of: /'[a-z]+(?: [a-z]+)?'/) == nil, "\(text): \(words)")
        }
    }

    @Test(arguments: [
        ("say why treatment is put off (--why)", "Say why treatment is put off.", "why"),
        (
            "a supervisor was asked already, by task 4, due 2027-03-22 10:00: their word is passed on with --agreed-by",
            "A supervisor was asked already, by task 4, due Mon 22 Mar 2027, 10am: their word is passed on with the "
                + "name of the supervisor who agreed.", "agreed-by"
        ),
        ("there is no clinician 'x' (a name, or a number from 0 to 3)", "There is no clinician 'x'", "with"),
        (
            "--exception lets a course go on: it does not go with --next stops", "An exception lets a course go on",
            "next"
        ),
        ("--scores does not go with code 3: the person was not seen", "A score does not go with", "phq"),
    ])
    func whatIsSaidOfAnOptionStandsAtItsField(text: String, words: String, field: String) {
        let refusal = RefusalText(text).refusal
        #expect(refusal.words.hasPrefix(words) && refusal.fields.contains(field), "\(refusal)")
    }

    // MARK: On pages

    @Test func aRefusalStandsAtItsFieldAndSaysWhereToGo() async throws {
        let clinic = try ServedClinic()
        let twice = try await clinic.submit(
            "/do/refer", .scheduler, [("name", "Zebedee 1"), ("team", "0"), ("source", "gp")])
        #expect(twice.status == 422 || twice.status == 303, "\(twice.status)")
        let person = try await clinic.submit(
            "/people/1/do/change-person", .scheduler, [("name", "Zebedee 1"), ("nhs-number", "123")])
        #expect(person.status == 422 && person.text.contains("id=\"nhs-number-error\""))
        #expect(person.text.contains("enter ten digits"))
        // Of what has no field it is said above the form, with the way on.
        let hold = try await clinic.submit("/people/1/do/end-hold", .scheduler, [])
        #expect(hold.status == 409 && hold.text.contains("They wait for a first appointment"))
        #expect(hold.text.contains("href=\"/people/1\""))
        let nobody = try await clinic.submit(
            "/people/1/hold", .scheduler, [("with", "nobody at all"), ("day", "29/3/2027"), ("time", "10:00")])
        #expect(nobody.status == 409 && nobody.text.contains("id=\"with-error\""))
        let empty = try await clinic.submit("/people/1/hold", .scheduler, [])
        #expect(empty.status == 422 && empty.text.contains("id=\"day-error\""))
    }
}
