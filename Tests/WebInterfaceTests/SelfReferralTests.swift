import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Synchronization
import Testing

@testable import WebInterface

/// Whoever wants help refers themselves, without an account (BK-11).
@Suite struct SelfReferralTests {
    private static let path = "/refer-yourself"

    /// What somebody enters on all parts, with the secret of the form.
    private func answers(_ changes: [String: String] = [:], once: String = "a secret of a form") -> [(String, String)] {
        let usual = [
            ("need", "no"), ("date-of-birth", "15/3/1984"), ("team", "1"), ("practice", "yes"),
            ("name", "Yolanda Invented"), ("phone", "020 7946 0000"), ("preferred", "text"),
            ("consents", "voicemail"), ("channel", "2"), ("time", "morning"), ("interpreter", "yes"),
            ("language", "Welsh"), ("about", "access"), ("checked", "yes"), ("once", once),
        ]
        let known = usual.map { ($0.0, changes[$0.0] ?? $0.1) }
        let names = known.map(\.0)
        return known + changes.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func send(
        _ clinic: ServedClinic, _ changes: [String: String] = [:], once: String = "a secret of a form"
    ) async throws -> ServedClinic.Answer {
        try await clinic.submit(Self.path, [("page", "send")] + answers(changes, once: once))
    }

    private func everybody(_ clinic: ServedClinic) throws -> Int {
        try clinic.service.waitingList(in: BookingService.Context(now: ServedClinic.now)).count
    }

    private func reference(_ answer: ServedClinic.Answer) -> String? {
        answer.text.firstMatch(of: /[0-9A-Z]{5}-[0-9A-Z]{5}/).map { String($0.0) }
    }

    @Test func whatIsSentIsAReferralLikeAClerks() async throws {
        let clinic = try ServedClinic()
        let answer = try await send(clinic)
        #expect(answer.status == 200 && answer.text.contains("We have your referral"), "\(answer.text)")
        let record = try clinic.service.record(of: 7, in: BookingService.Context(now: ServedClinic.now))
        let (identity, referral) = (record.identity, record.person.referral)
        #expect(identity.name == "Yolanda Invented" && identity.phone == "020 7946 0000")
        #expect(identity.consents == [.textMessage, .voicemail] && identity.preferredChannel == .textMessage)
        #expect(identity.format == "language: Welsh")
        #expect(referral.source == .selfWeb && referral.team == 0 && referral.received >= ServedClinic.now)
        #expect(referral.interpreter == .yes && referral.accessibilityNeed == .yes && referral.channel == .telephone)
        #expect(referral.timeOfDay == .morning && referral.ageBand == .twentySixToSixtyFour && !referral.isUrgent)
        #expect(record.person.episode.state == .awaitingScreening)
        let (cookie, _) = try await clinic.session(.scheduler)
        let today = try await clinic.ask(.get, "/", [.cookie: cookie])
        #expect(today.text.contains("/waiting?for=awaiting-screening"))
        let list = try await clinic.ask(.get, "/waiting?for=awaiting-screening", [.cookie: cookie])
        #expect(list.text.contains("Yolanda Invented"))
    }

    @Test func sentTwiceItIsOneReferralWithOneReference() async throws {
        let clinic = try ServedClinic()
        let before = try everybody(clinic)
        let first = try await send(clinic)
        let second = try await send(clinic)
        #expect(try everybody(clinic) == before + 1)
        let reference = try #require(self.reference(first))
        #expect(self.reference(second) == reference)
        // Whoever reads it out on the telephone is found by it, also in small letters.
        for typed in [reference, reference.lowercased().filter { $0 != "-" }] {
            let found = try await clinic.submit("/find", .scheduler, [("q", typed)])
            #expect(found.text.contains("Yolanda Invented"), "\(typed)")
        }
        // Changed after it was sent, and sent again from the same page: still one.
        let third = try await send(clinic, ["name": "Another Name"])
        #expect(self.reference(third) == reference && third.status == 200)
        #expect(try everybody(clinic) == before + 1)
    }

    @Test(arguments: ["now", "thoughts"])
    func anUrgentAnswerShowsHelpAtOnceAndKeepsWhatWasTyped(need: String) async throws {
        let clinic = try ServedClinic()
        let answer = try await clinic.submit(
            Self.path, [("page", "safety"), ("need", need), ("name", "Yolanda Invented")])
        for words in ["999", "111", "option 2", "116 123", "tel:116123"] {
            #expect(answer.text.contains(words), "\(words)")
        }
        #expect(answer.text.contains("name=\"name\" value=\"Yolanda Invented\""))
        // The numbers stay before them on every page that follows.
        for page in ["help", "place", "about", "reach", "needs"] {
            let next = try await clinic.submit(Self.path, [("page", page)] + answers(["need": need, "checked": ""]))
            #expect(next.text.contains("Samaritans answer on 116 123"), "\(page)")
        }
        let sent = try await send(clinic, ["need": need])
        #expect(sent.text.contains("116 123"))
        let tasks = try clinic.service.tasks(in: BookingService.Context(now: ServedClinic.now))
        #expect(tasks.contains { $0.kind == .dutyCall && $0.person == 7 } == (need == "now"))
        #expect(sent.text.contains("to call you today") == (need == "now"))
        let (cookie, _) = try await clinic.session(.scheduler)
        let page = try await clinic.ask(.get, "/people/7", [.cookie: cookie])
        #expect(page.text.contains("thoughts of ending their life") == (need == "thoughts"))
    }

    @Test(arguments: [
        (["date-of-birth": "1/3/2026"], "This service is for people who are older"),
        (["team": "elsewhere"], "Another service is there for you"),
        (["practice": "no"], "You need a GP here first"),
    ])
    func whomTheServiceIsNotForIsToldAndNothingIsKept(changes: [String: String], title: String) async throws {
        let clinic = try ServedClinic()
        let before = try clinic.service.lastEntry()
        let answer = try await send(clinic, changes)
        #expect(answer.text.contains(title), "\(answer.text)")
        #expect(try clinic.service.lastEntry() == before)
    }

    @Test(arguments: [
        ("need", "", "need"), ("date-of-birth", "never", "date-of-birth"),
        ("date-of-birth", "1/1/2090", "date-of-birth"),
        ("team", "9", "team"), ("name", " ", "name"), ("name", "12345", "name"), ("nhs-number", "123", "nhs-number"),
        ("phone", "12", "phone"), ("preferred", "email", "email"), ("preferred", "", "preferred"),
        ("email", "nobody", "email"), ("name", String(repeating: "x", count: 201), "name"),
    ])
    func whatIsWrongIsSaidAtItsField(field: String, text: String, fault: String) async throws {
        let clinic = try ServedClinic()
        let before = try clinic.service.lastEntry()
        let answer = try await send(clinic, [field: text])
        #expect(answer.status == 422 && answer.text.contains("id=\"\(fault)-error\""), "\(answer.status)")
        #expect(answer.text.contains("href=\"#\(fault)\""))
        #expect(try clinic.service.lastEntry() == before)
    }

    /// A stranger does not learn who is in the service, and moves nobody's record.
    @Test(arguments: ["no", "thoughts", "now"]) func whoIsThereAlreadyGetsTheSameAnswer(need: String) async throws {
        let clinic = try ServedClinic()
        let known = ["nhs-number": "943 476 5919", "need": need]
        _ = try await send(clinic, known, once: "first")
        let (people, before) = (try everybody(clinic), try clinic.service.lastEntry())
        let again = try await send(clinic, known, once: "second")
        #expect(again.status == 200 && again.text.contains("We have your referral") && reference(again) != nil)
        #expect(!again.text.contains("already") && !again.text.contains("person 7"))
        #expect(try clinic.service.lastEntry() > before, "the desk is told")
        let tasks = try clinic.service.tasks(in: BookingService.Context(now: ServedClinic.now))
        if need == "now" {
            #expect(try everybody(clinic) == people + 1)
            #expect(tasks.count { $0.kind == .dutyCall } == 2)
        } else {
            #expect(try everybody(clinic) == people)
            #expect(tasks.contains { $0.kind == .seeToRequest && $0.person == 7 })
        }
        let alike = try await send(clinic, ["phone": "02079460000", "need": need], once: "third")
        #expect(alike.status == 200 && alike.text.contains("We have your referral"))
    }

    @Test func nothingOfItStandsInAnAddressOrACookie() async throws {
        let clinic = try ServedClinic()
        for page in ["safety", "place", "about", "reach", "needs", "check", "send"] {
            let answer = try await clinic.submit(Self.path, [("page", page)] + answers())
            for address in answer.text.matches(of: /(?:href|action)="([^"]*)"/) {
                #expect(!address.1.contains("Yolanda") && !address.1.contains("7946"), "\(page): \(address.1)")
            }
            #expect(answer.headers[.setCookie] == nil && answer.headers[.location] == nil)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }

    @Test func backAndChangeKeepWhatWasEntered() async throws {
        let clinic = try ServedClinic()
        let back = try await clinic.submit(
            Self.path, [("page", "reach"), ("go", "about"), ("phone", "020 7946 0000"), ("name", "Yolanda Invented")])
        #expect(back.text.contains("Who you are") && back.text.contains("value=\"Yolanda Invented\""))
        #expect(back.text.contains("name=\"phone\" value=\"020 7946 0000\""))
        let check = try await clinic.submit(Self.path, [("page", "needs")] + answers())
        #expect(check.text.contains("Check your answers") && check.text.contains("Send my referral"))
        // Whoever changed something comes back to the check, not through everything again.
        let changed = try await clinic.submit(Self.path, [("page", "about")] + answers(["name": "Y Invented"]))
        #expect(changed.text.contains("Check your answers") && changed.text.contains("Y Invented"))
    }

    @Test func manyFromOnePlaceWaitAndLoseNothing() async throws {
        let clinic = try ServedClinic { $0.limits.selfReferral = .init(burst: 1, perMinute: 1) }
        #expect(try await send(clinic, once: "one").text.contains("We have your referral"))
        let other = try await send(clinic, ["name": "Yorick Invented"], once: "two")
        #expect(other.status == 429 && other.text.contains("Check your answers"))
        #expect(other.text.contains("name=\"name\" value=\"Yorick Invented\""))
    }

    /// Whoever has many addresses is bounded with everybody else, and whoever comes then loses nothing.
    @Test func manyFromManyPlacesAreAskedToRing() async throws {
        let clinic = try ServedClinic {
            $0.isBehindProxy = true
            $0.limits.selfReferralsAnHour = 2
        }
        let before = try everybody(clinic)
        for number in 1...3 {
            let answer = try await send(clinic, ["name": "Yolanda Invented \(number)"], once: "form \(number)")
            #expect(answer.text.contains("We have your referral") == (number < 3), "\(number)")
            guard number == 3 else { continue }
            #expect(answer.status == 429 && answer.text.contains("Please ring us"))
            #expect(answer.text.contains("value=\"Yolanda Invented 3\""))
        }
        #expect(try everybody(clinic) == before + 2)
        let (cookie, _) = try await clinic.session(.administrator)
        let page = try await clinic.ask(.get, "/users", [.cookie: cookie]).text
        #expect(page.contains("At most in an hour") && page.contains("1 since the server was started"))
    }

    @Test func anHourIsAnyHour() {
        let clock = Mutex(0.0)
        let bound = SelfReferralBound(most: 2) { clock.withLock { $0 } }
        func at(_ seconds: Double) { clock.withLock { $0 = seconds } }
        let answers = [0.0, 1800, 1801, 3599, 3600, 3601, 5400].map { seconds -> Bool in
            at(seconds)
            return bound.takes()
        }
        #expect(answers == [true, true, false, false, true, false, true])
        #expect(bound.standing() == .init(most: 2, taken: 2, turnedAway: 3))
        at(9001)
        #expect(bound.standing().taken == 0)
    }

    @Test func referencesAreReadAsPeopleTypeThem() {
        let reference = ReferralReference(ofForm: "one")
        #expect(reference == ReferralReference(ofForm: "one") && reference != ReferralReference(ofForm: "two"))
        #expect(ReferralReference(reference.text) == reference)
        #expect(ReferralReference(" \(reference.symbols.lowercased())") == reference)
        #expect(ReferralReference("o1l2345678") == ReferralReference("0112345678"))
        #expect(ReferralReference("123") == nil && ReferralReference("Zebedee 1") == nil)
    }
}
