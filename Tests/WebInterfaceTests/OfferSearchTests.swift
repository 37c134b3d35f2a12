import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Testing

@testable import WebInterface

/// Times that have everything that is asked for, or what would be free without one part of it.
@Suite struct OfferSearchTests {
    private func offer(_ query: String) async throws -> String {
        let clinic = try ServedClinic()
        let (cookie, _) = try await clinic.session(.scheduler)
        return try await clinic.ask(.get, "/people/1/offer?\(query)", [.cookie: cookie]).text
    }

    private func times(_ page: String) -> [String] {
        page.matches(of: /desk-slot__time">([^<]*)</).map { String($0.1) }
    }

    @Test func whatIsAskedForHoldsTogether() async throws {
        let all = times(try await offer(""))
        #expect(!all.isEmpty)
        let found = try await offer("weekday=2&part=morning&who=Clinician+0&after=29/3/2027")
        let chosen = times(found)
        #expect(!chosen.isEmpty && chosen.allSatisfy { $0.hasPrefix("Wednesday") && $0.contains("am") }, "\(chosen)")
        #expect(chosen.first?.contains("31 March 2027") == true, "\(chosen)")
        // What was asked for stays in the form.
        #expect(found.contains("value=\"Clinician 0\"") && found.contains("value=\"2\" selected"))
        let room = times(try await offer("venue=1"))
        #expect(!room.isEmpty)
        let until = times(try await offer("before=24/3/2027"))
        #expect(until.allSatisfy { $0.contains("22 March") || $0.contains("23 March") || $0.contains("24 March") })
    }

    @Test func whereNothingIsFreeItIsSaidWhatWouldBe() async throws {
        let page = try await offer("part=evening&weekday=1")
        #expect(times(page).isEmpty && page.contains("Nothing is free with all of it"))
        #expect(page.contains("in the evening, on a Tuesday"))
        #expect(page.contains("<li>If not in the evening: Tuesday"), "\(page)")
        let none = try await offer("part=evening&weekday=6")
        #expect(none.contains("<li>With none of it: "))
        let access = try await offer("needs=accessible")
        #expect(access.contains("If not in a room without steps") || !times(access).isEmpty)
    }

    @Test func whatCannotBeReadIsSaidAtItsField() async throws {
        let page = try await offer("who=Nobody+Known&after=never")
        #expect(page.contains("id=\"who-error\"") && page.contains("id=\"after-error\""))
        #expect(page.contains("There is a problem"))
    }
}
