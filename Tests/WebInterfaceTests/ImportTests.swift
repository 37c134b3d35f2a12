import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// A list of referrals from a spreadsheet, in the browser: all of it, or none and what is wrong where it stands.
@Suite struct ImportTests {
    private static let good = """
        name,team,source,received,phone
        Yolanda Invented,north,self-web,2027-03-20T10:00,020 7946 0001
        Yorick Invented,south,gp,2027-03-21T09:30,020 7946 0002

        """

    private func everybody(_ clinic: ServedClinic) throws -> Int {
        try clinic.service.waitingList(in: BookingService.Context(now: ServedClinic.now)).count
    }

    @Test func aListIsReceivedAsAWhole() async throws {
        let clinic = try ServedClinic()
        let before = try everybody(clinic)
        let answer = try await clinic.upload("/import", .scheduler, Data(Self.good.utf8), [("once", "key one")])
        #expect(answer.status == 200 && answer.text.contains("2 referrals are received"), "\(answer.text)")
        #expect(answer.text.contains("href=\"/people/7\"") && answer.text.contains("Yorick Invented"))
        #expect(try everybody(clinic) == before + 2)
        // The same page sent again is the same list.
        _ = try await clinic.upload("/import", .scheduler, Data(Self.good.utf8), [("once", "key one")])
        #expect(try everybody(clinic) == before + 2)
    }

    @Test func rowsCanBeCopiedFromASpreadsheet() async throws {
        let clinic = try ServedClinic()
        let rows = Self.good.replacingOccurrences(of: ",", with: "\t")
        let answer = try await clinic.submit("/import", .scheduler, [("rows", rows), ("once", "two")])
        #expect(answer.text.contains("2 referrals are received"), "\(answer.text)")
    }

    @Test func everythingThatIsWrongIsShownAtOnceAndNothingIsTaken() async throws {
        let clinic = try ServedClinic()
        let before = try clinic.service.lastEntry()
        let bad = Self.good.replacingOccurrences(of: "south", with: "nowhere")
            .replacingOccurrences(of: "2027-03-20T10:00", with: "soon")
            .replacingOccurrences(of: "020 7946 0002", with: "12")
        let answer = try await clinic.submit("/import", .scheduler, [("rows", bad)])
        #expect(answer.status == 422 && answer.text.contains("nothing was taken"))
        for words in ["nowhere", "soon", "received", "team", "north"] {
            #expect(answer.text.contains(words), "\(words)")
        }
        // What was pasted is still there.
        #expect(answer.text.contains("Yolanda Invented,north"))
        #expect(try clinic.service.lastEntry() == before)
        // What only the desk can say is shown in the same way.
        let late = Self.good.replacingOccurrences(of: "020 7946 0002", with: "12")
        let refused = try await clinic.upload("/import", .scheduler, Data(late.utf8))
        #expect(refused.status == 422 && refused.text.contains("phone") && refused.text.contains(">12<"))
        #expect(try clinic.service.lastEntry() == before)
    }

    /// What people write is read as what tables hold, and the page names it so.
    @Test func wordsOfPeopleAreRead() async throws {
        let clinic = try ServedClinic()
        let rows =
            "Name,NHS number,Team,Source,Received,Consents\n"
            + "Yolanda Invented,943 476 5919,North,GP,20/3/2027,\"text message, GP letter\"\n"
            + "Yorick Invented,,South,Self-referral on the web,20/3/2027,\n"
        let answer = try await clinic.submit("/import", .scheduler, [("rows", rows)])
        #expect(answer.text.contains("2 referrals are received"), "\(answer.text)")
        let first = try clinic.service.record(of: 7, in: clinic.context(.scheduler))
        #expect(first.person.referral.source == .generalPractitioner && first.identity.nhsNumber == "9434765919")
        #expect(first.identity.consents == [.textMessage, .practitionerLetter])
        let second = try clinic.service.record(of: 8, in: clinic.context(.scheduler))
        #expect(second.person.referral.source == .selfWeb)
        let (cookie, _) = try await clinic.session(.scheduler)
        let page = try await clinic.ask(.get, "/import", [.cookie: cookie]).text
        #expect(page.contains(">NHS number<") && page.contains("Self-referral on the web, "))
        let blank = try await clinic.ask(.get, "/import/referrals.csv", [.cookie: cookie])
        #expect(blank.text.contains("NHS number") && blank.type.hasPrefix("text/csv"))
    }

