import CareModel
import Testing

@testable import PublishedStatistics

@Suite("Figures of one provider")
struct ProviderSeriesTests {
    /// A year and a half of one provider.
    func file(_ extra: [String] = [], suppressed: Bool = false, count: Int = 18) throws -> PublishedFile {
        let own = try months("2023-10", count).map {
            SampleFile.row("RWRG3", $0, .referrals, suppressed ? "*" : "200")
        }
        return try SampleFile(rows: own + extra).read()
    }

    func faults(_ body: () throws -> Void) -> [FileFault] {
        do {
            try body()
            Issue.record("nothing was wrong")
            return []
        } catch PublishedError.faults(let faults) {
            return faults
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test("A provider that is not there: near codes and names")
    func unknown() throws {
        let file = try file([SampleFile.row("NWC08", "2024-01", .referrals, "5")])
        let near = faults { _ = try file.series(of: "RWRG4") }
        #expect(near[0].message == "there is no provider 'RWRG4'" && near[0].allowed == "near it: RWRG3 RWRG3 SERVICE")
        let named = faults { _ = try file.series(of: "nwc08 servise") }
        #expect(named[0].allowed.contains("NWC08 NWC08 SERVICE") && !named[0].allowed.contains("RWRG3"))
        let part = faults { _ = try file.series(of: "service") }
        #expect(part[0].allowed == "near it: NWC08 NWC08 SERVICE; RWRG3 RWRG3 SERVICE")
        #expect(faults { _ = try file.series(of: "quite another") }[0].allowed == "one of 2 codes")
    }

    @Test("Too few months, months outside the file, and a provider that is not there, all at once")
    func tooFew() throws {
        let file = try file()
        let early = try #require(PublishedMonth("2024-08"))
        let few = faults { _ = try file.series(of: "RWRG3", until: early) }
        #expect(few.count == 1 && few[0].message.contains("too few months") && few[0].message.contains("11, the first"))
        #expect(try file.series(of: "RWRG3", until: early + 1).warnings.isEmpty)
        let late = faults { _ = try file.series(of: "X", until: early + 24) }
        #expect(late.map(\.key) == ["until", "ORG_CODE2"] && late[0].allowed == "2023-10 to 2025-03")
    }

    @Test("All values suppressed")
    func allSuppressed() throws {
        let file = try file(suppressed: true)
        let found = faults { _ = try file.series(of: "RWRG3", until: file.lastMonth) }
        #expect(found.count == 1 && found[0].message.contains("all 18 numbers of referrals") && found[0].line == 2)
    }

    @Test("Figures that cannot be true, with measure and month")
    func implausible() throws {
        let rows =
            [
                SampleFile.row("RWRG3", "2024-02", .recoveryShare, "104"),
                SampleFile.row("RWRG3", "2024-03", .ended, "-5"),
                SampleFile.row("RWRG3", "2024-04", .attendedOnTime, "510"),
                SampleFile.row("RWRG3", "2024-04", .appointments, "500"),
                SampleFile.row("RWRG3", "2024-05", .attendedOnTime, "505"),
                SampleFile.row("RWRG3", "2024-05", .appointments, "500"),
            ]
            + (try months("2024-04", 12).flatMap { month in
                [
                    SampleFile.row("RWRG3", month, .firstTreatments, "50"),
                    SampleFile.row("RWRG3", month, .secondTreatments, "55"),
                ]
            })
        let file = try file(rows)
        let warnings = try file.series(of: "RWRG3", until: file.lastMonth).warnings
        #expect(
            warnings.map(\.key) == [
                "Count_EndedReferrals", "Percentage_Recovery", "Count_ApptsAttended", "Count_SecondTreatment",
            ])
        #expect(warnings[2].message == "2024-04: 510 of 500 (Count_Appointments)" && warnings[2].line == 22)
        #expect(warnings[3].message == "2024-04 to 2025-03: 660 second treatments after 600 first ones")
        #expect(warnings.allSatisfy { $0.severity == .warning && $0.line > 1 })
    }

    @Test("What became one provider is added up; means are weighted; a small part may be suppressed")
    func joined() throws {
        let rows = [
            SampleFile.row("R1C", "2024-09", .referrals, "100"), SampleFile.row("RW1", "2024-09", .referrals, "300"),
            SampleFile.row("R1C", "2024-09", .firstTreatments, "50"),
            SampleFile.row("RW1", "2024-09", .firstTreatments, "150"),
            SampleFile.row("R1C", "2024-09", .firstWaitMean, "40"),
            SampleFile.row("RW1", "2024-09", .firstWaitMean, "20"),
            SampleFile.row("RW1", "2024-10", .referrals, "420"), SampleFile.row("RW1", "2024-08", .referrals, "300"),
            SampleFile.row("R1C", "2024-08", .referrals, "*"),
            SampleFile.row("R1C", "2024-08", .endedDeclined, "5"),
            SampleFile.row("RW1", "2024-08", .endedDeclined, "30"),
            SampleFile.row("R1C", "2024-09", .endedDeclined, "*"),
            SampleFile.row("RW1", "2024-09", .endedDeclined, "35"),
        ]
        let file = try SampleFile(rows: rows).read()
        let joined = try file.series(of: "RW1")
        #expect(joined.predecessors == ["R1C"] && joined.values(.referrals) == [nil, 400, 420])
        #expect(joined.values(.firstWaitMean) == [nil, 25, nil] && joined.values(.endedDeclined) == [35, 35, nil])
        let alone = try file.series(of: "RW1", joinsPredecessors: false)
        #expect(alone.values(.referrals) == [300, 300, 420] && alone.predecessors.isEmpty)
        let until = try file.series(of: "RW1", until: file.lastMonth, leastMonths: 2)
        #expect(until.warnings.map(\.message) == ["the figures of R1C are added, which became this provider"])
        let ended = try file.series(of: "R1C", until: file.lastMonth, leastMonths: 1).warnings
        #expect(ended.map(\.message) == ["its figures end with 2024-09, before 2024-10"])
        #expect(ended[0].allowed == "ask for RW1, which it became in 2024-10")
    }

    @Test("Rows that disagree are told of the provider that has them")
    func disagreeing() throws {
        let file = try file([
            SampleFile.row("RWRG3", "2024-01", .referrals, "210"), SampleFile.row("NWC08", "2024-01", .referrals, "1"),
            SampleFile.row("NWC08", "2024-01", .referrals, "2"),
        ])
        let warnings = try file.series(of: "RWRG3", until: file.lastMonth).warnings
        #expect(warnings.map(\.line) == [20] && warnings[0].message.hasPrefix("RWRG3 has two figures for 2024-01"))
        #expect(file.warnings.count == 2)
    }

    @Test("What may have become of a code that ends is told by volume")
    func candidates() throws {
        let rows =
            try months("2024-01", 6).flatMap { [SampleFile.row("OLD", $0, .referrals, "500"), Self.other($0)] }
            + months("2024-07", 6).flatMap { [SampleFile.row("NEW", $0, .referrals, "480"), Self.other($0)] }
        let file = try SampleFile(rows: rows).read()
        let july = try #require(PublishedMonth("2024-07"))
        #expect(file.successionCandidates() == [ProviderSuccession(predecessor: "OLD", successor: "NEW", from: july)])
    }

    static func other(_ month: String) -> String { SampleFile.row("SAME", month, .referrals, "500") }

    @Test("No succession is told twice, and none leads in a circle")
    func known() {
        let known = ProviderSuccession.known
        #expect(known.count == 31)
        for entry in known {
            #expect(known.count { $0.predecessor == entry.predecessor && $0.successor == entry.successor } == 1)
            #expect(!known.contains { $0.predecessor == entry.successor && $0.from <= entry.from })
        }
    }
}
