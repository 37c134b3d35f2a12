import CareModel
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("Published files")
struct PublishedFileTests {
    static let rows = [
        SampleFile.england("2024-01", .referrals, "1000"),
        SampleFile.row("AA1", "2024-01", .referrals, "100"), SampleFile.row("AA1", "2024-03", .referrals, "120"),
        SampleFile.row("AA1", "2024-02", .referrals, "*"), SampleFile.row("AA1", "2024-01", .firstWaitMean, "12.5"),
        SampleFile.row("BB2", "2024-02", .referrals, ""),
        "2024-01-01,2024-01-31,SubICB,1,X,all,all Providers,M001,Count_ReferralsReceived,7",
        "2024-01-01,2024-01-31,Provider,all,X,AA1,AA1 SERVICE,M999,Count_OfSomethingElse,not a number",
    ]

    func check(_ file: PublishedFile) throws {
        #expect(file.codes == ["AA1", "BB2"] && file.months.map(\.description) == ["2024-01", "2024-02", "2024-03"])
        let series = try file.series(of: "aa1")
        #expect(series.values(.referrals) == [100, nil, 120] && series.name == "AA1 SERVICE")
        let february = try #require(PublishedMonth("2024-02"))
        #expect(series.isSuppressed(.referrals, in: february) && !series.isSuppressed(.firstWaitMean, in: february))
        #expect(series.values(.firstWaitMean) == [12.5, nil, nil])
        #expect(file.england?.values(.referrals) == [1000, nil, nil])
        #expect(try file.series(of: "BB2").values(.referrals) == [nil, nil, nil])
        #expect(file.warnings.isEmpty)
    }

    @Test("Plain or gzip, the same answer")
    func plainAndGzip() throws {
        let text = ([SampleFile.header] + Self.rows).joined(separator: "\n")
        try check(SampleFile(text).read())
        let zipped = try SampleFile.gzip(Array(text.utf8))
        try check(SampleFile(zipped, name: "activity.csv.gz").read())
        // Two gzip files one after the other are one, as gzip has it.
        let half = text.utf8.count / 2
        let parts =
            try SampleFile.gzip(Array(text.utf8.prefix(half))) + SampleFile.gzip(Array(text.utf8.dropFirst(half)))
        try check(SampleFile(parts).read())
        // The kind is told by the bytes, not by the name.
        try check(SampleFile(zipped).read())
    }

    @Test("Any order of columns, more of them, quotes, CR LF, a mark, other days")
    func otherForms() throws {
        let text =
            "\u{FEFF}measure_name,EXTRA,MEASURE_VALUE_SUPPRESSED,ORG_NAME2, ORG_CODE2 ,GROUP_TYPE,"
            + "REPORTING_PERIOD_START\r\n"
            + "\"Count_ReferralsReceived\",\"a,b\nc\",\"1,205\",\"A \"\"B\"\" C\",AA1,Provider,01/04/2024\r\n"
            + "count referrals received,,5.0,A,AA1,PROVIDER,1/5/2024\r\n"
        let file = try SampleFile(text).read()
        let series = try file.series(of: "AA1")
        #expect(series.values(.referrals) == [1205, 5] && file.firstMonth.description == "2024-04")
        #expect(series.names.map(\.text) == ["A \"B\" C", "A"] && series.name == "A" && file.england == nil)
    }

