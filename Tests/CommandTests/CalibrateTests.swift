import Foundation
import TestSupport
import Testing

/// `stepcare calibrate`: what it says of files, providers and months that cannot be fitted. What it fits is tested
/// where it is made.
@Suite struct CalibrateTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.write("activity.csv", Self.file(months: 14))
    }

    private static let header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
        + "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"

    /// One provider with some months of referrals, and one whose referrals are all suppressed; England too, without
    /// which nothing can be fitted, if that is asked.
    static func file(months: Int, withEngland: Bool = false) -> String {
        var lines = [header]
        for month in 0..<months {
            let date = "\(2023 + month / 12)-\(month % 12 + 1 < 10 ? "0" : "")\(month % 12 + 1)"
            for (code, value) in [("ABC01", "300"), ("XYZ99", "*")] {
                lines.append(
                    "\(date)-01,\(date)-28,Provider,all,all,\(code),\(code) SERVICE,M001,"
                        + "Count_ReferralsReceived,\(value)"
                )
            }
            guard withEngland else { continue }
            lines.append("\(date)-01,\(date)-28,England,all,all,all,all,M001,Count_ReferralsReceived,150000")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func calibrate(_ arguments: String...) throws -> Outcome {
        try workspace.start(Workspace.program, ["calibrate"] + arguments).outcome()
    }

    private func refused(_ outcome: Outcome, code: Int32, _ words: String...) {
        #expect(outcome.code == code, "\(outcome.err)")
        #expect(outcome.out.isEmpty)
        for word in words { #expect(outcome.err.contains(word), "\(outcome.err)") }
    }

    @Test func aProviderThatIsNotThereIsToldWhoIsNear() throws {
        let outcome = try calibrate("--published", "activity.csv", "--provider", "ABC02", "--until", "2024-02")
        refused(outcome, code: 65, "there is no provider 'ABC02'", "ABC01")
    }

    @Test func tooFewMonthsAreCounted() throws {
        try workspace.write("short.csv", Self.file(months: 5))
        let outcome = try calibrate("--published", "short.csv", "--provider", "ABC01", "--until", "2023-05")
        refused(outcome, code: 65, "too few months", "12 or more")
    }

    @Test func aProviderThatIsAllSuppressedIsRefused() throws {
        let outcome = try calibrate("--published", "activity.csv", "--provider", "XYZ99", "--until", "2024-02")
        refused(outcome, code: 65, "suppressed")
    }

    @Test func aMonthOutsideTheFileIsRefused() throws {
        let outcome = try calibrate("--published", "activity.csv", "--provider", "ABC01", "--until", "2031-01")
        refused(outcome, code: 65, "there is nothing of 2031-01", "2023-01 to 2024-02")
    }

    @Test func aFileWithOtherColumnsNamesThoseThatAreMissing() throws {
        try workspace.write("other.csv", "A,B\n1,2\n")
        let outcome = try calibrate("--published", "other.csv", "--provider", "ABC01", "--until", "2024-02")
        refused(outcome, code: 65, "MEASURE_ID")
    }

    @Test func aFileThatIsCutOffIsRefused() throws {
        let whole = try workspace.bash("gzip -k activity.csv && head -c 150 activity.csv.gz > cut.csv.gz")
        #expect(whole.code == 0)
        let outcome = try calibrate("--published", "cut.csv.gz", "--provider", "ABC01", "--until", "2024-02")
        refused(outcome, code: 65, "cut.csv.gz")
    }

    @Test func duplicateMonthsThatDisagreeAreTold() throws {
        let row = "2023-06-01,2023-06-28,Provider,all,all,ABC01,ABC01 SERVICE,M001,Count_ReferralsReceived,900\n"
        try workspace.write("twice.csv", Self.file(months: 14) + row)
        let outcome = try calibrate("--published", "twice.csv", "--provider", "ABC01", "--until", "2024-02")
        #expect(outcome.err.contains("2023-06") && outcome.err.contains("ABC01"), "\(outcome.err)")
    }

    @Test func aFileThatIsNotThereAndAPlaceThatCannotBeWritten() throws {
        refused(
            try calibrate("--published", "none.csv", "--provider", "ABC01", "--until", "2024-02"), code: 66, "none.csv")
        refused(
            try calibrate(
                "--published", "activity.csv", "--provider", "ABC01", "--until", "2024-02",
                "--output", "no/where.yaml"),
            code: 74, "no/where.yaml")
    }

    @Test func whatIsAskedMustBeWellFormed() throws {
        refused(
            try calibrate("--published", "activity.csv", "--provider", "ABC01", "--until", "March"), code: 64, "--until"
        )
        refused(
            try calibrate(
                "--published", "activity.csv", "--provider", "ABC01", "--until", "2024-02", "--output", "a.txt"),
            code: 64, ".yaml")
    }
}
