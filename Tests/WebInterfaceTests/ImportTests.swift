import BookingService
import BookingStore
import CareModel
import Foundation
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
