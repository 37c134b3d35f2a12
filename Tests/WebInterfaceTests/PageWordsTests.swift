import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// Pages are read by clerks: no code of the software stands on any.
@Suite struct PageWordsTests {
    /// A service in which much has happened, on the Friday of its week.
    private func lived() throws -> ServedClinic {
        let clinic = try ServedClinic {
            $0.clock = ServiceClock(showing: ServedClinic.now + 4 * 1440) { Date() }
        }
        var done = 0
        func act(_ command: BookingCommand, on day: Int64 = 0) throws -> BookingReply {
            let author = Author(user: clinic.users[.administrator] ?? 0, origin: "test")
            let context = BookingService.Context(now: ServedClinic.now + day * 1440, author: author)
            done += 1
            return try clinic.service.perform(command, in: context)
        }
        let context = BookingService.Context(now: ServedClinic.now)
        for source in ReferralSource.allCases {
            let referral = Referral(received: ServedClinic.now, source: source, team: 0)
            let told = ToldReferral(referral, Identity(name: "Yolanda Source \(source.rawValue)"), now: context.now)
            _ = try act(.refer(Refer(referral: told)))
        }
        _ = try act(.recordRisk(RecordRisk(person: 9)))
        let reasons: [EndReason] = [.signposted, .uncontactable, .declinedAppointment, .notSuitable]
        for (place, reason) in reasons.enumerated() {
            _ = try act(.discharge(Discharge(person: Int64(10 + place), reason: reason)))
        }
        for person in [1, 2, 3, 4] as [Int64] {
            let slot = try #require(try clinic.service.offer(person: person, limit: 3, in: context).slots.first)
            let wanted = WantedSlot(clinician: slot.clinician, start: slot.start, minutes: slot.minutes)
            guard case .held(let held) = try act(.hold(Hold(person: person, slot: wanted))) else { continue }
            _ = try act(.confirm(Confirm(hold: held.hold)))
        }
        let open = try clinic.service.record(of: 1, in: context).appointments.map(\.placement.start)
        let after = try #require(open.first).day - ServedClinic.monday + 1
        var seen = ContactRecord(.attendedOnTime)
        seen.scores = Scores(depression: 15, anxiety: 14)
        seen.step = .low
        var ended = seen
        (ended.step, ended.end) = (nil, .adviceOnly)
        for (number, record) in [(1, seen), (2, ContactRecord(.didNotAttend)), (3, ended)] {
            _ = try act(.attend(Attend(appointment: Int64(number), contact: record)), on: Int64(after))
        }
        let received = ReceiveContact(person: 4, about: .administration, said: "another address")
        _ = try act(.receiveContact(received), on: Int64(after))
        _ = try act(.putOnHold(PutOnHold(person: 1, until: ServedClinic.monday + 30, why: "away")), on: Int64(after))
        let leave = EnterAbsence(
            clinician: 2, first: ServedClinic.monday + 7, last: ServedClinic.monday + 9, reason: .leave)
        _ = try act(.enterAbsence(leave), on: Int64(after))
        _ = try act(
            .declareAssessmentWeek(
                DeclareAssessmentWeek(team: 0, day: ServedClinic.monday + 21, reason: "many wait")), on: Int64(after))
        var opening = GroupOpening(team: 0, first: ServedClinic.monday + 14)
        opening.startMinute = 13 * 60
        _ = try act(.openGroup(OpenGroup(opening: opening)), on: Int64(after))
        #expect(done > 30)
        return clinic
    }

