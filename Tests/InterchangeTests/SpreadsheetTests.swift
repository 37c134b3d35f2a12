import BookingStore
import CareModel
import TestSupport
import Testing

@testable import Interchange

/// What a spreadsheet makes of a table: read where there is no doubt, named where there is.
@Suite struct SpreadsheetTests {
    private static let teams = TeamNames([
        TeamNames.Team(name: "west", title: "West Side"), TeamNames.Team(name: "east", title: "East Side"),
    ])

    private func people(_ text: String) -> TableFile<ReferralRow> { people(Array(text.utf8)) }

    private func people(_ bytes: [UInt8]) -> TableFile<ReferralRow> {
        TableFile(path: "people.csv", bytes: bytes, teams: Self.teams)
    }

    private static let plain = "name,received,source,team\nAda Invented,2027-01-13 09:00,gp,west\n"

    @Test(arguments: [
        "name,received,source,team\r\nAda Invented,2027-01-13 09:00,gp,1\r\n,,,\r\n , ,\u{A0},\r\n",
        "name,received,source,team,,\nAda Invented,2027-01-13 09:00,gp,West Side,,\n,,,,,\n",
        "name,,received,source,team\nAda Invented,,2027-01-13 09:00,gp,west\n",
        "sep=;\nname;received;source;team\nAda Invented;2027-01-13 09:00;gp;WEST\n",
        "name\treceived\tsource\tteam\nAda Invented\t2027-01-13 09:00\tgp\twest \n",
        "\u{FEFF}Name, Received ,SOURCE,Team\nAda Invented,13/01/2027 9:00,GP,west side\n",
        "name,received,source,team\nAda Invented,13-Jan-27 09.00,gp,west\n",
        "name,received,source,team\nAda Invented,Wed 13 January 2027 9:00 AM,Gp ,west,,,\n",
        "name,received,source,team\nAda Invented,2027-01-13T09:00:00,gp,1\n",
        "name,received,source,team\nAda Invented,13/1/27 09:00,gp,1\n",
        "name,received,source,team\rAda Invented,13.01.2027 09:00,gp,1\r",
        "name,received,source,team\nAda Invented,13/01/2027 09:00:27,gp,1\n",
        "name,received,source,team\nAda Invented,2027-01-13 09:00:00.000,gp,1\n",
        "name,received,source,team\nAda Invented,13-Jan-27,gp,1\n",
        "name,received,source,team\nAda Invented,2027-01-13,gp,1\n",
        "name,received,source,team\nAda Invented,13/01/2027,gp,1\n",
    ])
    func theSameIsRead(text: String) {
        let read = people(text)
        #expect(read.allFaults.isEmpty, "\(read.allFaults)")
        #expect(read.good == people(Self.plain).good)
    }

    /// Text of two bytes a character that does not say so in a mark at its beginning.
    @Test(arguments: [true, false]) func utf16WithoutAMarkIsRead(isLittle: Bool) {
        let bytes = Self.plain.utf16.flatMap { unit -> [UInt8] in
            let halves = [UInt8(unit & 255), UInt8(unit >> 8)]
            return isLittle ? halves : halves.reversed()
        }
        #expect(people(bytes).good == people(Self.plain).good)
    }

    @Test func utf16IsRead() {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in Self.plain.utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
        #expect(people(bytes).good == people(Self.plain).good)
    }

    @Test(arguments: [
        ("01/02/2027 09:00", "'01/02/2027' is 2027-02-01 or 2027-01-02"),
        ("01/13/2027 09:00", "'01/13/2027' has the month before the day"),
        ("46035", "'46035' is a day as a spreadsheet counts it, 2026-01-13 perhaps"),
        ("2027-01-13 25:00", "'2027-01-13 25:00' is not allowed"),
        ("46035.395833", "'46035.395833' is a day as a spreadsheet counts it, 2026-01-13 perhaps"),
        ("30/02/2027 09:00", "'30/02/2027 09:00' is not allowed"),
    ])
    func doubtIsNamed(cell: String, says: String) {
        let read = people("name,received,source,team\nAda Invented,\(cell),gp,1\n")
        #expect(read.allFaults.map(\.message) == [says])
        #expect(read.allFaults.first?.line == 2 && read.allFaults.first?.column == 14)
    }

    /// One day past the 12th says of all days of the file how they are to be read.
    @Test func oneDaySpeaksForAll() {
        let read = people(
            "name,received,source,team,date-of-birth\nA,01/02/2027 09:00,gp,1,\nB,02/02/2027 09:00,gp,1,31/03/80\n")
        #expect(read.allFaults.isEmpty)
        #expect(read.good.map(\.known.referral.received.day.description) == ["2027-02-01", "2027-02-02"])
        #expect(read.good[1].known.identity.dateOfBirth?.description == "1980-03-31")
    }

    @Test func aColumnWithoutANameIsAFaultIfSomethingIsInIt() {
        let read = people("name,,received,source,team\nA,x,2027-01-13 09:00,gp,1\n")
        #expect(read.allFaults.map(\.message) == ["'x' is in a column without a name"])
        #expect(read.allFaults[0].line == 2 && read.allFaults[0].column == 3)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+44 7700", "'+44 7700"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"), ("'=x", "''=x"),
        ("''+x", "'''+x"), ("-0.3", "-0.3"), ("-12", "-12"), ("1e-7", "1e-7"), ("'hello", "'hello"),
        ("O'Brien", "O'Brien"), ("", ""), ("=", "'="), ("-", "'-"), ("'-0.3", "''-0.3"), ("＝x", "'＝x"),
    ])
    func formulasAreTextAndComeBack(text: String, cell: String) {
        #expect(SpreadsheetText.cell(text) == cell)
        #expect(SpreadsheetText.text(cell) == text)
    }

    /// Any text comes back as it was.
    @Test(arguments: 0..<200)
    func everyTextComesBack(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        let letters = Array("'=+-@\t\r1.ea ")
        let text = String((0..<generator.below(6)).map { _ in letters[generator.below(letters.count)] })
        #expect(SpreadsheetText.text(SpreadsheetText.cell(text)) == text, "seed \(seed)")
    }

    @Test(
        arguments: [
            ("west", 0), ("West", 0), ("West Side", 0), ("west-side", 0), ("1", 0), (" 2 ", 1), ("EAST SIDE", 1),
            ("0", nil), ("3", nil), ("", nil), ("north", nil), ("-1", nil), ("9223372036854775808", nil), ("１", nil),
        ] as [(String, Int?)])
    func aTeamIsNamedOrCountedFromOne(text: String, index: Int?) { #expect(Self.teams.index(of: text) == index) }
}
