import BookingService
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// Whatever is sent, something is answered: what once stopped a parser, or reached a place that nothing else does, is
/// read again.
@Suite struct WhatIsSentTests {
    private func corpus(_ name: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fuzzing/Corpus/\(name)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            (file, Array(try Data(contentsOf: folder.appending(path: file))))
        }
    }

    @Test func everythingThatIsKeptIsRead() throws {
        var meant = [0, 0, 0]
        for (_, bytes) in try corpus("form") { meant[0] += WhatIsSent.form(bytes) }
        for (_, bytes) in try corpus("command") { meant[1] += WhatIsSent.command(bytes) ? 1 : 0 }
        for (_, bytes) in try corpus("address") { meant[2] += WhatIsSent.address(bytes) }
        #expect(meant.allSatisfy { $0 > 0 }, "\(meant)")
    }

    /// Instants are of every year that can be written, and a day is of this calendar's years.
    @Test(arguments: [
        "0001-01-01T00:00:00Z", "0027-03-22T09:00:00Z", "27-03-22T09:00:00Z", "9999-12-31T23:59:59+14:00",
        "292278-01-01T00:00:00Z", "-0044-03-15T12:00:00Z", "2027-03-22T09:00:00.000000001Z", "2027-02-30T09:00:00Z",
    ])
    func anInstantOfAnyYearIsAnswered(date: String) async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token([.seeTotals, .seePeople])
        let answer = try await clinic.ask(.get, "/fhir/Slot?start=\(date.replacing("+", with: "%2B"))", token: token)
        #expect([200, 400].contains(answer.status), "\(date): \(answer.status)")
    }
}
