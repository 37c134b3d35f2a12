import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// Calendars by a secret address.
@Suite struct CalendarTests {
    private func address(_ answer: ServedClinic.Answer) throws -> String {
        let found = try #require(answer.text.firstMatch(of: /\/calendars\/[A-Za-z0-9_-]+\.ics/))
        return String(found.output)
    }

    @Test func aClinicianHasOneMadeAndWithdrawn() async throws {
        let clinic = try ServedClinic()
        let slot: AnyJSON = ["clinician": 0, "start": "2027-03-23T09:00"]
        let booked = try await clinic.ask(
            .post, "/api/v1/commands/book", token: try clinic.token([.book]), body: ["person": 1, "slot": slot])
        #expect(booked.status == 200)
        let address = try address(try await clinic.submit("/calendars", .clinician, [("clinician", "0")]))
        let feed = try await clinic.ask(.get, address)
        #expect(feed.status == 200)
        #expect(feed.type == "text/calendar; charset=utf-8")
        #expect(feed.text.contains("SUMMARY:First appointment"))
        #expect(!feed.text.contains("Zebedee"))
        let number = try #require(booked.json["booked"]?["appointment"])
        _ = try await clinic.ask(
            .post, "/api/v1/commands/cancel", token: try clinic.token([.book]), body: ["appointment": number])
        let after = try await clinic.ask(.get, address)
        #expect(after.status == 200)
        #expect(!after.text.contains("VEVENT"), "what was cancelled does not pile up")
        let key = try #require(try clinic.service.accounts { try $0.entryKeys(.calendar, at: 1) }.first)
        let other = try await clinic.submit(
            "/calendars/withdraw", .scheduler, [("calendar", Secrets.text(of: key.digest))])
        #expect(other.status == 404, "another's calendar")
        _ = try await clinic.submit("/calendars/withdraw", .clinician, [("calendar", Secrets.text(of: key.digest))])
        #expect(try await clinic.ask(.get, address).status == 404)
    }

    @Test func onlyAnAdministratorMakesAnothers() async throws {
        let clinic = try ServedClinic()
        #expect(try await clinic.submit("/calendars", .clinician, [("clinician", "1")]).status == 400)
        #expect(try await clinic.submit("/calendars", .scheduler, [("clinician", "1")]).status == 400)
        let made = try await clinic.submit("/calendars", .administrator, [("clinician", "1")])
        #expect(try await clinic.ask(.get, try address(made)).status == 200)
        #expect(try await clinic.ask(.get, "/calendars/guess.ics").status == 404)
    }
}