    @Test("Missing columns, all at once, and what the file has")
    func missingColumns() throws {
        let faults = try SampleFile("REPORTING_PERIOD_START,ORG_CODE2,VALUE,ORG_CODE2\n").faults()
        #expect(
            faults.map(\.key) == ["GROUP_TYPE", "ORG_CODE2", "MEASURE_VALUE_SUPPRESSED", "MEASURE_NAME"])
        #expect(faults[0].allowed.contains("REPORTING_PERIOD_START, ORG_CODE2, VALUE"))
        #expect(
            faults[0].description.hasSuffix("VALUE, ORG_CODE2)") && faults[0].description.contains(".csv:1:1: GROUP"))
    }

    @Test("Gzip that is cut off, damaged or none")
    func damagedGzip() throws {
        var chance = SplitMix(seed: 1)
        let rows = (0..<3000).map { number in
            SampleFile.row("AA\(UInt16.random(in: 0...999, using: &chance))", "2024-01", .referrals, "\(number)")
        }
        let zipped = try SampleFile.gzip(Array(([SampleFile.header] + rows).joined(separator: "\n").utf8))
        for share in [0.2, 0.6, 0.99] {
            let cut = Array(zipped.prefix(Int(Double(zipped.count) * share)))
            #expect(try SampleFile(cut, name: "a.csv.gz").faults().last?.message.contains("cut off") == true)
        }
        let noChecksum = Array(zipped.dropLast(4))
        #expect(try SampleFile(noChecksum).faults().last?.message.contains("cut off") == true)
        var damaged = zipped
        damaged[damaged.count / 2] ^= 0x55
        #expect(try SampleFile(damaged).faults().contains { $0.message.contains("damaged") })
        var wrongSum = zipped
        wrongSum[wrongSum.count - 6] ^= 1
        #expect(try SampleFile(wrongSum).faults().contains { $0.message.contains("damaged") })
        #expect(try SampleFile("a,b\n", name: "a.csv.gz").faults()[0].message.contains("not gzip"))
    }

    @Test("What is no table at all")
    func otherKinds() throws {
        #expect(try SampleFile("").faults()[0].message == "the file is empty")
        #expect(try SampleFile([0x50, 0x4B, 3, 4, 9, 9]).faults()[0].message.contains("zip archive"))
        #expect(try SampleFile([0xFF, 0xFE, 0x41, 0]).faults()[0].message.contains("UTF-8"))
        #expect(throws: PublishedError.cannotRead("/none.csv", "there is no such file, or it may not be read")) {
            try PublishedFile(path: "/none.csv")
        }
    }

    @Test("No rows that are needed, and none of one month")
    func noRows() throws {
        let none = try SampleFile(rows: [Self.rows[6]]).faults()
        #expect(none[0].allowed.contains("the file has SubICB"))
        let quarter = Self.rows[1].replacing("2024-01-28", with: "2024-03-31")
        #expect(try SampleFile(rows: [quarter]).faults()[0].message.contains("none is of one month"))
        #expect(try SampleFile(rows: [Self.rows[0]]).faults()[0].key == "GROUP_TYPE")
        let mixed = try SampleFile(rows: [quarter, Self.rows[1]]).read()
        #expect(mixed.warnings[0].message.contains("1 rows are not of one month"))
    }

    @Test("Every faulty row, with line and column")
    func faultyRows() throws {
        let faults = try SampleFile(rows: [
            SampleFile.row("AA1", "2024-01", .referrals, "many"), SampleFile.row("AA1", "2024-13", .referrals, "5"),
            "2024-01-01,2024-01-31,Provider", SampleFile.row("AA1", "2024-01", .referrals, "5"),
        ]).faults()
        #expect(faults.map(\.line) == [2, 3, 4])
        #expect(faults[0].message.contains("'many'") && faults[0].key == "MEASURE_VALUE_SUPPRESSED")
        #expect(faults[0].column == SampleFile.row("AA1", "2024-01", .referrals, "").count + 1)
        #expect(faults[1].key == "REPORTING_PERIOD_START" && faults[2].message == "the row has 3 cells")
        let many = (0..<80).map { SampleFile.row("AA1", "2024-01", .referrals, "x\($0)") }
        let capped = try SampleFile(rows: many).faults()
        #expect(capped.count == 51 && capped[50].message == "30 more rows have faults")
    }

    @Test("Measures that were renamed or go by another's name")
    func renamed() throws {
        let row = SampleFile.row("AA1", "2024-01", .firstTreatments, "40")
        let file = try SampleFile(rows: [
            row.replacing("Count_AccessingServices", with: "Count_FirstTreatment"),
            row.replacing("Count_AccessingServices", with: "Count_BegunSomehow").replacing("2024-01", with: "2024-02"),
            row.replacing("M031", with: "M076").replacing("2024-01", with: "2024-03"),
            row.replacing("M031", with: "Z1").replacing("2024-01", with: "2024-04"),
        ]).read()
        let series = try file.series(of: "AA1")
        #expect(series.values(.firstTreatments) == [40, 40, 40, 40])
        #expect(file.warnings.map(\.line) == [3, 4])
        #expect(file.warnings[0].message.contains("Count_BegunSomehow") && file.warnings[1].key == "M076")
    }

    @Test("Two figures for one month: the later counts, and a warning if they differ")
    func duplicates() throws {
        let file = try SampleFile(rows: [
            SampleFile.row("AA1", "2024-01", .referrals, "40"), SampleFile.row("AA1", "2024-01", .referrals, "40"),
            SampleFile.row("AA1", "2024-02", .referrals, "50"), SampleFile.row("AA1", "2024-02", .referrals, "*"),
            SampleFile.row("AA1", "2024-03", .referrals, "60"), SampleFile.row("AA1", "2024-03", .referrals, "65"),
        ]).read()
        #expect(try file.series(of: "AA1").values(.referrals) == [40, nil, 65])
        #expect(file.warnings.map(\.line) == [5, 7])
        #expect(file.warnings[1].message == "AA1 has two figures for 2024-03: 60 on line 6, 65 here")
        #expect(file.warnings.allSatisfy { $0.severity == .warning && $0.description.contains(": warning: Count_") })
    }

    @Test("Measures stand in the order of their cases, and no name is two measures'")
    func measureNames() {
        var names: [String] = []
        for measure in PublishedMeasure.allCases {
            #expect(PublishedMeasure(identifier: measure.identifier) == measure)
            for name in [measure.name] + measure.formerNames {
                #expect(PublishedMeasure(name: name) == measure && !names.contains(name))
                names.append(name)
            }
            #expect((measure.weight == nil) == measure.kind.addsUp)
        }
        #expect(PublishedMeasure(name: "mean wait accessing_services") == .firstWaitMean)
        #expect(PublishedMeasure(name: "") == nil && PublishedMeasure(identifier: "M000") == nil)
    }

    @Test("Months")
    func publishedMonths() throws {
        let december = try #require(PublishedMonth("2024-12"))
        #expect((december + 1).description == "2025-01" && (december - 12).description == "2023-12")
        #expect(december.workingDays == 20 && december.days == 31 && PublishedMonth(year: 2024, month: 2)?.days == 29)
        for text in ["2024-13", "2024-1", "24-01", "2024/01", "", "2024-01-01"] { #expect(PublishedMonth(text) == nil) }
    }
}
