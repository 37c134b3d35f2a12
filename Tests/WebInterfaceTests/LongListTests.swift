import BookingService
import BookingStore
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// Lists of more than fit on a page: a hundred are shown, and a link shows the rest, whatever was asked for.
@Suite struct LongListTests {
    /// A clinic that was sent a hundred and twenty referrals, some of them of people with names like a script.
    private func crowded() async throws -> ServedClinic {
        let clinic = try ServedClinic()
        let rows = (1...120).map { "Invented <b>&\($0)</b>,north,self-web,2027-03-20T10:00,020 7946 0001\n" }
        let sent = "name,team,source,received,phone\n" + rows.joined()
        let answer = try await clinic.upload("/import", .scheduler, Data(sent.utf8), [("once", "crowd")])
        #expect(answer.text.contains("120 referrals are received"), "\(answer.text)")
        return clinic
    }

    private func rows(_ text: String) -> Int {
        text.components(separatedBy: "<tr class=\"nhsuk-table__row\">").count - 1
    }

    @Test(arguments: ["/waiting?team=north&for=awaiting-screening", "/tasks?kind=screen-referral&word=a%26b%2Bc%3D%22"])
    func aHundredAreShownAndThenAll(path: String) async throws {
        let clinic = try await crowded()
        let cookie = try await clinic.session(.scheduler).cookie
        let first = try await clinic.ask(.get, path, [.cookie: cookie])
        #expect(first.status == 200 && rows(first.text) == 100, "\(rows(first.text)) rows")
        let link = try #require(first.text.firstMatch(of: /href="([^"]*all=yes)">Show all 120</))
        // What was asked for is in the link as it was.
        let address = String(link.1).replacing("&amp;", with: "&")
        #expect(address == path + "&all=yes")
        let whole = try await clinic.ask(.get, address, [.cookie: cookie])
        #expect(rows(whole.text) == 120 && !whole.text.contains("Show all"))
    }

    /// A row's text is made once: it is the same when it is asked for again, and its words are words.
    @Test func aRowIsTheSameEachTime() async throws {
        let clinic = try await crowded()
        let cookie = try await clinic.session(.scheduler).cookie
        let path = "/waiting?for=awaiting-screening&all=yes"
        let first = try await clinic.ask(.get, path, [.cookie: cookie])
        #expect(first.text.contains("Invented &lt;b&gt;&amp;7&lt;/b&gt;") && !first.text.contains("<b>"))
        #expect(try await clinic.ask(.get, path, [.cookie: cookie]).body == first.body)
        // A row that changed is another row.
        var change = PersonChange()
        change.name = "Invented Otherwise"
        _ = try clinic.service.perform(ChangePerson(person: 7, change: change), in: clinic.context(.scheduler))
        let later = try await clinic.ask(.get, path, [.cookie: cookie])
        #expect(rows(later.text) == 120 && later.text.contains("Invented Otherwise"))
    }
}