    /// Every page that can be reached, and every form as it is when nothing is entered.
    private func pages(_ clinic: ServedClinic, _ role: UserRole) async throws -> [(address: String, text: String)] {
        let (cookie, _) = try await clinic.session(role)
        let numbers = ["1", "2", "3", "9", "10"]
        let routes = RouteTable.all.filter { route in
            ["/api", "/fhir", "/calendars", "/changes", "/assets", "/health", "/metrics"].allSatisfy {
                !route.path.hasPrefix($0)
            } && !route.path.contains(":id")
        }
        var waiting = routes.filter { !$0.changes }.flatMap { route in
            route.path.contains(":")
                ? numbers.map { number in
                    route.path.split(separator: "/").map { $0.hasPrefix(":") ? number : String($0) }
                        .reduce("") { "\($0)/\($1)" }
                } : [route.path]
        }
        var found: [(String, String)] = []
        var known = Set(waiting)
        while !waiting.isEmpty {
            let address = waiting.removeFirst()
            let answer = try await clinic.ask(.get, address, [.cookie: cookie])
            guard answer.type.hasPrefix("text/html") else { continue }
            found.append((address, answer.text))
            for link in answer.text.matches(of: /<a [^>]*href="(\/[^"#]*)"/) {
                let next = String(link.1).replacing("&amp;", with: "&")
                let isPage = !next.hasPrefix("/api") && !next.hasPrefix("/import/")
                // Weeks lead to weeks without end.
                if isPage, !next.contains("from="), known.insert(next).inserted { waiting.append(next) }
            }
        }
        for route in routes where route.changes && route.path != "/sign-out" && !route.path.contains("/remove") {
            for number in route.path.contains(":") ? numbers : [""] {
                let path = route.path.split(separator: "/").map { $0.hasPrefix(":") ? number : String($0) }
                    .reduce("") { "\($0)/\($1)" }
                let answer = try await clinic.submit(path, role, [("with", "nobody"), ("reason", "gone")])
                if answer.type.hasPrefix("text/html") { found.append(("POST \(path)", answer.text)) }
            }
        }
        return found
    }

    @Test(arguments: [UserRole.administrator, .clinician]) func noCodeStandsOnAPage(role: UserRole) async throws {
        let pages = try await pages(try lived(), role)
        #expect(pages.count > (role == .administrator ? 250 : 150), "\(pages.count)")
        var said: [String: String] = [:]
        for (address, text) in pages {
            for code in VisibleWords.codes(VisibleWords.text(text)) where said[code] == nil { said[code] = address }
        }
        for (code, address) in said.sorted(by: { $0.key < $1.key }) { Issue.record("'\(code)' stands on \(address)") }
    }

    /// What is looked for is found.
    @Test(arguments: [
        "a high-intensity pwp", "self-web", "say --by", "on 2027-03-22", "waiting_since", "firstAppointment", "ST-8",
    ])
    func codesAreSeen(text: String) { #expect(!VisibleWords.codes(text).isEmpty) }

    @Test func wordsAreNoCodes() {
        #expect(VisibleWords.codes("A keeping-in-touch call, PHQ-9 and GAD-7, by a PWP; Yolanda McInvented").isEmpty)
        #expect(!VisibleWords.text("<main><p title=\"self-web\">GP</p></main>").contains("self-web"))
    }

    /// Every code of the field has words of its own, and none is the code.
    @Test func titlesAreWords() {
        func check(_ titles: [String]) {
            for title in titles { #expect(VisibleWords.codes(title).isEmpty && !title.isEmpty, "\(title)") }
        }
        check(Role.allCases.map(\.title) + ReferralSource.allCases.map(\.title) + Modality.allCases.map(\.title))
        check(EndReason.allCases.map(\.title) + EpisodeState.allCases.map(\.title) + AgeBand.allCases.map(\.title))
        check(PriorityClass.allCases.map(\.title) + Attendance.allCases.map(\.title) + Step.allCases.map(\.title))
        check(AppointmentKind.allCases.map(\.title) + GroupStage.allCases.map(\.title) + UserRole.allCases.map(\.title))
        check(MessageChannel.allCases.map(\.title) + ConsultationChannel.allCases.map(\.title))
        check(TaskKind.allCases.map(\.words) + MessageTemplate.allCases.map(\.words))
    }
}