    /// Somebody who may be here is another person only if that is said.
    @Test func peopleOfTheSameNameAreLookedAt() async throws {
        let clinic = try ServedClinic()
        _ = try await clinic.submit("/import", .scheduler, [("rows", Self.good)])
        let count = try everybody(clinic)
        let refused = try await clinic.submit("/import", .scheduler, [("rows", Self.good)])
        #expect(refused.status == 422 && refused.text.contains("This could be"))
        #expect(refused.text.contains("the box ticked that it is another person"))
        #expect(try everybody(clinic) == count)
        let taken = try await clinic.submit("/import", .scheduler, [("rows", Self.good), ("another", "yes")])
        #expect(taken.status == 200 && taken.text.contains("2 referrals are received"))
        #expect(try everybody(clinic) == count + 2)
    }

    /// A row and a column say where a fault is, and what stands there.
    @Test func aFaultIsShownInItsPlace() async throws {
        let clinic = try ServedClinic()
        let bad = Self.good.replacingOccurrences(of: "gp,2027-03-21", with: "selfweb,2027-03-21")
        let page = try await clinic.submit("/import", .scheduler, [("rows", bad)]).text
        let row = try #require(
            page.firstMatch(of: /<tr class="nhsuk-table__row"><td[^>]*><span[^>]*>Row <\/span>.*?<\/tr>/))
        let cells = String(row.output).replacing(/<span[^>]*>[^<]*<\/span>/, with: "").matches(of: /<td[^>]*>([^<]*)</)
        #expect(cells.map { String($0.1) }.prefix(3) == ["3", "Source", "selfweb"], "\(cells.map(\.1))")
        #expect(page.contains("1 thing is wrong"))
    }

    @Test(arguments: ["", "\u{0}\u{1}\u{2}", "name\n", "a,b,c\n1,2,3\n", "name,team\n\"open", "<script>,x\n"])
    func oddFilesAreRefusedInWords(text: String) async throws {
        let clinic = try ServedClinic()
        let answer = try await clinic.upload("/import", .scheduler, Data(text.utf8))
        #expect(answer.status == 422 && !answer.text.contains("<script>,"), "\(answer.status)")
    }

    @Test func aFileIsBoundedAndOfWhoeverMayBook() async throws {
        let clinic = try ServedClinic()
        let huge = Data(repeating: 65, count: 1_100_000)
        #expect(try await clinic.upload("/import", .scheduler, huge).status == 413)
        #expect(try await clinic.upload("/import", .commissioner, Data(Self.good.utf8)).status == 403)
    }

    @Test func formsWithFilesAreReadAsBrowsersSendThem() {
        let text =
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n"
            + "--x\r\ncontent-disposition: form-data; name=\"f\"; filename=\"C:\\list.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n\r\n--y\r\n\r\n--x--\r\n"
        let form = WebForm(multipart: Data(text.utf8), type: "multipart/form-data; boundary=\"x\"")
        #expect(form["a"] == "1\n2" && form.uploads.map(\.name) == ["list.csv"])
        #expect(form.uploads.first?.bytes == Data("\r\n--y\r\n".utf8))
        for odd in ["", "--x", "--x--", "--x\r\n\r\n--x--", "nothing", String(repeating: "--x\r\n", count: 500)] {
            let form = WebForm(multipart: Data(odd.utf8), type: "multipart/form-data; boundary=x")
            #expect(form.fields.isEmpty && form.uploads.isEmpty, "\(odd.prefix(20))")
        }
        #expect(WebForm(multipart: Data(text.utf8), type: "multipart/form-data").fields.isEmpty)
    }
}
